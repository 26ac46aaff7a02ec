/**
 * The answer of an analysis of gaps in the shape that the map and the table draw: a fill by
 * cell of need and provision, the gaps outlined, and what was counted as points.
 */
import type { Site } from '../access/site.ts';
import type { AreaResult, GapsAnalysis } from '../gaps/answer.ts';
import { cellIndex } from '../gaps/classes.ts';
import { parametersOf, VERDICT_WORDS } from '../gaps/download.ts';
import { standingOf } from '../gaps/standing.ts';
import type { VariationsAnswer } from '../gaps/variations.ts';
import { provisionSentence } from '../gaps/sentences.ts';
import { describe, numberOf } from '../facts/value.ts';
import type { AreaLayer, Contribution, LegendClass, OverlayLayer } from '../layers/layer.ts';
import { GAP_COLOURS, MUTED_COLOUR, NEED_PROVISION_COLOURS } from '../layers/palettes.ts';
import { POINT_SYMBOLS } from '../layers/shapes.ts';
import { capitalise } from '../text/format.ts';
import { gapsColumns, VERDICT_ORDER } from './gaps-columns.ts';
import type { ShownLayer, View } from './view.ts';

/** What lies on the map besides the cells. */
export interface Beside {
	/** Cell whose areas stand out; null is none. */
	cell: number | null;
	/** Whether areas have the colour of their cell of need and provision; else of where they stand. */
	grid: boolean;
	/** What would change the answer; null until that was asked. */
	answer: VariationsAnswer | null;
	/** Sites to draw; null draws none. */
	sites: readonly Site[] | null;
}

/** Colour of an area: of its cell, muted where another cell is to stand out; null has no figure. */
export function colourOf({ cell }: AreaResult, standing: number | null): string | null {
	if (cell === null) return null;
	const index = cellIndex(cell);
	return standing === null || standing === index
		? (NEED_PROVISION_COLOURS[index] ?? null)
		: MUTED_COLOUR;
}

/** Colour of an area by where it stands in the answer; null is the pattern of what is not known. */
export function standingColour(area: AreaResult, answer: VariationsAnswer | null): string | null {
	const standing = standingOf(area, answer);
	return standing === 'unknown' ? null : GAP_COLOURS[standing];
}

/** The view that the map pane and the table read. */
export function gapsView(analysis: GapsAnalysis, { cell, grid, answer, sites }: Beside): View {
	const { units, regionAreas, edition, regionName } = analysis;
	const fill: ShownLayer = {
		layer: areaLayer(analysis),
		contribution: contribution(
			analysis,
			{
				kind: 'fill',
				colours: analysis.areas.map((area) =>
					grid ? colourOf(area, cell) : standingColour(area, answer)
				)
			},
			verdictClasses(analysis)
		)
	};
	// Where nine cells are coloured, the one that matters is outlined; of four colours the gap's stands out.
	const marking: ShownLayer[] = grid
		? [
				{
					layer: overlay('gaps-outline', 'marking', 'Neighbourhoods of the gaps'),
					contribution: contribution(analysis, {
						kind: 'marking',
						marking: 'outline',
						areas: analysis.gaps.flatMap((unit) => units.members[unit] ?? [])
					})
				}
			]
		: [];
	const points: ShownLayer[] = sites
		? [
				{
					layer: overlay('gaps-sites', 'points', 'What is counted'),
					contribution: contribution(analysis, {
						kind: 'points',
						...POINT_SYMBOLS.communityVenue,
						points: sites.map((site) => ({
							id: site.id,
							name: site.name,
							kind: site.label,
							longitude: site.longitude,
							latitude: site.latitude,
							area: null,
							hollow: site.status !== 'verified',
							lines: [site.inside ? '' : `Outside ${regionName}`].filter((line) => line !== '')
						}))
					})
				}
			]
		: [];
	return {
		regionName,
		edition,
		areas: regionAreas,
		units,
		layers: [fill, ...marking, ...points],
		waiting: [],
		broken: [],
		legends: [],
		columns: gapsColumns(analysis, answer),
		sortedBy: { column: 'verdict', descending: false },
		findings: [],
		label: (unit) => ({
			name: units.names[unit] ?? '',
			text: labelOf(analysis, answer, unit)
		})
	};
}

/** An area in a line: what it is, its need and its provision. */
export function labelOf(
	analysis: GapsAnalysis,
	answer: VariationsAnswer | null,
	unit: number
): string {
	const area = analysis.areas[unit];
	if (!area) return '';
	return `${capitalise(verdictWords(area, answer))}. ${capitalise(analysis.need.label)} ${describe(area.need, analysis.need.format)}. ${provisionSentence(area, analysis)}`;
}

/** What an area is, in words: what one change would make a gap is said to be one that could be. */
export const verdictWords = (area: AreaResult, answer: VariationsAnswer | null): string =>
	standingOf(area, answer) === 'could-be'
		? `could be a gap (${VERDICT_WORDS[area.verdict]})`
		: VERDICT_WORDS[area.verdict];

/** Areas by what they are, so that the table can list one kind alone. */
function verdictClasses({ areas }: GapsAnalysis): LegendClass[] {
	return VERDICT_ORDER.flatMap((verdict): LegendClass[] => {
		const units = areas.filter((area) => area.verdict === verdict).map(({ unit }) => unit);
		const label = capitalise(VERDICT_WORDS[verdict]);
		const symbol = { kind: 'no-data' } as const;
		return units.length === 0
			? []
			: [{ label, short: label, symbol, count: units.length, units: new Set(units) }];
	});
}

function contribution(
	analysis: GapsAnalysis,
	drawing: Contribution['drawing'],
	classes: LegendClass[] = []
): Contribution {
	return {
		drawing,
		legend: {
			title: '',
			counted: '',
			classes,
			note: null,
			reference: null,
			histogram: false,
			ends: null
		},
		columns: [],
		sortedBy: null,
		findings: [],
		details: () => [],
		label: null,
		measure: null,
		datasets: analysis.datasets,
		period: analysis.edition.title,
		caveats: [...askedNotes(analysis), ...analysis.caveats]
	};
}

/** What was asked, for files that are taken away: a line each. */
export function askedNotes(analysis: GapsAnalysis): string[] {
	return [
		`Asked: ${Object.entries(parametersOf(analysis))
			.map(([name, value]) => `${name.replaceAll('_', ' ')}: ${String(value)}`)
			.join('; ')}`
	];
}

const about = {
	title: 'Need against provision',
	question: 'Where is need high and provision thin?',
	group: 'need',
	about: '',
	parts: () => [],
	build: () => {
		throw new Error('the layers of gaps are made of an analysis');
	}
} as const;

const areaLayer = ({ units }: GapsAnalysis): AreaLayer => ({
	...about,
	parts: () => [],
	id: 'gaps',
	kind: 'areas',
	level: units.level,
	family: 'gaps',
	measure: 'Need against provision',
	ownBreaks: false
});

const overlay = (id: string, kind: OverlayLayer['kind'], title: string): OverlayLayer => ({
	...about,
	title,
	parts: () => [],
	id,
	kind,
	initially: true
});

/** Position of an area's figures in the scatter; null where one isn't known. */
export function scatterPoint({ need, provision }: AreaResult): { x: number; y: number } | null {
	const [x, y] = [numberOf(need), numberOf(provision)];
	return x === null || y === null ? null : { x, y };
}
