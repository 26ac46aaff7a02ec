/**
 * A round of checks: which places are asked about, how they were chosen, and from how many. It is
 * written into every row that goes out, so that a row says where it belongs however a file was
 * divided, sorted or saved again.
 */
import { randomNumbers } from '../../stats/random.ts';
import { CHECK_ORDER_IDS, mayBeChecked, type CheckOrder } from '../directory/field-check.ts';
import type { RegionAreas } from '../../areas/region.ts';
import { chooseRows, NO_CHOICE } from '../directory/choice.ts';
import type { DirectoryRow } from '../directory/directory.ts';
import { shortHash } from '../intake/values.ts';
import { ASSET_KINDS, isAssetKind, type AssetKind } from '../kinds.ts';

/** Which places of a region were chosen, how and when. */
interface Chosen {
	/** How the places were chosen. */
	way: CheckOrder;
	/** Slug of the region. */
	region: string;
	/** ISO day on which they were chosen. */
	on: string;
	/** Code of the area that was asked for; null for the whole region. */
	place: string | null;
	/** In the order of ASSET_KINDS; none is all. */
	kinds: readonly AssetKind[];
	/** Dataset whose listings were asked for; null for all. */
	source: string | null;
}

export interface Round extends Chosen {
	/** The frame: how many places there were to choose from. */
	frame: number;
	/** Changes with the places of the frame: who has the same frame can draw the sample again. */
	mark: string;
	/** How many places were asked about. */
	asked: number;
	/** What a random sample was drawn with; null for any other way. */
	seed: number | null;
}

/** Places of a random check unless the reader asks for another number. */
export const SAMPLE = 30;
export const MOST_SAMPLE = 400;
export const MOST_SEED = 999_999;

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What tells a frame from another: the same for the same places, in whatever order. */
export const markOf = (ids: readonly string[]): string => shortHash([...ids].sort(byCode).join());

/**
 * A simple random sample without replacement, by place: each set of so many is as likely as any
 * other. The same ids and seed give the same sample, in whatever order they come.
 *
 * @param seed a whole number
 */
export function drawSample(ids: readonly string[], size: number, seed: number): Set<string> {
	const pool = [...ids].sort(byCode);
	const next = randomNumbers(seed);
	const drawn = Math.max(0, Math.min(size, pool.length));
	// The first steps of a Fisher-Yates shuffle.
	for (let at = 0; at < drawn; at++) {
		const other = at + Math.floor(next() * (pool.length - at));
		const [one, two] = [pool[at] as string, pool[other] as string];
		[pool[at], pool[other]] = [two, one];
	}
	return new Set(pool.slice(0, drawn));
}

/** Of which places a check is. */
export type Frame = Pick<Round, 'place' | 'kinds' | 'source'>;

/** Every place that a check may be of: of some kinds, in an area, listed by a source. */
export const frameOf = (
	rows: readonly DirectoryRow[],
	{ place, kinds, source }: Frame,
	areas: RegionAreas
): DirectoryRow[] =>
	chooseRows(rows, { ...NO_CHOICE, place, kinds }, areas).filter(
		(row) =>
			mayBeChecked(row) &&
			(source === null || row.claims.some(({ asset }) => asset.source === source))
	);

/** What is asked of a check. */
export interface Asked extends Chosen {
	/** How many to draw, and with which seed, for a random sample. */
	sample: number;
	seed: number;
}

/**
 * The round of a question, and the rows to check: all of the frame, or those that are drawn.
 *
 * @param frame every row that there is to choose from
 */
export function roundOf(
	frame: readonly DirectoryRow[],
	{ way, region, on, place, kinds, source, sample, seed }: Asked
): { round: Round; rows: DirectoryRow[] } {
	const ids = frame.map(({ lead }) => lead.id);
	const drawn = way === 'random' ? drawSample(ids, sample, seed) : null;
	const rows = drawn === null ? [...frame] : frame.filter(({ lead }) => drawn.has(lead.id));
	return {
		rows,
		round: {
			way,
			region,
			on,
			place,
			kinds,
			source,
			frame: ids.length,
			mark: markOf(ids),
			asked: rows.length,
			seed: drawn === null ? null : seed
		}
	};
}

