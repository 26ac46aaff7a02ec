import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../facts/editions.ts';
import type { AreasPart } from '../areas/parts.ts';
import type { AssetsPart } from '../register/parts.ts';
import type { FactsPart } from '../facts/parts.ts';
import { decodeAreas, findArea, unitsOf } from '../areas/region.ts';
import { assetPoints, type AssetPointsRequest } from './assets.ts';
import type { LayerContext } from './layer.ts';
import { POINT_SYMBOLS } from './shapes.ts';

const areasPart: AreasPart = {
	kind: 'areas',
	part: 'areas-2021',
	vintage: '2021',
	datasets: ['areas'],
	lsoa: {
		codes: ['E01000001', 'E01000002'],
		names: ['Here 001A', 'Here 001B'],
		residents: [20_000, 30_000],
		longitude: [1, 1.1],
		latitude: [52, 52]
	},
	msoa: { codes: ['E02000001'], names: ['Middle'], of: [0, 0] },
	district: {
		codes: ['E07000001', 'E07000002'],
		names: ['West', 'East'],
		of: [0, 1],
		partOf: [null, null],
		notes: [null, null]
	},
	place: { codes: ['E38000001'], names: ['Place'], of: [0, 0] }
};
const areas = decodeAreas(areasPart);

const deprivation: FactsPart = {
	kind: 'facts',
	part: 'deprivation-2025',
	vintage: '2021',
	level: 'lsoa',
	datasets: ['deprivation-2025'],
	columns: { imd_decile: { values: [1, 7] } },
	england: {}
};

/** Ten assets, seven of them in the first area, and an eleventh across the border. */
function partOf(extra: Partial<AssetsPart>): AssetsPart {
	const ids = Array.from({ length: 11 }, (_, i) => `a${i}`);
	const each = <T>(value: T) => ids.map(() => value);
	return {
		kind: 'assets',
		part: 'libraries',
		datasets: ['things'],
		collected: '2026-02-04',
		reachKm: 10,
		ids,
		names: ids.map((id) => `Thing ${id}`),
		kindOf: each(0),
		kinds: [{ id: 'thing', label: 'Thing' }],
		status: each(0),
		statuses: ['verified'],
		longitude: each(1),
		latitude: each(52),
		lsoa21: ids.map((_, i) => (i < 7 ? 'E01000001' : i < 10 ? 'E01000002' : null)),
		lsoa11: each(null),
		addresses: each(null),
		postcodes: each(null),
		lastSeen: each(null),
		claims: each([0]),
		sources: [{ id: 'things', title: 'The Register' }],
		...extra
	};
}

const request: AssetPointsRequest = {
	part: 'libraries',
	noun: 'thing',
	symbol: POINT_SYMBOLS.library,
	legendTitle: 'Things',
	listing: 'The register lists',
	complete: true,
	caveats: []
};

function contributionOf(part: AssetsPart, more: Partial<AssetPointsRequest> = {}) {
	const context: LayerContext = {
		regionName: 'Here',
		edition: EDITIONS['2025'],
		areas,
		units: unitsOf(areas, 'lsoa'),
		breaks: null,
		england: () => null,
		marking: 'outline',
		facts: () => deprivation,
		assets: () => part,
		notHeld: () => null,
		outlines: () => {
			throw new Error('no outlines');
		}
	};
	return assetPoints(context, { ...request, ...more });
}
const pointsOf = (part: AssetsPart) => {
	const { drawing } = contributionOf(part);
	if (drawing.kind !== 'points') throw new Error('no points');
	return drawing.points;
};
const rowsOf = (part: AssetsPart, code: string) => {
	const area = findArea(areas, code);
	return area ? contributionOf(part).details(area) : [];
};

