import { formatMonth } from './format.ts';

/** When a document was published, in words: "2024-05" is a month, "2021-22" two years. */
export function formatDocumentDate(date: string): string {
	return /^\d{4}-(0[1-9]|1[0-2])(-\d{2})?$/.test(date) ? formatMonth(date) : date.replace('-', '/');
}

/** Where in a document: "section 6.1", or the section's own heading. */
export const sectionWords = (section: string): string =>
	/^\d/.test(section) ? `section ${section}` : section;

const fullDay = new Intl.DateTimeFormat('en-GB', {
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	timeZone: 'UTC'
});

/** A day in ISO as people write it: "2026-11-30" → "30 November 2026". */
export const formatDay = (iso: string): string => fullDay.format(new Date(iso));
