import { describe, expect, it } from 'vitest';
import type { Baseline } from './baseline.ts';
import { nextRelease, readRelease, sinceRelease, updateNews, type Listed } from './release.ts';

const BASELINE: Baseline = {
	format: 1,
	region: 'here',
	name: 'Here',
	places: [
		['a', 'Hall'],
		['b', 'Library'],
		['c', 'Clinic']
	],
	residents: 1000,
	residentsListed: 200,
	residentsOf: 'Census 2021',
	listed: ['E01000001'],
	index: '2025',
	lists: { Venues: '2026-01-05' },
	rules: { 'Minutes that count as near': 15 }
};
const THEN: Listed = { baseline: BASELINE, listings: { a: ['a2'] } };
const NOW: Listed = {
	baseline: {
		...BASELINE,
		// The hall has the id of its other listing, the library has closed, a pantry came.
		places: [
			['a2', 'Hall'],
			['c', 'Clinic'],
			['d', 'Pantry']
		],
		lists: { Venues: '2026-08-17' },
		rules: { 'Minutes that count as near': 20 }
	},
	listings: {}
};
const nobodyOut = () => false;
const first = nextRelease(null, THEN, {
	day: '2026-11-30',
	reviewedBy: null,
	isOut: nobodyOut
});

describe('a release', () => {
	it('is the same when it has been read again, and the first has no updates', () => {
		expect(readRelease(JSON.stringify(first), 'x.json')).toEqual(first);
		expect(first.updates).toEqual([]);
		expect(sinceRelease(first, THEN, nobodyOut)).toEqual({
			places: [],
			people: [],
			list: [],
			method: []
		});
	});

	it('splits what has changed since the last one, whatever a place is called by now', () => {
		expect(sinceRelease(first, NOW, nobodyOut)).toEqual({
			places: [
				'One place listed now and not then: Pantry.',
				'One place listed then and not now: Library.'
			],
			people: [],
			list: ['Venues: read 2026-01-05 then, 2026-08-17 now.'],
			method: ['Minutes that count as near: 15 then, 20 now.']
		});
	});

	it('becomes news, an entry a part, with who has read it', () => {
		const second = nextRelease(first, NOW, {
			day: '2027-02-28',
			reviewedBy: 'public health analyst',
			isOut: nobodyOut
		});
		const news = updateNews(second, nobodyOut);
		expect(news.map(({ id, kind }) => [id, kind])).toEqual([
			['update-2027-02-28-places', 'places'],
			['update-2027-02-28-list', 'lists'],
			['update-2027-02-28-method', 'method']
		]);
		expect(news[0]?.title).toBe('Update of 28 February 2027: places');
		expect(news[0]?.says).toMatch(/Pantry.*Library.*Reviewed by public health analyst\.$/);
		const unread = nextRelease(first, NOW, {
			day: '2027-02-28',
			reviewedBy: null,
			isOut: nobodyOut
		});
		expect(updateNews(unread, nobodyOut)[0]?.says).toMatch(/Nobody has reviewed/);
		// A release in which nothing changed adds nothing.
		const third = nextRelease(second, NOW, {
			day: '2027-03-31',
			reviewedBy: null,
			isOut: nobodyOut
		});
		expect(third.updates).toEqual(second.updates);
	});

	it('names no place that was withdrawn since, not even as gone', () => {
		const isOut = ({ ids }: { ids: readonly string[] }) => ids.includes('b');
		expect(JSON.stringify(sinceRelease(first, NOW, isOut))).not.toContain('Library');
		const named = nextRelease(first, NOW, {
			day: '2027-02-28',
			reviewedBy: null,
			isOut: nobodyOut
		});
		expect(JSON.stringify(updateNews(named, isOut))).not.toContain('Library');
		expect(JSON.stringify(updateNews(named, isOut))).toContain('Pantry');
	});

	it('is refused in one line where it is none, or earlier than the last', () => {
		expect(() => readRelease('{', 'geodata/releases/here.json')).toThrow(
			/geodata\/releases\/here\.json: this is not JSON/
		);
		expect(() => readRelease('{"format":2}', 'here.json')).toThrow(/here\.json: /);
		expect(() =>
			nextRelease(first, NOW, { day: '2026-01-01', reviewedBy: null, isOut: nobodyOut })
		).toThrow('the last release is of 2026-11-30, later than 2026-01-01');
	});
});
