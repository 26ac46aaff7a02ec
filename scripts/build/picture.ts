/** A still picture of a region's first map, for readers without scripts or WebGL. */
import { point } from '@turf/helpers';
import { toMercator } from '@turf/projection';
import { geoIdentity, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import type { Position } from 'geojson';
import { optimize } from 'svgo';
import { feature, mesh, quantize } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { DEFAULT_EDITION, EDITIONS } from '../../src/lib/facts/editions.ts';
import { numbers, strings } from '../../src/lib/facts/table.ts';
import { decodeBasemap, decodeBoundaries } from '../../src/lib/geometry/topology.ts';
import { isCore20 } from '../../src/lib/indicators/core20.ts';
import { DECILE_COLOURS, MARKING_COLOUR } from '../../src/lib/layers/palettes.ts';
import { movedTo } from '../../src/lib/picture/plane.ts';
import { MAP_THEMES } from '../../src/lib/picture/theme.ts';
import { boundaryTopology } from './boundaries.ts';
import type { PartContext } from './part.ts';
import { basemap } from './parts/basemap.ts';

const WIDTH = 960;
const HEIGHT = 640;
const MARGIN = 24;
/** Steps of a unit of the picture that lines are drawn to. */
const STEPS = 2;
/** Smallest triangle kept at a corner, in square units of the picture. */
const DETAIL = 2;
/** Width of a line that the areas on both sides draw, and of one drawn once that looks the same. */
const [LINE, ONCE] = [0.3, 0.45];
/** Towns named on the picture. */
const TOWN_POPULATION = 9_000;

/** Deprivation deciles of the default edition with Core20 outlined, as SVG. */
export async function regionPicture(context: PartContext): Promise<string> {
	const theme = MAP_THEMES.light;
	const edition = EDITIONS[DEFAULT_EDITION];
	const selected = context.selection[edition.vintage];
	const table = await context.geodata.table(edition.dataset);
	const deciles = selected.numbers(table, 'imd_decile');

	const whole = boundaryTopology(context, edition.vintage);
	const byCode = new Map(whole.objects.lsoa.geometries.map((one) => [String(one.id), one]));
	const own: Topology<{ lsoa: GeometryCollection }> = {
		...whole,
		objects: {
			lsoa: {
				type: 'GeometryCollection',
				geometries: selected.codes.flatMap((code) => byCode.get(code) ?? [])
			}
		}
	};
	// On the plane: d3's spherical projections would read the winding of our rings inside out.
	const projection = geoIdentity()
		.reflectY(true)
		.fitExtent(
			[
				[MARGIN * STEPS, MARGIN * STEPS],
				[(WIDTH - MARGIN) * STEPS, (HEIGHT - MARGIN) * STEPS]
			],
			toMercator(feature(own, own.objects.lsoa))
		);
	const place = (position: Position): [number, number] =>
		projection(toMercator(point(position)).geometry.coordinates as [number, number]) ?? [NaN, NaN];

	const placed = onPicture(own, place);
	const drawn = decodeBoundaries({
		kind: 'boundaries',
		part: 'lsoa21-boundaries',
		vintage: edition.vintage,
		datasets: [],
		topology: placed
	});
	const ground = await basemap.build(context);
	const { land } = decodeBasemap({ ...ground, topology: onPicture(ground.topology, place) });
	const path = geoPath(
		geoIdentity().clipExtent([
			[0, 0],
			[WIDTH * STEPS, HEIGHT * STEPS]
		])
	).digits(0);
	const one = (shape: GeoPermissibleObjects) => path(shape) ?? '';

	const deciled = DECILE_COLOURS.map((colour, i) => {
		const members = deciles.flatMap((value, area) => (value === i + 1 ? [area] : []));
		return `<path fill="${colour}" d="${one(drawn.union(new Set(members)))}"/>`;
	});
	const decileOf = new Map<unknown, number>(
		placed.objects.lsoa.geometries.map((area, i) => [area, deciles[i] ?? NaN])
	);
	const within = mesh(
		placed,
		placed.objects.lsoa,
		(a, b) => a !== b && decileOf.get(a) === decileOf.get(b)
	);
	const core20 = new Set(deciles.flatMap((value, area) => (isCore20(value) ? [area] : [])));

	const towns = await context.geodata.table('towns');
	const longitude = numbers(towns, 'longitude');
	const latitude = numbers(towns, 'latitude');
	const population = numbers(towns, 'population');
	const labels = strings(towns, 'name').flatMap((name, row) => {
		if ((population[row] ?? 0) < TOWN_POPULATION) return [];
		const [x, y] = place([longitude[row] ?? NaN, latitude[row] ?? NaN]).map((at) => at / STEPS) as [
			number,
			number
		];
		if (!(x > 0 && y > 0 && x < WIDTH && y < HEIGHT)) return [];
		return [`<text x="${x.toFixed(0)}" y="${y.toFixed(0)}">${escapeXml(name)}</text>`];
	});
	const drawing = [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="13">`,
		`<rect width="${WIDTH}" height="${HEIGHT}" fill="${theme.sea}"/>`,
		`<g transform="scale(${1 / STEPS})">`,
		`<path fill="${theme.land}" d="${one(land)}"/>`,
		`<g stroke="${theme.areaLine}" stroke-width="${LINE * STEPS}">${deciled.join('')}</g>`,
		`<path fill="none" stroke="${theme.areaLine}" stroke-width="${ONCE * STEPS}" d="${one(within)}"/>`,
		`<path fill="none" stroke="${theme.districtLine}" stroke-width="${1.2 * STEPS}" d="${one(drawn.borders(await districtOf(context)))}"/>`,
		`<defs><path id="core20" fill="none" d="${one(drawn.outline(core20))}"/></defs>`,
		`<use href="#core20" stroke="#1a1206" stroke-width="${2.6 * STEPS}"/>`,
		`<use href="#core20" stroke="${MARKING_COLOUR}" stroke-width="${1.4 * STEPS}"/>`,
		'</g>',
		`<g text-anchor="middle" fill="${theme.townLabel}" stroke="#fff" stroke-width="3" paint-order="stroke">${labels.join('')}</g>`,
		'</svg>\n'
	].join('\n');
	// The same lines in fewer bytes: relative steps.
	const { data } = optimize(drawing, {
		plugins: [{ name: 'convertPathData', params: { floatPrecision: 0 } }]
	});
	return data;
}

/**
 * A topology on the steps of the picture, without the corners that nobody would see there: a large
 * region has as few as a small one.
 */
function onPicture<Areas extends Topology>(
	topology: Areas,
	place: (position: Position) => Position
): Areas {
	const simple = simplify(presimplify(movedTo(topology, place)), DETAIL * STEPS ** 2);
	return quantize(simple, { scale: [1, 1], translate: [0, 0] }) as Areas;
}

async function districtOf({ region, selection }: PartContext): Promise<number[]> {
	const position = new Map(region.districts.items.map(({ code }, i) => [code, i]));
	return selection['2021'].listed(region.districts.vintage).map((code) => position.get(code) ?? -1);
}

const escapeXml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
