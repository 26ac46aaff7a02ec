import { checkCodes } from '../checks.ts';
import { NUMBER, optional, OPTIONAL_TEXT, TEXT, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** Figures as the documents print them, one row each; no value: a statement in words. */
export const publishedStatements = tableReader(
	'published-statements',
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
