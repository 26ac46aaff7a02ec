import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { venuesPart } from '../gaps/fixture.ts';
import {
	ageNote,
	collectionsOf,
	countedBackWords,
	freshestOf,
	freshnessOf,
	lastDayOf,
	monthsBefore,
	monthsBetween,
	isListedLately,
	isOlderFigure,
	isSeenLately
} from './freshness.ts';

const asset = (change: Partial<Parameters<typeof freshnessOf>[0]> = {}) => ({
	status: 'unverified' as const,
	verified: null,
	verifiedBy: null,
	lastSeen: null,
	collected: '2026-08-17',
	...change
});
const REFERENCE = '2026-11-22';

describe('dates of any precision', () => {
	it.each([
		['2023', '2023-12-31'],
		['2024-02', '2024-02-29'],
		['2026-08-17', '2026-08-17']
	])('%s may mean as late as %s', (date, last) => {
		expect(lastDayOf(date)).toBe(last);
	});

	it.each([
		['2026-11-22', 12, '2025-11-22'],
		['2024-02-29', 12, '2023-02-28'],
		['2026-03-31', 1, '2026-02-28']
	])('%s less %i months is %s', (date, months, before) => {
		expect(monthsBefore(date, months)).toBe(before);
	});

	it('counts whole months', () => {
		expect(monthsBetween('2026-01-31', '2026-02-28')).toBe(0);
		expect(monthsBetween('2025-11-22', '2026-11-22')).toBe(12);
	});
});

describe('freshness', () => {
	it.each([
		['checked within the year', { verified: '2026-02-04' }, 'verified'],
		['checked on the very day a year ago', { verified: '2025-11-22' }, 'verified'],
		['checked a day too early, seen since', { verified: '2025-11-21' }, 'unverified'],
		['seen lately, whatever its source calls it', { lastSeen: '2026-08-17' }, 'unverified'],
		['seen long ago in a source read lately', { lastSeen: '2024-01-02' }, 'stale'],
		['from a list without dates that is old', { collected: '2024-05' }, 'stale'],
		['a register of 2023', { status: 'verified', verified: '2023', collected: '2023' }, 'stale'],
		['closed', { status: 'closed', verified: '2026-10-01' }, 'closed']
	] as const)('%s', (_, change, status) => {
		expect(freshnessOf(asset(change), REFERENCE).status).toBe(status);
	});

	it('never gets better with time', () => {
		const order = ['verified', 'unverified', 'stale'];
		const day = fc
			.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		fc.assert(
			fc.property(day, day, day, fc.option(day), (one, other, lastSeen, verified) => {
				const [earlier, later] = [one, other].sort();
				const rank = (reference = '') =>
					order.indexOf(freshnessOf(asset({ lastSeen, verified }), reference).status);
				expect(rank(later)).toBeGreaterThanOrEqual(rank(earlier));
			})
		);
	});

	it('says of what has moved on that it is listed elsewhere, not that its source closed it', () => {
		const moved = { ...asset({ status: 'closed', lastSeen: '2024-09-30' }), moves: true as const };
		expect(freshnessOf(moved, REFERENCE).reason).toBe(
			'last seen here September 2024, listed at another address since'
		);
	});

	it('of several claims takes the best, unless the newest says closed', () => {
		const claims = [
			freshnessOf(asset({ lastSeen: '2024-01-01' }), REFERENCE),
			freshnessOf(asset({ verified: '2026-02-04' }), REFERENCE)
		];
		expect(freshestOf(claims)?.status).toBe('verified');
		const closed = freshnessOf(asset({ status: 'closed', lastSeen: '2026-10-01' }), REFERENCE);
		expect(freshestOf([...claims, closed])?.status).toBe('closed');
		const closedLongAgo = freshnessOf(asset({ status: 'closed', lastSeen: '2022' }), REFERENCE);
		expect(freshestOf([...claims, closedLongAgo])?.status).toBe('verified');
	});

	it('is counted back from the last collection of its own source, whatever else was read', () => {
		const collections = collectionsOf([
			{ source: 'schools', collected: '2025-05-24' },
			{ source: 'venues', collected: '2026-08-10' },
			{ source: 'venues', collected: '2026-08-17' },
			{ source: 'hospitals', collected: '2026-11-22' }
		]);
		expect([...collections]).toEqual([
			['schools', '2025-05-24'],
			['venues', '2026-08-17'],
			['hospitals', '2026-11-22']
		]);
		const school = asset({ status: 'verified', verified: '2025-05-24', collected: '2025-05-24' });
		expect(freshnessOf(school, collections.get('schools') ?? '')).toMatchObject({
			status: 'verified',
			from: '2025-05-24'
		});
		const venue = asset({ lastSeen: '2025-09-01', collected: '2026-08-17' });
		expect(freshnessOf(venue, collections.get('venues') ?? '').status).toBe('unverified');
		expect(freshnessOf(venue, collections.get('hospitals') ?? '').status).toBe('stale');
	});

	it('says the same of an entry as the map and the gaps do', () => {
		const day = fc
			.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
			.map((date) => date.toISOString().slice(0, 10));
		fc.assert(
			fc.property(day, fc.option(day), (collected, lastSeen) => {
				const { status } = freshnessOf(asset({ lastSeen, collected }), collected);
				expect(status !== 'stale').toBe(isSeenLately(lastSeen, collected));
			})
		);
	});

	it('of a part with several sources asks the one that lists the asset', () => {
		const part = {
			...venuesPart([
				{ id: 'a', at: 0, lists: [0] },
				{ id: 'b', at: 1, lists: [1] }
			]),
			collected: '2026-11-22',
			lastSeen: ['2025-03-01', '2025-03-01'],
			sources: [
				{ id: 'old', title: 'Old', collected: '2025-05-24' },
				{ id: 'new', title: 'New' }
			]
		};
		expect([0, 1].map((at) => isListedLately(part, at))).toEqual([true, false]);
	});

	it.each([
		['2022-09', '2025-09-30', false],
		['2022-09', '2025-10-01', true],
		['2022-09', '2026-08-17', true],
		['2023-08-17', '2026-08-17', false],
		['2023-08-16', '2026-08-17', true]
	])('figures of %s are older figures on %s: %s', (date, on, older) => {
		expect(isOlderFigure(date, on)).toBe(older);
	});

	it('says what it counts back from', () => {
		expect(countedBackWords(['2026-08-17', '2026-08-03'])).toBe(
			'counted back from August 2026, the list’s own last collection'
		);
		expect(countedBackWords(['2026-08-17', '2024-05'])).toBe(
			'counted back from each list’s own last collection, May 2024 to August 2026'
		);
	});

	it('warns who comes late, by their clock, and nobody else', () => {
		expect(ageNote(REFERENCE, '2026-12-01')).toBeNull();
		expect(ageNote(REFERENCE, '2027-12-01')).toMatch(/12 months ago/);
		expect(ageNote(REFERENCE, '2020-01-01')).toBeNull();
	});
});
