import { describe, expect, it } from 'vitest';
import { countInReach } from './costs.ts';
import { matrixCosts, parseTravelMatrix } from './matrix.ts';

const FILE =
	'minutes,origin_id,destination_id\n12,E00000001,hall\n5,E00000001,library\n20,E01000001,hall\n3,elsewhere,hall\n';

describe('a file of travel costs', () => {
	it('replaces the estimate, for output areas or for their neighbourhoods', () => {
		const matrix = parseTravelMatrix(FILE, 'times.csv');
		expect(matrix).toMatchObject({ unit: 'minutes', pairs: 4 });
		const { costs, unknownOrigins, unusedPairs } = matrixCosts(
			matrix,
			[
				['E00000001', 'E01000001'],
				['E00000002', 'E01000001'],
				['E00000003', 'E01000002']
			],
			['hall', 'library']
		);
		expect([...countInReach(costs, 12)]).toEqual([2, 0, 0]);
		expect([...countInReach(costs, 20)]).toEqual([2, 1, 0]);
		expect(unknownOrigins).toEqual([2]);
		expect(unusedPairs).toBe(1);
	});

	it.each([
		['origin_id,minutes\na,1', 'row 1: there is no column "destination_id"'],
		['origin_id,destination_id\na,b', 'no column "minutes" or "kilometres"'],
		['origin_id,destination_id,minutes,kilometres\na,b,1,2', 'not both'],
		[
			'origin_id,destination_id,minutes\na,b,1\na,b,2',
			'row 3, column destination_id: the pair a, b'
		],
		['origin_id,destination_id,minutes\na,b,soon', 'row 2, column minutes: "soon"'],
		['origin_id,destination_id,minutes\na,,1', 'row 2, column destination_id: is empty'],
		['origin_id,destination_id,minutes\n', 'there are no rows']
	])('says what is wrong with %j', (text, message) => {
		expect(() => parseTravelMatrix(text, 'times.csv')).toThrow(message);
	});

	it('refuses a file of another region', () => {
		expect(() => matrixCosts(parseTravelMatrix(FILE, 'times.csv'), [['E00000009']], [])).toThrow(
			'none of its origins'
		);
	});
});
