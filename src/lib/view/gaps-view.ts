/**
 * The answer of an analysis of gaps in the shape that the map and the table draw: a fill by
 * cell of need and provision, the gaps outlined, and what was counted as points.
 */
import type { Site } from '../access/site.ts';
import type { AreaResult, GapsAnalysis } from '../gaps/answer.ts';
import { cellIndex, NEED_CLASSES, PROVISION_CLASSES } from '../gaps/classes.ts';
import { parametersOf, VERDICT_WORDS } from '../gaps/download.ts';
import { provisionSentence } from '../gaps/sentences.ts';
import { measureOf } from '../gaps/measures.ts';
import { provisionsOf, provisionWords } from '../gaps/provisions.ts';
import { isOfSome } from '../gaps/served.ts';
import { describe, numberOf } from '../facts/value.ts';
import { numberColumn, textColumn, valueColumn } from '../layers/columns.ts';
import type {
	AreaLayer,
	Contribution,
	LegendClass,
	OverlayLayer,
	TableColumn
} from '../layers/layer.ts';
import { MUTED_COLOUR, NEED_PROVISION_COLOURS } from '../layers/palettes.ts';
import { POINT_SYMBOLS } from '../layers/shapes.ts';
import { LEVELS } from '../areas/region.ts';
import { capitalise, formatCount, formatDecimal, formatList } from '../text/format.ts';
import type { ShownLayer, View } from './view.ts';

/** What lies on the map besides the cells. */
export interface Beside {
	/** Cell whose areas stand out; null is none. */
	cell: number | null;
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

/** The view that the map pane and the table read. */
export function gapsView(analysis: GapsAnalysis, { cell, sites }: Beside): View {
	const { units, regionAreas, edition, regionName } = analysis;
	const fill: ShownLayer = {
		layer: areaLayer(analysis),
		contribution: contribution(
			analysis,
			{ kind: 'fill', colours: analysis.areas.map((area) => colourOf(area, cell)) },
			verdictClasses(analysis)
		)
	};
	const marking: ShownLayer = {
		layer: overlay('gaps-outline', 'marking', 'Neighbourhoods of the gaps'),
		contribution: contribution(analysis, {
			kind: 'marking',
			marking: 'outline',
			areas: analysis.gaps.flatMap((unit) => units.members[unit] ?? [])
		})
	};
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
		layers: [fill, marking, ...points],
		waiting: [],
		broken: [],
		legends: [],
		columns: gapsColumns(analysis),
		sortedBy: { column: 'verdict', descending: false },
		findings: [],
		label: (unit) => ({
			name: units.names[unit] ?? '',
			text: labelOf(analysis, unit)
		})
	};
}

/** An area in a line: what it is, its need and its provision. */
export function labelOf(analysis: GapsAnalysis, unit: number): string {
	const area = analysis.areas[unit];
	if (!area) return '';
	return `${capitalise(VERDICT_WORDS[area.verdict])}. ${capitalise(analysis.need.label)} ${describe(area.need, analysis.need.format)}. ${provisionSentence(area, analysis)}`;
}

