/**
 * Every layer, by being registered: in both regions and both editions, its numbers in
 * the map's drawing, the legend, the table, the details and the download are one and
 * the same, and everything it says has a source.
 */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { distance } from '@turf/distance';
import type { FeatureCollection, Geometry, MultiPolygon } from 'geojson';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { isWholeMatrix } from '../../scripts/lib/test-matrix.ts';
import { EDITION_IDS, EDITIONS } from '../../src/lib/facts/editions.ts';
import { numberOf } from '../../src/lib/facts/value.ts';
import { AREA_LAYERS, LAYERS, OVERLAYS } from '../../src/lib/layers/index.ts';
import type { Layer } from '../../src/lib/layers/layer.ts';
import { ownPart, OWN_PART } from '../../src/lib/register/own-part.ts';
import { available, layersIn } from '../../src/lib/layers/available.ts';
import { baseOf, completeBoundaries } from '../../src/lib/geometry/boundaries.ts';
import { ENGLAND_CLASSES, type EnglandClassesPart } from '../../src/lib/facts/parts.ts';
import type { BoundariesPart, StoredBoundaries } from '../../src/lib/geometry/parts.ts';
import type { RegionSummary } from '../../src/lib/facts/manifest.ts';
import { centreOfPeople, findArea } from '../../src/lib/areas/region.ts';
import { layerDocument, tableDocument } from '../../src/lib/report/view-document.ts';
import { toCsv } from '../../src/lib/export/csv.ts';
import { toGeoJson } from '../../src/lib/export/geojson.ts';
import { formatDistance } from '../../src/lib/search/nearest.ts';
import { defaultState } from '../../src/lib/url/map-state.ts';
import {
	everyView,
	knownOf,
	NOT_AVAILABLE,
	partsOfEverything
} from '../../src/lib/view/area-report.ts';
import {
	boundariesPart,
	type FactsPart,
	type Part,
	type PartName
} from '../../src/lib/facts/parts.ts';
import { RURAL_URBAN } from '../../src/lib/indicators/place.ts';
import { basisOf, buildView, partsFor, selectIn, type View } from '../../src/lib/view/view.ts';
import { packs, projectFacts } from './built.ts';
import { NO_OWNER } from '../../src/lib/catalogue/owner.ts';
import { OWNER_COLUMN } from '../../src/lib/document/document.ts';

const geodata = projectFacts();
const regions = publishedRegions();
const region = packs();

const regionOf = (slug: string): RegionSummary => region(slug).summary;

function partOf({ slug }: RegionSummary, part: PartName): Part | undefined {
	// What readers bring is in no pack: here nobody brought anything.
	if (part === OWN_PART) return ownPart([], '2026-01-31');
	return region(slug).has(part) ? region(slug).part(part) : undefined;
}

function boundariesOf(slug: string, edition: (typeof EDITION_IDS)[number]): BoundariesPart {
	const read = (name: PartName) => {
		const part = partOf(regionOf(slug), name);
		if (!part) throw new Error(`${slug} has no boundaries of ${edition}`);
		return part as unknown;
	};
	const name = boundariesPart(EDITIONS[edition]);
	const base = baseOf(name);
	return completeBoundaries(read(name) as StoredBoundaries, base && (read(base) as BoundariesPart));
}

/** The tests of a layer look at one view in turn: the last one is kept. */
let last: { key: string; view: View } | null = null;

function viewOf(slug: string, layer: Layer, edition: (typeof EDITION_IDS)[number]): View {
	const key = `${slug}/${layer.id}/${edition}`;
	if (last?.key === key) return last.view;
	const region = regionOf(slug);
	const shown = {
		...defaultState(),
		edition,
		...(layer.kind === 'areas' ? { layer: layer.id, overlays: [] } : { overlays: [layer.id] })
	};
	const view = buildView(region, shown, (part) => partOf(region, part));
	if (!view) throw new Error(`${slug} has no areas for ${edition}`);
	last = { key, view };
	return view;
}

