/** Our towns as they were reviewed, and comparisons held against plain sums over the parts. */
import { describe, expect, it } from 'vitest';
import { builtRegion } from '../../scripts/lib/built-region.ts';
import { compare } from '../../src/lib/compare/comparison.ts';
import { differencesOf, hasFigure, tableParts } from '../../src/lib/compare/sentences.ts';
import { PartReader } from '../../src/lib/facts/reader.ts';
import { numberOf } from '../../src/lib/facts/value.ts';

/** Towns with how many neighbourhoods each has, as they were looked through. */
const REVIEWED: Readonly<Record<string, string>> = {
	'norfolk-and-waveney':
		'Norwich 112, King’s Lynn 28, Lowestoft 24, Thetford 14, Great Yarmouth 13, Gorleston-on-Sea 12, East Dereham 11, Bradwell 10, North Walsham 9, Watton 8, Downham Market 8, Beccles 8, Hethersett 7, Diss 7, Attleborough 7',
	'bath-swindon-and-wiltshire':
		'Swindon 108, Bath 61, Salisbury 29, Trowbridge 25, Chippenham 24, Melksham 15, Warminster 12, Keynsham 12, Devizes 12, Calne 12, Westbury 11, Amesbury 10, Corsham 9, Midsomer Norton 8, Royal Wootton Bassett 7, Radstock 7, Tidworth 6, Bulford 5',
	'norfolk-and-suffolk':
		'Norwich 112, Ipswich 86, Bury St Edmunds 30, King’s Lynn 28, Lowestoft 24, Kesgrave 21, Felixstowe 19, Sudbury 15, Thetford 14, Haverhill 14, Stowmarket 13, Great Yarmouth 13, Gorleston-on-Sea 12, Newmarket 11, East Dereham 11, Bradwell 10, Mildenhall 10, North Walsham 9, Watton 8, Downham Market 8, Beccles 8, Hethersett 7, Diss 7, Attleborough 7, Woodbridge 6'
};

describe('towns', () => {
	it.each(Object.entries(REVIEWED))('of %s are those that were reviewed', (slug, list) => {
		const { names, members } = builtRegion(slug).part('towns');
		const found = names.map((name, i) => `${name} ${members[i]?.length ?? 0}`).join(', ');
		expect(found.replaceAll("'", '’')).toBe(list);
	});
});

describe('Great Yarmouth beside Lowestoft', () => {
	const built = builtRegion('norfolk-and-waveney');
	const reader = new PartReader((name) => built.part(name));
	const has = (part: string) => built.summary.files.some((file) => file.part === part);
	const towns = built.part('towns');
	const codes = ['Great Yarmouth', 'Lowestoft'].map(
		(name) => towns.codes[towns.names.indexOf(name)] ?? ''
	);
	const comparison = compare(reader, codes, has);
	const rows = comparison.topics.flatMap((topic) => topic.rows);
	const row = (id: string) => rows.find((one) => one.id === id)?.cells ?? [];

	it('says in one row that nothing is published of towns', () => {
		const empty = tableParts(comparison).filter((part) => part.rows.length === 0);
		expect(empty.map(({ title }) => title)).toEqual(['Births · Life expectancy']);
	});

	it('has the shares that plain sums give', () => {
		const { columns } = built.part('cars-2025');
		const residents = built.part('areas-2021').lsoa.residents;
		const ranks = built.part('deprivation-2025').columns['imd_rank']?.values ?? [];
		towns.members
			.filter((_, i) => codes.includes(towns.codes[i] ?? ''))
			.sort((a, b) => a.length - b.length)
			.forEach((members, at) => {
				const sum = (values: readonly (number | null)[] = []) =>
					members.reduce((total, one) => total + (values[one] ?? NaN), 0);
				const share = sum(columns['no_car']?.values) / sum(columns['households_cars']?.values);
				expect(numberOf(row('no-car')[at]?.value ?? { kind: 'missing' })).toBeCloseTo(share, 12);
				// The most deprived fifth of England's 33,755 neighbourhoods.
				const deprived = members.filter((one) => (ranks[one] ?? Infinity) <= 33_755 / 5);
				const people = deprived.reduce((total, one) => total + (residents[one] ?? NaN), 0);
				expect(numberOf(row('deprived-fifth')[at]?.value ?? { kind: 'missing' })).toBeCloseTo(
					people / sum(residents),
					12
				);
			});
	});

	it('says what differs, what is too close to call and what cannot be compared', () => {
		const [found] = differencesOf(comparison);
		expect(found?.clear.map(({ label }) => label)).toContain('Households with no car or van');
		expect(found?.close).toContain('Libraries');
		// Other directories look in Great Yarmouth than in Lowestoft.
		expect(found?.notComparable).toEqual(['Community venues']);
		// What is published by district alone differs in neither, and is said of both at once.
		const none = comparison.topics
			.flatMap(({ rows }) => rows)
			.filter((row) => !hasFigure(row))
			.map(({ id }) => id);
		expect(none).toEqual([
			'births',
			'fertility',
			'life-expectancy-males',
			'life-expectancy-females'
		]);
	});

	it('is of areas of one region, none within another', () => {
		const district = built.part('areas-2021').district;
		const code = district.codes[district.names.indexOf('Great Yarmouth')] ?? '';
		const within = compare(reader, [code, codes[0] ?? '', 'E07000999'], has);
		expect(within.unknown).toEqual(['E07000999']);
		expect(within.areas.map(({ name }) => name)).toEqual([
			'Great Yarmouth (district)',
			'Great Yarmouth (town)'
		]);
		const verdicts = within.topics
			.flatMap((topic) => topic.rows)
			.flatMap(({ cells }) => cells.flatMap(({ verdict }) => verdict?.kind ?? []));
		expect(new Set(verdicts)).toEqual(new Set(['none']));
	});
});
