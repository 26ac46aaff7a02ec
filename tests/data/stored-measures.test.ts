/**
 * One more entry in the registry of stored measures, and nothing else: a column that nobody maps
 * yet becomes a part of the packs and a layer of the map, with all that a layer has.
 */
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { classesOf } from '../../scripts/build/parts/england-classes.ts';
import { partsOf } from '../../scripts/build/parts/index.ts';
import { partsFor as partsOfMeasures } from '../../scripts/build/parts/stored.ts';
import { selectRegion } from '../../scripts/build/selection.ts';
import { ENGLAND_CLASSES, type FactsPart, type PartName } from '../../src/lib/facts/parts.ts';
import { strings, optionalNumbers, type Table } from '../../src/lib/facts/table.ts';
import type { StoredMeasure } from '../../src/lib/indicators/stored-measures.ts';
import { layerById } from '../../src/lib/layers/index.ts';
import { toCsv } from '../../src/lib/export/csv.ts';
import { tableDocument } from '../../src/lib/report/view-document.ts';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { defaultState, readState } from '../../src/lib/url/map-state.ts';
import { knownOf, everyView } from '../../src/lib/view/area-report.ts';
import { buildView, partsFor, selectIn, type Shown, type View } from '../../src/lib/view/view.ts';
import { packs } from './built.ts';
import { NO_OWNER } from '../../src/lib/catalogue/owner.ts';

const { MORE, SHARE } = vi.hoisted(() => {
	const MORE: StoredMeasure = {
		id: 'children-low-income',
		family: 'children-low-income',
		question: 'Where do children in low-income families live?',
		title: 'Children in low-income families',
		about:
			'Children under 16 in families with a low income, as the Indices of Deprivation 2025 count them. A number, not a share, and rounded to five.',
		dataset: 'underlying-2025',
		column: 'idaci_children',
		key: 'lsoa21',
		nulls: 'suppressed',
		unit: 'children under 16 in low-income families, IoD 2025',
		worse: 'higher',
		adds: true,
		decimals: 0,
		period: 'Indices of Deprivation 2025',
		caveats: ['Rounded to five; small numbers are withheld.']
	};
	const SHARE: StoredMeasure = {
		id: 'households-no-car',
		family: 'cars',
		question: 'Where do households have no car?',
		title: 'Households with no car',
		about: 'Numbers made up for a test.',
		dataset: 'residents-2021-age',
		column: 'no_car_percent',
		of: { column: 'households', words: 'households' },
		key: 'lsoa21',
		unit: 'percent of households, made up',
		worse: null,
		decimals: 1,
		period: '2021',
		caveats: [],
		suffix: '%',
		worst: 'the share is highest'
	};
	return { MORE, SHARE };
});

vi.mock('../../src/lib/indicators/stored-measures.ts', async (original) => {
	const module = await original<{ STORED_MEASURES: readonly StoredMeasure[] }>();
	return { ...module, STORED_MEASURES: [...module.STORED_MEASURES, MORE, SHARE] };
});

const SLUG = 'norfolk-and-waveney';
const geodata = openGeodata();
const region = packs()(SLUG);
const sources = geodata.catalogue.datasets;
const made = new Map<PartName, object>();
const source = (name: PartName) =>
	made.get(name) ?? (region.has(name) ? region.part(name) : undefined);
const state = (more: Partial<Shown> = {}) => ({
	...defaultState(),
	layer: MORE.id,
	overlays: [],
	...more
});

/** The column as the table has it, by code, by a way of its own. */
let stored: Map<string, number | null>;
let part: FactsPart;
let view: View;

beforeAll(async () => {
	const table = await geodata.table(MORE.dataset);
	const values = optionalNumbers(table, MORE.column);
	stored = new Map(strings(table, MORE.key).map((code, row) => [code, values[row] ?? null]));
	const builder = partsOf(geodata).find((one) => one.part === 'measure-children-low-income');
	const [entry] = geodata.regions().filter(({ slug }) => slug === SLUG);
	if (!builder || !entry) throw new Error('no part or no region');
	part = (await builder.build({
		geodata,
		region: entry,
		selection: await selectRegion(geodata, entry)
	})) as FactsPart;
	made.set(builder.part, part);
	made.set(ENGLAND_CLASSES, await classesOf(geodata, [layerById(MORE.id) as never]));
	const built = buildView(region.summary, state(), source);
	if (!built) throw new Error('no view');
	view = built;
});

