/** Pictures of real views, read back: shapes, colours, texts and numbers are those of the view. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { findArea } from '../../src/lib/areas/region.ts';
import type { Document } from '../../src/lib/document/document.ts';
import type { Mark, Size } from '../../src/lib/document/picture.ts';
import {
	nodesOf,
	parseXml,
	partsOf,
	problemsOf
} from '../../src/lib/export/office-package.fixture.ts';
import { drawnWithin } from '../../src/lib/export/pptx-map.ts';
import { toPptx } from '../../src/lib/export/pptx.ts';
import { SHEETS, type SheetId } from '../../src/lib/export/sheets.ts';
import { toSvg } from '../../src/lib/export/svg.ts';
import { PartReader } from '../../src/lib/facts/reader.ts';
import type { PartName } from '../../src/lib/facts/parts.ts';
import { analyseGaps } from '../../src/lib/gaps/analysis.ts';
import type { GapsAnalysis } from '../../src/lib/gaps/answer.ts';
import { DEFAULT_REQUEST } from '../../src/lib/gaps/request.ts';
import { Workbench } from '../../src/lib/gaps/workbench.ts';
import { AREA_LAYERS, OVERLAYS } from '../../src/lib/layers/index.ts';
import { DECILE_COLOURS, GAP_COLOURS } from '../../src/lib/layers/palettes.ts';
import { gapsPictured, mapPictured, type OnMap } from '../../src/lib/report/picture-of.ts';
import { tableDocument } from '../../src/lib/report/view-document.ts';
import { defaultState } from '../../src/lib/url/map-state.ts';
import { gapsView } from '../../src/lib/view/gaps-view.ts';
import { buildView, type View } from '../../src/lib/view/view.ts';
import { packs } from './built.ts';

const region = packs()('norfolk-and-waveney');
const parts = new PartReader((part: PartName) =>
	region.has(part) ? region.part(part) : undefined
);
const said = {
	sources: [
		{ id: 'deprivation-2025', title: 'Indices & more', publisher: 'MHCLG', period: '2025' }
	],
	owner: 'Nobody looks after these listings.'
};
const on: OnMap = {
	boundaries: region.part('lsoa21-boundaries') as OnMap['boundaries'],
	basemap: region.part('basemap'),
	look: { camera: null, bounds: region.summary.bounds },
	selected: null
};
/** An area layer of each family and level: the others of it differ in their values alone. */
const ONE_OF_EACH = AREA_LAYERS.filter(
	({ family, level }, at) =>
		at === AREA_LAYERS.findIndex((other) => other.family === family && other.level === level)
).map(({ id }) => id);
const SIZE = { width: 900, height: 600 };
const making = { signal: new AbortController().signal, progress: () => undefined };
const DETAIL = { steps: 2, triangle: 2 };

const viewOf = (change: Partial<ReturnType<typeof defaultState>>): View => {
	const view = buildView(region.summary, { ...defaultState(), ...change }, parts);
	if (!view) throw new Error('no view');
	return view;
};
const mapOf = (view: View, more: Partial<OnMap> = {}): Document =>
	mapPictured(tableDocument(view, said), view, { ...on, ...more });
const marksOf = ({ picture }: Document): readonly Mark[] => picture?.draw(SIZE, DETAIL).marks ?? [];
const svgOf = (document: Document, sheet: SheetId = 'wide') => {
	const text = toSvg(document, SHEETS[sheet]);
	return { text, nodes: nodesOf(parseXml(text)) };
};