/** Without those that come with an import: scripts/assets/end-to-end.test.ts has one. */
const ALWAYS = LAYERS.filter(({ optional }) => !optional);
const OVERLAYS_ALWAYS = OVERLAYS.filter(({ optional }) => !optional);

const cases = regions
	.flatMap((slug) =>
		EDITION_IDS.flatMap((edition) =>
			ALWAYS.map((layer) => ({ slug, edition, layer, id: layer.id }))
		)
	)
	.filter(
		({ layer, edition }) =>
			!('editions' in layer) ||
			!layer.editions ||
			(layer.editions as readonly string[]).includes(edition)
	);

const sources = geodata.catalogue.datasets;
const said = { sources, owner: NO_OWNER };

/** The rows of a CSV text, which ends with a line break. */
function rowsOf(csv: string): string[][] {
	const rows = Papa.parse<string[]>(csv, { delimiter: ',', newline: '\n' }).data;
	expect(rows.pop()).toEqual(['']);
	return rows;
}

describe('the registry', () => {
	it('has no layer of registers that were not imported, nor a part of them', () => {
		for (const slug of regions) {
			const here = regionOf(slug).files.map(({ part }) => part);
			for (const edition of EDITION_IDS) {
				expect(layersIn(LAYERS, edition, here)).toEqual(ALWAYS);
			}
			expect(here.filter((part) => part.endsWith('-offices'))).toEqual([]);
		}
	});

	it('has no id twice', () => {
		const ids = LAYERS.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(AREA_LAYERS.length + OVERLAYS.length).toBe(LAYERS.length);
	});
	it('asks questions and says what each layer is and is not', () => {
		for (const { id, question, about } of LAYERS) {
			expect(question, id).toMatch(/\?$/);
			expect(about.length, id).toBeGreaterThan(30);
		}
	});
});

describe.each(regions.flatMap((slug) => EDITION_IDS.map((edition) => ({ slug, edition }))))(
	'what is highest or lowest in $slug, $edition',
	({ slug, edition }) => {
		/** A finding of a layer, and of each district a figure of its neighbourhoods. */
		function saidOf(id: string, finding: string, figure: (areas: number[], view: View) => number) {
			const layer = AREA_LAYERS.find((one) => one.id === id);
			if (!layer) throw new Error(id);
			const view = viewOf(slug, layer, edition);
			const text = view.findings.find((one) => one.id === finding)?.text ?? '';
			const districts = view.areas.groups.district.map(({ name, members }) => ({
				name,
				figure: figure(members, view)
			}));
			return { text, districts };
		}
		const facts = (name: PartName) => region(slug).part(name) as FactsPart;

		it('names every district that has more Core20 neighbourhoods than the most deprived one', () => {
			const deciles = facts(`deprivation-${edition}`).columns['imd_decile']?.values ?? [];
			const { text, districts } = saidOf(
				'deprivation',
				'most-deprived-district',
				(members) => members.filter((area) => (deciles[area] ?? 99) <= 2).length
			);
			const first = districts.find(({ name }) =>
				text.startsWith(`Deprivation is highest in ${name} `)
			);
			const [, more = ''] = text.split('. ');
			for (const { name, figure } of districts) {
				if (name === first?.name) continue;
				const [before = '', after = ''] = more.split('; ');
				expect(before.includes(name), name).toBe(figure > (first?.figure ?? NaN));
				expect(after.includes(name), name).toBe(figure === first?.figure);
			}
		});

		it('names every district with the smallest share of rural residents', () => {
			const { classes } = RURAL_URBAN[edition];
			const of = facts(`rural-urban-${edition}`).columns['class']?.values ?? [];
			const { text, districts } = saidOf(
				'place-rural-urban',
				'rural-district',
				(members, { areas }) =>
					members.reduce(
						(sum, area) =>
							sum + (classes[of[area] ?? -1]?.rural ? (areas.residents[area] ?? NaN) : 0),
						0
					)
			);
			const [, lowest = ''] = text.split(' and lowest in ');
			const none = districts.filter(({ figure }) => figure === 0);
			for (const { name } of none) expect(lowest).toContain(name);
		});
	}
);

