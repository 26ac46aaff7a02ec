/**
 * Which checks there are: one file a region (`geodata/checks/<slug>.json`) and one for
 * England (`england.json`). What is checked about a place is a fact about that place; how,
 * is code. A check is about one printed statement, or says itself what must come out.
 */
import * as v from 'valibot';
import { EDITION_IDS } from '../facts/editions.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const code = v.pipe(v.string(), v.regex(/^E\d{8}$/, 'a nine-character code'));
const positive = v.pipe(v.number(), v.gtValue(0));
const edition = v.picklist(EDITION_IDS);
/** Deciles 1 to this, 1 being the most deprived. */
const deciles = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10));

const common = {
	claim: v.union([
		/** A row of the published statements. */
		v.strictObject({ statement: id }),
		/** What this project says must come out; or how a part of a statement comes out. */
		v.strictObject({
			id,
			says: text,
			/** The statement it is a part of. */
			partOf: v.optional(id),
			/** The figure, or the statement that has it; none where the method needs none. */
			expected: v.optional(v.union([v.number(), v.strictObject({ statement: id })]))
		})
	]),
	/** The unit the printed figure is rounded to; none where it is exact. */
	rounding: v.optional(positive),
	/** How the base of our figure differs from the printed one's. */
	otherBase: v.optional(text),
	/** What a reader should know besides. */
	note: v.optional(text),
	/** Whether it must come out; no, unless said. */
	required: v.optional(v.boolean())
};

const board = { board: code };
/** A board, or one district of it (code of April 2018). */
const place = { ...board, district: v.optional(code) };
const inDeciles = { ...common, ...place, edition, deciles };

/** What a district may be said to come first in. */
export const MEASURES = [
	'average-score',
	'average-rank',
	'core20-share-of-residents',
	'core20-share-of-lsoas',
	'core20-lsoas',
	'charities',
	'charities-per-10000',
	'charity-income-per-resident'
] as const;

const measure = v.picklist(MEASURES);

export const CheckSchema = v.variant('method', [
	v.strictObject({ method: v.literal('not-in-open-data'), ...common, why: text }),
	v.strictObject({ method: v.literal('lsoas-in-deciles'), ...inDeciles }),
	v.strictObject({ method: v.literal('communities-in-deciles'), ...inDeciles }),
	v.strictObject({ method: v.literal('residents-in-deciles'), ...inDeciles }),
	v.strictObject({ method: v.literal('females-in-deciles'), ...common, ...place, deciles }),
	v.strictObject({ method: v.literal('newborns-in-deciles'), ...common, ...place, deciles }),
	v.strictObject({ method: v.literal('residents'), ...common, ...board }),
	v.strictObject({ method: v.literal('places'), ...common, ...board }),
	v.strictObject({ method: v.literal('practices'), ...common, ...board }),
	v.strictObject({ method: v.literal('networks'), ...common, ...board }),
	v.strictObject({ method: v.literal('patients-per-practice'), ...common, ...board }),
	v.strictObject({ method: v.literal('births'), ...common, ...board }),
	v.strictObject({ method: v.literal('births-share'), ...common, ...board, district: code }),
	v.strictObject({ method: v.literal('fewest-births'), ...common, ...board, district: code }),
	v.strictObject({
		method: v.literal('births-of-districts'),
		...common,
		districts: v.pipe(v.array(code), v.minLength(1)),
		year: v.picklist([2019, 2023])
	}),
	v.strictObject({
		method: v.literal('charities-total'),
		...common,
		column: v.picklist(['registered_charities', 'total_income_gbp']),
		/** Whether the sum is all that is claimed, or stands for the register behind it. */
		claims: v.picklist(['sum', 'register'])
	}),
	v.strictObject({
		method: v.literal('district-leads'),
		...common,
		...board,
		district: code,
		measures: v.pipe(v.array(measure), v.minLength(1)),
		/** The measures closest to the statement's words, where there are several. */
		inItsWords: v.optional(v.array(measure))
	}),
	v.strictObject({
		method: v.literal('life-expectancy-level'),
		...common,
		communities: v.pipe(v.array(code), v.minLength(1))
	}),
	v.strictObject({
		method: v.literal('life-expectancy-gap'),
		...common,
		...board,
		from: v.pipe(v.array(code), v.minLength(1)),
		to: code
	}),
	v.strictObject({ method: v.literal('life-expectancy-gate'), ...common }),
	v.strictObject({ method: v.literal('life-expectancy-estimate-gate'), ...common }),
	v.strictObject({
		method: v.literal('life-expectancy-estimate'),
		...common,
		communities: v.pipe(v.array(code), v.minLength(1))
	}),
	v.strictObject({
		method: v.literal('own-ethnic-rest'),
		...common,
		area: text,
		group: text
	}),
	v.strictObject({
		method: v.literal('own-sum'),
		...common,
		statements: v.pipe(v.array(id), v.minLength(2))
	}),
	v.strictObject({ method: v.literal('own-rate'), ...common, ...board, per1000: positive }),
	v.strictObject({
		method: v.literal('official-summary'),
		...common,
		level: v.picklist(['board', 'district']),
		figure: v.picklist(['share-in-decile-1', 'average-score', 'order-by-score', 'average-rank']),
		/** The largest difference allowed, in the figure's own unit. */
		within: v.optional(positive)
	}),
	v.strictObject({
		method: v.literal('crosswalk-total'),
		...common,
		column: v.picklist(['aged_0', 'females_15_44'])
	}),
	v.strictObject({ method: v.literal('car-model'), ...common }),
	v.strictObject({ method: v.literal('walk-model'), ...common })
]);

export const CheckListSchema = v.strictObject({
	format: v.literal(1),
	/** The region whose page shows these; null for checks about England. */
	region: v.nullable(id),
	checks: v.array(CheckSchema)
});

export type CheckSpec = v.InferOutput<typeof CheckSchema>;
export type CheckMethod = CheckSpec['method'];
export type SpecOf<M extends CheckMethod> = Extract<CheckSpec, { method: M }>;
export type CheckList = v.InferOutput<typeof CheckListSchema>;
export type Measure = (typeof MEASURES)[number];

/** Check and type a list of checks. Throws an Error that names the file and the field. */
export function parseCheckList(file: string, json: unknown): CheckList {
	const result = v.safeParse(CheckListSchema, json);
	if (result.success) return result.output;
	const [issue] = result.issues;
	throw new Error(`${file}, ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`);
}
