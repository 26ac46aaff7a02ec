/**
 * A region as it is listed today, frozen to compare with later: a small file that a reader keeps.
 * What has changed is split into places, people, list and method; only the first two can be
 * progress.
 */
import * as v from 'valibot';
import { shapeOf } from '../text/json-shape.ts';
import { visible } from '../text/visible.ts';
import {
	capitalise,
	formatCount,
	formatList,
	formatNumber,
	formatQuantity
} from '../text/format.ts';

/** Lists and rules that are compared, each of which may become a sentence. */
const MOST_NAMED_THINGS = 500;

const text = v.pipe(v.string(), v.maxLength(500), v.transform(visible));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Id and name of a place. */
export const PlaceSchema = v.tuple([text, text]);
export type Place = v.InferOutput<typeof PlaceSchema>;

export const BaselineSchema = v.strictObject({
	format: v.literal(1),
	region: text,
	name: text,
	/** Open places of the register: id and name. */
	places: v.pipe(v.array(PlaceSchema), v.maxLength(100_000)),
	/** Residents of the region, and of its neighbourhoods on the list. */
	residents: count,
	residentsListed: count,
	/** Of which census or year the residents are. */
	residentsOf: text,
	/** Codes of the neighbourhoods in the most deprived fifth, and by which index. */
	listed: v.pipe(v.array(text), v.maxLength(40_000)),
	index: text,
	/** Title of each list and the day it was read. */
	lists: v.pipe(v.record(text, text), v.maxEntries(MOST_NAMED_THINGS)),
	/** The rules that figures rest on, by name. */
	rules: v.pipe(v.record(text, v.pipe(v.number(), v.minValue(0))), v.maxEntries(MOST_NAMED_THINGS))
});
export type Baseline = v.InferOutput<typeof BaselineSchema>;

/** Bytes that a file that was kept has at most: a large region has a tenth of it. */
export const LARGEST_BASELINE = 20_000_000;

/** Levels of such a file, and commas in it: two a place, and one for all else. */
const SHAPE = { depth: 4, values: 300_000 };

/** Read a file that was kept. Throws an Error that says in one sentence what is wrong. */
export function readBaseline(content: string): Baseline {
	// Looked at before it is read, as the page waits for it.
	const json = shapeOf(content, SHAPE) === null ? parsed(content) : null;
	const result = v.safeParse(BaselineSchema, json);
	if (!result.success) {
		throw new Error(
			'This is not a baseline from this site. Choose a file that you saved from this page.'
		);
	}
	return result.output;
}

function parsed(content: string): unknown {
	try {
		return JSON.parse(content) as unknown;
	} catch {
		return null;
	}
}

/** What can have changed. */
export const PARTS = {
	places: { title: 'Places', progress: true },
	people: { title: 'People', progress: true },
	list: { title: 'Lists', progress: false },
	method: { title: 'Method', progress: false }
} as const;
export type BaselinePart = keyof typeof PARTS;
export const BASELINE_PARTS = Object.keys(PARTS) as BaselinePart[];

/** What has changed from then to now, in sentences by part; none where nothing did. */
export function sinceBaseline(then: Baseline, now: Baseline): Record<BaselinePart, string[]> {
	if (then.region !== now.region) {
		throw new Error(
			`This baseline is of ${then.name}. Open the page of that area to compare with it.`
		);
	}
	return {
		places: placesSince(then, now),
		people: peopleSince(then, now),
		list: listsSince(then, now),
		method: methodSince(then, now)
	};
}

const said = (value: number | undefined) => (value === undefined ? 'no such rule' : String(value));

/** Which places are listed now and were not then, and the other way round. */
export function placesBetween(
	then: Pick<Baseline, 'places'>,
	now: Pick<Baseline, 'places'>
): { came: Place[]; went: Place[] } {
	const [before, after] = [then, now].map(({ places }) => new Set(places.map(([id]) => id)));
	return {
		came: now.places.filter(([id]) => !before?.has(id)),
		went: then.places.filter(([id]) => !after?.has(id))
	};
}

/** The same in sentences; none where nothing came or went. */
export function placeSentences({ came, went }: { came: Place[]; went: Place[] }): string[] {
	const say = (places: readonly Place[], words: string) =>
		places.length === 0
			? []
			: [
					`${capitalise(formatQuantity(places.length, 'place'))} ${words}: ${some(places.map(([, name]) => name))}.`
				];
	return [...say(came, 'listed now and not then'), ...say(went, 'listed then and not now')];
}

const placesSince = (then: Baseline, now: Baseline): string[] =>
	placeSentences(placesBetween(then, now));

/** Rules that changed, and counts that were corrected: of the same people, another number. */
function methodSince(then: Baseline, now: Baseline): string[] {
	const rules = Object.keys({ ...then.rules, ...now.rules })
		.filter((rule) => then.rules[rule] !== now.rules[rule])
		.map((rule) => `${rule}: ${said(then.rules[rule])} then, ${said(now.rules[rule])} now.`);
	const isRecounted = then.residentsOf === now.residentsOf && then.residents !== now.residents;
	return isRecounted
		? [
				...rules,
				`Residents (${now.residentsOf}) counted anew: ${formatCount(then.residents)} then, ${formatCount(now.residents)} now.`
			]
		: rules;
}

function peopleSince(then: Baseline, now: Baseline): string[] {
	if (then.residentsOf === now.residentsOf) return [];
	return [
		`${formatCount(then.residents)} residents then (${then.residentsOf}), ${formatCount(now.residents)} now (${now.residentsOf}).`,
		`In the most deprived fifth: ${formatCount(then.residentsListed)} then, ${formatCount(now.residentsListed)} now.`
	];
}

function listsSince(then: Baseline, now: Baseline): string[] {
	const read = Object.entries(now.lists).flatMap(([title, day]) => {
		const before = then.lists[title];
		if (before === day) return [];
		return before === undefined
			? [`${title}: new here, read ${day}.`]
			: [`${title}: read ${before} then, ${day} now.`];
	});
	const gone = Object.keys(then.lists)
		.filter((title) => !(title in now.lists))
		.map((title) => `${title}: no longer here.`);
	const on = new Set(then.listed);
	const listed = new Set(now.listed);
	const entered = now.listed.filter((code) => !on.has(code)).length;
	const left = then.listed.filter((code) => !listed.has(code)).length;
	const moved =
		entered + left === 0
			? []
			: [
					`By ${now.index === then.index ? `the index of ${now.index}` : `the index of ${now.index} in place of ${then.index}`}, ${formatNumber(entered)} entered the most deprived fifth and ${formatNumber(left)} left it.`
				];
	return [...read, ...gone, ...moved];
}

/** Names shown before the rest is counted. */
const NAMED = 12;

function some(names: readonly string[]): string {
	const more = names.length - NAMED;
	return more > 0
		? `${names.slice(0, NAMED).join(', ')} and ${formatNumber(more)} more`
		: formatList(names);
}
