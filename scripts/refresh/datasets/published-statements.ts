import { checkCodes } from '../checks.ts';
import { NUMBER, optional, OPTIONAL_TEXT, TEXT, unique } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { tableReader } from '../tables.ts';

/** Figures as the documents print them, one row each; no value: a statement in words. */
const statements = (id: string): DatasetReader =>
	tableReader(
		id,
		{
			statement_id: unique(TEXT),
			document_id: TEXT,
			section: TEXT,
			area: TEXT,
			what: TEXT,
			value: optional(NUMBER),
			unit: OPTIONAL_TEXT,
			period: OPTIONAL_TEXT
		},
		{
			order: 'published',
			after: ['published-documents'],
			check: (context, table) =>
				checkCodes(context, table, 'document_id', { dataset: 'published-documents' })
		}
	);

/** Those that our own figures are held against. */
export const publishedStatements = statements('published-statements');

/** The rest of the maternity documents: nothing here could confirm or contradict it. */
export const publishedStatementsMore = statements('published-statements-more');
