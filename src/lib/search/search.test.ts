import type { PartName } from '../facts/parts.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPostcode } from '../postcodes/postcode.ts';
import type { AssetsPart } from '../register/parts.ts';
import { decodeAreas } from '../areas/region.ts';
import { areaEntries, assetEntries, loadedAssets, serviceEntries } from './entries.ts';
import { createSearch, GROUP_LIMIT } from './search.ts';
import { suggestNames } from './suggestions.ts';
import { wordsOf } from '../text/words.ts';

const areas = decodeAreas({
	kind: 'areas',
	part: 'areas-2021',
	vintage: '2021',
	datasets: [],
	lsoa: {
		codes: ['E01000001', 'E01000002', 'E01000003', 'E01000004'],
		names: ['Norwich 004A', 'Norwich 004B', 'King’s Lynn 001A', 'Great Yarmouth 002A'],
		residents: [1, 1, 1, 1],
		longitude: [1, 1, 1, 1],
		latitude: [52, 52, 52, 52]
	},
	msoa: {
		codes: ['E02000001', 'E02000002', 'E02000003'],
		names: ['Mile Cross', 'Gaywood & Saint Faith', 'Southtown'],
		of: [0, 0, 1, 2]
	},
	district: {
		codes: ['E07000001', 'E07000002', 'E07000003'],
		names: ['Norwich', "King's Lynn and West Norfolk", 'Great Yarmouth'],
		of: [0, 0, 1, 2],
		partOf: [null, null, null],
		notes: [null, null, null]
	},
	place: { codes: ['E38000001', 'E38000002'], names: ['Norwich', 'The rest'], of: [0, 0, 1, 1] }
});

const NAMES = ['Café Noir', 'Lynn Library', 'St Faith’s Hall', 'Norwich Hub', 'Wymondham Centre'];
const venues: AssetsPart = {
	kind: 'assets',
	part: 'venues',
	datasets: [],
	collected: '2026-01-01',
	reachKm: 10,
	status: NAMES.map(() => 0),
	statuses: ['unverified'],
	ids: NAMES.map((_, i) => `v${i}`),
	names: NAMES,
	kindOf: [0, 1, 0, 0, 0],
	kinds: [
		{ id: 'other', label: 'Other venue' },
		{ id: 'library', label: 'Library' }
	],
	longitude: NAMES.map(() => 1),
	latitude: NAMES.map(() => 52),
	lsoa21: ['E01000001', 'E01000003', 'E01000003', 'E01000002', null],
	lsoa11: NAMES.map(() => null),
	addresses: NAMES.map(() => null),
	postcodes: NAMES.map(() => null),
	lastSeen: NAMES.map(() => null),
	claims: NAMES.map(() => []),
	sources: []
};
const edition = { vintage: '2021' } as const;
const layers = [
	{ id: 'a', title: 'Community venues', parts: (): PartName[] => ['community-venues', 'schools'] },
	{ id: 'b', title: 'Others', parts: (): PartName[] => ['community-venues', 'areas-2021'] }
];
const source = (part: PartName) =>
	(
		{ 'community-venues': venues, 'areas-2021': { kind: 'areas' } } as Partial<
			Record<PartName, object>
		>
	)[part];
const assets = loadedAssets(layers, edition, source);
const entries = [...areaEntries(areas), ...assetEntries(assets, areas)];
const search = createSearch(entries);

/** "Districts: Norwich" of the first result of each group. */
const firsts = (query: string) =>
	search(query).groups.map(({ title, entries: [first] }) => `${title}: ${first?.name}`);

describe('loadedAssets', () => {
	it('takes parts that are loaded, each once, with the heading of its layer', () => {
		expect(assets.map(({ id }) => id)).toEqual(['v0', 'v1', 'v2', 'v3', 'v4']);
		expect(assets[1]).toMatchObject({ kind: 'Library', layer: 'a', group: 'Community venues' });
	});
});

describe('wordsOf', () => {
	it.each([
		["King's Lynn", 'kings lynn'],
		['KING’S  LYNN', 'kings lynn'],
		['Norwich 004B', 'norwich 4b'],
		['Café & Gt. Saint-Faith', 'cafe and great st faith'],
		['– …', '']
	])('%s', (text, words) => expect(wordsOf(text).join(' ')).toBe(words));

	it('has nothing left to change in what it gives', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const words = wordsOf(text);
				expect(wordsOf(words.join(' '))).toEqual(words);
			})
		);
	});
});

