/**
 * Life expectancy of 2021 to 2023: official levels as published, and the estimates of communities
 * by another route; the gate that keeps them back, open and shut.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { builtRegion } from '../../scripts/lib/built-region.ts';
import { decodeAreas, unitsOf } from '../../src/lib/areas/region.ts';
import { lifeExpectancyGateOf } from '../../src/lib/checks/life-expectancy-gate.ts';
import { lifeExpectancyEstimateGate } from '../../src/lib/checks/life-expectancy-estimate.ts';
import { columnsOfPart } from '../../src/lib/checks/published.ts';
import { EDITIONS } from '../../src/lib/facts/editions.ts';
import { makeFacts, type Facts } from '../../src/lib/facts/facts.ts';
import { toFile } from '../../src/lib/facts/part-file.ts';
import type { FactsPart } from '../../src/lib/facts/parts.ts';
import type { Table } from '../../src/lib/facts/table.ts';
import { lifeExpectancy2023Layers } from '../../src/lib/layers/life-expectancy-2023.ts';
import {
	communityLevels,
	ESTIMATE_DATASETS,
	gateOf
} from '../../src/lib/methods/life-expectancy-estimate.ts';
import { projectFacts } from './built.ts';

const NW = 'norfolk-and-waveney';
const BSW = 'bath-swindon-and-wiltshire';
const NS = 'norfolk-and-suffolk';
const geodata = projectFacts();
let tables: Record<string, Table>;
let facts: Facts;

beforeAll(async () => {
	tables = {};
	for (const id of [...ESTIMATE_DATASETS, 'residents-2020-lsoa11', 'health-index-lad21']) {
		tables[id] = await geodata.table(id);
	}
	facts = makeFacts(tables);
});

const level = (slug: string, code: string, sex: string) => {
	const { codes, columns } = builtRegion(slug).part('life-expectancy-2023');
	const i = codes?.indexOf(code) ?? -1;
	const found = columns[sex];
	return [found?.values[i], found?.lower?.[i], found?.upper?.[i], found?.status?.[i]];
};

describe('official levels', () => {
	it.each([
		[NW, 'E07000145', 'males', 77.1, 76.4, 77.8],
		[NW, 'E07000145', 'females', 81.6, 81, 82.2],
		[NW, 'E07000148', 'males', 77.8, 77.2, 78.4],
		[NS, 'E07000244', 'females', 83.6, 83.2, 84.1]
	])('%s %s %s', (slug, code, sex, value, lower, upper) => {
		expect(level(slug, code, sex)).toEqual([value, lower, upper, undefined]);
	});

	it('parts of districts have none; boards are those of 2024, each by itself', () => {
		expect(level(NW, 'E07000206', 'males')).toEqual([null, null, null, 'not-published']);
		expect(level(BSW, 'E07000180', 'males')).toEqual([null, null, null, 'not-published']);
		const boards = (slug: string) =>
			builtRegion(slug)
				.part('life-expectancy-2023')
				.beside?.map(({ code, figures }) => [code, figures['males'], figures['females']]);
		expect(boards(NW)).toEqual([['E54000022', 79.6, 83.3]]);
		expect(boards(BSW)).toEqual([['E54000040', 80.8, 84.4]]);
		expect(boards(NS)).toEqual([
			['E54000022', 79.6, 83.3],
			['E54000023', 80, 83.7]
		]);
	});

	it('in words: a difference of levels, and each former board', () => {
		const contribution = contributionOf('life-expectancy-2023-males', NS);
		const texts = contribution.findings.map(({ text }) => text);
		expect(texts[0]).toMatch(
			/^Life expectancy of males is \d\.\d years lower in Great Yarmouth, 77\.1 years \(95% interval 76\.4 to 77\.8\), than in /
		);
		expect(texts.filter((text) => text.includes('as it was in April 2024'))).toHaveLength(2);
		for (const text of texts) expect(text).not.toMatch(/can expect/);
	});
});

describe('estimates of communities', () => {
	const estimate = (slug: string, code: string, sex: string) => {
		const { codes, columns } = builtRegion(slug).part('life-expectancy-estimates');
		return columns[sex]?.values[codes?.indexOf(code) ?? -1] ?? NaN;
	};

	it('come out as known: North Lynn, Yarmouth Parade, Eaton, and England on average', () => {
		expect(estimate(NW, 'E02005557', 'males').toFixed(1)).toBe('71.3');
		expect(estimate(NW, 'E02005543', 'males').toFixed(1)).toBe('69.8');
		expect(estimate(NW, 'E02005595', 'males').toFixed(1)).toBe('83.6');
		const { england } = builtRegion(NW).part('life-expectancy-estimates');
		expect(england).toMatchObject({
			gate_passes: 1,
			males: 79.1,
			females: 83.1,
			males_average: 79.05,
			females_average: 83.03
		});
	});

	it('those of Waveney by plain sums over all of East Suffolk, with the errors summed', async () => {
		const rows = async (dataset: string) => {
			const columns = Object.entries((await geodata.table(dataset)).columns);
			return (columns[0]?.[1].values ?? []).map((_, i) =>
				Object.fromEntries(columns.map(([name, { values }]) => [name, values[i]]))
			);
		};
		const areas = await rows('areas-lsoa11');
		const inDistrict = new Set(
			areas.filter((row) => row['lad22_name'] === 'East Suffolk').map((row) => row['msoa11'])
		);
		const all = (await rows('life-expectancy-msoa11'))
			.filter((row) => inDistrict.has(row['msoa11'] ?? null))
			.map((row) => ({
				code: String(row['msoa11']),
				years: Number(row['males_value']),
				people: Number(row['males_person_years']),
				error: (Number(row['males_upper']) - Number(row['males_lower'])) / 3.919928
			}));
		const people = all.reduce((sum, one) => sum + one.people, 0);
		const mean = all.reduce((sum, one) => sum + one.people * one.years, 0) / people;
		const errorOfMean =
			Math.sqrt(all.reduce((sum, one) => sum + (one.people * one.error) ** 2, 0)) / people;
		const { levels } = communityLevels(facts);
		const waveney = areas.find((row) => row['lad18_name'] === 'Waveney')?.['msoa11'];
		const one = all.find(({ code }) => code === waveney);
		const found = levels.males.get(String(waveney));
		expect(found?.value).toBeCloseTo(80.4 + (one?.years ?? NaN) - mean, 6);
		const half = 1.959964 * Math.hypot((80.8 - 80) / 3.919928, one?.error ?? NaN, errorOfMean);
		expect(found?.upper).toBeCloseTo((found?.value ?? NaN) + half, 4);
		// Over their district, the estimates are its official level.
		const back = all.reduce(
			(sum, { code, people }) => sum + people * (levels.males.get(code)?.value ?? NaN),
			0
		);
		expect(back / people).toBeCloseTo(80.4, 9);
	});
});

/** England's official figure of males moved by some years. */
function moved(years: number): Facts {
	const official = tables['life-expectancy-2023'];
	const codes = official?.columns['area']?.values ?? [];
	const column = official?.columns['males_value'];
	if (!official || !column) throw new Error('no official table');
	const values = column.values.map((value, row) =>
		codes[row] === 'E92000001' ? Number(value) + years : value
	);
	return makeFacts({
		...tables,
		'life-expectancy-2023': {
			...official,
			columns: { ...official.columns, males_value: { ...column, values } }
		}
	});
}
const check = {
	claim: { id: 'gate', says: 'Gate' },
	method: 'life-expectancy-estimate-gate'
} as const;
const context = (of: Facts) => ({ facts: of, expected: null, catalogue: [], published: [] });

