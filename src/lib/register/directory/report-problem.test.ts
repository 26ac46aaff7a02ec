import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aClaim, AREAS, COLLECTIONS } from '../fixture.ts';
import { makeDirectory } from './directory.ts';
import { PROBLEM_IDS, reportProblem } from './report-problem.ts';
import { NO_OWNER } from '../../catalogue/owner.ts';

const {
	rows: [row]
} = makeDirectory(
	[aClaim({ id: 'a', name: 'Hall & “Co”', postcode: 'NR1 1AA', note: 'Ring twice' })],
	[],
	AREAS,
	COLLECTIONS
);
if (!row) throw new Error('the fixture has a row');
const PAGE = 'https://example.org/somewhere/assets/?asset=a';

describe('a report of a problem', () => {
	it('is an e-mail that names the asset, its sources and the page', () => {
		const { mailto, body } = reportProblem(
			row,
			'moved',
			'It is next door.',
			'us@example.org',
			PAGE,
			NO_OWNER
		);
		expect(mailto).toMatch(/^mailto:us@example\.org\?subject=Asset%20register/);
		const read = new URL(mailto).searchParams.get('body');
		expect(read).toBe(body);
		expect(body.split('\r\n')).toEqual([
			'The address or the point is wrong.',
			'',
			'It is next door.',
			'',
			'Name: Hall & “Co”',
			'Id: a',
			'Address: NR1 1AA',
			'Listed by: community-venues (August 2026)',
			`Page: ${PAGE}`
		]);
	});

	it('is a file whose row says what is wrong, to be reviewed as an import', () => {
		const [line] = parse<Record<string, string>>(
			reportProblem(row, 'closed', '', null, PAGE, NO_OWNER).csv,
			{
				columns: true
			}
		);
		expect(line).toMatchObject({
			id: 'a',
			status: 'closed',
			note: 'Ring twice | Reported: it has closed',
			looked_after_by: NO_OWNER
		});
	});

	it('whatever is written, stays an address that mail programs take', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...PROBLEM_IDS),
				fc.string({ unit: 'binary', maxLength: 1000 }),
				(problem, words) => {
					const { mailto } = reportProblem(row, problem, words, null, PAGE, NO_OWNER);
					expect(mailto.length).toBeLessThanOrEqual(1900);
					expect(mailto).toMatch(/^mailto:\?subject=[^&]+&body=[^&\s]*$/);
				}
			)
		);
	});
});
