import { describe, expect, it } from 'vitest';
import { aClaim, anAsset, AREAS, COLLECTIONS } from '../fixture.ts';
import { makeDirectory } from './directory.ts';
import { checkSummary, fieldCheckList, pooled } from './field-check.ts';

const { rows } = makeDirectory(
	[
		aClaim({ id: 'fresh', name: 'Fresh', lastSeen: '2026-08-01', openingTimes: 'Mo 10:00-12:00' }),
		aClaim({ id: 'old', name: 'Old', lsoa21: 'E01000003', lastSeen: '2023-05-01' }),
		aClaim({ id: 'older', name: 'Older', lsoa21: 'E01000002', lastSeen: '2022-05-01' }),
		aClaim({ id: 'gone', name: 'Gone', status: 'closed' })
	],
	[],
	AREAS,
	COLLECTIONS
);
const names = (order: 'stalest' | 'need', deciles: (number | null)[]) =>
	fieldCheckList(rows, order, deciles).map(({ asset }) => asset.name);

describe('the field check', () => {
	it('begins with what is longest unchecked, and leaves out what has closed', () => {
		expect(names('stalest', [1, 5, 9])).toEqual(['Older', 'Old', 'Fresh']);
	});

	it('by need begins with the most deprived neighbourhood; unknown need goes last', () => {
		expect(names('need', [1, 5, 9])).toEqual(['Fresh', 'Older', 'Old']);
		expect(names('need', [null, 5, 9])).toEqual(['Older', 'Old', 'Fresh']);
	});

	it('asks for what no source says, and to confirm what one does', () => {
		const [older, , fresh] = fieldCheckList(rows, 'stalest', []);
		expect(older?.ask[0]).toBe('Is it still there? Last seen May 2022.');
		expect(older?.ask).toContain('When is it open? No source says.');
		expect(fresh?.ask).toContain('Are these the opening times: Monday 10:00–12:00?');
	});

	it('says how old the list is', () => {
		expect(checkSummary(fieldCheckList(rows, 'stalest', []))).toBe(
			'2 of 3 were not seen for a year; the one longest unchecked was last heard of in May 2022.'
		);
		expect(checkSummary([])).toBe('There is nothing to check here.');
	});

	it('fills in what other sources know, and leaves a source its own dates', () => {
		const { rows: merged } = makeDirectory(
			[
				aClaim({ id: 'a', place: 'p', name: 'Hall', lastSeen: '2026-08-01' }),
				aClaim({
					id: 'b',
					place: 'p',
					name: 'The Hall',
					lastSeen: '2026-01-01',
					phone: '01603 000000'
				})
			],
			[],
			AREAS,
			COLLECTIONS
		);
		const [row] = merged;
		expect(row && pooled(row)).toMatchObject({
			id: 'a',
			phone: '01603 000000',
			lastSeen: '2026-08-01'
		});
	});

	it('gives a library no hours or telephone of the warm space in it, but its address', () => {
		const { rows: merged } = makeDirectory(
			[
				aClaim({ id: 'a', place: 'p', name: 'Mile Cross', kind: 'library' }),
				aClaim({
					id: 'b',
					place: 'p',
					name: 'Saturday Warm Space',
					address: 'Aylsham Road',
					openingTimes: 'Sa 14:00-15:30',
					phone: '01603 000000'
				}),
				aClaim({ id: 'c', place: 'p', name: 'Mile Cross Library', openingTimes: 'Mo 10:00-19:00' })
			],
			[],
			AREAS,
			COLLECTIONS
		);
		const [row] = merged;
		expect(row && pooled(row)).toMatchObject({
			id: 'a',
			address: 'Aylsham Road',
			openingTimes: 'Mo 10:00-19:00',
			phone: null
		});
	});

	it('fills in nothing that the reader took away', () => {
		const { rows: corrected } = makeDirectory(
			[aClaim({ id: 'a', phone: '01603 000000', email: 'a@example.org' })],
			[{ asset: anAsset({ id: 'a', source: 'yours' }), removed: ['phone'] }],
			AREAS,
			COLLECTIONS
		);
		const [row] = corrected;
		expect(row && pooled(row)).toMatchObject({ phone: null, email: 'a@example.org' });
	});

	it('sends nobody to a place that must not be found', () => {
		const { rows: some } = makeDirectory(
			[
				aClaim({ id: 'a', name: 'Northtown Women’s Refuge' }),
				aClaim({ id: 'b', name: 'Wildlife Refuge' })
			],
			[],
			AREAS,
			COLLECTIONS
		);
		expect(fieldCheckList(some, 'stalest', []).map(({ asset }) => asset.id)).toEqual(['b']);
	});
});
