/** A map drawn once: what a view shows, as marks on the plane of a picture. */
import { centreOfPeople, unitsOf, type RegionAreas, type Units } from '../areas/region.ts';
import type { Detail, DrawnMap, Line, Mark, Stroke } from '../document/picture.ts';
import { PLAN_COLOURS } from '../document/plan-colours.ts';
import type { BasemapPart, BoundariesPart } from '../geometry/parts.ts';
import {
	decodeBasemap,
	decodeBoundaries,
	decodeOutlines,
	decodeTowns
} from '../geometry/topology.ts';
import { circleRadius } from '../layers/circles.ts';
import type { Drawing, LegendClass } from '../layers/layer.ts';
import { MARKING_COLOUR } from '../layers/palettes.ts';
import { POINT_SHAPES } from '../layers/shapes.ts';
import { roomFor } from './names.ts';
import { linesIn, onPlane, type Plane } from './plane.ts';
import { scaleOf } from './scale.ts';
import { MAP_THEMES } from './theme.ts';

/** A layer as far as a picture knows it. */
export interface DrawnLayer {
	title: string;
	drawing: Drawing;
	/** What its colours mean, for the names of shapes. */
	classes: readonly Pick<LegendClass, 'label' | 'symbol'>[];
}

/** A plan of hubs over the map; positions are longitude and latitude. */
export interface PlanOnMap {
	hubs: readonly {
		number: number;
		name: string;
		longitude: number;
		latitude: number;
		standing: boolean;
	}[];
	/** From hubs to neighbourhoods. */
	lines: readonly { from: [number, number]; to: [number, number]; people: number }[];
	/** Buildings that could be hubs. */
	candidates: readonly { longitude: number; latitude: number }[];
}

export interface MapToDraw {
	areas: RegionAreas;
	/** The areas that are coloured. */
	units: Units;
	boundaries: BoundariesPart;
	basemap: BasemapPart;
	/** From the bottom up. */
	layers: readonly DrawnLayer[];
	/** The chosen area; null where none is. */
	selected: { name: string; members: readonly number[] } | null;
	plan: PlanOnMap | null;
	/** Whether every area is a shape of its own, for who colours them again. */
	each?: boolean;
}

/** Width of a map in units that the widths of lines are made for. */
const USUAL = 800;
const THEME = MAP_THEMES.light;
const INK = '#1a1206';
const PAPER = '#ffffff';
const ATTRIBUTION = 'Boundaries: ONS, OS data © Crown copyright. Towns: GeoNames.';

/** Draw a map on a plane. Shapes whose neighbourhoods are coloured alike are one. */
export function drawMap(map: MapToDraw, plane: Plane, detail: Detail): DrawnMap {
	const { areas, units, boundaries, basemap, layers, selected, plan, each = false } = map;
	const { width, height, place } = plane;
	const grown = Math.max(0.7, Math.min(1.6, width / USUAL));
	const shapes = decodeBoundaries({
		...boundaries,
		topology: onPlane(boundaries.topology, plane, detail)
	});
	const ground = decodeBasemap({ ...basemap, topology: onPlane(basemap.topology, plane, detail) });
	const cut = (shape: Parameters<typeof linesIn>[0]) => linesIn(shape, plane, detail.steps);
	const stroke = (colour: string, wide: number, more: Partial<Stroke> = {}): Stroke => ({
		colour,
		width: wide * grown,
		...more
	});
	const context: Context = { areas, units, each, plane, detail, grown, shapes, cut, stroke };

	const over = layers.filter(({ drawing }) => drawing.kind !== 'fill');
	const marks: Mark[] = [
		{
			kind: 'area',
			name: 'Land',
			rings: cut(ground.land),
			fill: { colour: THEME.land },
			stroke: null
		},
		lines('Districts around', cut(ground.borders), stroke(THEME.neighbourBorder, 0.8)),
		{
			kind: 'area',
			name: 'Beyond the map',
			rings: beyond(plane, basemap.window),
			fill: { colour: PAPER },
			stroke: null
		},
		...layers.flatMap((layer) => (layer.drawing.kind === 'fill' ? filled(layer, context) : [])),
		...(units.level === 'lsoa'
			? []
			: [lines('Edges of areas', cut(shapes.borders(units.of)), stroke('#ffffff', 0.8))]),
		lines('Districts', cut(shapes.borders(areas.parent.district)), stroke(THEME.districtLine, 1.4)),
		lines('Edge of the region', cut(shapes.edge()), stroke(THEME.regionLine, 0.8)),
		...over.flatMap((layer) => drawnOver(layer, context)),
		...(plan ? linesOfPlan(plan, context) : [])
	];
	if (selected && selected.members.length > 0) {
		const outline = cut(shapes.outline(new Set(selected.members)));
		marks.push(
			lines(`${selected.name}: light edge`, outline, stroke(THEME.selectedCasing, 6)),
			lines(`${selected.name}: edge`, outline, stroke(THEME.selected, 2.8))
		);
	}
	const hubs = (plan?.hubs ?? []).map(({ longitude, latitude }) => place([longitude, latitude]));
	const names = roomFor(plane, grown, hubs);
	marks.push(
		...names.of(
			decodeTowns(basemap).map(({ properties: { name }, geometry: { coordinates } }) => {
				const [x, y] = place(coordinates);
				return { text: name, x, y };
			}),
			{ size: 12 * grown, colour: THEME.townLabel, most: 16 }
		),
		...(plan ? hubsOfPlan(plan, plane) : [])
	);
	return {
		width,
		height,
		sea: THEME.sea,
		marks: marks.filter(isSeen),
		scale: scaleOf(plane),
		attribution: ATTRIBUTION
	};
}

