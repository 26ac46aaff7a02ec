/** Lines between areas: districts, places, communities and wards. */
import { LEVELS, residentsOf, type GroupLevel } from '../areas/region.ts';
import { formatCount, formatList, formatQuantity } from '../text/format.ts';
import type { Contribution, LayerContext, OverlayLayer } from './layer.ts';
import type { LineStyle } from './palettes.ts';
import { BORDER_LINES } from './palettes.ts';

/** As many areas are named in a sentence; more are only counted. */
const NAMED = 12;

interface BorderLayer {
	id: string;
	level: GroupLevel;
	title: string;
	question: string;
	about: string;
	line: LineStyle;
	caveats: string[];
}

const BORDERS: readonly BorderLayer[] = [
	{
		id: 'district-borders',
		level: 'district',
		title: 'Districts',
		question: 'Where does one council’s district end and the next begin?',
		about:
			'Council districts, or the parts of them inside the region. A district that was merged into a larger one may still be drawn if local documents name it. Its details say so.',
		line: BORDER_LINES.district,
		caveats: []
	},
	{
		id: 'place-borders',
		level: 'place',
		title: 'Localities',
		question: 'Which locality of the local NHS board is this in?',
		about:
			'The localities in which the local NHS board (the integrated care board) works. Here they follow former clinical commissioning groups, which may not follow districts. The board’s own lines are not published as open data.',
		line: BORDER_LINES.place,
		caveats: [
			'A locality is drawn as the neighbourhoods that belonged to a former clinical commissioning group. No official outline is published as open data.'
		]
	},
	{
		id: 'community-borders',
		level: 'msoa',
		title: 'Communities',
		question: 'Where does one community end and the next begin?',
		about:
			'Communities are Middle layer Super Output Areas (MSOAs): neighbourhoods next to each other, put together for statistics. The House of Commons Library gave them their names. They are not parishes, and nobody voted for their borders.',
		line: BORDER_LINES.community,
		caveats: [
			'Communities (MSOAs) are made for statistics. Their borders may cut through a place that has one name.'
		]
	}
];

function borders(context: LayerContext, layer: BorderLayer): Contribution {
	const { areas, edition, regionName } = context;
	const groups = areas.groups[layer.level];
	const { one, many, official } = LEVELS[layer.level];
	const residents = groups.map(({ members }) => residentsOf(areas, members));
	return {
		drawing: { kind: 'borders', level: layer.level, line: layer.line },
		legend: lineLegend(layer.title, layer.line, one, many, groups.length),
		columns: [],
		sortedBy: null,
		findings: [
			{
				id: layer.id,
				text:
					`${regionName} has ${formatQuantity(groups.length, one, many)}` +
					(groups.length <= NAMED ? `: ${formatList(groups.map(({ name }) => name))}` : '') +
					(groups.length > 1
						? `, with ${formatCount(Math.min(...residents))} to ${formatCount(Math.max(...residents))} residents each.`
						: '.'),
				area: null
			}
		],
		details: () => [],
		label: null,
		measure: null,
		datasets: [...areas.datasets, `boundaries-lsoa${edition.vintage.slice(2)}`],
		period: `neighbourhoods of ${edition.vintage}`,
		caveats: [
			...layer.caveats,
			...groups.flatMap(({ note }) => note ?? []),
			...(official
				? [
						`Communities are ${official}s of ${edition.vintage}; some were redrawn between 2011 and 2021.`
					]
				: [])
		]
	};
}

function lineLegend(
	title: string,
	line: LineStyle,
	one: string,
	many: string,
	count: number
): Contribution['legend'] {
	return {
		title,
		counted: many,
		classes: [
			{
				label: `Border of a ${one}`,
				short: one,
				symbol: { kind: 'line', line },
				count,
				units: null
			}
		],
		note: null,
		reference: null,
		histogram: false,
		ends: null
	};
}

const wards: OverlayLayer = {
	id: 'ward-borders',
	kind: 'outlines',
	title: 'Wards',
	question: 'Which ward is this, and who would speak for it?',
	group: 'boundaries',
	about:
		'Electoral wards of December 2022, with their names, in rough outline. Some wards have been redrawn since. Ask the council for the exact line of a ward.',
	initially: false,
	parts: () => ['wards-2022'],
	build({ outlines, regionName, notHeld }) {
		const part = outlines('wards-2022');
		const count = part.ids.length;
		return {
			drawing: { kind: 'outlines', outlines: part, line: BORDER_LINES.ward },
			legend: lineLegend('Wards, December 2022', BORDER_LINES.ward, 'ward', 'wards', count),
			columns: [],
			sortedBy: null,
			findings: [
				{
					id: 'ward-borders',
					text:
						count === 0
							? (notHeld('wards-2022') ?? `We have no outlines of wards for ${regionName}.`)
							: `${regionName} had ${formatQuantity(count, 'ward')} in December 2022, drawn here in rough outline.`,
					area: null
				}
			],
			details: () => [],
			label: null,
			measure: null,
			datasets: part.datasets,
			period: 'December 2022',
			caveats: [
				'Outlines are simplified by 200 metres or more. Near a border, they do not tell which side an address is on.',
				'A ward is shown if a point inside it is in the region.'
			]
		};
	}
};

/** Lines of districts, places, communities and wards. */
export const boundaryLayers: readonly OverlayLayer[] = [
	...BORDERS.map((layer): OverlayLayer => ({
		id: layer.id,
		kind: 'borders',
		title: layer.title,
		question: layer.question,
		group: 'boundaries',
		about: layer.about,
		initially: false,
		parts: () => [],
		build: (context) => borders(context, layer)
	})),
	wards
];
