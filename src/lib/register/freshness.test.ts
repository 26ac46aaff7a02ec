import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	ageNote,
	freshestOf,
	freshnessOf,
	lastDayOf,
	monthsBefore,
	monthsBetween,
	referenceDate
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

	it('is reckoned from the newest collection', () => {
		expect(referenceDate([{ collected: '2026' }, { collected: '2026-11-22' }])).toBe('2026');
		expect(referenceDate([{ collected: '2025-05-24' }, { collected: '2026-11-22' }])).toBe(
			'2026-11-22'
		);
	});

	it('warns who comes late, by their clock, and nobody else', () => {
		expect(ageNote(REFERENCE, '2026-12-01')).toBeNull();
		expect(ageNote(REFERENCE, '2027-12-01')).toMatch(/12 months ago/);
		expect(ageNote(REFERENCE, '2020-01-01')).toBeNull();
	});
});
