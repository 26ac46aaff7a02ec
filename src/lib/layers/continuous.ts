/** What all layers of a continuous measure share: classes, legend, drawing, labels. */
import {
	divide,
	englandBounds,
	fixed,
	given,
	type Classes,
	type MethodChoice
} from '../indicators/classes.ts';
import { describe, numberOf, type Value } from '../facts/value.ts';
import { LEVELS, type Selection } from '../areas/region.ts';
import { capitalise, formatApart, formatCount } from '../text/format.ts';
import { valueColumn } from './columns.ts';
import type {
	Contribution,
	DetailRow,
	Finding,
	LayerContext,
	Legend,
	LegendClass,
	TableColumn
} from './layer.ts';
import { divergingColours, sequentialColours } from './palettes.ts';

export interface ContinuousRequest {
	/** Id of the column and of the measure in a download. */
	id: string;
	/** "Births per 1,000 females aged 15 to 44, year to mid-2019". */
	title: string;
	/** Label of the table's column. */
	label: string;
	/** Unit in words: "births per 1,000 females aged 15 to 44". */
	unit: string;
	/** By unit of the context. */
	values: readonly Value[];
	format: (value: number) => string;
	/** What stands under a bar of the histogram; default: "10–20". */
	short?: (lower: number, upper: number) => string;
	/**
	 * Bounds the layer would choose itself: fixed ones at meaningful values, or a method.
	 * `middle` makes the colours diverge around it.
	 */
	classes: { fixed: readonly number[] } | Pick<MethodChoice, 'method' | 'classes'>;
	middle?: number;
	/** England's value and what it is, where there is one to compare with. */
	england?: { value: number; label: string };
	/** Further columns after the measure's own. */
	columns?: TableColumn[];
	/** A note in a unit's details beside its value: an interval, a denominator. */
	noteOf?: (unit: number) => string | null;
	findings: Finding[];
	/** Rows about an area of any level; default: the value of the unit that it is or lies in. */
	details?: (area: Selection) => DetailRow[];
	/** What the two ends of the histogram mean. */
	ends?: [string, string];
	/** A sentence under the legend, after that on England. */
	legendNote?: string;
	datasets: string[];
	period: string;
	caveats: string[];
	highestFirst?: boolean;
}

/** The contribution of a layer with one continuous measure by unit. */
export function continuous(context: LayerContext, request: ContinuousRequest): Contribution {
	const { units } = context;
	const { values, format } = request;
	const numbers = values.map(numberOf);
	const present = numbers.filter((value) => value !== null);
	const words = LEVELS[units.level];
	const wordsOf = (unit: number): string => {
		const value = values[unit];
		return value ? describe(value, format) : '';
	};

	if (present.length === 0) return nothing(context, request);
	const classes = classesOf(context, request, present);
	const colours = coloursOf(classes, request.middle);
	const labels = labelsOf(classes, request);
	const legendClasses = classes.breaks.concat(NaN).map((_, i): LegendClass => {
		const members = numbers.flatMap((value, unit) =>
			value !== null && classes.classOf(value) === i ? [unit] : []
		);
		return {
			label: labels[i]?.label ?? '',
			short: labels[i]?.short ?? '',
			symbol: { kind: 'fill', colour: colours[i] ?? '#000000' },
			count: members.length,
			units: new Set(members)
		};
	});
	const absent = numbers.flatMap((value, unit) => (value === null ? [unit] : []));
	if (absent.length > 0) {
		legendClasses.push({
			label: capitalise(wordsOf(absent[0] ?? 0)),
			short: 'none',
			symbol: { kind: 'no-data' },
			count: absent.length,
			units: new Set(absent)
		});
	}
	const legend: Legend = {
		title: request.title,
		counted: words.many,
		classes: legendClasses,
		note: underLegend(request, breaksNote(context, request, classes)),
		reference: null,
		histogram: true,
		ends: request.ends ?? null
	};

	return {
		drawing: {
			kind: 'fill',
			colours: numbers.map((value) =>
				value === null ? null : (colours[classes.classOf(value)] ?? null)
			)
		},
		legend,
		columns: [
			valueColumn(
				{ id: request.id, label: request.label, description: request.title },
				values,
				format
			),
			...(request.columns ?? [])
		],
		sortedBy: { column: request.id, descending: request.highestFirst ?? true },
		findings: request.findings,
		details: request.details ?? ((selection) => detailRows(context, request, selection.members)),
		label: wordsOf,
		measure: { id: request.id, unit: request.unit, values },
		datasets: request.datasets,
		period: request.period,
		caveats: request.caveats
	};
}

function underLegend(
	{ england, format, legendNote }: ContinuousRequest,
	onBreaks: string
): string | null {
	const sentences = [
		england ? `${england.label}: ${format(england.value)}.` : '',
		legendNote ?? '',
		onBreaks
	].filter((sentence) => sentence !== '');
	return sentences.length > 0 ? sentences.join(' ') : null;
}

function classesOf(
	context: LayerContext,
	request: ContinuousRequest,
	present: readonly number[]
): Classes {
	const { breaks } = context;
	const { classes } = request;
	if (breaks?.method === 'own') return given(breaks.bounds, null);
	if (breaks) {
		const england = breaks.among === 'england' ? context.england(request.id) : null;
		const bounds = england && englandBounds(england, breaks);
		return england && bounds ? given(bounds, england.extent) : divide(present, breaks);
	}
	if ('fixed' in classes) {
		return fixed(classes.fixed, [Math.min(...present), Math.max(...present)]);
	}
	return divide(present, classes);
}

