import { TEXT } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** What was announced and done about boards from 2025 on, with the kind of source of each. */
export const boardChanges = tableReader(
	'board-changes',
	{
		date: { type: 'text', pattern: /^\d{4}(-\d{2}){0,2}$/ },
		area: TEXT,
		fact: TEXT,
		kind_of_source: TEXT,
		source: TEXT
	},
	{ order: 'published' }
);
