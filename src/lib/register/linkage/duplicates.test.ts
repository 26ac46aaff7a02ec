import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkRecords } from './duplicates.ts';
import type { LinkRecord } from './link-record.ts';
import { pairWeight } from './pair-weight.ts';
import { MATCH, UNSURE } from './weights.ts';

/** A record near Norwich, with whatever a test needs otherwise. */
function record(id: string, name: string, change: Partial<LinkRecord> = {}): LinkRecord {
	return {
		id,
		name,
		kind: 'community-venue',
		address: null,
		postcode: null,
		longitude: 1.29,
		latitude: 52.63,
		charityNumber: null,
		companyNumber: null,
		source: 'community-venues',
		sourceDetail: null,
		firstSeen: null,
		lastSeen: null,
		...change
	};
}
const NORTH_100_M = 52.63 + 100 / 111_195;

const linked = (...records: LinkRecord[]) => new Set(linkRecords(records).merged).size;

describe('pairs', () => {
	const cases: [string, LinkRecord, LinkRecord, boolean][] = [
		[
			'a library and its listing as a warm space',
			record('a', 'Hucclecote', { kind: 'library', source: 'libraries', postcode: 'NR2 1AW' }),
			record('b', 'Hucclecote Library', { postcode: 'NR2 1AW' }),
			true
		],
		[
			'an event and the church that its address names',
			record('a', 'Warm Space', {
				address: 'Wymondley Baptist Church, Stevenage Road',
				postcode: 'NR1 1AA'
			}),
			record('b', 'Wymondley Baptist Church', { postcode: 'NR1 1AA' }),
			true
		],
		[
			'two churches of a town',
			record('a', 'Wymondham Methodist Church'),
			record('b', 'Wymondham Abbey', { latitude: NORTH_100_M }),
			false
		],
		[
			'a library and the school beside it',
			record('a', 'Sprowston Junior School', { kind: 'school', source: 'schools' }),
			record('b', 'Sprowston Library'),
			false
		],
		[
			'a practice and the pharmacy of its name at its postcode',
			record('a', 'Roundwell Medical Centre', {
				kind: 'gp-practice',
				source: 'gp-practice-sites',
				postcode: 'NR5 0QB'
			}),
			record('b', 'Roundwell Medical Centre Pharmacy', {
				kind: 'pharmacy',
				source: 'pharmacies',
				postcode: 'NR5 0QB'
			}),
			false
		],
		[
			'two practices of a health centre',
			record('a', 'The Health Centre Surgery', {
				kind: 'gp-practice',
				source: 'gp-practice-sites'
			}),
			record('b', 'The Health Centre Surgery', {
				kind: 'gp-practice',
				source: 'gp-practice-sites'
			}),
			false
		],
		[
			'two scout groups',
			record('a', '1st Diss Scout Hall'),
			record('b', '2nd Diss Scout Hall'),
			false
		],
		[
			'the same name in another town',
			record('a', 'St Mary’s Church'),
			record('b', 'St Mary’s Church', { latitude: 52.7 }),
			false
		]
	];
	it.each(cases)('%s', (_, a, b, same) => {
		expect(linked(a, b)).toBe(same ? 1 : 2);
	});

	const north = (metres: number) => 52.63 + metres / 111_195;

	it('no name joins what lies more than 150 m apart, unless the postcode is one', () => {
		const here = record('a', 'Loddon Library', { postcode: 'NR14 6EX' });
		const there = record('b', 'Loddon Library', { latitude: north(496) });
		expect(linked(here, { ...there, postcode: 'NR14 6EX' })).toBe(1);
		expect(linked(here, { ...there, postcode: 'NR14 6EY' })).toBe(2);
		expect(linked(here, there)).toBe(2);
	});

	it('nor is a place longer than that from one end to the other, however near its records are', () => {
		const chain = [0, 100, 200, 300].map((metres, i) =>
			record(`id-${i}`, 'Mile Cross Library', {
				latitude: north(metres),
				postcode: `NR3 2A${'ABCD'[i]}`
			})
		);
		expect(linked(...chain)).toBe(2);
	});

	it('an address that a directory gives to three buildings of different names joins none of them', () => {
		const at = (id: string, name: string) =>
			record(id, name, { address: 'Front Street, Armathwaite', sourceDetail: 'the_council' });
		const churches = [at('a', 'St Mary’s Church'), at('b', 'Penrith Library')];
		const all = [...churches, at('c', 'Appleby Leisure Centre')];
		const hall = record('d', 'St Mary’s Church');
		expect(linked(hall, ...churches)).toBe(2);
		expect(linked(hall, ...all)).toBe(4);
	});

	it('north and south are two places', () => {
		const [north, south] = ['North', 'South'].map((side) =>
			record(side, `${side} Molton Methodist Church`, { postcode: 'EX36 3AW' })
		);
		if (north && south) expect(linked(north, south)).toBe(2);
	});

	describe('no two neighbours with a word in common:', () => {
		const cases: [string, LinkRecord, LinkRecord][] = [
			[
				'a library, and the centre in the street called after it',
				record('a', 'Uckfield Library', {
					kind: 'library',
					source: 'libraries',
					postcode: 'NR1 1AA'
				}),
				record('b', 'The Luxford Centre', {
					address: 'Library Way, Uckfield',
					postcode: 'NR1 1AA'
				})
			],
			[
				'a church, and the parish council beside it',
				record('a', 'St Michael and All Angels Church, Lancing'),
				record('b', 'Lancing Parish Council')
			],
			[
				'a pavilion, and the building adjacent to it',
				record('a', 'Soham Warm Hub', { address: 'Walter Gidney Pavilion, Fountain Lane' }),
				record('b', 'Soham Touchpoint Hub', {
					address: 'Scout Building adjacent to the Walter Gidney Pavilion, Fountain Lane'
				})
			],
			[
				'a town council, and the children’s centre of the town',
				record('a', 'Long Stratton Town Council', { postcode: 'NR15 2XR' }),
				record('b', 'Long Stratton Area Children’s Centre', {
					kind: 'family-hub',
					source: 'family-hubs',
					postcode: 'NR15 2XR'
				})
			]
		];
		it.each(cases)('%s', (_, a, b) => {
			expect(linked(a, b)).toBe(2);
			expect(linked(a, { ...a, id: 'c', source: 'other' })).toBe(1);
		});
	});

	it('a street in an address takes no building from a name that has the street too', () => {
		const chapel = record('a', 'Temple Street Methodist Church', { postcode: 'NR1 1AA' });
		const meal = { address: 'Temple Street Methodist Church, Fenton', postcode: 'NR1 1AA' };
		expect(linked(chapel, record('b', 'Community Meal', meal))).toBe(1);
	});

	describe('an event that moves', () => {
		const moving = (id: string, address: string, postcode: string, metres: number) =>
			record(id, 'Saturday Warm Space', {
				address,
				postcode,
				latitude: north(metres),
				sourceDetail: 'warm_welcome'
			});
		const library = record('library', 'Great Yarmouth Library', {
			kind: 'library',
			source: 'libraries',
			postcode: 'NR30 2SH'
		});
		const theatre = record('theatre', 'St George’s Theatre', {
			postcode: 'NR30 2PG',
			latitude: north(160)
		});
		const inLibrary = moving('m1', 'Northgate Room Great Yarmouth Library', 'NR30 2SH', 5);
		const inTheatre = moving('m2', 'St George’s Theatre Café', 'NR30 2PG', 160);
		const inChurch = moving('m3', 'Park Baptist Church', 'NR30 2JN', 320);

		it('is known by standing at several spots in one directory, and takes no building with it', () => {
			const all = [library, theatre, inLibrary, inTheatre, inChurch];
			const { merged, moving: found } = linkRecords(all);
			expect(found).toEqual(['m1', 'm2', 'm3']);
			expect(merged).toEqual(['library', 'm2', 'library', 'm2', 'm3']);
			expect(linkRecords(all.slice(1)).merged).toEqual(['m2', 'm1', 'm2', 'm3']);
		});

		it('has left where the directory lists it elsewhere since, and not where it meets in both', () => {
			const first = { ...inTheatre, firstSeen: '2023-10-05', lastSeen: '2024-05-27' };
			const then = { ...inChurch, firstSeen: '2024-06-03', lastSeen: '2026-08-17' };
			expect(linkRecords([first, then]).movedOn).toEqual(['m2']);
			const both = { ...then, firstSeen: '2024-01-01' };
			expect(linkRecords([first, both])).toMatchObject({ moving: ['m2', 'm3'], movedOn: [] });
		});

		it('is known by two doors in two streets at two postcodes, however near; not by one door or postcode', () => {
			const at = (id: string, address: string, postcode: string) => ({
				...moving(id, address, postcode, 0),
				name: 'East Bierley Sports Association'
			});
			const club = at('m1', 'Liberal Club, 10 Croft Street', 'BD11 2HT');
			const pub = at('m2', 'The George, 770 Bradford Road', 'BD11 2AH');
			expect(linkRecords([club, pub])).toMatchObject({
				moving: ['m1', 'm2'],
				merged: ['m1', 'm2']
			});
			expect(linkRecords([club, { ...pub, postcode: 'BD11 2HT' }]).moving).toEqual([]);
			expect(linkRecords([club, { ...pub, address: club.address }]).moving).toEqual([]);
			const pavilions = [club, pub].map((one) => ({ ...one, name: 'Bierley Sports Pavilion' }));
			expect(linkRecords(pavilions).moving).toEqual([]);
		});

		it('is not seen in another directory, another town, or a name of a building', () => {
			const other = { ...inChurch, sourceDetail: 'the_council' };
			expect(linkRecords([inLibrary, other]).moving).toEqual([]);
			const far = { ...inChurch, latitude: north(20_000) };
			expect(linkRecords([inLibrary, far]).moving).toEqual([]);
			const churches = [inLibrary, inChurch].map((one) => ({ ...one, name: 'St Mary’s Church' }));
			expect(linkRecords(churches).moving).toEqual([]);
		});
	});

	it('an organisation’s number counts for and against', () => {
		const plain = pairWeight(record('a', 'The Hub'), record('b', 'The Hub'));
		const [one, other] = [{ charityNumber: '1081234' }, { charityNumber: '01081234' }];
		expect(pairWeight(record('a', 'The Hub', one), record('b', 'The Hub', other))).toBeGreaterThan(
			plain
		);
		const third = { charityNumber: '299999' };
		expect(pairWeight(record('a', 'The Hub', one), record('b', 'The Hub', third))).toBeLessThan(
			MATCH
		);
	});

	it('hands doubtful ones to a person, and joins them not', () => {
		const a = record('a', 'Star Throwers');
		const b = record('b', 'Star Throwers Centre', { latitude: 52.63 + 140 / 111_195 });
		const weight = pairWeight(a, b);
		expect(weight).toBeLessThan(MATCH);
		expect(weight).toBeGreaterThanOrEqual(UNSURE);
		const { merged, uncertain } = linkRecords([b, a]);
		expect(merged).toEqual(['b', 'a']);
		expect(uncertain).toEqual([{ a: 'a', b: 'b', weight }]);
	});

	it('go by what a person decided, before any weight', () => {
		const here = record('a', 'Star Throwers', { postcode: 'NR1 1AA' });
		const same = record('b', 'Star Throwers', { postcode: 'NR1 1AA' });
		const far = record('c', 'Quite Another Hall', { latitude: 52.7 });
		expect(linkRecords([here, { ...same, kind: 'library', source: 'libraries' }]).merged).toEqual([
			'a',
			'a'
		]);
		const apart = new Map([['a b', 'different' as const]]);
		const library = { ...same, kind: 'library' as const, source: 'libraries' };
		expect(linkRecords([here, library], apart)).toMatchObject({
			merged: ['a', 'b'],
			uncertain: []
		});
		expect(linkRecords([far, here]).merged).toEqual(['c', 'a']);
		expect(linkRecords([far, here], new Map([['a c', 'same']])).merged).toEqual(['a', 'a']);
	});

	it('ask again where a person was not sure, and pass over listings that are gone', () => {
		const a = record('a', 'Star Throwers');
		const b = record('b', 'Star Throwers Centre', { latitude: 52.63 + 140 / 111_195 });
		const decided = new Map([
			['a b', 'unsure' as const],
			['a gone', 'same' as const]
		]);
		expect(linkRecords([a, b], decided)).toEqual(linkRecords([a, b]));
		const settled = linkRecords([a, b], new Map([['a b', 'different']]));
		expect(settled.uncertain).toEqual([]);
	});

	it('refuses ids that stand twice', () => {
		expect(() => linkRecords([record('a', 'A'), record('a', 'B')])).toThrow('the id a');
	});
});

