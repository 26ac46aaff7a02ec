/** A still picture of a region's first map, for readers without scripts or WebGL. */
import { point } from '@turf/helpers';
import { toMercator } from '@turf/projection';
import { geoIdentity, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import type { Feature } from 'geojson';
import { quantize } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import { optimize } from 'svgo';
import type { Topology } from 'topojson-specification';
import { isCore20 } from '../../src/lib/indicators/core20.ts';
import { DEFAULT_EDITION, EDITIONS } from '../../src/lib/facts/editions.ts';
import { DECILE_COLOURS, MARKING_COLOUR } from '../../src/lib/layers/palettes.ts';
import { decodeBasemap, decodeBoundaries } from '../../src/lib/geometry/topology.ts';
import { MAP_THEMES } from '../../src/lib/map/theme.ts';
import type { BasemapPart, BoundariesPart } from '../../src/lib/geometry/parts.ts';
import { numbers, strings } from '../../src/lib/facts/table.ts';
import { boundaryTopology } from './boundaries.ts';
import type { PartContext } from './part.ts';
import { basemap } from './parts/basemap.ts';

const WIDTH = 960;
const HEIGHT = 640;
const MARGIN = 24;
/** Smallest triangle kept at a corner, in square degrees: finer than a pixel of the picture. */
const DETAIL = 1.1e-5;
const GRID = 4e3;
/** Towns named on the picture. */
const TOWN_POPULATION = 9_000;

/** Deprivation deciles of the default edition with Core20 outlined, as SVG. */
export async function regionPicture(context: PartContext): Promise<string> {
	const theme = MAP_THEMES.light;
	const edition = EDITIONS[DEFAULT_EDITION];
	const selected = context.selection[edition.vintage];
	const table = await context.geodata.table(edition.dataset);
	const deciles = selected.numbers(table, 'imd_decile');

	const topology = boundaryTopology(context, edition.vintage);
	const byCode = new Map(topology.objects.lsoa.geometries.map((one) => [String(one.id), one]));
	const ordered: Topology = {
		...topology,
		objects: {
			lsoa: {
				type: 'GeometryCollection',
				geometries: selected.codes.flatMap((code) => byCode.get(code) ?? [])
			}
		}
	};
	const drawn = decodeBoundaries({
		kind: 'boundaries',
		part: 'lsoa21-boundaries',
		vintage: edition.vintage,
		datasets: [],
		topology: quantize(simplify(presimplify(ordered), DETAIL), GRID) as BoundariesPart['topology']
	});
	const ground = await basemap.build(context);
	const { land } = decodeBasemap({
		...ground,
		topology: simplify(presimplify(ground.topology), DETAIL) as BasemapPart['topology']
	});

	// On the plane: d3's spherical projections would read the winding of our rings inside out.
	const projection = geoIdentity()
		.reflectY(true)
		.fitExtent(
			[
				[MARGIN, MARGIN],
				[WIDTH - MARGIN, HEIGHT - MARGIN]
			],
			toMercator(drawn.areas)
		)
		.clipExtent([
			[0, 0],
			[WIDTH, HEIGHT]
		]);
	const path = geoPath(projection).digits(1);
	const one = (shape: GeoPermissibleObjects) => path(toMercator(shape as Feature)) ?? '';

	const deciled = DECILE_COLOURS.map((colour, i) => {
		const members = drawn.areas.features.filter((_, area) => deciles[area] === i + 1);
		return `<path fill="${colour}" d="${one({ type: 'FeatureCollection', features: members })}"/>`;
	});
	const core20 = new Set(deciles.flatMap((value, area) => (isCore20(value) ? [area] : [])));
	const outline = one(drawn.outline(core20));

	const towns = await context.geodata.table('towns');
	const longitude = numbers(towns, 'longitude');
	const latitude = numbers(towns, 'latitude');
	const population = numbers(towns, 'population');
	const labels = strings(towns, 'name').flatMap((name, row) => {
		if ((population[row] ?? 0) < TOWN_POPULATION) return [];
		const town = toMercator(point([longitude[row] ?? NaN, latitude[row] ?? NaN]));
		const [x, y] = path.centroid(town);
		if (!(x > 0 && y > 0 && x < WIDTH && y < HEIGHT)) return [];
		return [`<text x="${x.toFixed(0)}" y="${y.toFixed(0)}">${escapeXml(name)}</text>`];
	});

	const drawing = [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="13">`,
		`<rect width="${WIDTH}" height="${HEIGHT}" fill="${theme.sea}"/>`,
		`<path fill="${theme.land}" d="${one(land)}"/>`,
		`<g stroke="${theme.areaLine}" stroke-width="0.3">${deciled.join('')}</g>`,
		`<path fill="none" stroke="${theme.districtLine}" stroke-width="1.2" d="${one(drawn.borders(await districtOf(context)))}"/>`,
		`<defs><path id="core20" fill="none" d="${outline}"/></defs>`,
		`<use href="#core20" stroke="#1a1206" stroke-width="2.6"/>`,
		`<use href="#core20" stroke="${MARKING_COLOUR}" stroke-width="1.4"/>`,
		`<g text-anchor="middle" fill="${theme.townLabel}" stroke="#fff" stroke-width="3" paint-order="stroke">${labels.join('')}</g>`,
		'</svg>\n'
	].join('\n');
	// The same lines in fewer bytes: relative steps, to a tenth of a unit.
	const { data } = optimize(drawing, {
		plugins: [{ name: 'convertPathData', params: { floatPrecision: 1 } }]
	});
	return data;
}

async function districtOf({ region, selection }: PartContext): Promise<number[]> {
	const position = new Map(region.districts.items.map(({ code }, i) => [code, i]));
	return selection['2021'].listed(region.districts.vintage).map((code) => position.get(code) ?? -1);
}

const escapeXml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
