import { expect, it } from 'vitest';
import type { AssetsPart } from '../register/parts.ts';
import { sitesOf } from './site.ts';

const venues: AssetsPart = {
	kind: 'assets',
	part: 'community-venues',
	datasets: ['venues'],
	collected: '2023',
	reachKm: 10,
	ids: ['v1', 'v2'],
	names: ['Old Hall', 'Library room'],
	kindOf: [0, 1],
	kinds: [
		{ id: 'community-venue/village-hall', label: 'Village hall' },
		{ id: 'community-venue/library', label: 'Library' }
	],
	status: [0, 0],
	statuses: ['unverified'],
	longitude: [1, 1.1],
	latitude: [52, 52.1],
	lsoa21: ['E01000001', 'E01000002'],
	lsoa11: ['E01000001', 'E01000002'],
	addresses: [null, null],
	postcodes: [null, null],
	lastSeen: ['2023-01-05', null],
	claims: [[0, 1], [1]],
	sources: [
		{ id: 'one', title: 'One' },
		{ id: 'two', title: 'Two' }
	],
	merged: ['v1', 'building']
};
const libraries: AssetsPart = {
	...venues,
	kind: 'assets',
	part: 'libraries',
	ids: ['l1', 'l2'],
	names: ['The Library', 'Closed Library'],
	kindOf: [0, 0],
	kinds: [{ id: 'library', label: 'Library' }],
	statuses: ['verified', 'closed'],
	status: [0, 1],
	lsoa21: [null, null],
	lastSeen: ['2024-02', null],
	claims: [[0], [0]],
	sources: [{ id: 'register', title: 'Register' }],
	merged: ['building', 'l2']
};

it('makes one site of a building that several lists name, and none of a closed one', () => {
	const sites = sitesOf([venues, libraries]);
	expect(sites.map(({ id }) => id)).toEqual(['v1', 'building']);
	expect(sites[0]).toMatchObject({
		name: 'Old Hall',
		kind: 'community-venue',
		label: 'Village hall',
		sources: ['one', 'two'],
		lastSeen: '2023-01-05',
		yours: false,
		inside: true
	});
	expect(sites[1]).toMatchObject({
		name: 'Library room',
		status: 'verified',
		sources: ['two', 'register'],
		lastSeen: '2024-02'
	});
});

it('leaves out what is no asset, and marks what the reader brought', () => {
	const networks: AssetsPart = {
		...venues,
		kinds: [{ id: 'network', label: 'Network' }],
		kindOf: [0, 0]
	};
	expect(sitesOf([networks])).toEqual([]);
	expect(sitesOf([{ ...venues, part: 'yours' }]).every(({ yours }) => yours)).toBe(true);
});
