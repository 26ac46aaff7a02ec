/** What may stand in a region's file, and what is wrong with one that has something else, in words. */
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
const DISTRICT_VINTAGES = ['lad18', 'lad24', 'lad26'] as const;
const PLACE_VINTAGES = ['ccg19', 'sicbl24', 'sicbl26'] as const;
const KINDS = ['board', 'former-board', 'local-system', 'districts'] as const;

export const REGION_FORMAT = 2;

/** First steps of addresses that the site has itself; a test holds them against its folders. */
export const TAKEN_SLUGS: readonly string[] = [
	'accessibility',
	'app',
	'assets-template',
	'data',
	'early-input',
	'favicon',
	'index',
	'method',
	'offline',
	'packs',
	'privacy',
	'service-worker',
	'theme'
];

/** Where a reader of a message finds a code. */
export const WHERE_CODES = 'docs/add-a-region.md says where codes are listed';

function twiceIn(codes: readonly string[]): string | undefined {
	return codes.find((one, at) => codes.indexOf(one) !== at);
}
const codesOf = (items: readonly { code: string }[]) => items.map(({ code }) => code);
const twice = (codes: readonly string[]): string =>
	`${twiceIn(codes) ?? ''} is named twice: take one of them out`;

const code = v.pipe(v.string(), v.regex(/^[EW]\d{8}$/));
const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const day = v.pipe(v.string(), v.isoDate());
const slug = v.pipe(
	v.string(),
	v.regex(/^[a-z]+(-[a-z]+)*$/),
	v.check(
		(one) => !TAKEN_SLUGS.includes(one),
		({ input }) => `"${input}" is a page or file of the site itself: choose another slug`
	)
);

/** A board that a region came from or became: all of that board's ground, or part of it. */
const RelativeSchema = v.strictObject({ code, name: text, part: v.boolean() });
export type Relative = v.InferOutput<typeof RelativeSchema>;

