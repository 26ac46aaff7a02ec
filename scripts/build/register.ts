/** The asset register as a whole: every row of every table of assets, and which are one place. */
import type { Verdict } from '../../src/lib/register/linkage/decisions.ts';
import { readDecisions } from '../../src/lib/register/intake/decisions-file.ts';
import { linkRecords, type Linkage } from '../../src/lib/register/linkage/duplicates.ts';
import type { Asset } from '../../src/lib/register/asset.ts';
import { assetOf } from '../../src/lib/register/row.ts';
import { isPostalOnly } from '../../src/lib/register/postal.ts';
import { postcodeOnce, shownName } from '../../src/lib/register/names.ts';
import { isSensitive } from '../../src/lib/register/sensitive.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import { readWithdrawals } from '../../src/lib/register/withdrawn.ts';
import { withdrawn } from '../../src/lib/register/withdrawn.ts';

/** A row of the register: an asset, and what its source groups it by. */
export interface RegisterEntry extends Asset {
	group: string | null;
	/** The neighbourhood by the table, also of those without a point. */
	home: string | null;
}

/** Datasets of the catalogue that are tables of assets, in its order. */
export const registerDatasets = (geodata: Geodata): string[] => geodata.datasetsBelow('assets/');

/** Every row of the register in England, in the order of the catalogue; those where only post goes without a point. */
export async function registerRecords(geodata: Geodata): Promise<RegisterEntry[]> {
	const all: RegisterEntry[] = [];
	for (const id of registerDatasets(geodata)) {
		const { rows, columns } = await geodata.table(id);
		const { licence } = geodata.dataset(id);
		const named = Object.entries(columns);
		for (let row = 0; row < rows; row++) {
			const values = Object.fromEntries(named.map(([name, { values }]) => [name, values[row]]));
			const text = (value: unknown) => (typeof value === 'string' ? value : null);
			all.push({
				...placed(assetOf(values, licence)),
				group: text(values['group']),
				home: text(values['lsoa21'])
			});
		}
	}
	return all;
}

/** Without a point where the address is only one for post: nobody can go there. */
const placed = (asset: Asset): Asset =>
	isPostalOnly(asset.address)
		? { ...asset, longitude: null, latitude: null, pointSource: null, lsoa21: null }
		: asset;

/** Which listings of England are one place; those that are one by themselves are not named. */
export interface LinkedListings extends Pick<Linkage, 'uncertain' | 'moving' | 'movedOn'> {
	/** Id of the record and of the place it belongs to, where the two differ. */
	merged: [record: string, place: string][];
}

export interface RegisterLinkage extends Pick<Linkage, 'uncertain'> {
	/** Without those that were withdrawn, and those that are held back. */
	records: readonly RegisterEntry[];
	/** Records of places that must not be found: in no output, but their number. */
	held: readonly RegisterEntry[];
	/** Ids of the records that were withdrawn or are held back: in no output. */
	leftOut: ReadonlySet<string>;
	/** Ids of the records whose address is only one for post: they have no point, whatever their table says. */
	postal: ReadonlySet<string>;
	/** Id of the place by id of the record. */
	merged: ReadonlyMap<string, string>;
	/** Ids of the records of what moves: an event or organisation, not the building it is in. */
	moving: ReadonlySet<string>;
	/** Ids of those that their directory has since listed elsewhere: they are no longer where they say. */
	movedOn: ReadonlySet<string>;
	/** Where an official register has a place, by the place's id: that point wins over all others. */
	points: ReadonlyMap<string, RegisterPoint>;
}

/** The point of an official register, with its neighbourhood. */
export type RegisterPoint = Pick<RegisterEntry, 'longitude' | 'latitude' | 'lsoa21'>;

/** Where what people decided on duplicates is kept; there is none before the first decision. */
export const DECISIONS = 'decisions/duplicates.csv';

/** What people decided, by the key of a pair; also on listings that the register no longer has. */
export function keptDecisions(geodata: Geodata): ReadonlyMap<string, Verdict> {
	const bytes = geodata.optional(DECISIONS);
	if (!bytes) return new Map();
	const { decisions } = readDecisions(bytes, { has: () => true });
	return new Map(decisions.map(({ key, verdict }) => [key, verdict]));
}

/** Finds the duplicates of the whole register. What people decided holds. */
export async function linkListings(geodata: Geodata): Promise<LinkedListings> {
	const records = await geodata.once(registerRecords);
	const { merged, moving, movedOn, uncertain } = linkRecords(records, keptDecisions(geodata));
	return {
		moving,
		movedOn,
		merged: records.flatMap(({ id }, i): [string, string][] => {
			const place = merged[i] ?? id;
			return place === id ? [] : [[id, place]];
		}),
		uncertain
	};
}

/** Where it is written which places are withdrawn; there is none before the first. */
export const WITHDRAWN = 'withdrawn.csv';

/**
 * The register with its duplicates found, over all of England, so that a place has the same
 * id in every region that sees it.
 */
export async function linkRegister(geodata: Geodata): Promise<RegisterLinkage> {
	const all = await geodata.once(registerRecords);
	const { merged, moving, movedOn, uncertain } = await geodata.once(linkListings);
	const left = new Set(movedOn);
	const moves = new Set(moving);
	// Whoever asks for a place to be left out knows it by the name that it is shown by.
	const records = all
		.map((record) => (left.has(record.id) ? hasMoved(record) : record))
		.map((record) => ({
			...record,
			name: shownName({ ...record, moves: moves.has(record.id) }),
			address: postcodeOnce(record.address, record.postcode)
		}));
	const places = new Map(merged);
	const placeOf = new Map(records.map(({ id }) => [id, places.get(id) ?? id]));
	const out = withdrawn(
		records,
		(id) => placeOf.get(id) ?? id,
		readWithdrawals(
			geodata.optional(WITHDRAWN)?.toString('utf8') ?? HEADINGS,
			`geodata/${WITHDRAWN}`
		)
	);
	for (const { line } of out.unmatched) {
		console.warn(`geodata/${WITHDRAWN}, line ${line}: the register has no such place (any more)`);
	}
	const held = records.filter(isSensitive);
	const leftOut = new Set([...out.ids, ...held.map(({ id }) => id)]);
	return {
		records: records.filter(({ id }) => !leftOut.has(id)),
		held,
		leftOut,
		postal: new Set(records.filter(({ address }) => isPostalOnly(address)).map(({ id }) => id)),
		merged: placeOf,
		moving: moves,
		movedOn: left,
		points: registerPoints(
			records.filter(({ id }) => !leftOut.has(id)),
			placeOf
		),
		uncertain: uncertain.filter(({ a, b }) => !leftOut.has(a) && !leftOut.has(b))
	};
}

/** A listing of what has moved: nobody finds it here any more. */
const hasMoved = (record: RegisterEntry): RegisterEntry => ({
	...record,
	status: 'closed',
	note: 'The directory that listed it here has listed it at another address since'
});

/** The points of what official registers list as open, by place. */
function registerPoints(
	records: readonly RegisterEntry[],
	placeOf: ReadonlyMap<string, string>
): Map<string, RegisterPoint> {
	return new Map(
		records.flatMap(({ id, verifiedBy, longitude, latitude, lsoa21 }): [string, RegisterPoint][] =>
			verifiedBy === 'register' && longitude !== null && latitude !== null
				? [[placeOf.get(id) ?? id, { longitude, latitude, lsoa21 }]]
				: []
		)
	);
}

/** A file of withdrawals without any. */
const HEADINGS = 'id,name,postcode,date,reason\n';
