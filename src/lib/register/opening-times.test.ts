import { describe, expect, it } from 'vitest';
import { openingLines } from './opening-times.ts';

describe('opening times', () => {
	it.each([
		[null, []],
		['', []],
		['Tu 09:00-17:30; Sa 10:00-13:00', ['Tuesday 09:00–17:30', 'Saturday 10:00–13:00']],
		['Mo-Fr 09:00-12:00,13:00-17:00', ['Monday to Friday 09:00–12:00,13:00–17:00']],
		['Mo,We 10:00-12:00', ['Monday, Wednesday 10:00–12:00']],
		['PH off', ['Public holidays off']],
		['Every second Thursday', ['Every second Thursday']]
	])('%s', (times, lines) => {
		expect(openingLines(times)).toEqual(lines);
	});
});
