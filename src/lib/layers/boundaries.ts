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
			'Council districts, or the parts of them inside the region. A district that was merged into a larger one may still be drawn, because local documents speak of it; its details say so.',
		line: BORDER_LINES.district,
		caveats: []
	},
	{
		id: 'place-borders',
		level: 'place',
		title: 'Places',
		question: 'Which place of the care board is this in?',
		about:
			'The places (localities) that the integrated care board works in. They follow former clinical commissioning groups, which need not follow districts; the board’s own lines are not published as open data.',
		line: BORDER_LINES.place,
		caveats: [
			'Places are drawn as sets of neighbourhoods that belonged to a former clinical commissioning group; no official outline of them is open.'
		]
	},
	{
		id: 'community-borders',
		level: 'msoa',
		title: 'Communities',
		question: 'Where does one community end and the next begin?',
		about:
			'Communities are Middle Layer Super Output Areas (MSOAs), made for statistics from neighbourhoods that lie together; their names are those of the House of Commons Library. They are not parishes, and nobody voted for their borders.',
		line: BORDER_LINES.community,
		caveats: ['Communities (MSOAs) are made for statistics; places people name may be cut by them.']
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
		'Electoral wards of December 2022, with their names, in coarse outline. Wards have been redrawn in places since; for the exact line of a ward ask its council.',
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
							? (notHeld('wards-2022') ?? `Outlines of wards are not at hand for ${regionName}.`)
							: `${regionName} had ${formatQuantity(count, 'ward')} in December 2022, drawn here in coarse outline.`,
					area: null
				}
			],
			details: () => [],
			label: null,
			measure: null,
			datasets: part.datasets,
			period: 'December 2022',
			caveats: [
				'Outlines are generalised to 200 metres and more: near a border, do not read off which side an address is on.',
				'A ward stands here if a point inside it lies in the region.'
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
