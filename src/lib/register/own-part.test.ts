import { describe, expect, it } from 'vitest';
import { bring } from './intake/fixture.ts';
import type { AssetsPart } from './parts.ts';
import { sitesOf } from '../access/site.ts';
import { anAsset } from './fixture.ts';
import {
	asCorrected,
	CHANGED_NOTE,
	ownAssets,
	ownPart,
	type OwnAsset,
	type OwnBatch
} from './own-part.ts';

async function batch(id: string, brought: string, csv: string): Promise<OwnBatch> {
	const session = await bring(csv, `${id}.csv`);
	return { id, fileName: `${id}.csv`, brought, assets: session.result() };
}

describe('the reader’s own assets', () => {
	it('are a part with as many of everything, even when there are none', async () => {
		const some = await batch(
			'a',
			'2026-11-27T10:00:00Z',
			'name,postcode,kind,status\nA,NR3 1AA,Village hall,open\nB,NR3 2AD,library,open\nC,NR3 1AB,library,closed\nInvented Refuge,NR3 1AB,charity,open'
		);
		for (const [batches, names] of [
			[[], []],
			[[some], ['A', 'B']]
		] as const) {
			const part = ownPart(batches, '2026-11-27');
			expect(part.names).toEqual(names);
			for (const column of [
				part.ids,
				part.kindOf,
				part.status,
				part.longitude,
				part.latitude,
				part.lsoa21,
				part.lsoa11,
				part.addresses,
				part.postcodes,
				part.lastSeen,
				part.claims,
				part.notes,
				part.merged
			])
				expect(column).toHaveLength(names.length);
			expect(part.collected).toBe('2026-11-27');
		}
		const part = ownPart([some], '2026-11-27');
		expect(part.kindOf.map((kind) => part.kinds[kind]?.label)).toEqual(['Village hall', 'Library']);
		expect(part.lsoa11).toEqual(['E01000001', 'E01009992']);
	});

	it('are those of the later file where two name the same, in whatever order they lie', async () => {
		const before = await batch(
			'before',
			'2026-01-01T00:00:00Z',
			'id,name,postcode\nx,Old name,NR3 1AA\ny,Other,NR3 1AB'
		);
		const after = await batch(
			'after',
			'2026-02-01T00:00:00Z',
			'id,name,postcode\nx,New name,NR3 1AA'
		);
		for (const batches of [
			[before, after],
			[after, before]
		]) {
			expect(ownAssets(batches).map(({ asset }) => asset.name)).toEqual(['New name', 'Other']);
		}
	});
});