describe('one more entry', () => {
	it('is a part of the packs, with the numbers of the table and what is withheld', () => {
		const column = part.columns[MORE.column];
		expect(column?.values).toEqual(view.areas.codes.map((code) => stored.get(code)));
		const withheld = view.areas.codes.flatMap((code, i) => (stored.get(code) === null ? [i] : []));
		expect(withheld.length).toBeGreaterThan(0);
		expect(Object.keys(column?.status ?? {}).map(Number)).toEqual(withheld);
		const known = [...stored.values()].filter((value) => value !== null).sort((a, b) => a - b);
		expect(part.england['idaci_children_median']).toBe(known[Math.floor(known.length / 2)]);
	});

	it('is a layer with an address, which loads that part', () => {
		expect(readState(`layer=${MORE.id}`).state.layer).toBe(MORE.id);
		expect(partsFor(state())).toContain(part.part);
		expect(layerById(MORE.id)).toMatchObject({ question: MORE.question, editions: ['2025'] });
	});

	it('has map, legend, table, sentences, label, details and download of one set of numbers', () => {
		const [{ contribution }] = view.layers as [(typeof view.layers)[number]];
		const { drawing, legend, measure } = contribution;
		if (drawing.kind !== 'fill') throw new Error('no fill');
		const values = view.areas.codes.map((code) => stored.get(code) ?? null);
		expect(drawing.colours.map((colour) => colour === null)).toEqual(
			values.map((value) => value === null)
		);
		expect(legend.classes.map(({ count }) => count).reduce((a, b) => a + b)).toBe(values.length);
		expect(legend.classes.at(-1)?.label).toBe('Withheld by the publisher');
		expect(legend.note).toBe(
			`England’s middle neighbourhood: ${part.england['idaci_children_median']}. Higher is worse. Each class is a fifth of England’s neighbourhoods.`
		);
		expect(view.columns.find(({ id }) => id === MORE.column)?.values).toEqual(values);
		expect(measure?.unit).toBe(MORE.unit);

		const most = Math.max(...values.map((value) => value ?? 0));
		const at = values.indexOf(most);
		expect(view.findings.map(({ text }) => text)).toEqual([
			expect.stringMatching(
				/^Children in low-income families: [\d,]+ people, [\d.]+% of residents of Norfolk and Waveney, live in the fifth of England’s neighbourhoods with the highest figures\. That is \d+ of the \d+ neighbourhoods of Norfolk and Waveney with a figure; a fifth would be \d+\.$/
			),
			expect.stringContaining(`the highest is ${most}, in ${view.areas.names[at]},`)
		]);
		expect(view.label(at).text).toBe(String(most));
		expect(selectIn(view, view.areas.codes[at] ?? '')?.details.rows[0]).toMatchObject({
			label: MORE.title,
			value: String(most)
		});
		const rows = parse(toCsv(tableDocument(view, { sources, owner: NO_OWNER })), {
			relax_column_count: true
		}) as string[][];
		const start = rows.findIndex(([first]) => first === 'Code');
		const column = rows[start]?.indexOf(MORE.title) ?? -1;
		expect(rows.slice(start + 1).map((row) => row[column])).toEqual(
			values.map((value) => String(value ?? ''))
		);
	});

	it('can be divided as all of England', () => {
		const breaks = { method: 'quantile', classes: 5, among: 'england' } as const;
		const [shown] = buildView(region.summary, state({ breaks }), source)?.layers ?? [];
		expect(partsFor(state({ breaks }))).toContain(ENGLAND_CLASSES);
		expect(shown?.contribution.legend.note).toContain('England’s 32,940 neighbourhoods');
	});

	it('is among all that is known of an area, and says why where there is nothing', () => {
		const views = everyView(region.summary, '2025', source);
		const rowOf = (area: number) => {
			const [code, name] = [view.areas.codes[area] ?? '', view.areas.names[area] ?? ''];
			const groups = knownOf(
				views,
				'2025',
				{ level: 'lsoa', code, name, members: [area] },
				sources
			);
			return groups.find(({ question }) => question === MORE.question)?.rows[0];
		};
		const { values = [] } = part.columns[MORE.column] ?? {};
		expect(rowOf(values.findIndex((value) => value !== null))).toMatchObject({
			label: MORE.title,
			period: MORE.period,
			sources: [expect.stringContaining('underlying indicators'), expect.any(String)]
		});
		expect(rowOf(values.indexOf(null))?.note).toContain('withheld by the publisher');
	});
});

