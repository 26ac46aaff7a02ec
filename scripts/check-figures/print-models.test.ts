import { describe, expect, it } from 'vitest';
import type { Agreement, CarModel } from '../../src/lib/access/car-model.ts';
import type { WalkAgreement } from '../../src/lib/access/walk-model.ts';
import { printCarModel, printWalkModels } from './print-models.ts';

const car: Agreement = {
	areas: 1200,
	published: 20,
	ours: 19,
	bias: -0.05,
	meanError: 2.25,
	publishedFar: 0.125,
	oursFar: 0.1
};
const model: CarModel = {
	fitted: [7, 58, 93],
	heldOut: { ...car, districts: 1 },
	bySettlement: { urban: car, 'larger-rural': car, 'smaller-rural': { ...car, bias: 0.0004 } },
	districts: [
		{ ...car, code: 'E07000001', name: 'North', heldOut: true },
		{ ...car, code: 'E07000002', name: 'South and East', heldOut: false }
	]
};
const walk: WalkAgreement = {
	areas: 5000,
	same: 0.775,
	withinOne: 0.9975,
	agree: [0.946, 0.972],
	network: [0.515, 0.825],
	ours: [0.482, 0.804]
};

/** The cells of the first line that begins so. */
const cellsOf = (text: string, start: string) =>
	text
		.split('\n')
		.find((line) => line.startsWith(start))
		?.split(/ {2,}/);

describe('the tables of journeys', () => {
	it('have the held-out districts together, each settlement and every district', () => {
		const text = printCarModel(model);
		const cells = ['1200', '20.0', '19.0', '−5.0%', '2.3', '12.5%', '10.0%'];
		expect(cellsOf(text, 'all')).toEqual(['all', ...cells]);
		expect(cellsOf(text, 'rural villages')?.[4]).toBe('0.0%');
		expect(cellsOf(text, 'North')).toEqual(['North', ...cells, 'held out']);
		expect(cellsOf(text, 'South and East')?.at(-1)).toBe('fitted');
	});

	it('have each detour, of all output areas and by settlement', () => {
		const bySettlement = { urban: walk, 'larger-rural': walk, 'smaller-rural': walk };
		const text = printWalkModels([{ detour: 1.3, all: walk, bySettlement }]);
		expect(cellsOf(text, 'all')).toEqual(
			['all', '1.3', '5000', '77.5%', '99.8%'].concat(
				['94.6%', '51.5%', '48.2%'],
				['97.2%', '82.5%', '80.4%']
			)
		);
		expect(cellsOf(text, 'urban')?.[1]).toBe('1.3');
	});
});
