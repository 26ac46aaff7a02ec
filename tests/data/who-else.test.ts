/** The page of plus groups: what it says of a region, from the tables by another route. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { GEODATA } from '../../scripts/lib/paths.ts';
import { SIZES } from '../../src/lib/indicators/who-else.ts';
import { whoElse } from '../../src/lib/server/who-else.ts';
import { packs, projectFacts } from './built.ts';

const rowsOf = (id: string): string[][] =>
	parse(readFileSync(join(GEODATA, `tables/${id}.csv`), 'utf8')) as string[][];
const known = new Set(projectFacts().catalogue.datasets.map(({ id }) => id));

const summaryOf = (slug: string) => packs()(slug).summary;

describe.each(publishedRegions())('who else there is in %s', (slug) => {
	it('has words, a size, somebody to ask and a source for every figure', async () => {
		const { groups } = await whoElse(summaryOf(slug));
		for (const { title, about, ask, size, says, districts, datasets } of groups) {
			expect(about, title).toMatch(/\.$/);
			expect(ask, title).toMatch(/\.$/);
			expect(datasets.filter((id) => !known.has(id))).toEqual([]);
			const told = says.length + districts.length;
			if (size === 'nothing') expect([told, datasets.length], title).toEqual([0, 0]);
			else {
				expect(told, title).toBeGreaterThan(0);
				expect(datasets.length, title).toBeGreaterThan(0);
			}
			for (const sentence of [...says, ...districts.flatMap((one) => one.says)]) {
				expect(sentence).not.toMatch(/NaN|undefined|null|Infinity/);
			}
		}
		expect(new Set(groups.map(({ size }) => size))).toEqual(new Set(Object.keys(SIZES)));
	});
});

describe('who else there is in Norfolk and Waveney', () => {
	it('is told of whole districts, and East Suffolk’s figures are not called Waveney’s', async () => {
		const { groups, promises } = await whoElse(summaryOf('norfolk-and-waveney'));
		const of = (id: string) => groups.find((group) => group.id === id)?.districts ?? [];
		const arrivals = rowsOf('arrivals-2021-lad24').find(([code]) => code === 'E07000148');
		const [residents, from2, under2] = (arrivals ?? []).slice(1).map(Number);
		const norwich = of('arrivals').find(({ name }) => name === 'Norwich');
		const written = (value: number | undefined) => value?.toLocaleString('en-GB') ?? '';
		expect(norwich?.says[0]).toContain(
			`${written((from2 ?? NaN) + (under2 ?? NaN))} of ${written(residents)} residents`
		);
		expect(norwich?.note).toBeNull();
		const suffolk = of('gypsy-roma-traveller').find(({ name }) => name === 'East Suffolk');
		expect(suffolk?.says).toEqual([
			'In East Suffolk, about 150 people said in the Census of 2021 that they are Gypsy or Irish Traveller, and fewer than 100 that they are Roma.'
		]);
		expect(suffolk?.note).toMatch(
			/^All of the district; \d+ of its \d+ neighbourhoods are in this region\.$/
		);
		for (const { says } of of('gypsy-roma-traveller')) expect(says).toHaveLength(1);
		for (const { says } of of('homelessness')) expect(says).toHaveLength(2);
		expect(promises).toEqual([
			'Organisational Health Inequalities & Equality, Diversity & Inclusion Improvement Plan 2025-2027 (2025), Domain 4: “A point of contact for each plus group”, by March 2026.'
		]);
	});
});
