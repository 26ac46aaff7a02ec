import { describe, expect, it } from 'vitest';
import { dataInLink, whatChanged, withDataDay, type Dated } from './data-day.ts';

describe('the day of the data of a link', () => {
	it('stands in a link after all else', () => {
		expect(withDataDay('https://a.example/b/', '2026-08-17')).toBe(
			'https://a.example/b/?data=2026-08-17'
		);
		expect(withDataDay('https://a.example/b/?layer=births', '2026-08-17')).toBe(
			'https://a.example/b/?layer=births&data=2026-08-17'
		);
	});
	it('says nothing of a link without one, or with that of today', () => {
		expect(dataInLink('', '2026-08-17')).toBeNull();
		expect(dataInLink('?data=2026-08-17', '2026-08-17')).toBeNull();
	});
	it('knows a link of older data, by day or by month', () => {
		expect(dataInLink('?data=2026-05-01', '2026-08-17')).toEqual({ since: '2026-05-01' });
		expect(dataInLink('?data=2026-05', '2026-08-17')).toEqual({ since: '2026-05' });
	});
	it('says that data of a later day are not here', () => {
		expect(dataInLink('?data=2027-01-31', '2026-08-17')).toEqual({
			note: 'This link was made with data from 31 January 2027, which this site does not have yet. You are looking at data from 17 August 2026.'
		});
	});
	it.each([
		'',
		'2026',
		'2026-13',
		'2026-02-31',
		'NR30 1AA',
		'<script>alert(1)</script>',
		'1'.repeat(99)
	])('leaves out “%s” and says so', (text) => {
		const found = dataInLink(`?data=${encodeURIComponent(text)}`, '2026-08-17');
		expect(found).toEqual({
			note: expect.stringMatching(
				/^Part of this link was left out: “.{0,41}” is not a date such as/s
			) as string
		});
	});
});

describe('what changed since', () => {
	const DATED: Dated = [
		['2026-08-17', 'Warm spaces: as of August 2026'],
		['2026-06', 'Three community venues first listed in June 2026'],
		['2026-02-23', 'GP practices: as of February 2026']
	];
	it.each([
		['2026-05', /Since then two things have changed here; the latest: Warm spaces: as of/],
		['2026-07-01', /^This link was made with data from 1 July 2026\. Since then one thing/],
		['2026-08-17', /Nothing that we know of here is dated after that/]
	])('of %s', (since, says) => expect(whatChanged(since, DATED)).toMatch(says));
});