/** Areas by what they are, so that the table can list one kind alone. */
function verdictClasses({ areas }: GapsAnalysis): LegendClass[] {
	return ORDER.flatMap((verdict): LegendClass[] => {
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

/** A class of the map in words, by cell: "high need, little provision". */
const CELL_WORDS: readonly string[] = (() => {
	const words: string[] = [];
	for (const need of NEED_CLASSES) {
		for (const provision of PROVISION_CLASSES) {
			words[cellIndex({ need, provision })] =
				`${['low', 'some', 'high'][need] ?? ''} need, ${['little', 'some', 'good'][provision] ?? ''} provision`;
		}
	}
	return words;
})();

/** Where an area stands in the list, in words that sort in that order. */
const ORDER = ['gap', 'not-surveyed', 'no-figure', 'enough', 'strength', 'below'] as const;

/** The table of every area. */
export function gapsColumns(analysis: GapsAnalysis): TableColumn[] {
	const { areas, need, units, request, formatCost } = analysis;
	const measure = measureOf(request.measure);
	const place = new Map(analysis.gaps.map((unit, at) => [unit, at + 1]));
	const words = LEVELS[units.level];
	const ofSome = isOfSome(request);
	const columns: TableColumn[] = [
		textColumn(
			{
				id: 'name',
				label: capitalise(words.one),
				description: words.official ? `Name of the ${words.one} (${words.official})` : 'Name'
			},
			areas.map(({ name }) => name)
		),
		...(units.level === 'district'
			? []
			: [
					textColumn(
						{ id: 'district', label: 'District', description: 'Districts it lies in' },
						areas.map(({ districts }) => formatList(districts))
					)
				]),
		{
			id: 'verdict',
			label: 'What it is',
			description: 'Gap with its place in the list, or what else it is by the rule',
			align: 'start',
			// Sorts as the list does: gaps by their place, then the rest.
			values: areas.map(({ unit, verdict }) =>
				verdict === 'gap' ? (place.get(unit) ?? 0) : 1000 + ORDER.indexOf(verdict)
			),
			format: (value) =>
				typeof value !== 'number'
					? ''
					: value < 1000
						? `Gap ${formatCount(value)}`
						: capitalise(VERDICT_WORDS[ORDER[value - 1000] ?? 'below'])
		},
		{
			id: 'cell',
			label: 'Need and provision',
			description: 'The class that the map colours it by',
			align: 'start',
			values: areas.map(({ cell }) => (cell === null ? null : cellIndex(cell))),
			format: (value) => (typeof value === 'number' ? (CELL_WORDS[value] ?? '') : 'no figure')
		},
		numberColumn(
			{
				id: 'residents',
				label: 'Residents',
				description: `Residents, ${analysis.edition.residentsPeriod}`
			},
			areas.map(({ residents }) => residents)
		),
		numberColumn(
			{
				id: 'core20',
				label: 'Core20 residents',
				description: 'Residents of neighbourhoods in deciles 1 and 2'
			},
			areas.map(({ core20Residents }) => core20Residents)
		),
		valueColumn(
			{ id: 'need', label: 'Need', description: `${capitalise(need.label)}, ${need.period}` },
			areas.map((area) => area.need),
			need.format
		),
		valueColumn(
			{
				id: 'provision',
				label: ofSome ? 'Provision (Core20)' : 'Provision',
				description: ofSome
					? `${measure.title}, of Core20 residents; of all where no neighbourhood is Core20`
					: measure.title
			},
			areas.map(({ provision }) => provision),
			analysis.formatProvision
		),
		...(ofSome
			? [
					valueColumn(
						{
							id: 'provision-all',
							label: 'Provision (all)',
							description: `${measure.title}, of all residents`
						},
						areas.map(({ provision, whole }) =>
							whole && provision.kind === 'estimate'
								? { ...provision, value: whole.provision ?? NaN }
								: provision
						),
						analysis.formatProvision
					)
				]
			: [])
	];
	if (measure.of === 'published') return columns;
	if (analysis.kinds.length > 0) return [...columns, ...kindColumns(analysis)];
	const optional = (
		id: string,
		label: string,
		description: string,
		values: (number | null)[],
		format: (value: number) => string
	): TableColumn => ({
		id,
		label,
		description,
		align: 'end',
		values,
		format: (value) => (typeof value === 'number' ? format(value) : 'no figure')
	});
	const reach = formatCost(request.reach.cost);
	return [
		...columns,
		...(request.measure === 'count'
			? []
			: [
					optional(
						'count',
						'In reach (est.)',
						`Number within ${reach}, on average`,
						areas.map(({ count }) => count),
						formatDecimal
					)
				]),
		...(request.measure === 'nearest'
			? []
			: [
					optional(
						'nearest',
						'Nearest (est.)',
						'Way to the nearest, on average',
						areas.map(({ nearest }) => nearest),
						formatCost
					)
				]),
		...(request.measure === 'e2sfca'
			? []
			: [
					optional(
						'e2sfca',
						'E2SFCA per 10,000',
						'Enhanced two-step floating catchment area: what is in reach, shared with all around',
						areas.map(({ e2sfca }) => e2sfca),
						formatDecimal
					)
				])
	];
}

/** Of several kinds: which there is little of, and the figure of each. */
function kindColumns({ areas, kinds, request }: GapsAnalysis): TableColumn[] {
	return [
		textColumn(
			{ id: 'little-of', label: 'Little of', description: 'Kinds that there is little of' },
			areas.map(({ little }) => provisionWords(little))
		),
		...kinds.map((kind) => {
			const [{ id = '', title = '' } = {}] = provisionsOf(kind.request.provision);
			return valueColumn(
				{
					id: `kind-${id}`,
					label: title,
					description: `${measureOf(request.measure).title}: ${title.toLowerCase()}`
				},
				kind.areas.map(({ provision }) => provision),
				request.measure === 'nearest' ? kind.formatProvision : formatDecimal
			);
		})
	];
}

/** Position of an area's figures in the scatter; null where one isn't known. */
export function scatterPoint({ need, provision }: AreaResult): { x: number; y: number } | null {
	const [x, y] = [numberOf(need), numberOf(provision)];
	return x === null || y === null ? null : { x, y };
}
