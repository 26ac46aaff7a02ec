import { OPTIONAL_TEXT, TEXT } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** What is an action for plus groups, in the plans' own words. */
const FOR_GROUPS = /\b(plus|key) group\b/;

/** What local plans promise for plus groups, as printed. */
export const publishedPlusActions = tableReader(
	'published-plus-actions',
	{ document_id: TEXT, section: TEXT, action: TEXT, by_when: OPTIONAL_TEXT },
	{
		within: { dataset: 'published-documents' },
		keep: ({ action }) => FOR_GROUPS.test(String(action)),
		order: 'published'
	}
);