describe('the gate of the estimates', () => {
	it('is open within 0.1 year of both official figures, and shut beyond, for either sex', () => {
		const official = { males: 79.1, females: 83.1 };
		expect(gateOf({ males: 79.01, females: 83.19 }, official).passes).toBe(true);
		expect(gateOf({ males: 78.99, females: 83.1 }, official).passes).toBe(false);
		expect(gateOf({ males: 79.1, females: 83.21 }, official).passes).toBe(false);
		expect(gateOf({ males: NaN, females: 83.1 }, official).passes).toBe(false);
	});

	it('lets all estimates through, or none of either sex', () => {
		const open = communityLevels(facts);
		expect([open.levels.males.size, open.levels.females.size]).toEqual([6514, 6681]);
		expect(lifeExpectancyEstimateGate(context(facts), check)).toMatchObject({
			outcome: 'reproduced'
		});
		const shut = communityLevels(moved(0.2));
		expect(shut.gate.passes).toBe(false);
		expect([shut.levels.males.size, shut.levels.females.size]).toEqual([0, 0]);
		expect(lifeExpectancyEstimateGate(context(moved(0.2)), check)).toMatchObject({
			outcome: 'not reproduced',
			why: expect.stringContaining('withdrawn')
		});
	});

	it('withdrawn, they are said to be so on the map', () => {
		const built = builtRegion(NW).part('life-expectancy-estimates');
		const none = (built.codes ?? []).map(() => null);
		const status = Object.fromEntries(none.map((_, i) => [i, 'not-published' as const]));
		const withdrawn: FactsPart = {
			...built,
			columns: { males: { values: none, status }, females: { values: none, status } },
			england: { ...built.england, gate_passes: 0, males_average: 78.9 }
		};
		const { findings, label } = contributionOf('life-expectancy-estimate-males', NW, withdrawn);
		expect(findings.map(({ text }) => text)).toEqual([
			'We have withdrawn these estimates: across England they average 78.90 years, but the official figure is 79.1.'
		]);
		expect(label?.(0)).toBe('not published');
	});
});

