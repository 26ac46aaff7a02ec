import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aClaim, anAsset, AREAS, COLLECTIONS, REFERENCE } from '../fixture.ts';
import {
	ageOf,
	countBy,
	countsByDistrict,
	filterRows,
	makeDirectory,
	NO_FILTER,
	findRow,
	sortRows,
	type DirectoryFilter
} from './directory.ts';
import { AGE_IDS, SORT_IDS } from './orders.ts';
import type { Claim } from '../register.ts';
import { ASSET_KINDS, type AssetKind } from '../kinds.ts';

const rowsOf = (claims: readonly Claim[]) => makeDirectory(claims, [], AREAS, COLLECTIONS).rows;
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('rows', () => {
	it('has one row a place, with every claim, led by what is checked', () => {
		const [row, ...others] = rowsOf([
			aClaim({ id: 'a', place: 'p', name: 'Warm hub at the library', lastSeen: '2026-08-01' }),
			aClaim({
				id: 'b',
				place: 'p',
				name: 'Library',
				kind: 'library',
				status: 'verified',
				verified: '2026-02',
				verifiedBy: 'register',
				collected: '2026-02'
			})
		]);
		expect(others).toEqual([]);
		expect(row).toMatchObject({
			id: 'p',
			status: 'verified',
			known: '2026-08-01',
			kinds: ['library', 'community-venue']
		});
		expect(row?.lead.name).toBe('Library');
		expect(row?.claims).toHaveLength(2);
	});

	it('is not led by an event that moves, however new', () => {
		const [row] = rowsOf([
			aClaim({ id: 'a', place: 'p', name: 'Mile Cross Hall', lastSeen: '2024-05-01' }),
			aClaim({ id: 'b', place: 'p', name: 'Warm Saturdays', lastSeen: '2026-08-01', moves: true })
		]);
		expect(row).toMatchObject({ lead: { name: 'Mile Cross Hall' }, known: '2026-08-01' });
	});

	it('is found by its own id and by that of any claim about it', () => {
		const rows = rowsOf([
			aClaim({ id: 'a', place: 'p' }),
			aClaim({ id: 'b', place: 'p' }),
			aClaim({ id: 'c', place: 'q' })
		]);
		expect(['p', 'a', 'b', 'c', 'gone'].map((id) => findRow({ rows }, id)?.id)).toEqual([
			'p',
			'p',
			'p',
			'q',
			undefined
		]);
	});

	it('says stale by the dates, whatever a source says', () => {
		const [row] = rowsOf([aClaim({ id: 'a', lastSeen: '2025-01-10' })]);
		expect(row).toMatchObject({ status: 'stale', age: 'two-years' });
		expect(row?.freshness.reason).toBe('last seen January 2025');
	});

	it('lets the reader’s own word lead, beside what the register says of the same id', () => {
		const yours = anAsset({
			id: 'a',
			source: 'yours',
			name: 'Hall, new name',
			status: 'closed',
			collected: '2026-09-01'
		});
		const { rows, reference } = makeDirectory(
			[aClaim({ id: 'a', place: 'p' })],
			[{ asset: yours }],
			AREAS,
			COLLECTIONS
		);
		expect(rows).toHaveLength(1);
		expect(rows[0]).toMatchObject({ id: 'p', yours: true, status: 'closed' });
		expect(rows[0]?.lead.name).toBe('Hall, new name');
		expect(reference).toBe('2026-09-01');
	});

	it('counts a place as what the reader calls it, and not as what they corrected', () => {
		const claims = [
			aClaim({ id: 'a', place: 'p', name: 'The Mill' }),
			aClaim({ id: 'b', place: 'p', name: 'The Mill' }),
			aClaim({ id: 'c', place: 'p', kind: 'food-bank', name: 'Food at The Mill' })
		];
		const asset = anAsset({ id: 'a', source: 'yours', kind: 'library', name: 'The Mill' });
		const told = (was?: AssetKind) =>
			makeDirectory(claims, [{ asset, ...(was && { was }) }], AREAS, COLLECTIONS).rows[0];
		expect(told('community-venue')?.kinds).toEqual(['library', 'food-bank']);
		expect(told('community-venue')?.words).not.toContain('venue');
		// A list from before corrected kinds were kept corrects the entry with its id alone.
		expect(told()?.kinds).toEqual(['library', 'food-bank', 'community-venue']);
	});

	it('has no refuge, whoever lists it, but what the reader released', () => {
		const refuge = { name: 'Women’s refuge', address: '1 Hidden Road', postcode: 'AB1 2CD' };
		expect(rowsOf([aClaim({ id: 'a', ...refuge })])).toEqual([]);
		const asset = anAsset({ id: 'b', source: 'yours', ...refuge });
		expect(makeDirectory([], [{ asset }], AREAS, COLLECTIONS).rows).toEqual([]);
		const released = makeDirectory([], [{ asset, released: true }], AREAS, COLLECTIONS);
		expect(released.rows.map(({ id }) => id)).toEqual(['b']);
	});

	it.each([
		['2026-08', 'year'],
		['2025-08-17', 'year'],
		['2025-08-16', 'two-years'],
		['2025', 'year'],
		['2024-05', 'older'],
		['2023', 'older']
	])('%s is %s', (known, age) => {
		expect(ageOf(known, REFERENCE)).toBe(age);
	});
});

