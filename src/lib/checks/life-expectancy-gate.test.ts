import { describe, expect, it } from 'vitest';
import { parseCatalogue } from '../catalogue/catalogue.ts';
import { factsFrom, NORTH, SOUTH, SPLIT, tinyEngland } from './fixture.ts';
import { excessByDistrict, holdsLevels } from '../methods/life-expectancy.ts';
import { lifeExpectancyGate, lifeExpectancyGateOf } from './life-expectancy-gate.ts';
import type { CheckContext, PublishedColumn } from './method.ts';

const DATASET = 'life-expectancy-msoa11';
const registered = [{ id: DATASET, use: 'differences-only' as const }];
const notRegistered = [{ id: DATASET }];

const column = (values: (number | null)[], datasets = [DATASET]): PublishedColumn => ({
	where: 'somewhere/life-expectancy',
	column: 'males',
	datasets,
	values
});
const context = (
	catalogue: CheckContext['catalogue'],
	published: PublishedColumn[] = [],
	tables = tinyEngland()
): CheckContext => ({ facts: factsFrom(tables), expected: null, catalogue, published });

/** The tiny England with a table whose levels are those of the districts. */
function levelEngland() {
	const tables = tinyEngland();
	tables[DATASET] = { ...tables[DATASET], persons_value: [78.2, 80.4, 80.6, 82] };
	return tables;
}

describe('life expectancy gate', () => {
	it('finds the excess of each district, population-weighted', () => {
		const excess = excessByDistrict(factsFrom(tinyEngland()));
		expect([...excess]).toEqual([
			[NORTH, 2],
			[SPLIT, 2],
			[SOUTH, 2]
		]);
	});

	it('refuses a table that is off and not registered for differences only', () => {
		const gate = lifeExpectancyGateOf(context(notRegistered));
		expect(gate).toMatchObject({ excess: 2, registered: false });
		expect(gate.problems).toHaveLength(1);
		expect(
			lifeExpectancyGate(context(notRegistered), {
				claim: { id: 'gate', says: 'Gate' },
				method: 'life-expectancy-gate'
			}).figure
		).toBe('2.00 years too high (sd 0.00)');
	});

	it('lets a registered table through', () => {
		expect(lifeExpectancyGateOf(context(registered)).problems).toEqual([]);
	});

	it('refuses published levels, registered or not', () => {
		const levels = [column([78, 80, null, 84])];
		expect(lifeExpectancyGateOf(context(registered, levels)).problems).toEqual([
			'somewhere/life-expectancy publishes levels of life-expectancy-msoa11 in "males".'
		]);
		expect(lifeExpectancyGateOf(context(notRegistered, levels)).problems).toHaveLength(2);
	});

	it('refuses levels that were shifted a little or are of a few areas only', () => {
		expect(lifeExpectancyGateOf(context(registered, [column([81.3])])).problems).toHaveLength(1);
		const rounded = [78, 80, 82, 84].map((value) => value - 1);
		expect(lifeExpectancyGateOf(context(registered, [column(rounded)])).problems).toHaveLength(1);
	});

	it('lets differences through, and levels of other tables', () => {
		const published = [
			column([-3, -1, 0, null, 3]),
			column([78, 80, 82, 84], ['health-index-lad21'])
		];
		expect(lifeExpectancyGateOf(context(registered, published)).problems).toEqual([]);
	});

	it('asks nothing of a table that is right', () => {
		const published = [column([78.2, 80.4, 80.6, 82])];
		const gate = lifeExpectancyGateOf(context(notRegistered, published, levelEngland()));
		expect(gate.problems).toEqual([]);
		// But what is registered stays so, whatever the figures say.
		expect(
			lifeExpectancyGateOf(context(registered, published, levelEngland())).problems
		).toHaveLength(1);
	});

	it('needs the dataset in the catalogue', () => {
		expect(() => lifeExpectancyGateOf(context([]))).toThrow(DATASET);
	});
});

describe('holdsLevels', () => {
	it('says no of nothing', () => {
		expect(holdsLevels([], [78, 84])).toBe(false);
		expect(holdsLevels([null], [78, 84])).toBe(false);
		expect(holdsLevels([80], [])).toBe(false);
	});
});

describe('catalogue', () => {
	const entry = {
		id: DATASET,
		title: 'Life expectancy',
		publisher: 'ONS',
		official: 'https://www.ons.gov.uk/',
		licence: 'OGL-3.0',
		attribution: 'ONS',
		period: '2016 to 2020',
		geography: 'MSOA 2011',
		coverage: 'England',
		lineage: { copies: [{ file: 'a.csv', from: 'official', version: '1' }], done: [], defects: [] }
	};

	it('keeps the registration when it is rewritten', () => {
		const catalogue = { format: 1, datasets: [{ ...entry, use: 'differences-only' }] };
		expect(JSON.parse(JSON.stringify(parseCatalogue(catalogue)))).toEqual(catalogue);
	});

	it('refuses a use it does not know', () => {
		const catalogue = { format: 1, datasets: [{ ...entry, use: 'sometimes' }] };
		expect(() => parseCatalogue(catalogue)).toThrow('datasets.0.use');
	});
});