/** Of each layer one of its cases, so that every region and edition comes up. */
const inTurn = new Set(
	ALWAYS.map((layer, at) => {
		const its = cases.filter((one) => one.layer === layer);
		return its[at % its.length];
	}).map((one) => `${one?.slug} ${one?.edition} ${one?.id}`)
);

describe.each(cases)('$slug, $edition, $id', ({ slug, edition, layer }) => {
	it('is built from the parts it names, without a fault', () => {
		const view = viewOf(slug, layer, edition);
		expect(view.broken).toEqual([]);
		expect(view.waiting).toEqual([]);
		expect(view.layers.map((shown) => shown.layer.id)).toContain(layer.id);
	});

	it('says what its sentences rest on, and nothing of what they do not', () => {
		const view = viewOf(slug, layer, edition);
		const shown = view.layers.find((one) => one.layer === layer)?.contribution;
		const basis = basisOf(view);
		if (shown?.findings[0] && ['areas', 'points', 'circles'].includes(layer.kind)) {
			expect(basis).toContain(`${layer.title}: ${shown.period}.`);
		}
		const rests = view.layers.some(({ contribution: { period } }) =>
			period.includes(EDITIONS[edition].title)
		);
		expect(basis.includes(EDITIONS[edition].title) && !rests).toBe(false);
	});

	it('has one set of numbers', () => {
		const view = viewOf(slug, layer, edition);
		const { units } = view;
		const { contribution } = view.layers.find((shown) => shown.layer.id === layer.id) ?? {};
		if (!contribution) throw new Error('not shown');

		for (const column of view.columns) {
			expect(column.values.length, column.id).toBe(units.count);
			const broken = column.values.filter(
				(value) => typeof value === 'number' && !Number.isFinite(value)
			);
			expect(broken, column.id).toEqual([]);
		}
		const columnIds = view.columns.map(({ id }) => id);
		expect(new Set(columnIds).size).toBe(columnIds.length);

		const { drawing, legend, measure } = contribution;
		for (const { count, units: members, symbol } of legend.classes) {
			if (!members) continue;
			expect(members.size).toBe(count);
			if (drawing.kind !== 'fill') continue;
			const colour = symbol.kind === 'fill' ? symbol.colour : null;
			const other = [...members].filter((unit) => (drawing.colours[unit] ?? null) !== colour);
			expect(other, 'units of another colour than their class').toEqual([]);
		}
		if (drawing.kind === 'fill') {
			expect(drawing.colours).toHaveLength(units.count);
			const classed = legend.classes.reduce((sum, { count }) => sum + count, 0);
			expect(classed).toBe(units.count);
			const colours = new Set(legend.classes.map(({ symbol }) => JSON.stringify(symbol)));
			expect(colours.size).toBe(legend.classes.length);
		}
		if (measure) {
			const column = view.columns.find(({ id }) => id === measure.id);
			expect(measure.values.map(numberOf)).toEqual(column?.values);
		}
		// The colours again from the figures of the table: classes lie one after the other.
		const shown = view.columns.find(({ id }) => id === measure?.id)?.values ?? [];
		if (drawing.kind === 'fill' && measure && shown.some((value) => typeof value === 'number')) {
			const spans = legend.classes.flatMap(({ units: members }) => {
				const values = [...(members ?? [])].map((unit) => shown[unit] ?? null);
				const known = values.filter((value) => typeof value === 'number');
				if (known.length === 0) return [];
				expect(known.length, 'a class with figures and without').toBe(values.length);
				return [[Math.min(...known), Math.max(...known)] as const];
			});
			const inOrder = [...spans].sort(([a], [b]) => a - b);
			expect(spans.length).toBeGreaterThan(0);
			expect([spans, [...spans].reverse()]).toContainEqual(inOrder);
			inOrder
				.slice(1)
				.forEach(([least], i) => expect(least).toBeGreaterThan(inOrder[i]?.[1] ?? NaN));
			const coloured = drawing.colours.filter((_, unit) => typeof shown[unit] === 'number');
			expect(new Set(coloured).size).toBe(spans.length);
		}
	});

	it('says something, with sources', () => {
		const view = viewOf(slug, layer, edition);
		const { contribution } = view.layers.find((shown) => shown.layer.id === layer.id) ?? {};
		if (!contribution) throw new Error('not shown');
		if (layer.kind !== 'borders') expect(contribution.findings.length).toBeGreaterThan(0);
		for (const { text, area } of contribution.findings) {
			expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
			expect(text).toMatch(/\.$/);
			if (area !== null) expect(findArea(view.areas, area), area).not.toBeNull();
		}
		expect(contribution.datasets.length).toBeGreaterThan(0);
		for (const id of contribution.datasets) {
			expect(
				sources.some((source) => source.id === id),
				id
			).toBe(true);
		}
		expect(contribution.period).not.toBe('');
	});

	it('tells about areas of every level, and hovering never fails', () => {
		const view = viewOf(slug, layer, edition);
		const groups = view.areas.groups;
		const codes = [
			view.areas.codes[0],
			view.areas.codes.at(-1),
			groups.msoa[0]?.code,
			groups.place[0]?.code,
			...groups.district.map(({ code }) => code)
		];
		for (const code of codes) {
			const chosen = selectIn(view, code ?? '');
			expect(chosen, code).not.toBeNull();
			for (const { label, value, note } of chosen?.details.rows ?? []) {
				expect(`${label} ${value} ${note ?? ''}`).not.toMatch(/NaN|undefined|Infinity/);
			}
		}
		const labels = [...view.units.codes.keys()].map((unit) => view.label(unit).text);
		expect(labels.filter((text) => /NaN|undefined|Infinity/.test(text))).toEqual([]);
	});

	// The longest: `npm run test:all` takes every one.
	if (!isWholeMatrix && !inTurn.has(`${slug} ${edition} ${layer.id}`)) return;
	it('gives the same table to take away', () => {
		const view = viewOf(slug, layer, edition);
		const rows = rowsOf(toCsv(tableDocument(view, said)));
		const [header = [], ...body] = rows;
		expect(body.map(([code]) => code)).toEqual([...view.units.codes]);
		const inEvery = (heading: string) => [
			...new Set(body.map((row) => row[header.indexOf(heading)] ?? ''))
		];
		expect([header[0], header.at(-1)]).toEqual(['Code', OWNER_COLUMN]);
		expect(inEvery(OWNER_COLUMN)).toEqual([NO_OWNER]);
		// One text for all rows, which names a licence.
		expect(inEvery('Sources')).toEqual([expect.stringMatching(/\(.+; .+\)/)]);
		for (const column of view.columns) {
			const at = header.indexOf(column.label);
			expect(at, column.label).toBeGreaterThan(0);
			expect(body.map((row) => row[at]?.replace(/^'/, ''))).toEqual(
				column.values.map((value) =>
					typeof value === 'boolean' ? (value ? 'Yes' : 'No') : String(value ?? '')
				)
			);
		}
	});
});

describe('GeoJSON to take away', () => {
	/** The first edition that a layer has figures of, in the first region that draws it. */
	const shownIn = (slug: string, layer: Layer) => {
		const { edition } = cases.find((one) => one.slug === slug && one.layer === layer) ?? {};
		if (!edition) throw new Error(`${layer.id} is shown in no edition`);
		const view = viewOf(slug, layer, edition);
		const shown = view.layers.find((one) => one.layer.id === layer.id);
		if (!shown) throw new Error(`${layer.id} is not shown`);
		return { view, shown, boundaries: boundariesOf(slug, edition) };
	};
	const read = (text: string) =>
		JSON.parse(text) as FeatureCollection<Geometry> & { notes: string[] };

	/** Whose shapes were looked at: they are those of the areas, whatever layer shows them. */
	const looked = new Set<string>();

	describe.each(regions)('of %s', (slug) => {
		it.each(AREA_LAYERS.map((layer) => [layer.id, layer] as const))(
			'has the rows of the table of %s with their shapes',
			(_, layer) => {
				const { view, boundaries } = shownIn(slug, layer);
				const areas = [slug, view.edition.id, view.units.level].join();
				const isFirst = !looked.has(areas);
				looked.add(areas);
				const { notes, features } = read(
					toGeoJson(tableDocument(view, said, isFirst ? boundaries : undefined))
				);
				expect(notes.some((note) => note.startsWith('Source: '))).toBe(true);
				expect(notes.at(-1)).toBe(`Note: ${NO_OWNER}`);
				expect(features.map(({ properties }) => properties?.['Code'] as unknown)).toEqual([
					...view.units.codes
				]);
				for (const column of view.columns) {
					const cells = features.map(({ properties }) => properties?.[column.label] as unknown);
					const written = column.values.map((value) =>
						typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value
					);
					expect(cells, column.label).toEqual(written);
				}
				if (!isFirst) return;
				// Each shape holds the people of one of its neighbourhoods, on average less than all.
				const held = features.filter(({ geometry }, unit) =>
					(view.units.members[unit] ?? []).some((area) =>
						booleanPointInPolygon(
							[view.areas.longitude[area] ?? NaN, view.areas.latitude[area] ?? NaN],
							geometry as MultiPolygon
						)
					)
				);
				expect(held.length).toBeGreaterThan(0.97 * features.length);
			}
		);

		it.each(OVERLAYS_ALWAYS.map((layer) => [layer.id, layer] as const))(
			'has what %s draws',
			(_, layer) => {
				const { view, shown, boundaries } = shownIn(slug, layer);
				const { notes, features } = read(toGeoJson(layerDocument(view, shown, said, boundaries)));
				expect(notes.some((note) => note.startsWith('Source: '))).toBe(true);
				expect(notes.at(-1)).toBe(`Note: ${NO_OWNER}`);
				const { drawing } = shown.contribution;
				if (drawing.kind === 'points') {
					expect(features.map(({ properties }) => properties?.['Name'] as unknown)).toEqual(
						drawing.points.map(({ name }) => name)
					);
					const rows = rowsOf(toCsv(layerDocument(view, shown, said)));
					expect(rows[0]?.[0]).toBe('Id');
					expect(rows).toHaveLength(1 + drawing.points.length);
				}
				if (drawing.kind === 'marking') expect(features).toHaveLength(drawing.areas.length);
				if (drawing.kind === 'outlines') {
					expect(features).toHaveLength(
						drawing.outlines.topology ? drawing.outlines.ids.length : 0
					);
				} else if (layer.id === 'yours') {
					// A reader's own, who has brought none here.
					expect(features).toEqual([]);
				} else expect(features.length).toBeGreaterThan(0);
				for (const { geometry, properties } of features) {
					expect(JSON.stringify(geometry)).not.toContain('null');
					expect(properties?.['Name']).not.toBe('');
				}
			}
		);
	});
});

describe('all overlays at once', () => {
	/**
	 * Ids are of layers and not of regions: over each layer and edition one region stands for all,
	 * each time the next one. `npm run test:all` takes every one.
	 */
	const regionsFor = (turn: number) =>
		isWholeMatrix ? regions : regions.filter((_, at) => at === turn % regions.length);
	const layers = AREA_LAYERS.map((layer, at) => [layer.id, layer, at] as const);
	it.each(layers)('over %s', (_, layer, at) => {
		for (const [turn, edition] of EDITION_IDS.entries()) {
			for (const slug of regionsFor(at + turn)) {
				const region = regionOf(slug);
				const view = buildView(
					region,
					{
						...defaultState(),
						edition,
						layer: layer.id,
						overlays: OVERLAYS.map(({ id }) => id)
					},
					(part) => partOf(region, part)
				);
				for (const ids of [view?.columns, view?.findings, view?.legends]) {
					const all = ids?.map(({ id }) => id) ?? [];
					expect(new Set(all).size).toBe(all.length);
				}
			}
		}
	});
});

describe('classes of the reader’s own', () => {
	const own = AREA_LAYERS.filter(({ ownBreaks }) => ownBreaks);
	it.skipIf(own.length === 0)('divide every continuous layer without losing an area', () => {
		for (const layer of own) {
			for (const method of ['quantile', 'equal', 'natural'] as const) {
				const region = regionOf(regions[0] ?? '');
				const view = buildView(
					region,
					{
						...defaultState(),
						layer: layer.id,
						overlays: [],
						breaks: { method, classes: 6, among: 'region' }
					},
					(part) => partOf(region, part)
				);
				if (!view || view.layers.length === 0) continue;
				const { legend } = view.layers[0]?.contribution ?? { legend: { classes: [] } };
				expect(
					legend.classes.reduce((sum, { count }) => sum + count, 0),
					layer.id
				).toBe(view.units.count);
			}
		}
	});
});

describe('classes of all of England', () => {
	const cases = regions.flatMap((slug) =>
		AREA_LAYERS.filter(({ englandBreaks }) => englandBreaks).flatMap((layer) =>
			EDITION_IDS.filter((edition) => available(layer, edition)).map(
				(edition) => [slug, layer, edition] as const
			)
		)
	);
	it.each(cases)(
		'%s: are the same in every region and hold all its areas',
		(slug, layer, edition) => {
			const region = regionOf(slug);
			const breaks = { method: 'quantile', classes: 5, among: 'england' } as const;
			const state = { ...defaultState(), layer: layer.id, edition, overlays: [], breaks };
			expect(partsFor(state)).toContain(ENGLAND_CLASSES);
			const view = buildView(region, state, (part) => partOf(region, part));
			const contribution = view?.layers[0]?.contribution;
			const england = partOf(region, ENGLAND_CLASSES) as unknown as EnglandClassesPart;
			const own = england.editions[edition][contribution?.measure?.id ?? ''];
			if (!view || !contribution || !own) throw new Error(`no England’s classes of ${layer.id}`);
			// Whole values of the region are among England's, so none can lie outside its extent.
			const known = (contribution.measure?.values ?? []).flatMap((one) =>
				one.kind === 'value' ? [one.value] : []
			);
			const outside = known.filter((one) => !(one >= own.extent[0] && one <= own.extent[1]));
			expect(outside).toEqual([]);
			const { classes, note } = contribution.legend;
			const coloured = classes.filter(({ symbol }) => symbol.kind === 'fill');
			expect(coloured).toHaveLength((own.breaks.quantile[5]?.length ?? NaN) + 1);
			expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(view.units.count);
			expect(new Set(classes.map(({ label }) => label)).size).toBe(classes.length);
			expect(new Set(classes.map(({ short }) => short)).size).toBe(classes.length);
			expect(note).toContain('of England’s');
		}
	);
});

describe('everything that is known of an area', () => {
	const cases = regions.flatMap((slug) => EDITION_IDS.map((edition) => [slug, edition] as const));
	it.each(cases)('%s, %s: every layer has its say, with period and source', (slug, edition) => {
		const region = regionOf(slug);
		const here = region.files.map(({ part }) => part);
		for (const part of partsOfEverything(edition, here)) {
			expect(partOf(region, part), part).toBeDefined();
		}
		const views = everyView(region, edition, (part) => partOf(region, part));
		const sources = geodata.catalogue.datasets.map(({ id, title }) => ({
			id,
			title,
			publisher: '',
			period: ''
		}));
		const speaking = ALWAYS.filter(({ kind }) => kind !== 'borders' && kind !== 'outlines');
		const { areas } = views.get(AREA_LAYERS[0]?.id ?? '') ?? {};
		if (!areas) throw new Error('no areas');
		const codes = [
			...areas.codes.slice(0, 3),
			...(['msoa', 'district', 'place'] as const).map((level) => areas.groups[level][0]?.code ?? '')
		];
		for (const code of codes) {
			const selection = findArea(areas, code);
			if (!selection) throw new Error(code);
			const groups = knownOf(views, edition, selection, sources);
			expect(groups.map(({ question }) => question)).toEqual([
				...new Set(speaking.map(({ question }) => question))
			]);
			for (const row of groups.flatMap(({ rows }) => rows)) {
				expect(row.value).not.toBe('');
				expect(row.period).not.toBe('');
				if (row.value === NOT_AVAILABLE) expect(row.note).toMatch(/\.$/);
			}
			for (const layer of speaking) {
				const rows = groups.find(({ question }) => question === layer.question)?.rows ?? [];
				expect(rows.length).toBeGreaterThan(0);
				if (!available(layer, edition)) {
					expect(rows.find(({ label }) => label === layer.title)?.value).toBe(NOT_AVAILABLE);
				}
			}
			const from = centreOfPeople(areas, selection.members);
			for (const { layer, contribution } of views.get(AREA_LAYERS[0]?.id ?? '')?.layers ?? []) {
				const { drawing } = contribution;
				if (drawing.kind !== 'points') continue;
				const near = groups
					.flatMap(({ rows }) => rows)
					.find(({ label }) => label === `${layer.title}: the nearest`);
				// The middle of a group of practices is no place to go, nor is what nobody has confirmed.
				const points = drawing.points.filter(({ isUncounted }) => !isUncounted);
				if (points.every(({ isMiddle }) => isMiddle)) {
					expect(near).toBeUndefined();
					continue;
				}
				const least = Math.min(
					...points.map(({ longitude, latitude }) => distance(from, [longitude, latitude]))
				);
				expect(near?.value).toContain(`, ${formatDistance(least)}`);
				// One at nearly the same distance is named, too.
				const alike = points
					.map(({ longitude, latitude }) => distance(from, [longitude, latitude]))
					.filter((kilometres) => kilometres <= least * 1.05);
				expect(near?.value.includes('about as near: ')).toBe(alike.length > 1);
				expect(near?.note).toContain('In a straight line');
			}
			const [deprivation] = groups[0]?.rows ?? [];
			const [said] = selectIn(views.get('deprivation') as View, code)?.details.rows ?? [];
			expect(deprivation?.value).toBe(said?.value);
			expect(deprivation?.place === null).toBe(selection.level !== 'lsoa');
			expect(deprivation?.sources[0]).toContain('Indices of Deprivation');
		}
	});

	it('says why a figure of an area is not there', () => {
		const slug = 'norfolk-and-waveney';
		const views = everyView(regionOf(slug), '2025', (part) => partOf(regionOf(slug), part));
		const { areas } = views.get('deprivation') ?? {};
		const waveney = areas?.groups.district.find(({ name }) => name.includes('Waveney'));
		const selection = areas && waveney ? findArea(areas, waveney.code) : null;
		if (!selection) throw new Error('no Waveney');
		const rows = knownOf(views, '2025', selection, []).flatMap((group) => group.rows);
		const absent = rows.filter(({ value }) => value === NOT_AVAILABLE);
		expect(absent.some(({ label }) => label.includes('harities'))).toBe(true);
	});
});

it('editions keep their own LSOAs', () => {
	for (const edition of EDITION_IDS) {
		for (const slug of regions) {
			const first = AREA_LAYERS[0];
			if (!first) throw new Error('no area layer');
			expect(viewOf(slug, first, edition).areas.vintage).toBe(EDITIONS[edition].vintage);
		}
	}
});
