/**
 * A release as it is kept for the next one to compare with: a region as it was listed, and the
 * updates so far, each split into places, people, lists and method. Only the first two can be
 * progress.
 */
import * as v from 'valibot';
import { formatDay } from '../text/document-date.ts';
import { visible } from '../text/visible.ts';
import {
	BaselineSchema,
	placesBetween,
	placeSentences,
	PlaceSchema,
	sinceBaseline,
	type Baseline,
	type BaselinePart,
	type Place
} from './baseline.ts';
import type { NewsEntry, NewsKind } from './entry.ts';

const text = v.pipe(v.string(), v.transform(visible));
const day = v.pipe(v.string(), v.isoDate());

const UpdateSchema = v.strictObject({
	day,
	/** The role that read what follows before it was released; null where nobody did. */
	reviewedBy: v.nullable(v.pipe(text, v.minLength(1))),
	came: v.array(PlaceSchema),
	went: v.array(PlaceSchema),
	people: v.array(text),
	list: v.array(text),
	method: v.array(text)
});
/** What changed with one release. */
export type Update = v.InferOutput<typeof UpdateSchema>;

const ReleaseSchema = v.strictObject({
	format: v.literal(1),
	day,
	baseline: BaselineSchema,
	/** Ids of the listings of a place by its id, where it has another than its own. */
	listings: v.record(text, v.array(text)),
	/** The newest last. */
	updates: v.array(UpdateSchema)
});
export type Release = v.InferOutput<typeof ReleaseSchema>;

/** A region as it is listed now, with which listings are which place. */
export type Listed = Pick<Release, 'baseline' | 'listings'>;

/** Read a release. Throws an Error that says in one line what is wrong with it. */
export function readRelease(content: string, path: string): Release {
	let json: unknown;
	try {
		json = JSON.parse(content);
	} catch (cause) {
		throw new Error(`${path}: this is not JSON; take it from version control`, { cause });
	}
	const result = v.safeParse(ReleaseSchema, json);
	if (result.success) return result.output;
	const [{ path: at, message }] = result.issues;
	throw new Error(`${path}: ${at?.map(({ key }) => String(key)).join('.') ?? ''}: ${message}`);
}

/** Whether a place must not be named any more: it was withdrawn, or is held back. */
export type IsOut = (place: { ids: readonly string[]; name: string }) => boolean;

/**
 * The region of a release with the ids of today: a place that has another id since its listings were
 * joined otherwise is the same place. What must not be named is not in it.
 */
export function carriedOn(release: Release, now: Listed, isOut: IsOut): Baseline {
	const placeOf = new Map(
		now.baseline.places.flatMap(([id]) =>
			[id, ...(now.listings[id] ?? [])].map((listing): Place => [listing, id])
		)
	);
	const places = release.baseline.places.flatMap(([id, name]): Place[] => {
		const ids = [id, ...(release.listings[id] ?? [])];
		const known = ids.map((one) => placeOf.get(one)).find((one) => one !== undefined);
		if (known === undefined && isOut({ ids, name })) return [];
		return [[known ?? id, name]];
	});
	return { ...release.baseline, places: [...new Map(places)] };
}

/** What has changed since a release, in sentences by part. */
export const sinceRelease = (
	release: Release,
	now: Listed,
	isOut: IsOut
): Record<BaselinePart, string[]> => sinceBaseline(carriedOn(release, now, isOut), now.baseline);

/**
 * The next release of a region: what is listed now, and the updates so far with this one, where
 * anything changed. The first one has none.
 */
export function nextRelease(
	last: Release | null,
	now: Listed,
	{ day: on, reviewedBy, isOut }: Pick<Update, 'day' | 'reviewedBy'> & { isOut: IsOut }
): Release {
	const next = { format: 1 as const, day: on, ...now, updates: last?.updates ?? [] };
	if (!last) return next;
	if (on < last.day) throw new Error(`the last release is of ${last.day}, later than ${on}`);
	const then = carriedOn(last, now, isOut);
	const { people, list, method } = sinceBaseline(then, now.baseline);
	const { came, went } = placesBetween(then, now.baseline);
	const update: Update = { day: on, reviewedBy, came, went, people, list, method };
	const isChanged = [came, went, people, list, method].some((part) => part.length > 0);
	return isChanged ? { ...next, updates: [...last.updates, update] } : next;
}

/** Which kind of news each part of an update is. */
const KINDS: Readonly<Record<BaselinePart, { kind: NewsKind; what: string }>> = {
	places: { kind: 'places', what: 'places' },
	people: { kind: 'people', what: 'people' },
	list: { kind: 'lists', what: 'lists' },
	method: { kind: 'method', what: 'how we count' }
};

/** The updates of a region as news, an entry for each part that changed. */
export function updateNews({ updates }: Release, isOut: IsOut): NewsEntry[] {
	const named = (places: readonly Place[]) =>
		places.filter(([id, name]) => !isOut({ ids: [id], name }));
	return updates.flatMap(({ day: on, reviewedBy, came, went, people, list, method }) => {
		const sentences: Record<BaselinePart, readonly string[]> = {
			places: placeSentences({ came: named(came), went: named(went) }),
			people,
			list,
			method
		};
		const by =
			reviewedBy === null
				? 'Nobody has reviewed this list of changes.'
				: `Reviewed by ${reviewedBy}.`;
		return (Object.keys(KINDS) as BaselinePart[]).flatMap((part): NewsEntry[] =>
			sentences[part].length === 0
				? []
				: [
						{
							id: `update-${on}-${part}`,
							date: on,
							kind: KINDS[part].kind,
							title: `Update of ${formatDay(on)}: ${KINDS[part].what}`,
							says: [...sentences[part], by].join(' '),
							dataset: null
						}
					]
		);
	});
}
