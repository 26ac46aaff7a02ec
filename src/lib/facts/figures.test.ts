import { describe, expect, it } from 'vitest';
import { decileOfRank, factNumbers, factsColumn } from './figures.ts';
import type { FactsPart } from './parts.ts';

const part: FactsPart = {
	kind: 'facts',
	part: 'deprivation-domains-2025',
	vintage: '2021',
	level: 'lsoa',
	datasets: [],
	columns: { income_rank: { values: [1, 3375, 3376, 33_755, null] } },
	deciles: { income_decile: { ranks: 'income_rank', areas: 33_755 } },
	england: {}
};

describe('deciles that follow from ranks', () => {
	it('are read like any column', () => {
		expect(factsColumn(part, 'income_decile').values).toEqual([1, 1, 2, 10, null]);
		expect(() => factNumbers(part, 'income_decile')).toThrow('no value for area 4');
		expect(() => factsColumn(part, 'health_decile')).toThrow('no column health_decile');
	});

	it('put a rank on the border into the more deprived tenth', () => {
		expect([3284, 3285].map((rank) => decileOfRank(rank, 32_840))).toEqual([1, 2]);
	});
});
