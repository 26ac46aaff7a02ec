import { checkCodes } from '../checks.ts';
import { OPTIONAL_TEXT, TEXT } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** What the plans ask for, by when, and what in this project can serve it. */
export const publishedPlanActions = tableReader(
	'published-plan-actions',
	{
		document_id: TEXT,
		section: TEXT,
		area: TEXT,
		action: TEXT,
		by_when: OPTIONAL_TEXT,
		served_by: TEXT
	},
	{
		order: 'published',
		after: ['published-documents'],
		check: (context, table) =>
			checkCodes(context, table, 'document_id', { dataset: 'published-documents' })
	}
);
