/**
 * Which records of the register are of the same building or service: record linkage after
 * Fellegi and Sunter (1969), with stated weights in place of estimated ones.
 *
 * 1. Blocking. Only records are compared that share a word of their own within 500 m, a
 *    postcode, or a charity's or company's number. A block of more than BLOCK_LIMIT records
 *    tells nothing apart and is passed over, so the work grows with the number of records.
 * 2. Weights. Each thing compared adds the binary logarithm of how much likelier it is
 *    between records of one place than between neighbours; see WEIGHTS.
 * 3. Clusters. Pairs from the MATCH weight on are joined, the heaviest first, unless that
 *    would bring together two rows of a list that has each thing once, or two kinds of
 *    service that only share an address (a practice and the pharmacy next door).
 *
 * Pairs between UNSURE and MATCH are left apart and handed to a person, whose decision goes before
 * all weights (docs/import-assets.md). The outcome does not
 * depend on the order of the records; a place's id is the smallest of its records' ids.
 */
import { distance as editDistance } from 'fastest-levenshtein';
import type { Asset } from '../asset.ts';
import type { Verdict } from './decisions.ts';
import type { AssetKind } from '../kinds.ts';
import { addressKey, nameKey, type AddressKey, type NameKey } from './name-key.ts';

/** What of a record is compared. An {@link Asset} is one. */
export type LinkRecord = Pick<
	Asset,
	| 'id'
	| 'kind'
	| 'name'
	| 'address'
	| 'postcode'
	| 'longitude'
	| 'latitude'
	| 'charityNumber'
	| 'companyNumber'
	| 'source'
	| 'sourceDetail'
	| 'firstSeen'
	| 'lastSeen'
> & {
	/** Records with the same group are one by their own source's word. */
	group?: string | null;
};

/** Two records that are perhaps of one place. */
export interface UncertainPair {
	/** Ids, the smaller first. */
	a: string;
	b: string;
	/** Sum of weights; the higher, the likelier. */
	weight: number;
}

export interface Linkage {
	/** The place of each record, in their order: the smallest id of the records of it. */
	merged: string[];
	/** Pairs of different places that a person should decide on, the likeliest first. */
	uncertain: UncertainPair[];
	/** How many pairs were compared. */
	compared: number;
}

/** From this weight on, two records are of one place. */
export const MATCH = 1.5;
/** From this weight on, a person should look. */
export const UNSURE = -1.5;
/** Down from this weight, two records are of two places, whatever lies between them. */
export const APART = -3;
/** Metres within which records with a word in common are compared. */
export const REACH = 500;
/** Larger blocks are passed over. */
export const BLOCK_LIMIT = 200;

/** Binary logarithms of likelihood ratios. */
export const WEIGHTS = {
	/** Two records of a block, before anything is known of them. */
	prior: -4,
	name: { equal: 7, alike: 4.5, within: 3.5, partly: 0, different: -6 },
	/** One name speaks of a church, the other of a school. */
	families: { same: 0.5, overlapping: -0.5, conflicting: -5 },
	/** Only one name speaks of a kind of building: by the words of its own that they share. */
	saysLess: { oneWord: -2.5, more: -1 },
	/** A record of a library or school, and a name without that word: they may share the town's name alone. */
	kindUnsaid: -3,
	/** Both names have numbers, and not the same. */
	numbersDiffer: -6,
	/**
	 * The address of one holds the whole name of the other; both have the same number in a street;
	 * the same first line; or another number in what may be the same street.
	 */
	address: { named: 2.5, sameDoor: 4, same: 2.5, otherNumber: -2.5, silent: 0 },
	/** Metres up to which, and the weight. */
	distance: [
		[30, 3],
		[80, 2.5],
		[160, 1],
		[300, -0.5],
		[600, -2],
		[1500, -4],
		[Infinity, -10]
	],
	/** With the same postcode a long way says that one of the points is wrong. */
	farWithSamePostcode: -1,
	postcode: { same: 2, sameSector: -1, different: -2.5 },
	/** A number is an organisation's, which may have many places. */
	number: { same: 4, different: -8 },
	/** The same directory lists both at the same time. */
	listedTogether: -3
} as const;