/**
 * The ids of a random round's sample, drawn again; null where the frame is no longer what it was,
 * and for any other way.
 *
 * @param frame every row that there is to choose from now
 */
export function drawnAgain(round: Round, frame: readonly DirectoryRow[]): Set<string> | null {
	const ids = frame.map(({ lead }) => lead.id);
	return round.seed === null || markOf(ids) !== round.mark
		? null
		: drawSample(ids, round.asked, round.seed);
}

/** Raise it where what is written changes so that an older page would misread it. */
const VERSION = 1;
const ALL = 'all';

/** A round as a text for a cell: words that a person can read, and the import too. */
export const roundText = (round: Round): string =>
	[
		`round ${VERSION}`,
		`way ${round.way}`,
		`region ${round.region}`,
		`on ${round.on}`,
		`place ${round.place ?? ALL}`,
		`kinds ${round.kinds.length === 0 ? ALL : round.kinds.join(' ')}`,
		`source ${round.source ?? ALL}`,
		`from ${round.frame}`,
		`mark ${round.mark}`,
		`asked ${round.asked}`,
		...(round.seed === null ? [] : [`seed ${round.seed}`])
	].join(', ');

/** What a text of {@link roundText} says; in a word why it cannot be read. */
export type RoundRead = { round: Round } | { fault: 'newer' | 'broken' };

const WORD = /^[\w.:-]{1,80}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const COUNT = /^\d{1,7}$/;

/** Read a round. It may have gone through hands and programs: anything that is not whole is broken. */
export function readRound(text: string): RoundRead {
	const said = new Map<string, string>();
	for (const part of text.trim().slice(0, 2_000).split(', ')) {
		const at = part.indexOf(' ');
		if (at < 1 || said.has(part.slice(0, at))) return { fault: 'broken' };
		said.set(part.slice(0, at), part.slice(at + 1));
	}
	const version = said.get('round') ?? '';
	if (COUNT.test(version) && Number(version) > VERSION) return { fault: 'newer' };
	const get = (name: string, shape: RegExp): string | null => {
		const value = said.get(name) ?? '';
		return shape.test(value) ? value : null;
	};
	const all = (value: string | null) => (value === ALL ? null : value);
	const way = CHECK_ORDER_IDS.find((id) => id === said.get('way'));
	const [region, on, place, source, mark] = [
		get('region', WORD),
		get('on', DAY),
		get('place', WORD),
		get('source', WORD),
		get('mark', WORD)
	];
	const [frame, asked, seed] = [get('from', COUNT), get('asked', COUNT), get('seed', COUNT)];
	const words = (said.get('kinds') ?? '').split(' ');
	const kinds = words[0] === ALL ? [] : words.filter(isAssetKind);
	if (
		version !== String(VERSION) ||
		way === undefined ||
		region === null ||
		on === null ||
		Number.isNaN(Date.parse(on)) ||
		place === null ||
		source === null ||
		mark === null ||
		frame === null ||
		asked === null ||
		Number(asked) > Number(frame) ||
		(words[0] !== ALL && kinds.length !== words.length) ||
		(way === 'random') !== (seed !== null)
	) {
		return { fault: 'broken' };
	}
	return {
		round: {
			way,
			region,
			on,
			place: all(place),
			kinds: (Object.keys(ASSET_KINDS) as AssetKind[]).filter((kind) => kinds.includes(kind)),
			source: all(source),
			frame: Number(frame),
			mark,
			asked: Number(asked),
			seed: seed === null ? null : Number(seed)
		}
	};
}

/** Whether two rounds ask the same of the same places, so that the second can be held beside the first. */
export const isSameQuestion = (a: Round, b: Round): boolean =>
	a.way === b.way &&
	a.region === b.region &&
	a.place === b.place &&
	a.source === b.source &&
	a.kinds.join() === b.kinds.join();