describe('a share of something else than residents', () => {
	const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
	const written = (share: number) => `${share.toFixed(1)}%`;
	/** Made-up households by code, and those of them with no car. */
	const counts = new Map<string, { households: number; none: number }>();
	/** The share from the counts, of some neighbourhoods together. */
	const shareOf = (codes: readonly string[]) =>
		(100 * total(codes.map((code) => counts.get(code)?.none ?? NaN))) /
		total(codes.map((code) => counts.get(code)?.households ?? NaN));
	let facts: FactsPart;
	let shown: View;

	const buildWith = async (change: (table: Table) => Table) => {
		const made = {
			...geodata,
			table: async (id: string) => {
				const table = await geodata.table(id);
				return id === SHARE.dataset ? change(table) : table;
			}
		};
		const [builder] = partsOfMeasures([SHARE]);
		const entry = geodata.regions().find(({ slug }) => slug === SLUG);
		if (!builder || !entry) throw new Error('no builder');
		const selection = await selectRegion(geodata, entry);
		return builder.build({ geodata: made, region: entry, selection });
	};
	const withCounts = (table: Table, households: (code: string) => number | null): Table => {
		const codes = strings(table, 'lsoa21');
		const column = (values: (number | null)[]) => ({ type: 'number' as const, values });
		const percent = codes.map((code) => shareOf([code]));
		return {
			...table,
			columns: {
				...table.columns,
				no_car_percent: column(percent),
				households: column(codes.map(households))
			}
		};
	};

	beforeAll(async () => {
		const codes = strings(await geodata.table(SHARE.dataset), 'lsoa21');
		codes.forEach((code, i) => {
			const households = 50 + ((i * 7919) % 1000);
			counts.set(code, { households, none: (i * i * 31) % households });
		});
		facts = await buildWith((table) =>
			withCounts(table, (code) => counts.get(code)?.households ?? null)
		);
		made.set('measure-households-no-car', facts);
		const built = buildView(region.summary, state({ layer: SHARE.id }), source);
		if (!built) throw new Error('no view');
		shown = built;
	});

	it('is that of all there are, of England, communities and districts', () => {
		expect(facts.england['no_car_percent_mean']).toBeCloseTo(shareOf([...counts.keys()]), 10);
		const [{ contribution }] = shown.layers as [(typeof shown.layers)[number]];
		expect(contribution.legend.note).toContain('England, mean over households: ');
		const texts = shown.findings.map(({ text }) => text);
		const { areas } = shown;
		const sharesOf = (level: 'msoa' | 'district') =>
			areas.groups[level]
				.map(({ name, members }) => ({
					name,
					share: shareOf(members.map((area) => areas.codes[area] ?? ''))
				}))
				.sort((a, b) => b.share - a.share);
		const [community] = sharesOf('msoa');
		const districts = sharesOf('district');
		const [highest, lowest] = [districts[0], districts.at(-1)];
		expect(texts[1]).toMatch(`Among the communities, the share is highest in ${community?.name} (`);
		expect(texts[1]).toMatch(
			`): ${written(community?.share ?? NaN)}, averaged over its households.`
		);
		expect(texts[2]).toBe(
			`By district, it runs from ${written(highest?.share ?? NaN)} in ${highest?.name} to ${written(lowest?.share ?? NaN)} in ${lowest?.name}, averaged over their households.`
		);
	});

	it('has how many it is of beside it, in table, details and download', () => {
		const [code = ''] = shown.areas.codes;
		const { households = NaN } = counts.get(code) ?? {};
		expect(shown.columns.find(({ id }) => id === 'households')?.values[0]).toBe(households);
		expect(selectIn(shown, code)?.details.rows[0]).toMatchObject({
			value: written(shareOf([code])),
			note: expect.stringContaining(`of ${households} households`)
		});
		const csv = toCsv(tableDocument(shown, { sources, owner: NO_OWNER }));
		expect(csv).toMatch(/^Code,.*,Households with no car,Households/m);
	});

	it('stands under the bars with its unit once', () => {
		const [{ contribution }] = shown.layers as [(typeof shown.layers)[number]];
		for (const { short } of contribution.legend.classes) {
			expect(short).toMatch(/^\d+\.\d–\d+\.\d%$/);
		}
	});

	it('is refused where there is a share of nothing known', async () => {
		const [first] = strings(await geodata.table(SHARE.dataset), 'lsoa21');
		const building = buildWith((table) =>
			withCounts(table, (code) => (code === first ? null : 100))
		);
		await expect(building).rejects.toThrow(
			`measure "households-no-car": residents-2021-age has a no_car_percent for ${first}, but no "households" of 0 or more`
		);
	});
});

describe('an entry that its table does not bear out', () => {
	const build = async (entry: StoredMeasure) => {
		const [builder] = partsOfMeasures([entry]);
		const [one] = geodata.regions();
		if (!builder || !one) throw new Error('no builder');
		const selection = await selectRegion(geodata, one);
		return builder.build({ geodata, region: one, selection });
	};
	it.each([
		[{ column: 'children' }, 'underlying-2025 has no column "children"; there are: lsoa21, '],
		[{ key: 'lsoa11' }, 'underlying-2025 has no column "lsoa11"'],
		[{ column: 'lsoa21' }, 'underlying-2025, column "lsoa21", row 0: not a number'],
		[{ dataset: 'underlying-2052' }, 'has no dataset "underlying-2052"'],
		...['name', 'lsoa', 'district', 'residents'].map(
			(column) =>
				[
					{ column },
					`measure "${MORE.id}": a column "${column}" would be taken for one that every table has (name, lsoa, district, residents); name it otherwise in underlying-2025`
				] as const
		)
	] as const)('%o is one clear error', async (wrong, message) => {
		await expect(build({ ...MORE, ...wrong })).rejects.toThrow(message);
	});
});