const fields = {
	slug,
	name: text,
	/** Whose area it is. Districts that somebody put together may be nobody's. */
	body: v.optional(text),
	kind: v.picklist(KINDS),
	/** What it is made of. No neighbourhood may be in two of them. */
	area: v.pipe(
		v.array(
			v.strictObject({
				vintage: v.picklist(AREA_VINTAGES),
				codes: v.pipe(
					v.array(code),
					v.nonEmpty(),
					v.check(
						(codes) => twiceIn(codes) === undefined,
						({ input }) => twice(input)
					)
				)
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
		vintage: v.picklist(DISTRICT_VINTAGES),
		items: v.pipe(
			v.array(
				v.strictObject({ code, name: text, partOf: v.optional(text), note: v.optional(text) })
			),
			v.nonEmpty(),
			v.check(
				(items) => twiceIn(codesOf(items)) === undefined,
				({ input }) => twice(codesOf(input))
			)
		)
	}),
	/** Without it: the clinical commissioning groups of 2019 that it lies in. */
	places: v.optional(
		v.strictObject({
			vintage: v.picklist(PLACE_VINTAGES),
			note: v.optional(text),
			items: v.pipe(
				v.array(v.strictObject({ code, name: text })),
				v.check(
					(items) => twiceIn(codesOf(items)) === undefined,
					({ input }) => twice(codesOf(input))
				)
			)
		})
	),
	documents: v.pipe(
		v.array(text),
		v.check(
			(ids) => twiceIn(ids) === undefined,
			({ input }) => twice(input)
		)
	)
};

export const RegionSchema = v.pipe(
	v.strictObject({ format: v.literal(REGION_FORMAT), ...fields }),
	v.forward(
		v.partialCheck(
			[['kind'], ['body']],
			({ kind, body }) => kind === 'districts' || body !== undefined,
			'is missing: say whose area it is, such as "NHS Devon Integrated Care Board"; only a region of kind "districts" may do without'
		),
		['body']
	)
);
export const OverlaySchema = v.strictObject({
	...v.partial(v.strictObject(fields)).entries,
	format: v.literal(REGION_FORMAT),
	/** Code of the board of April 2026 whose generated file it lies over. */
	extends: code,
	slug
});
export type RegionFile = v.InferOutput<typeof RegionSchema>;

const oneOf = (known: readonly string[]): string =>
	`one of ${known.map((one) => `"${one}"`).join(', ')}`;
const aCode = `a code of an area, such as "E06000043" (${WHERE_CODES})`;
const aName = 'a name for people, such as "Brighton and Hove"';
const aDay = 'a day, such as "2026-04-01"';

/** What a field should be, by its path without positions; the longest ending that is here counts. */
const WANTED: Readonly<Record<string, string>> = {
	format: `the number ${REGION_FORMAT}`,
	slug: 'small letters from a to z, words joined by a single hyphen, such as "brighton-and-lewes"',
	name: aName,
	body: 'whose area it is, such as "NHS Devon Integrated Care Board"',
	kind: oneOf(KINDS),
	extends: 'the code of a board of April 2026, such as "E54000068"',
	code: aCode,
	codes: `a list of one code or more, such as ["E06000043"] (${WHERE_CODES})`,
	'codes.*': aCode,
	area: 'a list of what it is made of, such as [{ "vintage": "lad24", "codes": ["E06000043"] }]',
	'area.vintage': oneOf(AREA_VINTAGES),
	'districts.vintage': oneOf(DISTRICT_VINTAGES),
	'places.vintage': oneOf(PLACE_VINTAGES),
	districts:
		'the districts to name, such as { "vintage": "lad24", "items": [{ "code": "E06000043", "name": "Brighton and Hove" }] }',
	places:
		'the places to name, such as { "vintage": "ccg19", "items": [{ "code": "E38000021", "name": "Brighton and Hove" }] }; or leave it out',
	items: 'a list of one or more, such as [{ "code": "E06000043", "name": "Brighton and Hove" }]',
	documents: 'a list of ids of documents, such as ["nhs-equity-pledges"], or []',
	note: 'a sentence; or leave it out',
	part: 'true or false',
	since: aDay,
	until: aDay,
	partOf: 'what it is a part of'
};

/** What is wrong with a file's content by a schema: a sentence a problem, its field first. */
export function problemsOf(issues: readonly v.BaseIssue<unknown>[]): string[] {
	return [...new Set(issues.map(sentenceOf))];
}

function sentenceOf(issue: v.BaseIssue<unknown>): string {
	const path = (issue.path ?? []).map(({ key }) => key as string | number);
	const field = path.reduce<string>(
		(said, key) =>
			typeof key === 'number' ? `${said}[${key}]` : said === '' ? String(key) : `${said}.${key}`,
		''
	);
	const said = field === '' ? 'the file' : field;
	if (issue.type === 'check') return `${said}: ${issue.message}`;
	if (issue.type === 'partial_check') return `${said} ${issue.message}`;
	if (issue.type === 'strict_object' && issue.expected === 'never') {
		return `${said} is no field of a region's file: take it out, or look for a slip in its name`;
	}
	const wanted = wantedAt(path);
	if (issue.received === 'undefined') return `${said} is missing: give ${wanted}`;
	return `${said}: ${shown(issue.input)} should be ${wanted}`;
}

function wantedAt(path: readonly (string | number)[]): string {
	const names = path.map((key) => (typeof key === 'number' ? '*' : key));
	for (let from = 0; from < names.length; from++) {
		if (names[from] === '*') continue;
		const exact = WANTED[names.slice(from).join('.')];
		const plain =
			WANTED[
				names
					.slice(from)
					.filter((name) => name !== '*')
					.join('.')
			];
		if (exact ?? plain) return exact ?? plain ?? '';
	}
	return 'an object, { … }, as docs/add-a-region.md shows';
}

function shown(input: unknown): string {
	if (typeof input === 'string') {
		return input.trim() === '' ? 'a blank' : `"${input.slice(0, 60)}"`;
	}
	if (Array.isArray(input)) return input.length === 0 ? 'an empty list' : 'a list';
	return typeof input === 'object' && input !== null ? 'an object' : String(input);
}