describe('the register as the reader’s own list corrects it', () => {
	const theirs = [
		anAsset({ id: 'library-1', kind: 'library', name: 'Library' }),
		anAsset({ id: 'venue-1', name: 'Warm space in the library' }),
		anAsset({ id: 'venue-2', name: 'Hall' })
	];
	/** Library and warm space are one place. */
	const part: AssetsPart = {
		...ownPart(
			[
				{
					id: '',
					fileName: '',
					brought: '',
					assets: theirs.map((asset) => ({ asset, lsoa11: 'E01000001' }))
				}
			],
			'2026-11-27'
		),
		part: 'register-part',
		merged: ['library-1', 'library-1', null],
		statuses: ['unverified'],
		status: [0, 0, 0],
		figures: { capacity: [1, 2, 3] }
	};
	const own = (told: Partial<OwnAsset['asset']>, place?: string): OwnAsset[] => [
		{
			asset: anAsset({ id: 'library-1', kind: 'library', source: 'yours', ...told }),
			lsoa11: 'E01009992',
			...(place !== undefined && { place })
		}
	];
	const lengths = (made: AssetsPart) =>
		[
			made.names,
			made.kindOf,
			made.status,
			made.longitude,
			made.latitude,
			made.lsoa21,
			made.lsoa11,
			made.addresses,
			made.postcodes,
			made.lastSeen,
			made.claims,
			made.notes,
			made.merged,
			made.figures?.capacity
		].map((column) => column?.length);

	it('is the same part where nothing of theirs is about it', () => {
		expect(asCorrected(part, [])).toBe(part);
		expect(asCorrected(part, own({ id: 'yours-1' }))).toBe(part);
	});

	it('leaves out every entry of a place that they closed, by whichever of its ids', () => {
		for (const id of ['library-1', 'venue-1']) {
			const made = asCorrected(part, own({ id, status: 'closed' }, 'library-1'));
			expect(made.ids).toEqual(['venue-2']);
			expect(new Set(lengths(made))).toEqual(new Set([1]));
			expect(made.figures?.capacity).toEqual([3]);
		}
		// Their list from before places had names is of the one with its id.
		expect(asCorrected(part, own({ id: 'venue-2', status: 'closed' })).ids).toEqual([
			'library-1',
			'venue-1'
		]);
	});

	it('has their name, point and status, and says whose they are', () => {
		const told = { name: 'Library, moved', longitude: 1.3, status: 'verified' } as const;
		const made = asCorrected(part, own(told, 'library-1'));
		expect(made.names).toEqual(['Library, moved', 'Library, moved', 'Hall']);
		expect(made.longitude).toEqual([1.3, 1.3, 1.21]);
		expect(made.lsoa11).toEqual(['E01009992', 'E01009992', 'E01000001']);
		expect(made.status.map((at) => made.statuses[at])).toEqual([
			'verified',
			'verified',
			'unverified'
		]);
		expect(made.notes?.map((notes) => notes.includes(CHANGED_NOTE))).toEqual([true, true, false]);
		expect(part.names[0]).toBe('Library');
	});

	it('leaves an entry that they call another kind to theirs, and counts the place once', () => {
		const mine = own({ kind: 'food-bank' }, 'library-1');
		const made = asCorrected(part, mine);
		expect(made.ids).toEqual(['venue-1', 'venue-2']);
		const batch = { id: '', fileName: '', brought: '', assets: mine };
		const sites = sitesOf([made, ownPart([batch], '2026-11-27')]);
		expect(sites.map(({ id }) => id)).toEqual(['library-1', 'venue-2']);
	});

	it('has it under its new kind alone, also where another listing had its first one', () => {
		// Two listings of one venue: theirs speaks of the one, the part has the other.
		const [mine] = own({ id: 'venue-2b', kind: 'library', name: 'Mill Library' }, 'venue-2');
		const corrected: OwnAsset[] = mine ? [{ ...mine, was: 'community-venue' }] : [];
		const venues = asCorrected(part, corrected);
		expect(venues.ids).toEqual(['library-1', 'venue-1']);

		const libraries: AssetsPart = {
			...ownPart([], '2026-11-27'),
			kind: 'assets',
			part: 'libraries',
			ids: ['library-9'],
			names: ['Another library'],
			kindOf: [0],
			kinds: [{ id: 'library', label: 'Library' }],
			status: [0],
			statuses: ['unverified'],
			longitude: [1.2],
			latitude: [52.6],
			lsoa21: ['E01000001'],
			lsoa11: ['E01000001'],
			addresses: [null],
			postcodes: [null],
			lastSeen: [null],
			claims: [[0]],
			sources: [{ id: 'x', title: 'X' }],
			notes: [[]],
			merged: [null],
			figures: { capacity: [5] }
		};
		const made = asCorrected(libraries, corrected);
		expect(made.names).toEqual(['Another library', 'Mill Library']);
		expect(made.kindOf).toEqual([0, 0]);
		expect(new Set(lengths(made))).toEqual(new Set([2]));
		expect(made.notes?.[1]).toEqual([CHANGED_NOTE]);
		// Gaps and siting count it once, as a library.
		const batch = { id: '', fileName: '', brought: '', assets: corrected };
		const sites = sitesOf([venues, made, ownPart([batch], '2026-11-27')]);
		expect(sites.map(({ id, kind }) => [id, kind])).toEqual([
			['library-1', 'library'],
			['library-9', 'library'],
			['venue-2', 'library']
		]);
		// What they brought that the register does not know joins nothing.
		expect(asCorrected(libraries, own({ id: 'yours-1' }))).toBe(libraries);
	});

	it('shows no address that they took away', () => {
		const [mine] = own({}, 'library-1');
		const withAddress = { ...part, addresses: ['1 Old Road', '1 Old Road', '2 Old Road'] };
		expect(asCorrected(withAddress, mine ? [mine] : []).addresses[0]).toBe('1 Old Road');
		expect(
			asCorrected(withAddress, mine ? [{ ...mine, removed: ['address'] }] : []).addresses
		).toEqual([null, null, '2 Old Road']);
	});

	it('shows nothing of what must not be found', () => {
		const made = asCorrected(part, own({ longitude: null, latitude: null }, 'library-1'));
		expect(made.ids).toEqual(['venue-2']);
	});
});