describe('createSearch', () => {
	it('puts whole names first, in the order of the levels', () => {
		expect(firsts('norwich')).toEqual([
			'Districts: Norwich',
			'Localities: Norwich',
			'Neighbourhoods: Norwich 004A',
			'Community venues: Norwich Hub',
			'Communities: Mile Cross'
		]);
	});

	it.each([
		['kings lynn', "Districts: King's Lynn and West Norfolk"],
		['lynn king’s', "Districts: King's Lynn and West Norfolk"],
		['cafe n', 'Community venues: Café Noir'],
		['Gt Yarm', 'Districts: Great Yarmouth'],
		['norwich 4b', 'Neighbourhoods: Norwich 004B'],
		['e01000002', 'Neighbourhoods: Norwich 004B'],
		['E02000003', 'Communities: Southtown'],
		['gaywood and st faith', 'Communities: Gaywood & Saint Faith'],
		['library gaywood', 'Community venues: Lynn Library']
	])('“%s” finds %s', (query, expected) => expect(firsts(query)[0]).toBe(expected));

	it.each([
		['Nowich', 'Districts: Norwich'],
		['wymondam', 'Community venues: Wymondham Centre'],
		['gaywod', 'Communities: Gaywood & Saint Faith']
	])('forgives “%s”', (query, expected) => {
		expect(firsts(query)[0]).toBe(expected);
		expect(search(query).guessed).toBe(true);
	});

	it('guesses nothing where a name is right, and nothing from nothing', () => {
		expect(search('norwich').guessed).toBe(false);
		expect(search('zzzzzz')).toEqual({ groups: [], shown: 0, total: 0, guessed: false });
		expect(search(' …')).toEqual({ groups: [], shown: 0, total: 0, guessed: false });
	});

	it('finds every entry by its name and its code', () => {
		fc.assert(
			fc.property(fc.constantFrom(...entries), fc.boolean(), (entry, upper) => {
				for (const text of [entry.name, entry.code].filter((text) => text !== '')) {
					const { groups } = search(upper ? text.toUpperCase() : text.toLowerCase());
					expect(groups.flatMap(({ entries }) => entries)).toContain(entry);
				}
			})
		);
	});

	it('finds services of the whole area, after every place, and says that they are to confirm', () => {
		const service = {
			id: 'named-healthy-start',
			name: 'Healthy Start',
			what: 'help to buy basic foods',
			area: 'England',
			areaCode: 'E92000001',
			districts: ['E07000143'],
			kind: 'food',
			document: 'The pledges',
			publisher: 'Some board',
			section: '1',
			dated: '2021-09-03'
		};
		const find = createSearch([...serviceEntries([service]), ...entries]);
		const [group] = find('healthy start').groups;
		expect(group?.title).toBe('For everyone in the area');
		expect(group?.entries[0]).toMatchObject({
			found: { kind: 'service', id: 'named-healthy-start' },
			note: 'For England. Named in September 2021, to confirm'
		});
		expect(find('buy food').total).toBe(1);
	});

	it('never throws, and counts what it shows', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (query) => {
				const { groups, shown, total } = search(query);
				const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
				expect(sum(groups.map(({ entries }) => entries.length))).toBe(shown);
				expect(sum(groups.map((group) => group.total))).toBe(total);
				for (const { entries } of groups) {
					expect(entries.length).toBeGreaterThan(0);
					expect(entries.length).toBeLessThanOrEqual(GROUP_LIMIT);
				}
			})
		);
	});
});

describe('suggestNames', () => {
	const suggest = (query: string) =>
		suggestNames(query, readPostcode(query), search(query), 'Here');

	it('says how many there are, of what', () => {
		expect(suggest('norwich hub').spoken).toBe('One result: Community venues 1.');
		expect(suggest('kings')).toMatchObject({
			message: null,
			spoken: 'Five results: Districts 1, Neighbourhoods 1, Communities 1 and Community venues 2.'
		});
	});

	it('offers a corrected postcode before anything else', () => {
		const { groups, message } = suggest('nr3i 6la');
		expect(groups[0]?.items[0]?.choice).toEqual({ kind: 'retype', text: 'NR31 6LA' });
		expect(message).toContain('is not how a postcode is written');
	});

	it('says what it could not find, and what to do', () => {
		expect(suggest('Atlantis').message).toContain('Nothing in Here is called “Atlantis”');
		expect(suggest('nr31').message).toContain('beginning of a postcode');
		expect(suggest('nowich').message).toBe(
			'Nothing is spelled “nowich”. These are spelled like it.'
		);
	});

	it('gives a neighbourhood its full name when it is chosen', () => {
		expect(suggest('norwich 4b').groups[0]?.items[0]?.choice).toEqual({
			kind: 'area',
			code: 'E01000002',
			name: 'Mile Cross (Norwich 004B)'
		});
	});
});
