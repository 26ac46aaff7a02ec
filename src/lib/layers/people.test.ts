import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../facts/editions.ts';
import type { FactsPart } from '../facts/parts.ts';
import { decodeAreas, findArea, unitsOf } from '../areas/region.ts';
import type { LayerContext } from './layer.ts';
import { peopleLayers } from './people.ts';

const areas = decodeAreas({
	kind: 'areas',
	part: 'areas-2021',
	vintage: '2021',
	datasets: ['areas-lsoa21'],
	lsoa: {
		codes: ['E01000001', 'E01000002', 'E01000003'],
		names: ['X 001A', 'X 001B', 'Y 001A'],
		residents: [1000, 1000, 2000],
		longitude: [1, 1, 1],
		latitude: [52, 52, 52]
	},
	msoa: { codes: ['E02000001', 'E02000002'], names: ['North', 'South'], of: [0, 0, 1] },
	district: {
		codes: ['E07000001', 'E07000002'],
		names: ['X', 'Y'],
		of: [0, 0, 1],
		partOf: [null, null],
		notes: [null, null]
	},
	place: { codes: ['E38000001'], names: ['Place'], of: [0, 0, 0] }
});

function context(facts: FactsPart): LayerContext {
	return {
		regionName: 'Here',
		edition: EDITIONS['2025'],
		areas,
		units: unitsOf(areas, 'lsoa'),
		breaks: null,
		england: () => null,
		facts: () => facts,
		assets: () => {
			throw new Error('no assets');
		},
		notHeld: () => null,
		outlines: () => {
			throw new Error('no outlines');
		},
		marking: 'outline'
	};
}

const layer = (id: string) => {
	const found = peopleLayers.find((one) => one.id === id);
	if (!found) throw new Error(id);
	return found;
};

const facts = (columns: Record<string, number[]>, england: Record<string, number>): FactsPart => ({
	kind: 'facts',
	part: 'test',
	vintage: '2021',
	level: 'lsoa',
	datasets: ['residents-2021-age'],
	columns: Object.fromEntries(Object.entries(columns).map(([id, values]) => [id, { values }])),
	england
});

describe('shares of residents', () => {
	const shown = layer('people-aged-65-over').build(
		context(
			facts(
				{ total: [1000, 1000, 2000], aged_65_over: [300, 100, 200] },
				{ total: 10_000, aged_65_over: 1840 }
			)
		)
	);
	it('are of the people, not a mean of shares', () => {
		expect(shown.measure?.values).toEqual([30, 10, 10].map((value) => ({ kind: 'value', value })));
		expect(shown.findings.map(({ text }) => text)).toEqual([
			'600 residents of Here are aged 65 or over: 15.0% of all, against 18.4% in England.',
			'Among the communities, the share of residents who are aged 65 or over is highest in North (X): 20.0%, or 400 people. It is lowest in South (Y): 10.0%.',
			'By district, the share of residents who are aged 65 or over runs from 10.0% in Y to 20.0% in X.'
		]);
		const area = findArea(areas, 'E07000001');
		expect(area && shown.details(area)).toEqual([
			{
				label: 'Aged 65 and over',
				value: '20.0%',
				note: '400 of 2,000 residents, Census 2021; England 18.4%'
			}
		]);
	});
	it('stand beside the number of people in the table', () => {
		expect(shown.columns.map(({ values }) => values)).toEqual([
			[30, 10, 10],
			[300, 100, 200]
		]);
	});
});

it('groups together are the sum of the groups', () => {
	const columns = {
		total: [1000, 1000, 2000],
		asian: [10, 0, 20],
		black: [20, 0, 0],
		mixed: [30, 0, 0],
		other: [40, 10, 0],
		white: [900, 990, 1980]
	};
	const england = { total: 100, asian: 10, black: 4, mixed: 3, other: 2, white: 81 };
	const together = layer('people-ethnic-together').build(context(facts(columns, england)));
	expect(together.measure?.values.map((value) => 'value' in value && value.value)).toEqual([
		10, 1, 1
	]);
	expect(together.legend.note).toBe('England: 19.0%.');
});

it('a group by itself is told of communities, and puts no area in an order', () => {
	const columns = { total: [1000, 1000, 2000], asian: [3, 17, 40] };
	const alone = layer('people-ethnic-asian');
	expect(alone.level).toBe('msoa');
	const shown = alone.build({
		...context(facts(columns, { total: 100, asian: 10 })),
		units: unitsOf(areas, 'msoa')
	});
	expect(shown.sortedBy).toBeNull();
	expect(shown.findings.map(({ id }) => id)).toEqual([
		'ethnic_asian-share',
		'ethnic_asian-district'
	]);
	const [row] = shown.details({ level: 'lsoa', code: '', name: '', members: [0] });
	expect(row?.note).toBe(
		'20 of 2,000 residents of the community North, Census 2021; England 10.0%'
	);
});

it('females are always said to be an estimate', () => {
	const females = layer('people-females-15-44').build(
		context(facts({ females_15_44: [200.5, 150, 300] }, { females_15_44: 1000, areas: 4 }))
	);
	expect(females.label?.(0)).toBe('about 201 (estimate)');
	expect(females.measure?.values.every(({ kind }) => kind === 'estimate')).toBe(true);
	expect(females.findings[0]?.text).toMatch(/^About 651 .*estimate/);
	for (const row of females.details({ level: 'msoa', code: '', name: '', members: [0, 1] })) {
		expect(row.value).toBe('about 351 (estimate)');
	}
});
