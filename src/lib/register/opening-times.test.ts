import { describe, expect, it } from 'vitest';
import { openingLines, withDaysTogether } from './opening-times.ts';

describe('opening times', () => {
	it.each([
		[null, []],
		['', []],
		['Tu 09:00-17:30; Sa 10:00-13:00', ['Tuesday 09:00–17:30', 'Saturday 10:00–13:00']],
		['Mo-Fr 09:00-12:00,13:00-17:00', ['Monday to Friday 09:00–12:00, 13:00–17:00']],
		['Mo,We 10:00-12:00', ['Monday, Wednesday 10:00–12:00']],
		['PH off', ['Public holidays off']],
		['Mo-Su 00:00-00:00', []],
		['Mo 00:00-00:00; Tu 10:00-15:00', ['Tuesday 10:00–15:00']],
		['Sa 18:00-00:00', ['Saturday 18:00–00:00']],
		// Which half of the day a form meant, nobody can say.
		[
			'We 03:30-05:00; Th 10:00-14:00',
			['Wednesday 03:30–05:00 (as printed; please ask)', 'Thursday 10:00–14:00']
		],
		['Su 11:00-03:30', ['Sunday 11:00–03:30 (as printed; please ask)']],
		['Mo-Su 00:00-23:59; Fr 20:00-08:00', ['Monday to Sunday 00:00–23:59', 'Friday 20:00–08:00']],
		['Mo 10:00-12:00; "not every week"', ['Monday 10:00–12:00', 'Not every week: please ask']],
		['Every second Thursday', ['Every second Thursday']]
	])('%s', (times, lines) => {
		expect(openingLines(times)).toEqual(lines);
	});
});

describe('a week of opening times', () => {
	it('has days with the same hours together, in the order of the week', () => {
		expect(
			withDaysTogether(
				openingLines(
					'Tu 9:00-17:00; Mo 9:00-17:00; We 9:00-17:00; Fr 9:00-17:00; Sa 9:00-17:00; Su 10:00-12:00'
				)
			)
		).toEqual([
			'Monday to Wednesday 9:00–17:00',
			'Friday and Saturday 9:00–17:00',
			'Sunday 10:00–12:00'
		]);
	});

	it('keeps what is said of all of it for the end', () => {
		const lines = openingLines(
			'Tu 9:00-17:00; Mo 9:00-17:00; "not all of them every week"; "some or all in term time only"'
		);
		expect(withDaysTogether(lines)).toEqual([
			'Monday and Tuesday 9:00–17:00',
			'Not all of them every week: please ask',
			'Some or all in term time only: please ask'
		]);
	});

	it('leaves other lines as they are', () => {
		const lines = openingLines('Mo[2] 14:00-16:00; We[1,3] 10:00-12:00; ring first');
		expect(withDaysTogether(lines)).toEqual([
			'Second Monday of the month 14:00–16:00',
			'First and third Wednesday of the month 10:00–12:00',
			'ring first'
		]);
	});
});