describe('linkage', () => {
	const arbitrary = fc
		.array(
			fc.record({
				name: fc.constantFrom(
					'St Mary’s Church',
					'St Mary’s Church Hall',
					'St Marys',
					'Diss Library',
					'Library',
					'The Hub',
					'Village Hall',
					'Diss Village Hall'
				),
				kind: fc.constantFrom('community-venue' as const, 'library' as const, 'school' as const),
				postcode: fc.constantFrom('NR1 1AA', 'NR1 1AB', null),
				address: fc.constantFrom('Diss Library, 1 High Street', '1 High Street', null),
				longitude: fc.constantFrom(1.29, 1.2902, 1.293, null),
				group: fc.constantFrom('g1', 'g2', null)
			}),
			{ maxLength: 14 }
		)
		.map((all) =>
			all.map(({ group, ...one }, i) => ({
				...record(`id-${i}`, one.name, { ...one, latitude: one.longitude === null ? null : 52.63 }),
				source: one.kind === 'community-venue' ? 'community-venues' : one.kind,
				group: one.kind === 'community-venue' ? group : null
			}))
		);
	const byId = (records: readonly LinkRecord[]) => {
		const { merged, uncertain } = linkRecords(records);
		return { merged: Object.fromEntries(records.map(({ id }, i) => [id, merged[i]])), uncertain };
	};

	it('does not depend on the order of the records', () => {
		fc.assert(
			fc.property(
				arbitrary.chain((all) =>
					fc.tuple(
						fc.constant(all),
						fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })
					)
				),
				([all, shuffled]) => {
					expect(byId(shuffled)).toEqual(byId(all));
				}
			)
		);
	});

	it('changes nothing when what it found is given back to it as groups', () => {
		fc.assert(
			fc.property(arbitrary, (all) => {
				const { merged } = linkRecords(all);
				const again = all.map((one, i) =>
					one.source === 'community-venues' ? { ...one, group: merged[i] ?? null } : one
				);
				expect(linkRecords(again).merged).toEqual(merged);
			})
		);
	});

	it('gives every place the smallest id of its records', () => {
		fc.assert(
			fc.property(arbitrary, (all) => {
				const { merged } = linkRecords(all);
				const smallest = new Map<string, string>();
				all.forEach(({ id }, i) => {
					const place = merged[i] ?? '';
					const known = smallest.get(place);
					if (known === undefined || id < known) smallest.set(place, id);
				});
				for (const [place, id] of smallest) expect(place).toBe(id);
			})
		);
	});

	it('takes a list with one row fifty thousand times, or as many names at one point', () => {
		const same = Array.from({ length: 50_000 }, (_, i) => record(`id-${i}`, 'The Hub'));
		expect(linked(...same.slice(0, 20_000))).toBe(1);
		const crowd = Array.from({ length: 20_000 }, (_, i) => record(`id-${i}`, `Group ${i}`));
		expect(linkRecords(crowd).compared).toBeLessThan(1_000_000);
	});
});
