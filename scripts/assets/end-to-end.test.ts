/** From an extract to packs, checks and what is given back, on a copy of the facts. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layersIn } from '../../src/lib/layers/available.ts';
import { OVERLAYS } from '../../src/lib/layers/index.ts';
import type { AssetsPart } from '../../src/lib/register/parts.ts';
import type { RegionSummary } from '../../src/lib/facts/manifest.ts';
import { defaultState } from '../../src/lib/url/map-state.ts';
import { buildView, partsFor, type Shown } from '../../src/lib/view/view.ts';
import type { Part } from '../../src/lib/facts/parts.ts';
import { runChecks } from '../../src/lib/checks/run-checks.ts';
import { loadChecks } from '../../src/lib/server/load-checks.ts';
import { givenBack } from '../build/give-back.ts';
import { partsOf } from '../build/parts/index.ts';
import { selectRegion } from '../build/selection.ts';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { GEODATA } from '../lib/paths.ts';
import { compareCharities } from './charities.ts';
import { charity, json, makeWorkshop, ods, postcodesOf, type Workshop } from './fixture.ts';

const NORWICH = 'E07000148';
/** Districts that the document prints, each with charities of an invented register. */
const DISTRICTS = ['143', '144', '145', '146', '147', '148', '149'].map((n) => `E07000${n}`);
const EACH = 3;
let shop: Workshop;

beforeAll(async () => {
	shop = makeWorkshop();
	const rows = [];
	for (const [at, district] of DISTRICTS.entries()) {
		const postcodes = await postcodesOf(district, EACH);
		rows.push(
			...postcodes.map((postcode, i) =>
				charity(1000 + at * EACH + i, { charity_contact_postcode: postcode })
			)
		);
	}
	await shop.run([shop.file('publicextract.charity.json', json(rows))]);
});
afterAll(() => shop.remove());

const region = (geodata: ReturnType<typeof openGeodata>) => {
	const found = geodata.regions().find(({ slug }) => slug === 'norfolk-and-waveney');
	if (!found) throw new Error('there is no Norfolk and Waveney');
	return found;
};

describe('an imported register', () => {
	it('becomes a part of the pack, which is not there without it', async () => {
		const name = 'charities-offices';
		expect(partsOf(openGeodata(GEODATA)).map(({ part }) => part)).not.toContain(name);
		const geodata = openGeodata(shop.geodata);
		const builder = partsOf(geodata).find(({ part }) => part === name);
		const here = region(geodata);
		const selection = await selectRegion(geodata, here);
		const part = (await builder?.build({ geodata, region: here, selection })) as AssetsPart;
		expect(part.ids).toHaveLength(DISTRICTS.length * EACH);
		expect(part).toMatchObject({
			datasets: ['charities'],
			collected: '2026-08-01',
			statuses: ['verified']
		});
		expect(part.names[0]).toBe('Zzyzx Example Trust 1000');
		expect(part.lsoa21.every((code) => code !== null)).toBe(true);
	});

	it('is a layer of offices, which says that no help is given there, and no layer without it', async () => {
		const geodata = openGeodata(shop.geodata);
		const here = region(geodata);
		const selection = await selectRegion(geodata, here);
		const shown: Shown = { ...defaultState(), overlays: ['charities-offices'], edition: '2025' };
		const parts = new Map<string, Part>();
		for (const builder of partsOf(geodata)) {
			if (!partsFor(shown).includes(builder.part)) continue;
			const built = await builder.build({ geodata, region: here, selection });
			parts.set(builder.part, built as Part);
		}
		const summary = { slug: here.slug, name: here.name } as RegionSummary;
		const view = buildView(summary, shown, (part) => parts.get(part));
		const layer = view?.layers.find(({ layer: { id } }) => id === 'charities-offices');
		if (layer?.contribution.drawing.kind !== 'points') throw new Error('no points');
		const { drawing, legend, findings, caveats } = layer.contribution;
		expect(drawing.points).toHaveLength(DISTRICTS.length * EACH);
		for (const { lines } of drawing.points) expect(lines[0]).toMatch(/not where help is given/);
		expect(legend.title).toMatch(/^Registered offices/);
		expect(legend.classes.reduce((sum, { count }) => sum + count, 0)).toBe(DISTRICTS.length * EACH);
		const warning = 'A registered office is not where help is given';
		expect(findings[0]?.text).toContain(warning);
		expect(caveats.join(' ')).toContain(warning);

		const offered = () => layersIn(OVERLAYS, '2025', [...parts.keys()]).map(({ id }) => id);
		expect(offered()).toContain('charities-offices');
		expect(offered()).not.toContain('community-societies-offices');
		parts.delete('charities-offices');
		expect(offered()).not.toContain('charities-offices');
	});

	it('may have practices and sites that the tables beside it do not know', async () => {
		const [here = ''] = await postcodesOf(NORWICH, 1);
		const other = makeWorkshop();
		try {
			const open = { 10: here, 11: '20260101' };
			await other.run(
				[
					other.file(
						'epraccur.csv',
						ods({ ...open, 1: 'Z99901', 2: 'ZZYZX SURGERY', 13: 'A', 26: '4' })
					),
					other.file('ets.csv', ods({ ...open, 1: 'ZZZ01', 2: 'ZZYZX BIRTH CENTRE' }))
				],
				{ collected: '2026-08-28' }
			);
			const geodata = openGeodata(other.geodata);
			const place = region(geodata);
			const selection = await selectRegion(geodata, place);
			const build = (name: string) =>
				partsOf(geodata)
					.find(({ part }) => part === name)
					?.build({ geodata, region: place, selection }) as Promise<AssetsPart>;
			expect(await build('gp-practices')).toMatchObject({
				names: ['Zzyzx Surgery'],
				notes: [[]],
				figures: { patients: [null] }
			});
			expect((await build('maternity-units')).ids.length).toBeGreaterThan(0);
		} finally {
			other.remove();
		}
	});

	it('is counted beside the printed table, by the checks and by the command', async () => {
		const input = await loadChecks(shop.geodata, () => Promise.resolve([]));
		expect(Object.keys(input.tables)).toContain('charities-by-district');
		const results = runChecks({ ...input, lists: input.lists });
		const printed = results.find(({ id }) => id === 'norfolk-charities');
		expect(printed).toMatchObject({
			outcome: 'not reproduced',
			value: DISTRICTS.length * EACH,
			required: false
		});
		expect(printed?.datasets).toContain('charities-by-district');
		const lines = await compareCharities(shop.geodata, GEODATA);
		expect(lines.find((line) => line.includes(NORWICH))).toMatch(/printed 323, extract 3 \(1%\)/);
	});

	it('is given back', async () => {
		const geodata = openGeodata(shop.geodata);
		const { codes } = (await selectRegion(geodata, region(geodata)))['2021'];
		const { places, datasets } = await givenBack(geodata, new Set(codes));
		const assets = places.map(({ asset }) => asset);
		expect(datasets).toContain('charities');
		expect(assets.filter(({ source }) => source === 'charities')).toHaveLength(
			DISTRICTS.length * EACH
		);
	});

	it('leaves no file in the project’s own facts', () => {
		expect(
			readdirSync(join(GEODATA, 'assets')).filter((name) => name.startsWith('charities'))
		).toEqual([]);
		expect(readFileSync(join(GEODATA, 'catalogue.json'), 'utf8')).not.toContain('"imported"');
	});
});