describe('assets that an official register lists as open', () => {
	const part = partOf({});
	const { legend, findings, columns, caveats } = contributionOf(part);
	const words = [legend.note, ...caveats, ...findings.map(({ text }) => text)].join(' ');

	it('are called so, and nobody speaks of directories or of the ground', () => {
		expect(findings[0]?.text).toBe(
			'The register lists 10 things as open in Here, seven of them in Core20 neighbourhoods (February 2026).'
		);
		expect(words).not.toMatch(/[Dd]irector|ground|Coverage/);
		expect(pointsOf(part)[0]?.lines).toContain(
			'An official register listed it as open in February 2026 (The Register).'
		);
	});

	it('are compared by residents', () => {
		expect(findings.at(-1)?.text).toBe(
			'That is 2.0 for every 10,000 residents, and 3.5 in Core20 neighbourhoods; by district from 1.0 in East to 3.5 in West (residents: Census 2021).'
		);
	});

	it('are counted inside the region alone, in legend and table', () => {
		expect(legend.classes.map(({ count }) => count)).toEqual([10]);
		expect(legend.note).toBe(
			'Not counted: things outside the region, up to 10 km from the middle of a neighbourhood in it: 1.'
		);
		expect(columns[0]?.values).toEqual([7, 3]);
		expect(pointsOf(part)).toHaveLength(11);
		expect(pointsOf(part)[10]?.lines).toContain('Outside the region, so not counted.');
		expect(rowsOf(part, 'E07000002')[0]?.value).toBe('3');
	});
});

describe('assets that are claimed', () => {
	const days = Array.from({ length: 11 }, (_, i) => (i < 4 ? '2024-03-01' : '2026-02-01'));
	const part = partOf({ statuses: ['unverified'], lastSeen: days });
	const { legend, findings } = contributionOf(part, { complete: false, incomplete: 'It varies.' });

	it('say when they were last listed, and that nobody looked', () => {
		expect(legend.classes.map(({ label, count }) => [label, count])).toEqual([
			['Listed in the last year', 6],
			['Not listed in the last year', 4]
		]);
		expect(pointsOf(part)[0]?.lines).toContain(
			'Last listed in March 2024 by The Register. Nobody has checked it on the ground.'
		);
		expect(findings.map(({ text }) => text)).toEqual([
			'The register lists 10 things in Here, seven of them in Core20 neighbourhoods; 6 of them were listed in the last year, counted back from February 2026, the list’s own last collection. It varies.'
		]);
	});

	it('are of directories here and around, where places across the border are drawn', () => {
		const sources = ['one', 'two'].map((id) => ({ id, title: id }));
		const [around] = contributionOf({ ...part, sources }).caveats;
		expect(around).toBe(
			'Things, here and up to 10 km from the middle of a neighbourhood, come from 2 directories. They were last listed between March 2024 and February 2026. We have checked none on the ground.'
		);
		const lsoa21 = days.map(() => 'E01000001');
		const [inside] = contributionOf({ ...part, sources, lsoa21 }).caveats;
		expect(inside).toMatch(/^Things come from 2 directories\./);
	});

	it('are never none: only none listed', () => {
		const elsewhere = partOf({
			statuses: ['unverified'],
			lsoa21: days.map(() => 'E01000001')
		});
		expect(rowsOf(elsewhere, 'E07000002')[0]?.value).toBe('none listed');
	});
});

describe('assets of which some are confirmed', () => {
	const status = Array.from({ length: 11 }, (_, i) => (i < 3 ? 1 : 0));
	const part = partOf({ statuses: ['unverified', 'verified'], status });

	it('are hollow where they are not', () => {
		expect(pointsOf(part).filter(({ hollow }) => hollow)).toHaveLength(8);
		expect(contributionOf(part).legend.classes.map(({ count }) => count)).toEqual([3, 7]);
	});

	it('say beside a name why it is not to be relied on', () => {
		const doubts = (more: Parameters<typeof partOf>[0]) =>
			new Set(pointsOf(partOf({ statuses: ['unverified'], ...more })).map(({ doubt }) => doubt));
		expect(pointsOf(part).map(({ doubt }) => doubt)).toContain('status to confirm');
		expect(doubts({ confirmed: status.map(() => null) })).toEqual(new Set(['not confirmed']));
		const hubs = [{ id: 'family-hubs', title: 'Hubs' }];
		expect(doubts({ sources: hubs, claims: status.map(() => [0]) })).toEqual(
			new Set(['listed by DfE, to confirm'])
		);
		expect(doubts({ claims: status.map(() => [0]) })).toEqual(new Set([null]));
	});
});

it('a date is as precise as it is known', () => {
	expect(contributionOf(partOf({ collected: '2023' })).legend.title).toBe('Things, 2023');
	expect(contributionOf(partOf({ collected: '2024-05' })).legend.title).toBe('Things, May 2024');
});