const METHOD_WORDS = {
	quantile: (whose: string) => `each class has about as many of ${whose}`,
	equal: (whose: string) => `equal steps from the lowest to the highest of ${whose}`,
	natural: (whose: string) => `natural groups of ${whose}`
} as const;

/** By what the reader's own classes are divided; nothing where they are the layer's. */
function breaksNote(context: LayerContext, { id }: ContinuousRequest, classes: Classes): string {
	const { breaks, units, regionName } = context;
	if (breaks === null) return '';
	if (breaks.method === 'own') return 'Classes are at your own numbers.';
	const { many } = LEVELS[units.level];
	const england = breaks.among === 'england' ? context.england(id) : null;
	const count = classes.breaks.length + 1;
	return [
		`Classes: ${METHOD_WORDS[breaks.method](england ? `England’s ${formatCount(england.areas)} ${many}` : `the ${many} of ${regionName}`)}.`,
		...(england ? ['They are the same in every region.'] : []),
		...(breaks.among === 'england' && !england
			? ['England’s values of this measure are not here, so the region’s are divided.']
			: []),
		...(count < breaks.classes
			? [
					`There are ${count}, not ${breaks.classes}: many share one value, and no class is empty of width.`
				]
			: [])
	].join(' ');
}

/** What each class is called: different bounds never read the same. */
function labelsOf(
	classes: Classes,
	{ format, short }: ContinuousRequest
): { label: string; short: string }[] {
	const { breaks, extent, open } = classes;
	const bounds = open ? breaks : [extent[0], ...breaks, extent[1]];
	const texts = formatApart(bounds, format);
	const runTogether = bounds.some((bound) => bound < 0);
	const between = texts.slice(1).map((upper, i) => {
		const lower = texts[i] ?? '';
		const own = short?.(bounds[i] ?? NaN, bounds[i + 1] ?? NaN);
		return {
			label: `${lower} to ${upper}`,
			own,
			wide: `${lower}${runTogether ? ' to ' : '–'}${upper}`
		};
	});
	// A layer's own short labels stand if they tell the classes apart.
	const areApart =
		texts.every((text, i) => text === format(bounds[i] ?? NaN)) &&
		new Set(between.map(({ own }) => own)).size === between.length &&
		between.every(({ own }, i) => own !== short?.(bounds[i] ?? NaN, bounds[i] ?? NaN));
	const named = between.map(({ label, own, wide }) => ({
		label,
		short: areApart ? (own ?? wide) : wide
	}));
	if (!open) return named;
	// The reader wrote "10", and not "10.0".
	const ends = [texts[0] ?? '', texts.at(-1) ?? ''].map((text) => text.replace(/\.0+(?!\d)/, ''));
	return [
		{ label: `below ${ends[0]}`, short: `below ${ends[0]}` },
		...named,
		{ label: `${ends[1]} or more`, short: `${ends[1]} or more` }
	];
}

function coloursOf({ breaks, extent }: Classes, middle: number | undefined): string[] {
	const count = breaks.length + 1;
	if (middle === undefined) return sequentialColours(count);
	// A class lies below the middle when its upper bound does.
	const below = [...breaks, extent[1]].filter((bound) => bound <= middle).length;
	return divergingColours(below, count - below);
}

/** The value of each unit that an area is or lies in. */
function detailRows(
	{ units }: LayerContext,
	{ values, format, label, title, noteOf }: ContinuousRequest,
	members: readonly number[]
): DetailRow[] {
	const touched = [...new Set(members.map((area) => units.of[area] ?? -1))];
	const [unit, ...others] = touched;
	if (unit === undefined || others.length > 0) {
		const numbers = touched.flatMap((one) => {
			const value = values[one];
			return value ? (numberOf(value) ?? []) : [];
		});
		if (numbers.length === 0) return [];
		const [low, high] = [format(Math.min(...numbers)), format(Math.max(...numbers))];
		const across =
			numbers.length === touched.length
				? `across its ${touched.length} ${LEVELS[units.level].many}`
				: `in the ${numbers.length} of its ${touched.length} ${LEVELS[units.level].many} with a value`;
		return [
			{ label, value: low === high ? low : `${low} to ${high}`, note: `${across}; ${title}` }
		];
	}
	const value = values[unit];
	if (!value) return [];
	const whole = units.members[unit]?.length === members.length;
	const about = whole ? title : `${title}; of the ${LEVELS[units.level].one} ${units.names[unit]}`;
	const note = noteOf?.(unit);
	return [{ label, value: describe(value, format), note: note ? `${note}. ${about}` : about }];
}

/** Where no unit has a value: said in the legend and the findings, drawn as "no data". */
function nothing({ units }: LayerContext, request: ContinuousRequest): Contribution {
	const reason = request.values[0] ? describe(request.values[0], request.format) : 'no data';
	return {
		drawing: { kind: 'fill', colours: units.names.map(() => null) },
		legend: {
			title: request.title,
			counted: LEVELS[units.level].many,
			classes: [
				{
					label: capitalise(reason),
					short: 'none',
					symbol: { kind: 'no-data' },
					count: units.count,
					units: new Set(units.names.keys())
				}
			],
			note: null,
			reference: null,
			histogram: false,
			ends: null
		},
		columns: [
			valueColumn(
				{ id: request.id, label: request.label, description: request.title },
				request.values,
				request.format
			)
		],
		sortedBy: null,
		findings: request.findings,
		details: () => [{ label: request.label, value: reason, note: request.title }],
		label: () => reason,
		measure: { id: request.id, unit: request.unit, values: request.values },
		datasets: request.datasets,
		period: request.period,
		caveats: request.caveats
	};
}
