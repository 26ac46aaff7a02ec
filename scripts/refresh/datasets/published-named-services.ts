import { checkCodes } from '../checks.ts';
import { TEXT, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** Services that the documents name for a whole area, and that have no place on a map. */
export const publishedNamedServices = tableReader(
	'published-named-services',
	{
		name: unique(TEXT),
		document_id: TEXT,
		section: TEXT,
		area: TEXT,
		what: TEXT,
		kind: TEXT
	},
	{
		order: 'published',
		after: ['published-documents'],
		check: (context, table) =>
			checkCodes(context, table, 'document_id', { dataset: 'published-documents' })
	}
);
