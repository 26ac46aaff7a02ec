/**
 * Areas and lines are drawn in tiles of our own size (src/lib/map/wide-tiles.ts). What they look like
 * is measured in pixels against the engine's own tiles, with nothing of the site around them: an
 * upgrade of the engine that draws them at another width or place fails here.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type * as MapLibre from 'maplibre-gl';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { PROJECT } from '../../scripts/lib/paths.ts';
import type * as WideTiles from '../../src/lib/map/wide-tiles.ts';
import { expect, test } from './fixtures.ts';

const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const ENGINE = 'node_modules/maplibre-gl/dist';
const PAGE = `<!doctype html><link rel="icon" href="data:,"><body style="margin:0">
<script type="importmap">{"imports":{"maplibre-gl":"./maplibre-gl.mjs","wide-tiles":"./wide-tiles.js"}}</script>`;

/** A page with the engine and our tiles to import, and nothing else. */
async function openEngine(page: Page, site: string): Promise<void> {
	await page.route(`${site}/engine/**`, (route) => {
		const file = new URL(route.request().url()).pathname.replace(/^.*\//, '');
		if (file === '') return route.fulfill({ contentType: 'text/html', body: PAGE });
		const contentType = 'text/javascript';
		if (file !== 'wide-tiles.js') {
			return route.fulfill({ contentType, body: read(join(ENGINE, file)) });
		}
		const { outputText } = transpileModule(read('src/lib/map/wide-tiles.ts'), {
			compilerOptions: { target: ScriptTarget.ES2022, module: ModuleKind.ESNext }
		});
		return route.fulfill({ contentType, body: outputText });
	});
	await page.goto(`${site}/engine/`);
}

interface Line {
	/** Pixels across. */
	width: number;
	/** Its middle, in pixels from the left or the top. */
	middle: number;
}

interface Drawn {
	/** A line from west to east, one from north to south, and where the camera has them. */
	across: Line;
	down: Line;
	wanted: { across: number; down: number };
	/** Pixels of the dark stripes of a pattern, and how many edges they have along a row. */
	pattern: { dark: number; edges: number };
	/** Zooms of the tiles that were drawn. */
	zooms: number[];
}

/** What is seen of two lines eight pixels wide and of a pattern, from sources of a type. */
const draw = (page: Page, isWide: boolean, zoom: number): Promise<Drawn> =>
	page.evaluate(
		async ([isWide, zoom]) => {
			const load = (name: string) => import(/* @vite-ignore */ name) as Promise<unknown>;
			const engine = (await load('maplibre-gl')) as typeof MapLibre;
			const { addWideTiles, WIDE_TILES } = (await load('wide-tiles')) as typeof WideTiles;
			engine.setWorkerUrl(new URL('maplibre-gl-worker.mjs', location.href).href);
			addWideTiles();
			const side = 512;
			const container = document.createElement('div');
			container.style.cssText = `width:${side}px;height:${side}px`;
			document.body.replaceChildren(container);
			const map = new engine.Map({
				container,
				style: { version: 8, sources: {}, layers: [] },
				center: [1.3, 52.6],
				zoom,
				attributionControl: false,
				pixelRatio: 1,
				fadeDuration: 0,
				canvasContextAttributes: { preserveDrawingBuffer: true, antialias: true }
			});
			await map.once('style.load');
			const zooms = new Set<number>();
			map.on('sourcedata', ({ tile }: { tile?: MapLibre.Tile }) => {
				if (tile) zooms.add(tile.tileID.canonical.z);
			});
			// Places that lie off the middle by so many pixels, whatever the zoom.
			const at = (x: number, y: number) => map.unproject([x, y]).toArray();
			const bent = (from: number[], to: number[]) => [
				from,
				[0, 1].map((i) => ((from[i] ?? NaN) + (to[i] ?? NaN)) / 2),
				to
			];
			const add = (id: string, data: GeoJSON.Geometry) =>
				map.addSource(id, { type: isWide ? (WIDE_TILES as 'geojson') : 'geojson', data });
			add('across', { type: 'LineString', coordinates: bent(at(-90, 100.4), at(900, 100.4)) });
			add('down', { type: 'LineString', coordinates: bent(at(150.4, -90), at(150.4, 900)) });
			add('patterned', {
				type: 'Polygon',
				coordinates: [[at(200, 200), at(700, 200), at(700, 700), at(200, 700), at(200, 200)]]
			});
			const stripes = new Uint8ClampedArray(16 * 16 * 4).map((_, i) =>
				i % 4 === 3 || Math.floor(i / 4) % 16 < 8 ? 255 : 0
			);
			// White on the left, dark on the right.
			map.addImage('stripes', new ImageData(stripes, 16, 16));
			map.addLayer({ id: 'ground', type: 'background', paint: { 'background-color': '#fff' } });
			map.addLayer({
				id: 'patterned',
				type: 'fill',
				source: 'patterned',
				paint: { 'fill-pattern': 'stripes' }
			});
			for (const source of ['across', 'down']) {
				map.addLayer({ id: source, type: 'line', source, paint: { 'line-width': 8 } });
			}
			await map.once('idle');
			const paper = new OffscreenCanvas(side, side).getContext('2d');
			if (!paper) throw new Error('nothing to read pixels with');
			paper.drawImage(map.getCanvas(), 0, 0);
			const { data } = paper.getImageData(0, 0, side, side);
			const darkness = (x: number, y: number) => 1 - (data[4 * (y * side + x)] ?? NaN) / 255;
			const measure = (dark: (i: number) => number) => {
				let width = 0;
				let sum = 0;
				for (let i = 0; i < 190; i++) {
					width += dark(i);
					sum += dark(i) * (i + 0.5);
				}
				return { width, middle: sum / width };
			};
			const row = Array.from({ length: 300 }, (_, i) => darkness(205 + i, 400));
			const drawn = {
				across: measure((i) => darkness(60, i)),
				down: measure((i) => darkness(i, 60)),
				wanted: { across: 100.4, down: 150.4 },
				pattern: {
					dark: row.reduce((sum, one) => sum + one, 0),
					edges: row.filter((one, i) => i > 0 && one > 0.5 !== (row[i - 1] ?? NaN) > 0.5).length
				},
				zooms: [...zooms]
			};
			map.remove();
			return drawn;
		},
		[isWide, zoom] as const
	);

for (const zoom of [8, 9.3, 11.9]) {
	test(`at zoom ${zoom}, lines and patterns are as wide and where they are in the engine’s own tiles`, async ({
		page,
		site
	}) => {
		await openEngine(page, site.url);
		const own = await draw(page, false, zoom);
		const wide = await draw(page, true, zoom);
		// It is what it says: tiles of two zooms before.
		expect(own.zooms).toEqual([Math.floor(zoom)]);
		expect(wide.zooms).toEqual([Math.floor(zoom) - 2]);
		for (const drawn of [own, wide]) {
			expect(drawn.across.width).toBeCloseTo(8, 0);
			expect(drawn.down.width).toBeCloseTo(8, 0);
		}
		expect(Math.abs(wide.across.width - own.across.width)).toBeLessThan(0.25);
		expect(Math.abs(wide.down.width - own.down.width)).toBeLessThan(0.25);
		// Corners are right to half a pixel.
		expect(Math.abs(wide.across.middle - wide.wanted.across)).toBeLessThan(0.6);
		expect(Math.abs(wide.down.middle - wide.wanted.down)).toBeLessThan(0.6);
		expect(own.pattern.edges).toBeGreaterThan(10);
		expect(Math.abs(wide.pattern.edges - own.pattern.edges)).toBeLessThanOrEqual(1);
		expect(Math.abs(wide.pattern.dark - own.pattern.dark)).toBeLessThan(16);
	});
}