/** Sources that are made of several lists, so that a place may stand in them twice. */
export const COMPILED_SOURCES: ReadonlySet<string> = new Set(['community-venues', 'yours']);

/** Kinds that a record of another kind may be of the same place as; every kind may with itself. */
const SAME_PLACE: readonly (readonly AssetKind[])[] = [
	['community-venue', 'library'],
	['community-venue', 'school'],
	['community-venue', 'food-bank'],
	['community-venue', 'family-hub'],
	['community-venue', 'charity'],
	['community-venue', 'other-service'],
	['charity', 'food-bank'],
	['charity', 'other-service'],
	['family-hub', 'other-service'],
	['hospital', 'maternity-unit'],
	['hospital', 'maternity-named-site'],
	['hospital', 'maternity-hub-or-clinic'],
	['maternity-unit', 'maternity-named-site'],
	['maternity-hub-or-clinic', 'maternity-named-site']
];

/** May records of these two kinds be of one place at all? */
export function mayBeOnePlace(a: AssetKind, b: AssetKind): boolean {
	return a === b || SAME_PLACE.some((pair) => pair.includes(a) && pair.includes(b));
}

/** Metres between two points that are near each other. */
export function metresBetween(
	a: { longitude: number; latitude: number },
	b: { longitude: number; latitude: number }
): number {
	const east = (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180);
	return Math.hypot(east, a.latitude - b.latitude) * METRES_PER_DEGREE;
}
const METRES_PER_DEGREE = 111_195;

interface Prepared {
	record: LinkRecord;
	name: NameKey;
	/** Taken apart when it is first asked for: most records have no neighbour to compare with. */
	address: () => AddressKey | null;
	point: { longitude: number; latitude: number } | null;
	/** Postcode without blanks. */
	postcode: string | null;
	/** Numbers of the organisation, told apart by register. */
	charity: string | null;
	company: string | null;
}

const tidyNumber = (text: string | null | undefined): string | null =>
	text
		? text
				.toUpperCase()
				.replace(/[^A-Z\d]/g, '')
				.replace(/^0+/, '') || null
		: null;

function prepare(record: LinkRecord): Prepared {
	const { longitude, latitude } = record;
	return {
		record,
		name: nameKey(record.name, record.kind),
		address: once(() => (record.address ? addressKey(record.address) : null)),
		point: longitude === null || latitude === null ? null : { longitude, latitude },
		postcode: record.postcode?.toUpperCase().replace(/\s/g, '') || null,
		charity: tidyNumber(record.charityNumber),
		company: tidyNumber(record.companyNumber)
	};
}

function once<T>(make: () => T): () => T {
	let made: { value: T } | null = null;
	return () => (made ??= { value: make() }).value;
}

/** The weight of two records being of one place: what is alike adds, what differs takes away. */
export function pairWeight(a: LinkRecord, b: LinkRecord): number {
	return weightOf(prepare(a), prepare(b));
}

function weightOf(a: Prepared, b: Prepared): number {
	const level = nameLevel(a.name, b.name);
	const address = addressLevel(a, b);
	const byName = WEIGHTS.name[level] + familyWeight(a, b, level) + numbersWeight(a.name, b.name);
	return (
		WEIGHTS.prior +
		// "Warm Space", at the Baptist church, is that church by its address, not by its name.
		(address === 'named' ? Math.max(byName, WEIGHTS.name.within) : byName) +
		placeWeight(a, b) +
		WEIGHTS.address[address] +
		organisationWeight(a, b) +
		(listedTogether(a.record, b.record) ? WEIGHTS.listedTogether : 0)
	);
}

function placeWeight(a: Prepared, b: Prepared): number {
	const postcode = postcodeWeight(a.postcode, b.postcode);
	if (!a.point || !b.point) return postcode;
	const metres = metresBetween(a.point, b.point);
	const near = WEIGHTS.distance.find(([most]) => metres <= most)?.[1] ?? 0;
	const isSame = postcode === WEIGHTS.postcode.same;
	return postcode + (isSame ? Math.max(near, WEIGHTS.farWithSamePostcode) : near);
}

