import { describe, expect, it } from 'vitest';
import { postcodesIn } from './postcodes-in.ts';

describe('postcodes in a text', () => {
	it.each([
		['NR1 3QG (rear entrance)', ['NR1 3QG']],
		['NR1 3QG / NR30 2ER', ['NR1 3QG', 'NR30 2ER']],
		['The Hall, nr1 3qg, Norwich', ['NR1 3QG']],
		['The Hall,NR13QG', ['NR1 3QG']],
		['Back Lane, nr180qb - use the side door', ['NR18 0QB']],
		['Back Lane Wymondham Nr180qb', ['NR18 0QB']],
		['open b24hr, see x.org/ab12cd or ab12de@x.org', []],
		['NR1 3QG or NR1 3QG', ['NR1 3QG']],
		['Unit A1, 2nd floor', []],
		['Unit A1 2nd floor', []],
		['Room B12 at 9am', []],
		['', []]
	])('“%s”', (text, expected) => {
		expect(postcodesIn(text).map((postcode) => postcode.text)).toEqual(expected);
	});
});
