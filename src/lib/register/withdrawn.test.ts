import { describe, expect, it } from 'vitest';
import { readWithdrawals, withdrawn } from './withdrawn.ts';

const HEAD = 'id,name,postcode,date,reason\n';
const read = (lines: string) => readWithdrawals(HEAD + lines, 'withdrawn.csv');

describe('a file of withdrawals', () => {
	it('names places by id, or by name and postcode', () => {
		expect(read('a-1,,,2026-11-30,asked by the owner\n,Hall,NR1 1AA,2026-11-30,closed\n')).toEqual([
			{
				line: 2,
				id: 'a-1',
				name: null,
				postcode: null,
				date: '2026-11-30',
				reason: 'asked by the owner'
			},
			{ line: 3, id: null, name: 'Hall', postcode: 'NR1 1AA', date: '2026-11-30', reason: 'closed' }
		]);
		expect(read('')).toEqual([]);
	});

	it.each([
		['', 'withdrawn.csv: there is no column "id", "name"', 'postcode,date,reason\n'],
		[',Hall,,2026-11-30,x', 'withdrawn.csv, line 2: give an id, or a name and a postcode', HEAD],
		['a-1,,,yesterday,x', 'withdrawn.csv, line 2: the date must be like 2026-11-30', HEAD],
		['a-1,,,2026-13-40,x', 'withdrawn.csv, line 2: the date must be like 2026-11-30', HEAD],
		['a-1,,,2026-11-30,', 'withdrawn.csv, line 2: give a reason', HEAD]
	])('is refused: %s', (line, message, head) => {
		expect(() => readWithdrawals(head + line, 'withdrawn.csv')).toThrow(message);
	});
});

describe('a withdrawal', () => {
	const listings = [
		{ id: 'a-1', name: 'St. Mary’s Hall', postcode: 'NR1 1AA' },
		{ id: 'b-7', name: 'ST MARYS HALL', postcode: 'NR1 1AA' },
		{ id: 'c-2', name: 'St Mary’s Hall', postcode: 'NR2 2BB' },
		{ id: 'd-3', name: 'Library', postcode: null }
	];
	const placeOf = (id: string) => (id === 'b-7' ? 'a-1' : id);
	const out = (lines: string) => [...withdrawn(listings, placeOf, read(lines)).ids];

	it('takes out every listing of the place', () => {
		expect(out('b-7,,,2026-11-30,x')).toEqual(['a-1', 'b-7']);
		expect(out('a-1,,,2026-11-30,x')).toEqual(['a-1', 'b-7']);
		expect(out(',st mary’s hall,nr11aa,2026-11-30,x')).toEqual(['a-1', 'b-7']);
	});

	it('takes out no namesake elsewhere, and says when it names nothing', () => {
		expect(out(',St Marys Hall,NR2 2BB,2026-11-30,x')).toEqual(['c-2']);
		const { ids, unmatched } = withdrawn(listings, placeOf, read('z-9,,,2026-11-30,x'));
		expect([...ids]).toEqual([]);
		expect(unmatched.map(({ line }) => line)).toEqual([2]);
	});
});