/** What two addresses say of each other. */
function addressLevel(a: Prepared, b: Prepared): keyof typeof WEIGHTS.address {
	if (isNamedIn(a.name, b) || isNamedIn(b.name, a)) return 'named';
	const [one, other] = [a.address(), b.address()];
	if (!one || !other) return 'silent';
	if (one.numbered !== null && other.numbered !== null) {
		if (one.numbered === other.numbered) return 'sameDoor';
		return one.street === other.street ? 'otherNumber' : 'silent';
	}
	return one.first !== null && one.first === other.first ? 'same' : 'silent';
}

/** Whether an address holds all words of a name that speaks of a kind of building. */
function isNamedIn(name: NameKey, other: Prepared): boolean {
	const address = other.address();
	if (!address || !name.isBuilding || name.words.length < 2) return false;
	return name.words.every((word) => address.words.has(word));
}

/** How alike two names are. */
export function nameLevel(a: NameKey, b: NameKey): keyof typeof WEIGHTS.name {
	if (a.key === b.key) return 'equal';
	const shared = sharedWords(a.own, b.own);
	const fewer = Math.min(a.own.length, b.own.length);
	const more = Math.max(a.own.length, b.own.length);
	if (shared / more >= 0.75) return 'alike';
	if (shared === fewer) return 'within';
	return shared / fewer >= 0.5 ? 'partly' : 'different';
}

/** Words that two names share, a letter more, less or other in a long word forgiven. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
	const rest = new Set(b);
	let shared = 0;
	for (const word of a) {
		const found = rest.has(word) ? word : [...rest].find((other) => nearlySame(word, other));
		if (found === undefined) continue;
		rest.delete(found);
		shared++;
	}
	return shared;
}

function nearlySame(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (short.length < 5 || long.length - short.length > 1 || /\d/.test(a + b)) return false;
	return editDistance(a, b) <= 1;
}

function familyWeight(a: Prepared, b: Prepared, level: keyof typeof WEIGHTS.name): number {
	const [one, other] = [a.name.families, b.name.families];
	const unsaid =
		level !== 'equal' && level !== 'alike' && (lacksKind(a, b) || lacksKind(b, a))
			? WEIGHTS.kindUnsaid
			: 0;
	if (one.size === 0 || other.size === 0) {
		if (one.size === other.size || (level !== 'within' && level !== 'alike')) return unsaid;
		const isOneWord = Math.min(a.name.own.length, b.name.own.length) === 1;
		return unsaid + (isOneWord ? WEIGHTS.saysLess.oneWord : WEIGHTS.saysLess.more);
	}
	const shared = [...one].filter((family) => other.has(family)).length;
	if (shared === 0) return unsaid + WEIGHTS.families.conflicting;
	return (
		unsaid +
		(shared === one.size && shared === other.size
			? WEIGHTS.families.same
			: WEIGHTS.families.overlapping)
	);
}

/** Whether the second lacks the word for what the first is by its kind. */
function lacksKind({ record: { kind } }: Prepared, { name: { families } }: Prepared): boolean {
	return (kind === 'school' || kind === 'library') && !families.has(kind);
}

function numbersWeight(a: NameKey, b: NameKey): number {
	if (a.numbers.length === 0 || b.numbers.length === 0) return 0;
	return a.numbers.join() === b.numbers.join() ? 0 : WEIGHTS.numbersDiffer;
}

function postcodeWeight(a: string | null, b: string | null): number {
	if (a === null || b === null) return 0;
	if (a === b) return WEIGHTS.postcode.same;
	return a.slice(0, -2) === b.slice(0, -2)
		? WEIGHTS.postcode.sameSector
		: WEIGHTS.postcode.different;
}

