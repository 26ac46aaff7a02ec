import { describe, expect, it } from 'vitest';
import { openGeodata } from './geodata.ts';
import { makeRecoder } from './recode.ts';
import { makeTable, strings } from '../facts/table.ts';

const column = (values: string[]) => ({ type: 'code' as const, values });
const recodes = makeTable({
	before: column(['E08000016', 'E08000038']),
	after: column(['E08000038', 'E08000099'])
});

describe('a recoder', () => {
	it('leaves a known code alone', () => {
		const recode = makeRecoder(recodes, new Set(['E08000016', 'E08000038']), 'districts');
		expect(recode('E08000016')).toBe('E08000016');
		expect(recode('E08000038')).toBe('E08000038');
	});

	it('goes forward and back, over several changes', () => {
		expect(makeRecoder(recodes, new Set(['E08000038']), 'x')('E08000016')).toBe('E08000038');
		expect(makeRecoder(recodes, new Set(['E08000016']), 'x')('E08000038')).toBe('E08000016');
		expect(makeRecoder(recodes, new Set(['E08000099']), 'x')('E08000016')).toBe('E08000099');
		expect(makeRecoder(recodes, new Set(['E08000016']), 'x')('E08000099')).toBe('E08000016');
	});

	it('refuses a code that nobody knows', () => {
		const recode = makeRecoder(recodes, new Set(['E08000016']), 'births');
		expect(() => recode('E07000001')).toThrow(/E07000001 is not a code of births, nor one that/);
	});
});

describe('the recodes of the sources', () => {
	it('are Barnsley and Sheffield', async () => {
		const table = await openGeodata().table('recodes');
		expect(strings(table, 'before')).toEqual(['E08000016', 'E08000019']);
		expect(strings(table, 'after')).toEqual(['E08000038', 'E08000039']);
	});
});
