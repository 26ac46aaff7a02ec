/** What all layers of asset points share: marks, popup lines, counts and sentences. */
import type { AssetsPart } from '../region/pack.ts';
import {
	capitalise,
	formatCount,
	formatList,
	formatMonth,
	formatQuantity
} from '../report/format.ts';
import { isCore20 } from '../indicators/core20.ts';
import { factNumbers } from '../region/facts.ts';
import { LEVELS } from '../region/region.ts';
import { numberColumn, sumByUnit } from './columns.ts';
import { deprivationPart } from './deprivation.ts';
import type { Contribution, LayerContext, LegendClass, PointMark, PointShape } from './layer.ts';

/** As many assets of an area are named in its details; more are counted. */
const NAMED = 12;

export interface AssetPointsRequest {
	part: string;
	/** "community venue", and its plural where not with an s. */
	noun: string;
	plural?: string;
	shape: PointShape;
	colour: string;
	/** Title of the legend, without the date, which is added. */
	legendTitle: string;
	caveats: string[];
}

/** The contribution of a layer of asset points: one part of the pack, drawn as points. */
export function assetPoints(context: LayerContext, request: AssetPointsRequest): Contribution {
	const { areas, units, edition, regionName } = context;
	const part = context.assets(request.part);
	const points = pointMarks(part, context);
	const counts = new Array<number>(areas.count).fill(0);
	for (const { area } of points) if (area !== null) counts[area] = (counts[area] ?? 0) + 1;
	const inside = points.filter((point) => point.area !== null);
	const recent = inside.filter((point) => !point.stale).length;
	const dated = part.lastSeen.some((day) => day !== null);

	const deciles = factNumbers(context.facts(deprivationPart(edition)), 'imd_decile');
	const inCore20 = points.filter(
		({ area }) => area !== null && isCore20(deciles[area] ?? NaN)
	).length;
	const plural = request.plural ?? `${request.noun}s`;
	const listed = (count: number) => formatQuantity(count, request.noun, plural);

	return {
		drawing: { kind: 'points', shape: request.shape, colour: request.colour, points },
		legend: {
			title: `${request.legendTitle}, ${formatMonth(part.collected)}`,
			counted: plural,
			classes: [
				symbolClass(request, dated ? 'Listed in the last year' : 'Listed', false, recent),
				...(dated
					? [symbolClass(request, 'Not listed in the last year', true, inside.length - recent)]
					: [])
			],
			note: null,
			reference: null,
			histogram: false,
			ends: null
		},
		columns: [
			numberColumn(
				{
					id: request.part,
					label: capitalise(plural),
					description: `${capitalise(plural)} listed inside the ${LEVELS[units.level].one}; none listed does not mean none there`
				},
				sumByUnit(units.members, counts)
			)
		],
		sortedBy: null,
		findings: [
			{
				id: `${request.part}-listed`,
				text:
					`Directories list ${listed(inside.length)} in ${regionName}, ${formatCount(inCore20)} of them in Core20 neighbourhoods` +
					(dated
						? `; ${formatCount(recent)} still in the year before ${formatMonth(part.collected)}`
						: '') +
					`. Coverage differs from district to district: the counts do not compare places.`,
				area: null
			}
		],
		details: ({ members }) => {
			const within = new Set(members);
			const here = inside.filter(({ area }) => area !== null && within.has(area));
			return [
				{
					label: capitalise(plural),
					value:
						here.length === 0 ? 'none listed' : formatQuantity(here.length, 'listed', 'listed'),
					note:
						here.length === 0
							? 'None listed here does not mean that there is none.'
							: here.length <= NAMED
								? formatList(here.map(({ name }) => name))
								: null
				}
			];
		},
		measure: null,
		label: null,
		datasets: part.datasets,
		period: `collected ${formatMonth(part.collected)}`,
		caveats: [
			...request.caveats,
			`${capitalise(plural)} come from ${formatQuantity(part.sources.length, 'source')}, collected ${formatMonth(part.collected)}, and were not checked on the ground.`
		]
	};
}

function symbolClass(
	{ shape, colour }: AssetPointsRequest,
	label: string,
	hollow: boolean,
	count: number
): LegendClass {
	return {
		label,
		short: label,
		count,
		units: null,
		symbol: { kind: 'point', shape, colour, hollow }
	};
}

/** The day a year before an ISO day. */
function yearBefore(day: string): string {
	const date = new Date(day);
	date.setUTCFullYear(date.getUTCFullYear() - 1);
	return date.toISOString().slice(0, 10);
}

function pointMarks(part: AssetsPart, { areas }: LayerContext): PointMark[] {
	const codes = areas.vintage === '2021' ? part.lsoa21 : part.lsoa11;
	const fresh = yearBefore(part.collected);
	return part.ids.map((id, i) => {
		const code = codes[i] ?? null;
		const kind = part.kinds[part.kind[i] ?? -1]?.label ?? '';
		const claims = (part.claims[i] ?? []).flatMap((source) => part.sources[source]?.title ?? []);
		const seen = part.lastSeen[i];
		const address = [part.addresses[i], part.postcodes[i]].filter((line) => line).join(', ');
		return {
			id,
			name: part.names[i] ?? id,
			kind,
			longitude: part.longitude[i] ?? NaN,
			latitude: part.latitude[i] ?? NaN,
			area: code === null ? null : (areas.index.get(code) ?? null),
			stale: typeof seen === 'string' && seen < fresh,
			lines: [
				kind,
				address,
				seen
					? `Last listed ${formatMonth(seen)}; not checked on the ground`
					: 'Not checked on the ground',
				claims.length > 0 ? `Listed by ${formatList(claims)}` : ''
			].filter((line) => line !== '')
		};
	});
}