function organisationWeight(a: Prepared, b: Prepared): number {
	const pairs = [
		[a.charity, b.charity],
		[a.company, b.company]
	].filter(([one, other]) => one != null && other != null);
	if (pairs.length === 0) return 0;
	return pairs.some(([one, other]) => one === other)
		? WEIGHTS.number.same
		: WEIGHTS.number.different;
}

/** Whether one directory listed both on the same day, as two. */
function listedTogether(a: LinkRecord, b: LinkRecord): boolean {
	if (a.source !== b.source || a.sourceDetail === null || a.sourceDetail !== b.sourceDetail) {
		return false;
	}
	if (!a.firstSeen || !b.firstSeen || !a.lastSeen || !b.lastSeen) return false;
	return a.firstSeen <= b.lastSeen && b.firstSeen <= a.lastSeen;
}

/** Whether two records may be joined, whatever their weight. */
function mayJoin(a: LinkRecord, b: LinkRecord): boolean {
	if (a.source === b.source && !COMPILED_SOURCES.has(a.source)) return false;
	return mayBeOnePlace(a.kind, b.kind);
}

/** What people decided, by the key of a pair of ids. */
export type Decided = ReadonlyMap<string, Verdict>;
const NOTHING_DECIDED: Decided = new Map();

/**
 * Find the records that are of the same place. Ids must be unique. Time grows about with the
 * number of records; their order does not matter.
 *
 * What people decided goes before any weight: the same place is joined and different places are
 * not; "not sure" is asked again. Only records that their source groups, or that are alike in
 * everything, cannot be put apart. Decisions on records that are not there are passed over.
 */
export function linkRecords(
	records: readonly LinkRecord[],
	decided: Decided = NOTHING_DECIDED
): Linkage {
	const prepared = inOrder(records);
	const clusters = new Clusters(prepared.map(({ record }) => record));
	const representatives = joinTheSame(prepared, clusters);
	const edges: { a: number; b: number; weight: number }[] = [];
	const apart: [number, number][] = [];
	let compared = 0;
	for (const [a, b] of candidates(prepared, representatives)) {
		const [one, other] = [prepared[a], prepared[b]];
		if (!one || !other || !mayJoin(one.record, other.record)) continue;
		compared++;
		const weight = weightOf(one, other);
		if (weight >= UNSURE) edges.push({ a, b, weight });
		else if (weight <= APART) apart.push([a, b]);
	}
	const at = new Map(prepared.map(({ record: { id } }, i) => [id, i]));
	for (const [a, b, verdict] of decidedPairs(decided, at)) {
		if (verdict === 'same') clusters.join(a, b, true);
		else if (verdict === 'different') apart.push([a, b]);
	}
	clusters.keepApart(apart);
	edges.sort((one, other) => other.weight - one.weight || one.a - other.a || one.b - other.b);
	for (const { a, b, weight } of edges) if (weight >= MATCH) clusters.join(a, b);

	const idOf = (i: number) => prepared[i]?.record.id ?? '';
	// Of several pairs of records of the same two places, the likeliest stands for all.
	const asked = new Set<string>();
	const uncertain = edges.flatMap(({ a, b, weight }): UncertainPair[] => {
		const [one, other] = [clusters.find(a), clusters.find(b)].sort((x, y) => x - y);
		if (one === undefined || other === undefined || one === other) return [];
		if (asked.has(`${one} ${other}`) || !clusters.mayBeJoined(one, other)) return [];
		asked.add(`${one} ${other}`);
		return [{ a: idOf(a), b: idOf(b), weight }];
	});
	return {
		merged: records.map(({ id }) => idOf(clusters.find(at.get(id) ?? -1))),
		uncertain,
		compared
	};
}

/** Decisions on records that are there, by their positions, in the order of the keys. */
function decidedPairs(
	decided: Decided,
	at: ReadonlyMap<string, number>
): [number, number, Verdict][] {
	return [...decided.keys()].sort().flatMap((key): [number, number, Verdict][] => {
		const [a, b] = key.split(' ').map((id) => at.get(id));
		const verdict = decided.get(key);
		return a === undefined || b === undefined || !verdict ? [] : [[a, b, verdict]];
	});
}

