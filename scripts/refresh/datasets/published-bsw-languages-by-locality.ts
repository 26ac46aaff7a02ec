import { RANK, TEXT } from '../columns.ts';
import { tableReader } from '../tables.ts';

/** Most spoken first languages other than English by locality as printed, in their order. */
export const publishedBswLanguagesByLocality = tableReader(
	'published-bsw-languages-by-locality',
	{ locality: TEXT, rank: RANK, language: TEXT },
	{ order: 'published' }
);
