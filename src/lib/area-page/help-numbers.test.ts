import { describe, expect, it } from 'vitest';
import { parseHelpNumbers, printable } from './help-numbers.ts';

const HEADER = 'area,name,phone,owner,source,checked\n';
const row = (phone: string, checked: string) =>
	`E07000145,Maternity helpline,${phone},Some Hospital,https://example.org/help,${checked}\n`;

describe('local numbers', () => {
	it('are printed for 90 days from their check, and not before it', () => {
		const numbers = parseHelpNumbers(HEADER + row('01493 000000', '2026-09-01'), 'help.csv');
		const on = (day: string) => printable(numbers, day).length;
		expect([on('2026-08-31'), on('2026-09-01'), on('2026-11-30'), on('2026-12-01')]).toEqual([
			0, 1, 1, 0
		]);
	});

	it.each([
		[
			'01493',
			'2026-09-01',
			'help.csv, row 2, column phone: is no telephone number of ten or eleven digits'
		],
		['01493 000000', 'September', 'help.csv, row 2, column checked: is no day such as 2026-11-30']
	])('are refused with the row and column: %s, %s', (phone, checked, message) => {
		expect(() => parseHelpNumbers(HEADER + row(phone, checked), 'help.csv')).toThrow(message);
	});
});