/**
 * Join the records that their source groups, and those that are alike in everything compared;
 * one of each lot goes on to be compared. A list with a row ten thousand times costs no more.
 */
function joinTheSame(prepared: readonly Prepared[], clusters: Clusters): number[] {
	const first = new Map<string, number>();
	const byGroup = new Map<string, number>();
	const representatives: number[] = [];
	prepared.forEach(({ record, name, point, postcode, charity, company }, i) => {
		if (record.group) {
			const key = `${record.source} ${record.group}`;
			const earlier = byGroup.get(key);
			if (earlier === undefined) byGroup.set(key, i);
			else clusters.join(earlier, i, true);
		}
		const same = JSON.stringify([
			record.kind,
			record.source,
			name.key,
			point,
			postcode,
			charity,
			company
		]);
		const earlier = first.get(same);
		const compiled = COMPILED_SOURCES.has(record.source);
		if (earlier !== undefined && compiled && (point !== null || postcode !== null)) {
			clusters.join(earlier, i);
		} else {
			first.set(same, i);
			representatives.push(i);
		}
	});
	return representatives;
}

/** The pairs of records that are compared, each once, the smaller id first. */
export function candidatePairs(records: readonly LinkRecord[]): [LinkRecord, LinkRecord][] {
	const prepared = inOrder(records);
	return [...candidates(prepared, [...prepared.keys()])].flatMap(
		([a, b]): [LinkRecord, LinkRecord][] => {
			const [one, other] = [prepared[a]?.record, prepared[b]?.record];
			return one && other && mayJoin(one, other) ? [[one, other]] : [];
		}
	);
}

/** Records in the order of their ids, so that the order they came in can have no say. */
function inOrder(records: readonly LinkRecord[]): Prepared[] {
	const prepared = records
		.map(prepare)
		.sort((a, b) => (a.record.id < b.record.id ? -1 : a.record.id > b.record.id ? 1 : 0));
	prepared.forEach(({ record: { id } }, i) => {
		if (i > 0 && prepared[i - 1]?.record.id === id) {
			throw new Error(`two records have the id ${id}`);
		}
	});
	return prepared;
}

/** Pairs of positions worth comparing, each once, the smaller first. */
function candidates(
	prepared: readonly Prepared[],
	representatives: readonly number[]
): [number, number][] {
	const byWord = new Map<string, number[]>();
	const byKey = new Map<string, number[]>();
	for (const i of representatives) {
		const one = prepared[i];
		if (!one) continue;
		if (one.point) for (const word of one.name.own) put(byWord, word, i);
		for (const key of keysOf(one)) put(byKey, key, i);
	}
	/** By the smaller position, the others to compare it with. */
	const after = new Map<number, number[]>();
	const meet = (a: number, b: number) => put(after, Math.min(a, b), Math.max(a, b));
	for (const block of byKey.values()) everyPair(block, meet);
	for (const having of byWord.values()) {
		if (having.length > 1) neighbours(prepared, having, meet);
	}
	return [...after].flatMap(([a, others]) =>
		[...new Set(others)].map((b): [number, number] => [a, b])
	);
}

function everyPair(block: readonly number[], meet: (a: number, b: number) => void): void {
	if (block.length > BLOCK_LIMIT) return;
	block.forEach((a, i) => {
		for (let j = i + 1; j < block.length; j++) meet(a, block[j] ?? a);
	});
}

/** The pairs of records with a word in common that lie in the same square or in squares side by side. */
function neighbours(
	prepared: readonly Prepared[],
	having: readonly number[],
	meet: (a: number, b: number) => void
): void {
	const squares = new Map<number, number[]>();
	for (const i of having) {
		const point = prepared[i]?.point;
		if (point) put(squares, squareOf(point), i);
	}
	for (const [square, here] of squares) {
		everyPair(here, meet);
		for (const step of HALF_AROUND) {
			const there = squares.get(square + step);
			if (!there || here.length > BLOCK_LIMIT || there.length > BLOCK_LIMIT) continue;
			for (const a of here) for (const b of there) meet(a, b);
		}
	}
}

