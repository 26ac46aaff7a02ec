import { describe, expect, it } from 'vitest';
import { hoursAsTold } from './hours-as-told.ts';

describe('opening times in short form', () => {
	it.each([
		['Mo 13:30-15:30', 'Monday 1.30pm to 3.30pm; Tuesday Closed; Wednesday Closed'],
		[
			'Mo-Th 09:00-16:45; Fr 09:00-14:00',
			'Monday to Thursday 9am-4.45pm; Friday 9am-2pm; Sat/Sun Closed'
		],
		['Tu 10:00-18:00; Sa 10:00-18:00', 'Tuesdays & Saturdays 10am-6pm; Sundays & Mondays Closed'],
		['Mo 13:00-20:00; Fr 09:30-13:00', 'OPEN: Mon 1pm to 8pm, Fri 9.30am to 1pm. CLOSED: Wed, Sun'],
		['Mo-Su 10:00-23:00', 'Daily 10am-11pm'],
		['Mo-Fr 09:00-17:00', 'Weekdays 9-5'],
		['We 12:00-13:45', 'We 12:00-13:45'],
		['Mo 09:00-17:00; Fr 09:00-16:00', 'Monday 9am - 5pmFriday 9am - 4pm'],
		['Tu 10:00-12:00', 'Tuesday 10am until noon'],
		['Sa[1] 10:00-12:00', 'First Saturday of the month, 10am to 12pm'],
		['Sa 09:30-16:00', 'FREQ=WEEKLY;BYDAY=SA DTSTART;TZID=Europe/London:20231021T0930'],
		['Mo-Fr 09:00-18:00', 'Monday to Friday 9am - 6pm, closed at weekends'],
		['Fr 11:00-13:00', 'Fridays 11am to 1pm (water workout 11am to 12pm)'],
		['Tu 18:00-20:00', 'Tuesdays 6-8pm for young people aged 11-19'],
		['We 12:30-15:30; Su 10:00-12:00', 'Wed 12.30 - 15.30 (except 28th Dec) Sundays 10.00 - 12.00'],
		['Mo 10:00-16:00', null]
	])('%s stands beside “%s”', (short, told) => expect(hoursAsTold(short, told)).toBe(short));

	it.each([
		['a day after a comma', 'Tu 10:00-12:00', 'Tuesday 10am to 12pm, Friday, 10am to 12pm'],
		[
			'days after their times',
			'Tu 10:00-13:00',
			'10.00am to 1.00pm Tuesday, Wednesday and Thursday'
		],
		['a day before another', 'Fr 09:30-17:30', 'Monday, Friday 9.30-17.30'],
		['the last of a range', 'Mo 10:00-14:00', 'cafe 10 am - 2pm Mon-Fri'],
		['a day that its words lack', 'Fr 13:00-15:00', 'Monday 1pm to 3pm'],
		['closed taken for hours', 'Mo 08:00-20:00', 'Monday: Closed / 08:00 - 20:00'],
		['a time that its words lack', 'Tu-Fr 00:00-09:00', 'Tuesday to Friday - 9am to 5pm'],
		['no times at all', 'Mo 10:00-16:00', 'Monday'],
		['a day glued to a word', 'Mo 10:00-17:00', 'Monday from 10am to 5pm Fridayfrom 10am to 5pm'],
		['weekends lost', 'Mo-Fr 10:00-22:00', 'Monday-Friday 10am-10pm, weekends 10am-10pm'],
		['the afternoon lost', 'Sa 09:30-13:00', 'Sat 9:30am-1pm & 2pm-5pm'],
		['the afternoon lost after a gap', 'Mo 10:00-13:00', 'Monday 10:00-13:00 14:00-17:00'],
		['the day that is left out', 'Su 08:00-12:00', 'Every day apart from Sunday: 8am-12pm'],
		[
			'weeks left out',
			'Sa 09:30-12:00',
			'Saturday (except the second Saturday), 9.30am to 12.00pm'
		],
		['an hour closed', 'Mo 09:00-16:15', 'Monday 9am to 4:15pm (closed for lunch 1pm to 2pm)'],
		['an English word', 'Th 14:00-16:00', 'We usually visit six times a year, 14.00 - 16.00']
	])('with %s is not told', (_, short, told) => expect(hoursAsTold(short, told)).toBeNull());

	it('are told where they have each day that is named, and never where one is missing', () => {
		const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
		const shortOf = (some: readonly string[]) =>
			some.map((day) => `${day.slice(0, 2)} 10:00-12:00`).join('; ');
		for (let set = 1; set < 2 ** days.length; set++) {
			const named = days.filter((_, day) => set & (2 ** day));
			for (const between of [', ', ' and ', ' & ', ' / ']) {
				const told = `${named.join(between)}, 10am to noon`;
				expect(hoursAsTold(shortOf(named), told), told).toBe(shortOf(named));
				for (const lost of named) {
					const rest = shortOf(named.filter((day) => day !== lost));
					expect(hoursAsTold(rest, told), `${told}: ${rest}`).toBeNull();
				}
			}
		}
	});

	it.each([
		['Mo 13:45-17:00', 'Monday: 13:45 - 17:00 Fortnightly', '; "not every week"'],
		['Tu 14:00-16:00', 'Tuesday 2pm-4pm (3rd Tuesday of the month)', '; "not every week"'],
		[
			'We 12:00-14:00; Fr 10:00-12:00',
			'Wednesday: 12:00 - 14:00 Monthly, Friday: 10:00 - 12:00',
			'; "not all of them every week"'
		],
		['Th 13:00-14:15', 'Thursday 1pm to 2.15pm term time only', '; "in term time only"'],
		['We 18:00-20:00', 'Wed 6pm-8pm (from 4th January 2023)', ''],
		['Mo 10:00-12:00', 'Mondays 10-12, or alternatively ask', '']
	])('%s of “%s” has the remark %s', (short, told, remark) =>
		expect(hoursAsTold(short, told)).toBe(short + remark)
	);

	it('that nobody gives are none', () => expect(hoursAsTold(null, 'Monday')).toBeNull());
});
