/** A still picture of a region with the neighbourhoods that entered or left a list. */
import { geoIdentity, geoPath, geoTransform, type GeoPermissibleObjects } from 'd3-geo';
import { presimplify, simplify } from 'topojson-simplify';
import type { LevelChanges } from '../changes/listed-areas.ts';
import type { Move } from '../changes/core20-changes.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import { decodeBoundaries } from '../geometry/topology.ts';
import { readerOf } from './packs.ts';

const WIDTH = 720;
const HEIGHT = 480;
const MARGIN = 12;
/** Smallest triangle kept at a corner, in square units of the picture. */
const DETAIL = 1.5;

export interface ChangesPicture {
	width: number;
	height: number;
	/** Lines as SVG paths: the region's edge, and between its districts. */
	edge: string;
	districts: string;
	/** The ground of each that changed, in the order of the list. */
	areas: { code: string; move: Move; shape: string }[];
	/** Where those are whose ground is too small to be seen, in the middle of it. */
	marks: { code: string; move: Move; x: number; y: number }[];
}

/** Ground smaller than this either way, in units of the picture, has a mark. */
const SMALL = 12;

/** The picture, from the outlines of the neighbourhoods of 2021. */
export function changesPicture(region: RegionSummary, { changed }: LevelChanges): ChangesPicture {
	const pack = readerOf(region);
	const areas = pack.areasOf('2021');
	const boundaries = pack.get('lsoa21-boundaries');
	const [west, south, east, north] = region.bounds;
	// A degree of longitude is shorter by the latitude in the middle.
	const narrower = Math.cos((((south + north) / 2) * Math.PI) / 180);
	const flat = (x: number, y: number): [number, number] => [x * narrower, y];
	const unit = Math.max(((east - west) * narrower) / WIDTH, (north - south) / HEIGHT);
	const simple = simplify(presimplify(boundaries.topology), (DETAIL * unit ** 2) / narrower);
	const drawn = decodeBoundaries({ ...boundaries, topology: simple as typeof boundaries.topology });
	const flatten = geoPath(
		geoTransform({
			point(x, y) {
				this.stream.point(...flat(x, y));
			}
		})
	);
	const [[left, top], [right, bottom]] = flatten.bounds(drawn.edge());
	const projection = geoIdentity()
		.reflectY(true)
		.fitExtent(
			[
				[MARGIN, MARGIN],
				[WIDTH - MARGIN, HEIGHT - MARGIN]
			],
			{
				type: 'MultiPoint',
				coordinates: [
					[left, top],
					[right, bottom]
				]
			}
		);
	const place = (x: number, y: number): [number, number] => projection(flat(x, y)) ?? [NaN, NaN];
	const path = geoPath(
		geoTransform({
			point(x, y) {
				this.stream.point(...place(x, y));
			}
		})
	).digits(0);
	const line = (shape: GeoPermissibleObjects) => path(shape) ?? '';
	const grounds = new Map(
		drawn.areas.features.map((feature) => [feature.properties.code, feature] as const)
	);
	const shown = changed.map(({ code, move, members }) => {
		const features = members.flatMap((area) => grounds.get(areas.codes[area] ?? '') ?? []);
		const ground: GeoPermissibleObjects = { type: 'FeatureCollection', features };
		return { code, move, ground };
	});
	return {
		width: WIDTH,
		height: HEIGHT,
		edge: line(drawn.edge()),
		districts: line(drawn.borders(areas.parent.district)),
		areas: shown.map(({ code, move, ground }) => ({ code, move, shape: line(ground) })),
		marks: shown.flatMap(({ code, move, ground }) => {
			const [[x0, y0], [x1, y1]] = path.bounds(ground);
			if (!Number.isFinite(x0) || x1 - x0 >= SMALL || y1 - y0 >= SMALL) return [];
			return [{ code, move, x: Math.round((x0 + x1) / 2), y: Math.round((y0 + y1) / 2) }];
		})
	};
}
