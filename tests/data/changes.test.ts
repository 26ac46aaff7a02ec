/** Which areas entered or left Core20: against the totals of each edition, and by another route. */
import { describe, expect, it } from 'vitest';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { regionChanges } from '../../src/lib/server/changes.ts';
import { factsColumn } from '../../src/lib/facts/figures.ts';
import { numbersBy, strings } from '../../src/lib/facts/table.ts';
import { packs, projectFacts } from './built.ts';

const changesOf = (slug: string) => regionChanges(packs()(slug).summary);

/** The deciles of both editions by code, and the areas that are the same in both: by another route. */
async function byCode() {
	const geodata = projectFacts();
	const links = await geodata.table('lsoa11-lsoa21');
	const kinds = strings(links, 'change');
	return {
		before: numbersBy(await geodata.table('deprivation-2019'), 'lsoa11', 'imd_decile'),
		after: numbersBy(await geodata.table('deprivation-2025'), 'lsoa21', 'imd_decile'),
		kept: new Set(strings(links, 'lsoa21').filter((_, row) => kinds[row] === 'U'))
	};
}

describe.each(publishedRegions())('changes of Core20 in %s', (slug) => {
	it('count every area of both lists once, and say each in words', async () => {
		const { neighbourhoods, communities } = await changesOf(slug);
		for (const { changed, counts, sentence } of [neighbourhoods, communities]) {
			const by = (move: string) => changed.filter((area) => area.move === move).length;
			expect([by('entered'), by('left'), by('in-part')]).toEqual([
				counts.entered,
				counts.left,
				counts['in-part']
			]);
			expect(sentence).toMatch(/^From 2019 to 2025, .*stayed\./);
			for (const { name, within, says } of changed) {
				expect(`${name} ${within} ${says}`).not.toMatch(/undefined|NaN/);
				expect(name).not.toBe('');
			}
		}
	});

	it('are those of areas that kept their code, where they were not drawn anew', async () => {
		const { before, after, kept } = await byCode();
		const codes = packs()(slug).part('areas-2021').lsoa.codes;
		const same = codes.filter((code) => kept.has(code));
		const on = (deciles: ReadonlyMap<string, number>, code: string) =>
			(deciles.get(code) ?? 9) <= 2;
		const entered = same.filter((code) => !on(before, code) && on(after, code)).sort();
		const left = same.filter((code) => on(before, code) && !on(after, code)).sort();
		const { changed } = (await changesOf(slug)).neighbourhoods;
		const plain = (move: string) =>
			changed
				.filter((area) => area.move === move && area.lineage === null)
				.map(({ code }) => code)
				.sort();
		expect([plain('entered'), plain('left')]).toEqual([entered, left]);
	});
});

describe.each(publishedRegions())('the map of changes in %s', (slug) => {
	it('compares the areas that kept their code and their boundary, in both editions alike', async () => {
		const { before, after, kept } = await byCode();
		const region = packs()(slug);
		const compared: string[][] = [];
		for (const [vintage, part, other] of [
			['2021', 'deprivation-other-2025', before],
			['2011', 'deprivation-other-2019', after]
		] as const) {
			const { codes } = region.part(`areas-${vintage}`).lsoa;
			const { values } = factsColumn(region.part(part), 'imd_decile');
			expect(values).toEqual(
				codes.map((code) => (kept.has(code) ? (other.get(code) ?? null) : null))
			);
			compared.push(codes.filter((_, area) => values[area] !== null).sort());
		}
		expect(compared[0]).toEqual(compared[1]);
	});
});

describe('the totals', () => {
	it('are those of the method', async () => {
		const norfolk = await changesOf('norfolk-and-waveney');
		expect([norfolk.neighbourhoods.before, norfolk.neighbourhoods.after]).toEqual([96, 91]);
		expect([norfolk.communities.before, norfolk.communities.after]).toEqual([42, 39]);
		const bath = await changesOf('bath-swindon-and-wiltshire');
		expect([bath.neighbourhoods.after, bath.communities.after]).toEqual([33, 20]);
		expect(JSON.stringify(bath)).not.toMatch(/Norfolk|Norwich|Waveney|Yarmouth/);
	});
});