/** Strips of a plane that lie outside what the ground knows, where land would be drawn as sea. */
function beyond(
	{ width, height, place }: Plane,
	[west, south, east, north]: BasemapPart['window']
): [number, number][][] {
	const within = (value: number, most: number) => Math.max(0, Math.min(most, value));
	const [x0, y0] = place([west, north]);
	const [x1, y1] = place([east, south]);
	const [left, right] = [within(x0, width), within(x1, width)];
	const [top, bottom] = [within(y0, height), within(y1, height)];
	const strips = [
		[0, 0, left, height],
		[right, 0, width, height],
		[left, 0, right, top],
		[left, bottom, right, height]
	] as const;
	return strips
		.filter(([ax, ay, bx, by]) => bx - ax > 1 && by - ay > 1)
		.map(([ax, ay, bx, by]) => [
			[ax, ay],
			[bx, ay],
			[bx, by],
			[ax, by]
		]);
}

interface Context {
	areas: RegionAreas;
	units: Units;
	each: boolean;
	plane: Plane;
	detail: Detail;
	/** How much wider lines are than on a map of the usual width. */
	grown: number;
	shapes: ReturnType<typeof decodeBoundaries>;
	cut: (shape: Parameters<typeof linesIn>[0]) => Line[];
	stroke: (colour: string, wide: number, more?: Partial<Stroke>) => Stroke;
}

const lines = (name: string, of: readonly Line[], stroke: Stroke): Mark => ({
	kind: 'lines',
	name,
	lines: of,
	stroke
});

const isSeen = (mark: Mark): boolean =>
	mark.kind === 'area'
		? mark.rings.length > 0
		: mark.kind === 'lines'
			? mark.lines.length > 0
			: mark.kind !== 'points' || mark.at.length > 0;

/** Neighbourhoods of a colour together; larger areas each by itself, under its name. */
function filled(
	{ drawing, classes }: DrawnLayer,
	{ units, each, shapes, cut, stroke }: Context
): Mark[] {
	if (drawing.kind !== 'fill') return [];
	const { colours } = drawing;
	const edge = stroke(THEME.areaLine, 0.35);
	const area = (name: string, members: readonly number[], colour: string | null): Mark => ({
		kind: 'area',
		name,
		rings: cut(shapes.union(new Set(members))),
		fill: colour === null ? 'no-data' : { colour },
		stroke: edge
	});
	if (each || units.level !== 'lsoa') {
		return units.names.map((name, unit) =>
			area(name, units.members[unit] ?? [], colours[unit] ?? null)
		);
	}
	const members = new Map<string | null, number[]>();
	colours.forEach((colour, unit) => {
		const of = members.get(colour) ?? [];
		of.push(...(units.members[unit] ?? []));
		members.set(colour, of);
	});
	return [...members].map(([colour, of]) => area(nameOf(colour, classes), of, colour));
}

/** What a class is called by its legend. */
function nameOf(colour: string | null, classes: DrawnLayer['classes']): string {
	const found = classes.find(({ symbol }) =>
		colour === null ? symbol.kind === 'no-data' : symbol.kind === 'fill' && symbol.colour === colour
	);
	return found?.label ?? (colour === null ? 'No data' : 'Other areas');
}

