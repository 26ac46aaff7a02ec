/**
 * What the reader decided for files they brought, so that the next one asks nothing again: what
 * columns of a layout are, and what words for kinds mean. A layout is known by a number made from
 * its headings; nothing else of a file is remembered.
 */
import * as v from 'valibot';
import { isAssetKind, subkindLabel } from '../kinds.ts';
import { plainWords, TARGETS, type Mapping, type Target } from './columns.ts';
import type { KindReading } from './kind-words.ts';
import { shortHash } from './values.ts';

export interface Layout {
	mapping: Mapping;
	/** Kind of rows that name none; null where none was asked for. */
	defaultKind: KindReading | null;
}

export interface Remembered {
	/** By {@link layoutOf}, the latest last. */
	layouts: readonly (readonly [layout: string, Layout])[];
	/** By plain words, the latest last. */
	kinds: readonly (readonly [words: string, KindReading])[];
}
export const NOTHING_REMEMBERED: Remembered = { layouts: [], kinds: [] };

const MOST_LAYOUTS = 50;
const MOST_KINDS = 500;
const LONGEST_WORDS = 100;

/** What a file's layout is known by: its headings in their order, however they are written. */
export const layoutOf = (headings: readonly string[]): string =>
	shortHash(JSON.stringify(headings.map(plainWords)));

/** What is remembered with what was decided last, the oldest forgotten where it is much. */
export function withDecided(
	{ layouts, kinds }: Remembered,
	layout: readonly [string, Layout],
	decided: readonly (readonly [words: string, KindReading])[]
): Remembered {
	const latest = <T>(
		before: readonly (readonly [string, T])[],
		now: readonly (readonly [string, T])[],
		most: number
	) => {
		const names = new Set(now.map(([name]) => name));
		return [...before.filter(([name]) => !names.has(name)), ...now].slice(-most);
	};
	const short = decided.filter(([words]) => words.length <= LONGEST_WORDS);
	return {
		layouts: latest(layouts, [layout], MOST_LAYOUTS),
		kinds: latest(kinds, short, MOST_KINDS)
	};
}

const TARGET_IDS = TARGETS.map(({ id }) => id);
const KindSchema = v.pipe(
	v.strictObject({
		kind: v.custom<KindReading['kind']>((kind) => typeof kind === 'string' && isAssetKind(kind)),
		subkind: v.nullable(v.string())
	}),
	v.check(({ kind, subkind }) => subkind === null || subkindLabel(kind, subkind) !== undefined)
);
const RememberedSchema = v.strictObject({
	layouts: v.array(
		v.strictTuple([
			v.string(),
			v.strictObject({
				mapping: v.array(v.nullable(v.custom<Target>((id) => TARGET_IDS.includes(id as Target)))),
				defaultKind: v.nullable(KindSchema)
			})
		])
	),
	kinds: v.array(v.strictTuple([v.string(), KindSchema]))
});

/** What a browser kept; nothing where it is of another time, or not ours. */
export function readRemembered(text: string | null): Remembered {
	if (text === null) return NOTHING_REMEMBERED;
	try {
		const read = v.safeParse(RememberedSchema, JSON.parse(text));
		return read.success ? read.output : NOTHING_REMEMBERED;
	} catch {
		return NOTHING_REMEMBERED;
	}
}
