/**
 * Regions as files: what a region is made of, what it was and what it is part of now. The files
 * of boards are generated (`regions/boards/<code>.json`); a file beside that folder is written by
 * hand. It is a region of its own, or lies over a board's file (`extends`) and says what no lookup
 * knows: the names people use, the places, the documents.
 */
import * as v from 'valibot';

/** Columns of codes by which a region may be chosen: the level and the year it is of. */
export const AREA_VINTAGES = [
	'icb26',
	'icb24',
	'icb22',
	'sicbl26',
	'sicbl24',
	'ccg19',
	'lad26',
	'lad24',
	'lad18'
] as const;
export type AreaVintage = (typeof AREA_VINTAGES)[number];

export const REGION_FORMAT = 2;

const code = v.pipe(v.string(), v.regex(/^[EW]\d{8}$/));
const text = v.pipe(v.string(), v.nonEmpty());
const day = v.pipe(v.string(), v.isoDate());
const slug = v.pipe(v.string(), v.regex(/^[a-z]+(-[a-z]+)*$/));

/** A board that a region came from or became: all of that board's ground, or part of it. */
const RelativeSchema = v.strictObject({ code, name: text, part: v.boolean() });
export type Relative = v.InferOutput<typeof RelativeSchema>;

const fields = {
	slug,
	name: text,
	/** Whose area it is. */
	body: text,
	kind: v.picklist(['board', 'former-board', 'local-system', 'districts']),
	/** What it is made of. No neighbourhood may be in two of them. */
	area: v.pipe(
		v.array(
			v.strictObject({
				vintage: v.picklist(AREA_VINTAGES),
				codes: v.pipe(v.array(code), v.nonEmpty())
			})
		),
		v.nonEmpty()
	),
	/** The first day it was in force, where that is known and matters. */
	since: v.optional(day),
	/** What it was until a day: a board of its own. */
	was: v.optional(v.strictObject({ name: text, until: day })),
	partOf: v.optional(v.array(v.strictObject({ name: text, since: day }))),
	cameFrom: v.optional(v.array(RelativeSchema)),
	became: v.optional(v.array(RelativeSchema)),
	/** What else a reader should know of its validity. */
	note: v.optional(text),
	districts: v.strictObject({
		vintage: v.picklist(['lad18', 'lad24', 'lad26']),
		items: v.array(
			v.strictObject({ code, name: text, partOf: v.optional(text), note: v.optional(text) })
		)
	}),
	places: v.strictObject({
		vintage: v.picklist(['ccg19', 'sicbl24', 'sicbl26']),
		note: text,
		items: v.array(v.strictObject({ code, name: text }))
	}),
	documents: v.array(text)
};

const RegionSchema = v.strictObject({ format: v.literal(REGION_FORMAT), ...fields });
const OverlaySchema = v.strictObject({
	...v.partial(v.strictObject(fields)).entries,
	format: v.literal(REGION_FORMAT),
	/** Code of the board of April 2026 whose generated file it lies over. */
	extends: code,
	slug
});

export type RegionFile = v.InferOutput<typeof RegionSchema>;
export type Region = RegionFile & {
	/** In a sentence or more: since when it is so, what it came from, what it is part of. */
	validity: string;
};

/** A file of a region, by its path below `geodata/`. */
export interface NamedFile {
	path: string;
	json: unknown;
}

export interface Regions {
	/** Those written by hand: what is built unless others are asked for. */
	own: Region[];
	/** These and every board that none of them lies over. */
	all: Region[];
}

/**
 * All regions of some files. Throws an error that names the file where one is not right, where
 * two have one slug, or where a file lies over a board that there is not.
 */
export function readRegions(generated: NamedFile[], written: NamedFile[]): Regions {
	const boards = new Map(
		generated.map(({ path, json }) => {
			const region = parse(RegionSchema, path, json);
			return [region.area[0]?.codes[0] ?? '', region];
		})
	);
	const own = written.map(({ path, json }): RegionFile => {
		if (!isOverlay(json)) return parse(RegionSchema, path, json);
		const { extends: board, ...over } = parse(OverlaySchema, path, json);
		const under = boards.get(board);
		if (!under) throw new Error(`geodata/${path}, extends: there is no board ${board}`);
		boards.delete(board);
		return parse(RegionSchema, path, { ...under, ...over });
	});
	const all = [...own, ...boards.values()];
	const seen = new Set<string>();
	for (const region of all) {
		if (seen.has(region.slug)) throw new Error(`two regions are called "${region.slug}"`);
		seen.add(region.slug);
	}
	const whole = (region: RegionFile): Region => ({ ...region, validity: validityOf(region) });
	const bySlug = (a: RegionFile, b: RegionFile) => (a.slug < b.slug ? -1 : 1);
	return { own: own.sort(bySlug).map(whole), all: all.sort(bySlug).map(whole) };
}

/** Some regions by their slugs, in that order. Throws on a slug that none has, naming those there are. */
export function regionsCalled(regions: readonly Region[], slugs: readonly string[]): Region[] {
	return slugs.map((wanted) => {
		const found = regions.find((region) => region.slug === wanted);
		if (found) return found;
		const known = regions.map((region) => region.slug).join(', ');
		throw new Error(`there is no region "${wanted}"; there are: ${known}`);
	});
}

const isOverlay = (json: unknown): boolean =>
	typeof json === 'object' && json !== null && 'extends' in json;

function parse<Schema extends v.GenericSchema>(
	schema: Schema,
	path: string,
	json: unknown
): v.InferOutput<Schema> {
	const result = v.safeParse(schema, json);
	if (!result.success) {
		const [issue] = result.issues;
		throw new Error(`geodata/${path}, ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`);
	}
	return result.output;
}

/** Since when a region is as it is, in words. */
export function validityOf(region: RegionFile): string {
	const { body, kind, since, was, partOf, cameFrom, became, note } = region;
	const sentences: string[] = [];
	if (kind === 'board') {
		sentences.push(
			since === undefined
				? `The area of ${body}, as in the lookups of April 2026.`
				: `The area of ${body} since ${dayOf(since)}.`
		);
	}
	if (kind !== 'board' && note !== undefined) sentences.push(note);
	if (was) sentences.push(`Until ${dayOf(was.until)} it was the area of ${was.name}.`);
	if (cameFrom?.length) sentences.push(`It was made of ${relatives(cameFrom)}.`);
	if (became?.length) sentences.push(`It went to ${relatives(became)}.`);
	for (const { name, since: joined } of partOf ?? []) {
		sentences.push(`Since ${dayOf(joined)} it is part of ${name}.`);
	}
	if (kind === 'board' && note !== undefined) sentences.push(note);
	return sentences.join(' ');
}

function relatives(list: readonly Relative[]): string {
	const words = list.map(({ name, part }) => (part ? `part of ${name}` : `all of ${name}`));
	return words.length < 2
		? words.join('')
		: `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

const dayOf = (iso: string): string =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
