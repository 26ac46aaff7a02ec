/**
 * What was put together by hand from the documents (`geodata/printed.json`): which of their
 * figures belong together, which document prints a table, what here serves an action, and which official
 * area a document means.
 */
import * as v from 'valibot';
import { COVERED_BY } from '../catalogue/catalogue.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const areaCode = v.pipe(v.string(), v.regex(/^E\d{8}$/, 'an official code such as E10000020'));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** The pages that a link may lead to. */
export const LINKED_PAGES = [
	'home',
	'map',
	'gaps',
	'siting',
	'assets',
	'import',
	'table',
	'compare',
	'who-else',
	'checks',
	'documents',
	'changes',
	'news',
	'data',
	'method'
] as const;
export type LinkedPage = (typeof LINKED_PAGES)[number];

/** Whether something here serves an action. */
export const SERVED = ['yes', 'partly', 'no'] as const;
export type Served = (typeof SERVED)[number];

const LinkSchema = v.strictObject({
	page: v.picklist(LINKED_PAGES),
	/** What follows the address of the page: a question, a part. */
	at: v.optional(v.pipe(v.string(), v.regex(/^[?#]/))),
	title: text
});

const ThemeSchema = v.strictObject({
	id,
	title: text,
	/** Said below the heading: what the document warns of, what we do not do. */
	notes: v.optional(v.array(text)),
	/** Ids of the printed statements, in their order. */
	statements: v.pipe(v.array(id), v.minLength(1))
});

const TableSchema = v.strictObject({
	dataset: id,
	document: id,
	/** Null where it was not noted when the table was typed. */
	section: v.nullable(text),
	/** What the short names in it stand for, as the document has them elsewhere. */
	names: v.optional(v.record(text, text))
});

const AnswerSchema = v.strictObject({
	document: id,
	/** As in the table of actions. */
	action: text,
	served: v.picklist(SERVED),
	says: text,
	links: v.array(LinkSchema)
});

/** An area as documents call it, and what it is officially. */
const DocumentAreaSchema = v.strictObject({
	/** As in the table of services. */
	name: text,
	/** Official code of the area; null where the words name none, such as a hospital. */
	code: v.nullable(areaCode),
	/** The districts or boards that it is made of; null where nobody has said which it reaches. */
	within: v.nullable(
		v.union([
			v.literal('england'),
			v.strictObject({
				vintage: v.picklist(COVERED_BY),
				codes: v.pipe(v.array(areaCode), v.nonEmpty())
			})
		])
	)
});

const PrintedSchema = v.strictObject({
	format: v.literal(1),
	themes: v.array(ThemeSchema),
	tables: v.array(TableSchema),
	answers: v.array(AnswerSchema),
	areas: v.array(DocumentAreaSchema),
	/** Names of services with their abbreviations spelled out, by the name that the document has. */
	spelledOut: v.record(text, text)
});

export type Printed = v.InferOutput<typeof PrintedSchema>;
export type Theme = v.InferOutput<typeof ThemeSchema>;
export type PlanAnswer = v.InferOutput<typeof AnswerSchema>;
export type DocumentArea = v.InferOutput<typeof DocumentAreaSchema>;
export type PlanLink = v.InferOutput<typeof LinkSchema>;

/** Check and type the file. Throws an Error that names the file and the field. */
export function parsePrinted(file: string, json: unknown): Printed {
	const result = v.safeParse(PrintedSchema, json);
	if (result.success) return result.output;
	const [issue] = result.issues;
	throw new Error(`${file}, ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`);
}