/** What lies over the colours, of each kind of drawing. */
const OVER: {
	readonly [Kind in Exclude<Drawing['kind'], 'fill'>]: (
		drawing: Extract<Drawing, { kind: Kind }>,
		title: string,
		context: Context
	) => Mark[];
} = {
	marking: ({ areas: members, marking }, title, { shapes, cut, stroke }) => {
		const marked = new Set(members);
		const outline = cut(shapes.outline(marked));
		const hatched: Mark[] =
			marking === 'hatch'
				? [
						{
							kind: 'area',
							name: title,
							rings: cut(shapes.union(marked)),
							fill: 'hatch',
							stroke: null
						}
					]
				: [];
		return [
			...hatched,
			lines(`${title}: dark edge`, outline, stroke(INK, 2.8)),
			lines(`${title}: edge`, outline, stroke(MARKING_COLOUR, 1.5))
		];
	},
	borders: ({ level, line }, title, { areas, shapes, cut, stroke }) =>
		cased(title, cut(shapes.borders(areas.parent[level])), line, stroke),
	outlines: ({ outlines, line }, title, { plane, detail, grown, cut, stroke }) => {
		const { topology } = outlines;
		if (!topology) return [];
		const { lines: edges } = decodeOutlines({
			...outlines,
			topology: onPlane(topology, plane, detail)
		});
		const named = outlines.names.map((text, at) => {
			const [x, y] = plane.place([outlines.longitude[at] ?? NaN, outlines.latitude[at] ?? NaN]);
			return { text, x, y };
		});
		return [
			...cased(title, cut(edges), line, stroke),
			...roomFor(plane, grown).of(named, { size: 10.5 * grown, colour: line.colour, most: 60 })
		];
	},
	circles: ({ amounts, level, colour }, title, { areas, plane, grown }) => {
		const { names, members } = unitsOf(areas, level);
		const largest = Math.max(...amounts.map((amount) => amount ?? 0));
		return amounts.flatMap((amount, unit): Mark[] => {
			if (amount === null) return [];
			const [x, y] = plane.place(centreOfPeople(areas, members[unit] ?? []));
			const radius = circleRadius(amount, largest) * grown;
			return [{ kind: 'circle', name: `${title}: ${names[unit] ?? ''}`, x, y, radius, colour }];
		});
	},
	points: ({ points, shape, colour }, title, { plane, grown }) =>
		[true, false].map((hollow) => {
			const at = within(
				plane,
				points.filter((point) => point.hollow === hollow)
			);
			// Many lie on one another: smaller, so that what is below is still seen.
			const radius = (points.length > 400 ? 2.2 : points.length > 100 ? 3 : 4.2) * grown;
			return { kind: 'points', name: title, path: POINT_SHAPES[shape], colour, hollow, radius, at };
		})
};

function drawnOver({ title, drawing }: DrawnLayer, context: Context): Mark[] {
	if (drawing.kind === 'fill') return [];
	const draw = OVER[drawing.kind] as (of: Drawing, name: string, on: Context) => Mark[];
	return draw(drawing, title, context);
}

function cased(
	name: string,
	of: readonly Line[],
	{ colour, width, dashes }: { colour: string; width: number; dashes: readonly number[] | null },
	stroke: Context['stroke']
): Mark[] {
	return [
		lines(`${name}: light edge`, of, stroke('#ffffff', width + 1.8, { opacity: 0.75 })),
		lines(name, of, stroke(colour, width, { dashes }))
	];
}

/** Where some places lie, of those that are on the picture. */
const within = (
	{ place, width, height }: Plane,
	places: readonly { longitude: number; latitude: number }[]
): [number, number][] =>
	places
		.map(({ longitude, latitude }) => place([longitude, latitude]))
		.filter(([x, y]) => x >= 0 && y >= 0 && x <= width && y <= height);

const BUILDING: Omit<Extract<Mark, { kind: 'points' }>, 'at' | 'radius'> = {
	kind: 'points',
	name: 'Buildings that suit',
	path: POINT_SHAPES.circle,
	colour: '#17171f',
	hollow: true
};

/** What the lines of journeys are called. */
const JOURNEYS = 'Neighbourhoods near a hub';

/** Whether a mark is of a plan of hubs, not of the map below. */
export const isOfPlan = (mark: Mark): boolean =>
	mark.kind === 'hub' ||
	(mark.kind === 'lines' && mark.name === JOURNEYS) ||
	(mark.kind === 'points' && mark.name === BUILDING.name);

/** Journeys by how many people make them, and the buildings that could be hubs. */
function linesOfPlan(
	{ lines: journeys, candidates }: PlanOnMap,
	{ plane, grown }: Context
): Mark[] {
	const byWidth = new Map<number, Line[]>();
	for (const { from, to, people } of journeys) {
		const wide = Math.round(1.2 + Math.min(4, Math.sqrt(people) / 5));
		const of = byWidth.get(wide) ?? [];
		of.push([plane.place(from), plane.place(to)]);
		byWidth.set(wide, of);
	}
	const ascending = [...byWidth].sort(([a], [b]) => a - b);
	const drawn = (colour: string, wider: number) =>
		ascending.map(([wide, of]) => lines(JOURNEYS, of, { colour, width: (wide + wider) * grown }));
	const { journey, journeyEdge } = PLAN_COLOURS;
	return [
		...drawn(journeyEdge, 1.4),
		...drawn(journey, 0),
		{ ...BUILDING, radius: 1.7 * grown, at: within(plane, candidates) }
	];
}

const hubsOfPlan = ({ hubs }: PlanOnMap, plane: Plane): Mark[] =>
	hubs.flatMap(({ name, number, standing, longitude, latitude }): Mark[] => {
		const [x, y] = plane.place([longitude, latitude]);
		return x < 0 || y < 0 || x > plane.width || y > plane.height
			? []
			: [{ kind: 'hub', name, x, y, number, standing }];
	});
