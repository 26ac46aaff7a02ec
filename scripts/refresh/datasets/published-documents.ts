import { TEXT, unique } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** The local and national documents whose printed figures are quoted. */
export const publishedDocuments = tableReader(
	'published-documents',
	{ document_id: unique(TEXT), title: TEXT, publisher: TEXT, date: TEXT, area: TEXT },
	{ order: 'published' }
);