describe('the gate of the table of communities', () => {
	const gate = (part: FactsPart) =>
		lifeExpectancyGateOf({
			facts,
			expected: null,
			catalogue: geodata.catalogue.datasets,
			published: columnsOfPart('somewhere/part', part, geodata)
		}).problems;
	const estimates = () => builtRegion(NW).part('life-expectancy-estimates');
	const shifted = (by: (code: string) => number): FactsPart => {
		const part = estimates();
		const values = (part.codes ?? []).map((code, i) => {
			const value = part.columns['males']?.values[i] ?? null;
			return value === null ? null : value + by(code);
		});
		return { ...part, columns: { males: { values } } };
	};

	it('reads a part as its file holds it', () => {
		const part = estimates();
		const file = toFile(part);
		expect(JSON.stringify(file)).not.toBe(JSON.stringify(part));
		const columns = columnsOfPart('somewhere/part', part, geodata);
		expect(columns.length).toBeGreaterThan(0);
		expect(columnsOfPart('somewhere/part', file, geodata)).toEqual(columns);
	});

	it('lets the estimates through as they are, and nothing that is only like them', () => {
		expect(gate(estimates())).toEqual([]);
		expect(gate(shifted(() => 0))).toEqual([]);
		expect(gate(shifted(() => 0.1))).toHaveLength(1);
		expect(gate(shifted((code) => (code === 'E02005557' ? 0.1 : 0)))).toHaveLength(1);
	});

	it('does not let the levels of the table through under the name of estimates', () => {
		const raw = tables['life-expectancy-msoa11'];
		const codes = raw?.columns['msoa11']?.values ?? [];
		const years = raw?.columns['males_value']?.values ?? [];
		const levels = new Map(codes.map((code, i) => [code, years[i]]));
		const part = estimates();
		const values = (part.codes ?? []).map((code) => Number(levels.get(code) ?? NaN) || null);
		expect(gate({ ...part, columns: { males: { values } } })).toHaveLength(1);
	});
});

/** What a layer says of a region, of its own part or of another. */
function contributionOf(id: string, slug: string, instead?: FactsPart) {
	const layer = lifeExpectancy2023Layers.find((one) => one.id === id);
	if (!layer) throw new Error(`no layer ${id}`);
	const region = builtRegion(slug);
	const areas = decodeAreas(region.part('areas-2021'));
	const not = (part: string) => {
		throw new Error(`${id} reads ${part}`);
	};
	return layer.build({
		regionName: region.name,
		edition: EDITIONS['2025'],
		areas,
		units: unitsOf(areas, layer.level),
		breaks: null,
		england: () => null,
		marking: 'outline',
		facts: (part) => instead ?? region.part(part),
		assets: not,
		outlines: not,
		notHeld: () => null
	});
}
