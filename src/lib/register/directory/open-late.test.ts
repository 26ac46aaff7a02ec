import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aClaim, AREAS, COLLECTIONS } from '../fixture.ts';
import { makeDirectory } from './directory.ts';
import { openLate, openLateBy, readOpeningTimes } from './open-late.ts';

describe('open after 5pm or at weekends', () => {
	it.each([
		['Mo-Fr 09:00-17:00', 'no'],
		['Mo-Fr 09:00-17:30', 'yes'],
		['Mo-Fr 09:00-12:00,13:00-16:00; PH off', 'no'],
		['Tu 10:00-12:00; Sa[1] 10:00-11:30', 'yes'],
		['Mo[2,-1] 11:00-16:00', 'no'],
		['Mo-Su 08:15-16:00', 'yes'],
		['Th 22:00-01:00', 'yes'],
		['Th 18:00-20:00; "not every week"', 'yes'],
		['Mo 10:00-12:00; "in term time only"', 'no'],
		['Mo 10:00-12:00; "ring first"', 'unknown'],
		// Read to the last sign, or not at all.
		['We,Fr; 11:00-13:00', 'unknown'],
		['Mo-Fr 09:00-12:00; ring first', 'unknown'],
		['Su off; Mo 09:00-12:00', 'unknown'],
		['Mo 09:00-25:00', 'unknown'],
		['Mo 09:60-12:00', 'unknown'],
		['Mo 09:00-09:00', 'unknown'],
		['Fr-Mo 09:00-12:00', 'unknown'],
		['Xx 09:00-12:00', 'unknown'],
		['Every second Thursday', 'unknown'],
		['PH off', 'unknown'],
		['', 'unknown'],
		[null, 'unknown']
	] as const)('%j: %s', (text, known) => {
		expect(openLateBy(text)).toBe(known);
	});

	it('is yes by any listing that is not closed, and no only where all that has hours says so', () => {
		const asked = (...hours: (string | null)[]) => {
			const claims = hours.map((openingTimes, i) =>
				aClaim({ id: `${i}`, place: 'p', name: `Name ${i}`, openingTimes })
			);
			const [row] = makeDirectory(claims, [], AREAS, COLLECTIONS).rows;
			return row && openLate(row);
		};
		expect(asked('Mo 09:00-12:00')).toBe('no');
		expect(asked('Mo 09:00-12:00', 'Sa 09:00-12:00')).toBe('yes');
		expect(asked('Mo 09:00-12:00', 'when we can')).toBe('unknown');
		// The leading listing has no hours, and those of another are not its own.
		expect(asked(null, 'Mo 09:00-12:00')).toBe('unknown');
		const [closed] = makeDirectory(
			[aClaim({ id: 'a', status: 'closed', openingTimes: 'Sa 09:00-12:00' })],
			[],
			AREAS,
			COLLECTIONS
		).rows;
		expect(closed && openLate(closed)).not.toBe('yes');
	});

	const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
	const clock = (minutes: number) =>
		`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
	const rule = fc
		.record({
			day: fc.constantFrom(...DAYS),
			from: fc.integer({ min: 0, max: 1438 }),
			length: fc.integer({ min: 1, max: 1439 }),
			week: fc.option(fc.integer({ min: 1, max: 5 }))
		})
		.map((told) => ({ ...told, to: Math.min(told.from + told.length, 1440) }));

	it('reads back what is written, and says yes exactly where an hour is late', () => {
		fc.assert(
			fc.property(fc.array(rule, { minLength: 1, maxLength: 6 }), (rules) => {
				const text = rules
					.map(
						({ day, week, from, to }) =>
							`${day}${week === null ? '' : `[${week}]`} ${clock(from)}-${clock(to)}`
					)
					.join('; ');
				expect(readOpeningTimes(text)).toEqual(
					rules.map(({ day, week, from, to }) => ({
						days: [day],
						from,
						to,
						someWeeks: week !== null
					}))
				);
				const late = rules.some(({ day, to }) => day === 'Sa' || day === 'Su' || to > 17 * 60);
				expect(openLateBy(text)).toBe(late ? 'yes' : 'no');
				// A rule that cannot be read takes the answer back, whatever stands before it.
				expect(openLateBy(`${text}; by appointment`)).toBe('unknown');
			})
		);
	});

	it('answers any text at all', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 60 }), (text) => {
				expect(['yes', 'no', 'unknown']).toContain(openLateBy(text));
			})
		);
		expect(openLateBy('Mo 09:00-12:00; '.repeat(50_000))).toBe('unknown');
	});
});