describe('a picture of the map', () => {
	let document: Document;
	beforeAll(() => {
		document = mapOf(
			viewOf({ overlays: OVERLAYS.filter(({ id }) => id === 'core20').map(({ id }) => id) })
		);
	});

	it.each(ONE_OF_EACH)('%s: has each colour of its legend', (layer) => {
		const view = viewOf({ layer, overlays: [] });
		const fills = marksOf(mapOf(view)).flatMap((mark) =>
			mark.kind === 'area'
				? [mark.fill === 'no-data' ? mark.fill : Object.values(mark.fill)[0]]
				: []
		);
		for (const { symbol, count, label } of view.legends[0]?.legend.classes ?? []) {
			if (count === 0) continue;
			const colour = symbol.kind === 'fill' ? symbol.colour : symbol.kind;
			expect(fills, `${layer}: ${label}`).toContain(colour);
		}
	});

	it('draws every kind of layer that may lie over the areas, none beyond its edge', () => {
		const view = viewOf({ overlays: OVERLAYS.map(({ id }) => id) });
		const marks = marksOf(mapOf(view));
		const titles = view.layers.slice(1).map(({ layer }) => layer.title);
		for (const title of titles) {
			const own = marks.filter((mark) => 'name' in mark && mark.name.startsWith(title));
			const shown = view.layers.find(({ layer }) => layer.title === title)?.contribution;
			if (shown?.drawing.kind === 'points' && shown.drawing.points.length === 0) continue;
			expect(own.length, title).toBeGreaterThan(0);
		}
		const places = marks.flatMap((mark) =>
			mark.kind === 'area'
				? mark.rings.flat()
				: mark.kind === 'lines'
					? mark.lines.flat()
					: mark.kind === 'points'
						? mark.at
						: []
		);
		for (const [x, y] of places) {
			if (!(x >= -0.01 && y >= -0.01 && x <= SIZE.width + 0.01 && y <= SIZE.height + 0.01))
				expect([x, y]).toEqual('within the picture');
		}
	});

	it.each(Object.keys(SHEETS) as SheetId[])(
		'is well-formed on the sheet %s, without a hole in its numbers',
		(sheet) => {
			const { text } = svgOf(document, sheet);
			expect(text).not.toMatch(/NaN|undefined|Infinity/);
		}
	);

	it('says what it is, how many have each colour, where it is from and what to mind', () => {
		const { nodes } = svgOf(document);
		const texts = nodes.map(({ text }) => text);
		const all = texts.join(' ');
		const view = viewOf({});
		for (const text of [
			'Indices & more',
			'Nobody looks after these listings.',
			'Open Government Licence'
		])
			expect(all).toContain(text);
		expect(all).toContain(view.legends[0]?.legend.title);
		expect(texts).toEqual(expect.arrayContaining(['N', '20 km', 'Read with care', 'Norwich']));
		expect(nodes.find(({ name }) => name === 'desc')?.text).toBe(document.picture?.alt);
		expect(document.picture?.alt).toMatch(/^Map: .*1–2: 91; 3–4: 164/);
	});

	it('has as many areas as are asked for, each larger one under its own name', () => {
		const layer = AREA_LAYERS.find(({ level }) => level === 'msoa')?.id ?? '';
		const view = viewOf({ layer, overlays: [] });
		const names = marksOf(mapOf(view)).flatMap((mark) => (mark.kind === 'area' ? [mark.name] : []));
		expect(names.slice(1)).toEqual([...view.units.names]);
	});

	it('goes where the map rests, and outlines what is chosen', () => {
		const view = viewOf({ overlays: [] });
		const selected = findArea(view.areas, 'E07000145');
		const camera = { longitude: 1.72, latitude: 52.6, zoom: 11 };
		const near = mapOf(view, { selected, look: { camera, bounds: region.summary.bounds } });
		const { nodes } = svgOf(near);
		expect(nodes.map(({ text }) => text)).toEqual(
			expect.arrayContaining(['2 km', 'Great Yarmouth'])
		);
		expect(near.picture?.alt).toContain('Outlined: Great Yarmouth.');
		expect(
			marksOf(near).some((mark) => mark.kind === 'lines' && mark.name === 'Great Yarmouth: edge')
		).toBe(true);
	});
});

