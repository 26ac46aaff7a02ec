import { describe, expect, it } from 'vitest';
import type { AssetsPart } from '../register/parts.ts';
import { linkWorkers } from './networks.ts';
import type { LayerContext } from './layer.ts';

const figures = (fte: (number | null)[], patients: (number | null)[]) => ({
	fte,
	patients,
	practices: patients.map((people) => (people === null ? null : Math.sign(people))),
	imd_score: patients.map(() => null)
});

/** Two networks with a place; others have none. */
const part = (unplaced?: AssetsPart['unplaced']): AssetsPart => ({
	kind: 'assets',
	part: 'link-workers',
	datasets: [],
	collected: '2022-09',
	reachKm: 0,
	ids: ['U2', 'U3'],
	names: ['North', 'South'],
	kindOf: [0, 0],
	kinds: [{ id: 'network', label: 'Primary care network' }],
	status: [0, 0],
	statuses: ['unverified'],
	longitude: [1, 2],
	latitude: [52, 53],
	lsoa21: [null, null],
	lsoa11: [null, null],
	addresses: [null, null],
	postcodes: [null, null],
	lastSeen: [null, null],
	claims: [[], []],
	sources: [],
	figures: figures([1, 3], [10_000, 10_000]),
	...(unplaced && { unplaced })
});

/** What the layer makes of a part; areas are not asked for. */
const contribution = (of: AssetsPart) =>
	linkWorkers.build({
		areas: { vintage: '2021', codes: [] },
		assets: () => of,
		regionName: 'Testshire'
	} as unknown as LayerContext);

const text = (of: AssetsPart) =>
	[
		...contribution(of).findings.map((finding) => finding.text),
		contribution(of).legend?.note ?? ''
	].join(' ');

describe('networks on the map', () => {
	it('say nothing of places where all have one', () => {
		expect(text(part())).toContain('4.00 whole-time equivalents, 2.00 for every 10,000');
		expect(text(part())).toContain('of these networks.');
		expect(text(part())).not.toContain('on the map');
	});

	it('count one whose practices are not known, draw it nowhere and say why', () => {
		const found = part({ ids: ['U1'], names: ['Lost'], figures: figures([0.5], [null]) });
		const { drawing, legend } = contribution(found);
		expect(drawing).toMatchObject({ points: [{ id: 'U2' }, { id: 'U3' }] });
		expect(legend?.classes.map(({ count }) => count)).toEqual([3, 0]);
		const said = text(found);
		expect(said).toContain(
			'3 of the 3 networks of Testshire reported link workers: 4.50 whole-time'
		);
		expect(said).toContain(
			'2.00 for every 10,000 patients of the 2 of them whose patients are known'
		);
		expect(said).toContain(
			'One network is counted but not on the map, because the list of 2022/23 has no practice of it with patients and a known place: Lost.'
		);
	});

	it('take one without patients for not reported, not for none', () => {
		const found = part({ ids: ['U4'], names: ['Closed'], figures: figures([null], [0]) });
		expect(contribution(found).legend?.classes.map(({ count }) => count)).toEqual([2, 1]);
		expect(text(found)).toContain('Not reported: Closed.');
		expect(text(found)).toContain('One network is counted but not on the map');
	});
});