describe('filters', () => {
	const rows = rowsOf([
		aClaim({ id: 'a', name: 'St. Mary’s Hall', postcode: 'NR1 1AA', lastSeen: '2026-08-01' }),
		aClaim({ id: 'b', name: 'Old Mill', lsoa21: 'E01000003', lastSeen: '2023-01-01' }),
		aClaim({ id: 'c', name: 'Library', kind: 'library', lsoa21: 'E01000002' })
	]);
	const found = (filter: Partial<DirectoryFilter>) =>
		ids(filterRows(rows, { ...NO_FILTER, ...filter }, AREAS));

	it.each<[Partial<DirectoryFilter>, string[]]>([
		[{}, ['a', 'b', 'c']],
		[{ kinds: ['library'] }, ['c']],
		[{ place: 'E07000001' }, ['a', 'c']],
		[{ place: 'E02000002' }, ['b']],
		[{ place: 'E01000002' }, ['c']],
		[{ place: 'E01999999' }, []],
		[{ statuses: ['stale'] }, ['b']],
		[{ ages: ['older'] }, ['b']],
		[{ yours: true }, []],
		[{ text: 'saint marys' }, ['a']],
		[{ text: 'nr11aa' }, ['a']],
		[{ text: 'NR1 1AA' }, ['a']],
		[{ text: 'harbour lib' }, ['c']],
		[{ text: 'all' }, []],
		[{ kinds: ['library'], text: 'mill' }, []]
	])('%j', (filter, expected) => {
		expect(found(filter)).toEqual(expected);
	});
});

const day = fc.constantFrom('2026-08-01', '2025-03-01', '2024-05', '2023', '2022-11-30');
const claim = fc.record({
	id: fc.uuid(),
	place: fc.constantFrom('p', 'q', 'r', 's'),
	name: fc.constantFrom('Hall', 'hall 2', 'Hall 10', 'Église', ''),
	kind: fc.constantFrom(...(Object.keys(ASSET_KINDS) as AssetKind[])),
	lsoa21: fc.constantFrom(null, ...AREAS.codes),
	lastSeen: fc.option(day),
	collected: day
});
const claims = fc
	.uniqueArray(claim, { selector: ({ id }) => id, maxLength: 25 })
	.map((all) => all.map((told) => aClaim({ ...told, name: told.name || 'Nameless' })));

describe('whatever the claims', () => {
	it('every claim stands in one row, in whatever order they come', () => {
		fc.assert(
			fc.property(claims, (all) => {
				const there = rowsOf(all);
				expect(there.flatMap((row) => row.claims.map(({ asset }) => asset.id)).sort()).toEqual(
					ids(all).sort()
				);
				const turned = rowsOf(all.toReversed());
				const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
				expect(turned.toSorted(byId)).toEqual(there.toSorted(byId));
			})
		);
	});

	it('sorting loses nothing, and twice is once', () => {
		fc.assert(
			fc.property(claims, fc.constantFrom(...SORT_IDS), (all, sort) => {
				const rows = rowsOf(all);
				const sorted = sortRows(rows, sort);
				expect(ids(sorted).sort()).toEqual(ids(rows).sort());
				expect(ids(sortRows(sorted.toReversed(), sort))).toEqual(ids(sorted));
			})
		);
	});

	it('a filter lets through a part, and the ages together let through all', () => {
		fc.assert(
			fc.property(claims, (all) => {
				const rows = rowsOf(all);
				const parts = AGE_IDS.map((age) => filterRows(rows, { ...NO_FILTER, ages: [age] }, AREAS));
				expect(parts.flatMap(ids).sort()).toEqual(ids(rows).sort());
				const counts = countBy(rows, ({ age }) => [age]);
				expect(AGE_IDS.map((age) => counts.get(age) ?? 0)).toEqual(parts.map((one) => one.length));
			})
		);
	});

	it('counts by district add up to the rows of the kind inside the region', () => {
		fc.assert(
			fc.property(claims, (all) => {
				const rows = rowsOf(all);
				for (const { kind, districts, total } of countsByDistrict(rows, AREAS)) {
					expect(districts.reduce((sum, count) => sum + count, 0)).toBe(total);
					expect(total).toBe(
						rows.filter(
							({ area, kinds, claims: said }) =>
								area !== null &&
								kinds.includes(kind) &&
								said.some(({ asset }) => asset.kind === kind && asset.status !== 'closed')
						).length
					);
				}
			})
		);
	});
});
