/** Where the residents of a region are: its output areas, in the neighbourhoods of both vintages. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { nearestPointOnLine } from '@turf/nearest-point-on-line';
import { polygonToLine } from '@turf/polygon-to-line';
import type { Feature, LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { outputAreaNumber } from '../../../src/lib/access/resident-points.ts';
import { SETTLEMENTS, type Settlement } from '../../../src/lib/access/travel.ts';
import type { ResidentPointsPart } from '../../../src/lib/facts/parts.ts';
import { toSteps } from '../../../src/lib/stats/steps.ts';
import { numbers, numbersBy, strings } from '../../../src/lib/facts/table.ts';
import { boundaryFeatures } from '../boundaries.ts';
import type { PartBuilder, PartContext } from '../part.ts';
import { PLACES } from '../points.ts';

const POINTS = 'centroids-oa21';
const LINKS = 'lsoa11-lsoa21';
const DETOURS = 'detour-factors';

export const residentPointsPart: PartBuilder<ResidentPointsPart> = {
	part: 'resident-points',
	async build(context): Promise<ResidentPointsPart> {
		const { geodata, selection } = context;
		const table = await geodata.table(POINTS);
		const here = selection['2021'];
		const lsoa = strings(table, 'lsoa21');
		const code = strings(table, 'oa21');
		const rows = [...lsoa.keys()]
			.filter((row) => here.has(lsoa[row] ?? ''))
			.sort((a, b) => ((code[a] ?? '') < (code[b] ?? '') ? -1 : 1));
		const [x, y] = [numbers(table, 'longitude'), numbers(table, 'latitude')];
		const to2011 = await lsoa11Finder(context);
		return {
			kind: 'resident-points',
			part: 'resident-points',
			datasets: [POINTS, LINKS, DETOURS],
			codes: toSteps(rows.map((row) => outputAreaNumber(code[row] ?? ''))),
			lsoa21: toSteps(rows.map((row) => here.indexOf(lsoa[row] ?? '') ?? -1)),
			lsoa11: toSteps(rows.map((row) => to2011(lsoa[row] ?? '', [x[row] ?? NaN, y[row] ?? NaN]))),
			longitude: toSteps(
				rows.map((row) => x[row] ?? NaN),
				PLACES
			),
			latitude: toSteps(
				rows.map((row) => y[row] ?? NaN),
				PLACES
			),
			detour: await fittedDetours(context)
		};
	}
};

/** The fitted detour factor of each settlement. */
async function fittedDetours({ geodata }: PartContext): Promise<Record<Settlement, number>> {
	const table = await geodata.table(DETOURS);
	const ratio = numbersBy(table, 'class', 'ratio');
	return Object.fromEntries(
		SETTLEMENTS.map((settlement) => {
			const found = ratio.get(settlement);
			if (found === undefined) throw new Error(`${DETOURS} has no factor for ${settlement}`);
			return [settlement, found];
		})
	) as Record<Settlement, number>;
}

/**
 * Finds the 2011 LSOA that a point of a 2021 LSOA lies in, as an index into the region's:
 * the only one that it came from, or of several the one whose outline holds the point, or
 * else is nearest (outlines are generalised).
 */
async function lsoa11Finder(context: PartContext) {
	const { geodata, selection } = context;
	const before = selection['2011'];
	const features = boundaryFeatures(context, '2011');
	const links = await geodata.table(LINKS);
	const from = strings(links, 'lsoa11');
	const came = new Map<string, string[]>();
	strings(links, 'lsoa21').forEach((to, row) => {
		const one = from[row] ?? '';
		if (before.has(one)) came.set(to, [...(came.get(to) ?? []), one]);
	});
	return (lsoa21: string, point: [number, number]): number => {
		const candidates = came.get(lsoa21) ?? [];
		const [first, ...others] = candidates;
		if (first === undefined) throw new Error(`${lsoa21} came from no 2011 LSOA of the region`);
		if (others.length === 0) return before.indexOf(first) ?? -1;
		const outlines = candidates.map((code) => {
			const outline = features.get(code);
			if (!outline) throw new Error(`no boundary for ${code}`);
			return { code, outline };
		});
		const holds = outlines.find(({ outline }) => booleanPointInPolygon(point, outline));
		const nearest = () =>
			outlines
				.map(({ code, outline }) => ({ code, away: kmToOutline(point, outline) }))
				.reduce((a, b) => (b.away < a.away ? b : a)).code;
		return before.indexOf(holds?.code ?? nearest()) ?? -1;
	};
}

function kmToOutline(point: [number, number], outline: Feature<Polygon | MultiPolygon>): number {
	const line = polygonToLine(outline);
	const lines = line.type === 'FeatureCollection' ? line.features : [line];
	return Math.min(
		...lines.map(
			(one) =>
				nearestPointOnLine(one as Feature<LineString | MultiLineString>, point, {
					units: 'kilometers'
				}).properties.dist
		)
	);
}