/** What brings records together wherever they are. */
function keysOf({ postcode, charity, company }: Prepared): string[] {
	return [
		...(postcode === null ? [] : [`postcode ${postcode}`]),
		...(charity === null ? [] : [`charity ${charity}`]),
		...(company === null ? [] : [`company ${company}`])
	];
}

/**
 * The square that a point lies in, as a number. Its sides are of REACH at WIDTH's latitude;
 * further south, where degrees are wider, of a little more.
 */
function squareOf({ longitude, latitude }: { longitude: number; latitude: number }): number {
	const x = Math.floor((longitude * METRES_PER_DEGREE * WIDTH) / REACH);
	return x + ROW * Math.floor((latitude * METRES_PER_DEGREE) / REACH);
}
/** Length of a degree of longitude by that of latitude at 56° north, beyond England: no square is narrower. */
const WIDTH = Math.cos((56 * Math.PI) / 180);
/** From a square to the one north of it: more than there are around the Earth, and no square's number is too large for a whole number of 32 bits, which maps are quickest with. */
const ROW = 65_536;
/** East, and the three to the north: each pair of squares side by side, once. */
const HALF_AROUND = [1, ROW - 1, ROW, ROW + 1] as const;

function get<K, V>(map: Map<K, V>, key: K, make: () => V): V {
	let value = map.get(key);
	if (value === undefined) {
		value = make();
		map.set(key, value);
	}
	return value;
}

function put<K>(map: Map<K, number[]>, key: K, value: number): void {
	get(map, key, (): number[] => []).push(value);
}

/** Sets of records that grow by joining; the smallest position stands for each. */
class Clusters {
	readonly #parent: number[];
	/** Sources that have each thing once, with a row in the set, and kinds in it. */
	readonly #sources: Set<string>[];
	readonly #kinds: Set<AssetKind>[];
	/** Records that none of the set may be joined with, by set. */
	readonly #apart = new Map<number, number[]>();

	constructor(records: readonly LinkRecord[]) {
		this.#parent = records.map((_, i) => i);
		this.#sources = records.map(
			({ source }) => new Set(COMPILED_SOURCES.has(source) ? [] : [source])
		);
		this.#kinds = records.map(({ kind }) => new Set([kind]));
	}

	/** Keep pairs of records apart from now on. */
	keepApart(pairs: readonly [number, number][]): void {
		for (const [a, b] of pairs) {
			put(this.#apart, this.find(a), b);
			put(this.#apart, this.find(b), a);
		}
	}

	find(i: number): number {
		let root = i;
		while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
		for (let at = i; at !== root;) {
			const next = this.#parent[at] ?? root;
			this.#parent[at] = root;
			at = next;
		}
		return root;
	}

	/**
	 * Whether two sets hold no two kinds that only share an address, no two rows of a list that
	 * has each thing once, and no two records to keep apart.
	 */
	mayBeJoined(a: number, b: number): boolean {
		for (const source of this.#sources[a] ?? []) if (this.#sources[b]?.has(source)) return false;
		for (const one of this.#kinds[a] ?? []) {
			for (const other of this.#kinds[b] ?? []) if (!mayBeOnePlace(one, other)) return false;
		}
		return (this.#apart.get(a) ?? []).every((record) => this.find(record) !== b);
	}

	/** Join the sets of two records where they may be; always where their source says so. */
	join(a: number, b: number, always = false): void {
		const [root, other] = [this.find(a), this.find(b)].sort((x, y) => x - y);
		if (root === undefined || other === undefined || root === other) return;
		if (!always && !this.mayBeJoined(root, other)) return;
		this.#parent[other] = root;
		for (const source of this.#sources[other] ?? []) this.#sources[root]?.add(source);
		for (const kind of this.#kinds[other] ?? []) this.#kinds[root]?.add(kind);
		for (const record of this.#apart.get(other) ?? []) put(this.#apart, root, record);
		this.#apart.delete(other);
	}
}
