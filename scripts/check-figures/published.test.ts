import { expect, it } from 'vitest';
import { numbersIn } from '../../src/lib/checks/published.ts';

it('numbersIn gathers the numbers of a list, wherever they stand', () => {
	const part = {
		datasets: ['one'],
		columns: { males: { values: [78.1, null, 80] } },
		rows: [{ level: 81 }, { level: 82 }],
		mean: 79
	};
	expect([...numbersIn(part)]).toEqual([
		['columns.males.values[]', [78.1, 80]],
		['rows[].level', [81, 82]],
		['mean', [79]]
	]);
	expect(numbersIn({}).size).toBe(0);
});