describe('slides of a map', () => {
	it('stay within what programs draw at once, and hold each layer under its name', async () => {
		const document = mapOf(viewOf({ overlays: ['core20', 'community-venues'] }));
		const file = await toPptx(document, making);
		const parts = partsOf(file);
		const slide = parts.get('ppt/slides/slide1.xml') ?? new Uint8Array();
		const nodes = nodesOf(parseXml(strFromU8(slide)));
		const count = (of: string) => nodes.filter(({ name }) => name === of).length;
		expect(count('a:custGeom')).toBeGreaterThan(12);
		expect(count('a:custGeom')).toBeLessThanOrEqual(300);
		expect(count('a:pt')).toBeLessThanOrEqual(15_000);
		expect(slide.length).toBeLessThan(2_000_000);
		const names = nodes.flatMap(({ name, attributes }) =>
			name === 'p:cNvPr' ? [attributes['name']] : []
		);
		expect(names).toEqual(
			expect.arrayContaining(['Map', 'Legend', '1, most deprived', 'Districts', 'Community venues'])
		);
		const map = nodes.find(
			({ name, attributes }) => name === 'p:cNvPr' && attributes['name'] === 'Map'
		);
		expect(map?.attributes['descr']).toBe(document.picture?.alt);
		expect(problemsOf(file)).toEqual([]);
	});

	it('has areas of one colour together where each by itself would be too many', () => {
		const rings = [
			[
				[0, 0],
				[9, 0],
				[0, 9]
			]
		] as const;
		const marks = Array.from({ length: 400 }, (_, at): Mark => ({
			kind: 'area',
			name: `Area ${at}`,
			rings,
			fill: { colour: at % 2 === 0 ? '#000000' : '#ffffff' },
			stroke: null
		}));
		const picture = {
			alt: '',
			keys: [],
			draw: (size: Size) => ({
				...size,
				sea: '#fff',
				marks,
				scale: { length: 1, words: '' },
				attribution: ''
			})
		};
		const drawn = drawnWithin(picture, { w: 8, h: 5 }).marks;
		expect(drawn).toHaveLength(2);
		expect(drawn.map((mark) => (mark.kind === 'area' ? mark.rings.length : 0))).toEqual([200, 200]);
	});

	const office = ['soffice', 'pdftoppm'].every((name) => spawnSync('which', [name]).status === 0);
	it.skipIf(!office)(
		'are drawn by LibreOffice with the colours of the legend (skipped where LibreOffice and poppler-utils are not installed)',
		async () => {
			const folder = mkdtempSync(join(tmpdir(), 'slides-'));
			try {
				writeFileSync(
					join(folder, 'map.pptx'),
					await toPptx(mapOf(viewOf({ overlays: [] })), making)
				);
				const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
				execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', 'map.pptx'], {
					cwd: folder,
					stdio: 'ignore'
				});
				execFileSync('pdftoppm', ['-r', '60', '-f', '1', '-l', '1', 'map.pdf', 'map'], {
					cwd: folder
				});
				const image = readFileSync(
					join(folder, readdirSync(folder).find((name) => name.endsWith('.ppm')) ?? '')
				);
				const colours = new Set<string>();
				for (let at = 15; at + 2 < image.length; at += 3)
					colours.add(image.subarray(at, at + 3).toString('hex'));
				for (const colour of DECILE_COLOURS) expect(colours, colour).toContain(colour.slice(1));
			} finally {
				rmSync(folder, { recursive: true });
			}
		}
	);
});

describe('a picture of gaps', () => {
	let analysis: GapsAnalysis;
	beforeAll(() => {
		analysis = analyseGaps(DEFAULT_REQUEST, new Workbench(region.name, parts));
	});

	it('has the gaps of the answer in the colour of gaps, and their number in the legend', () => {
		const view = gapsView(analysis, { cell: null, grid: false, answer: null, sites: null });
		const document = gapsPictured(
			tableDocument(view, said),
			{ view, analysis, answer: null, grid: false },
			on
		);
		const gaps = marksOf(document).filter(
			(mark) =>
				mark.kind === 'area' &&
				typeof mark.fill === 'object' &&
				mark.fill.colour === GAP_COLOURS.gap
		);
		expect(gaps.map((mark) => ('name' in mark ? mark.name : '')).sort()).toEqual(
			analysis.gaps.map((unit) => analysis.areas[unit]?.name ?? '').sort()
		);
		expect(document.picture?.keys[0]?.rows[0]).toMatchObject({
			label: 'Gap',
			count: String(analysis.gaps.length)
		});
		expect(svgOf(document).text).not.toMatch(/NaN|undefined/);
	});

	it('has the nine cells of need and provision where they are asked for', () => {
		const view = gapsView(analysis, { cell: null, grid: true, answer: null, sites: null });
		const document = gapsPictured(
			tableDocument(view, said),
			{ view, analysis, answer: null, grid: true },
			on
		);
		const cells = document.picture?.keys[0]?.grid?.rows.flatMap((row) => row.cells) ?? [];
		expect(cells.map(({ count }) => Number(count))).toEqual(
			analysis.cells.map((units) => units.length)
		);
		expect(cells.filter(({ isOutlined }) => isOutlined)).toHaveLength(1);
	});
});
