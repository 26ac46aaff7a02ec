/** Amounts: numbers that are divided into classes, by the layer's bounds or the reader's. */
import { divide, englandBounds, fixed, given, type Classes } from '../indicators/classes.ts';
import type { Amounts, Measure, MeasureOn } from '../indicators/measure.ts';
import { describe, numberOf, type Value } from '../facts/value.ts';
import { LEVELS } from '../areas/region.ts';
import { capitalise, formatApart, formatCount } from '../text/format.ts';
import { indicesWhere, valueColumn } from './columns.ts';
import type { DetailRow, LayerContext, TableColumn } from './layer.ts';
import { divergingColours, sequentialColours } from './palettes.ts';
import type { MeasureClass, Said, Scaled } from './scaled.ts';

/** What the scale of amounts makes of a measure. */
export function amounts(context: LayerContext, measure: MeasureOn<Amounts>, said: Said): Scaled {
	const { units } = context;
	const { id, values, scale } = measure;
	const { format } = scale;
	const numbers = values.map(numberOf);
	const present = numbers.filter((value) => value !== null);
	const wordsOf = (unit: number): string => {
		const value = values[unit];
		return value ? describe(value, format) : '';
	};
	const own = valueColumn(headingOf(measure), values, format);
	const absent = indicesWhere(numbers, (value) => value === null);
	const noValue = (members: readonly number[]): MeasureClass[] =>
		members.length === 0
			? []
			: [
					{
						label: capitalise(wordsOf(members[0] ?? 0)),
						short: 'none',
						colour: null,
						members
					}
				];

	if (present.length === 0) {
		// Nothing to divide: said in the legend and the findings, drawn as "no data".
		const reason = values[0] ? describe(values[0], format) : 'no data';
		return {
			classes: [
				{
					label: capitalise(reason),
					short: 'none',
					colour: null,
					members: [...units.names.keys()]
				}
			],
			note: null,
			reference: null,
			histogram: false,
			ends: null,
			columns: [own],
			sortedBy: null,
			details: () => [{ label: measure.label, value: reason, note: measure.title }],
			label: () => reason,
			isNumeric: true
		};
	}
	const classes = classesOf(context, measure, present);
	const colours = coloursOf(classes, scale.middle);
	const { labels, edges } = labelsOf(classes, scale);
	const classAt = numbers.map((value) => (value === null ? null : classes.classOf(value)));
	return {
		classes: [
			...labels.map(({ label, short }, i): MeasureClass => ({
				label,
				short,
				colour: colours[i] ?? '#000000',
				members: indicesWhere(classAt, (at) => at === i)
			})),
			...noValue(absent)
		],
		note: underLegend(measure, said, breaksNote(context, measure, classes)),
		reference: null,
		histogram: true,
		ends: scale.ends ?? null,
		edges,
		columns: [own, ...intervalColumns(measure), ...(said.columns ?? [])],
		sortedBy: { column: id, descending: measure.first !== 'lowest' },
		details: said.details ?? ((selection) => detailRows(context, measure, said, selection.members)),
		label: wordsOf,
		isNumeric: true
	};
}

const headingOf = ({ id, label, title }: Measure) => ({ id, label, description: title });

/** The bounds of the values' intervals; an interval that isn't there does not apply. */
function intervalColumns({ interval, values, scale }: MeasureOn<Amounts>): TableColumn[] {
	if (!interval) return [];
	return (['lower', 'upper'] as const).map((end) =>
		valueColumn(
			interval[end],
			values.map((value): Value => {
				if (value.kind !== 'value' && value.kind !== 'estimate') return value;
				return value.interval
					? { kind: value.kind, value: value.interval[end] }
					: { kind: 'not-applicable' };
			}),
			scale.format
		)
	);
}

function underLegend(
	{ england, scale }: MeasureOn<Amounts>,
	{ legendNote }: Said,
	onBreaks: string
): string | null {
	const sentences = [
		england ? `${england.label}: ${scale.format(england.value)}.` : '',
		legendNote ?? '',
		onBreaks
	].filter((sentence) => sentence !== '');
	return sentences.length > 0 ? sentences.join(' ') : null;
}

function classesOf(
	context: LayerContext,
	{ id, scale: { classes } }: MeasureOn<Amounts>,
	present: readonly number[]
): Classes {
	const { breaks } = context;
	if (breaks?.method === 'own') return given(breaks.bounds, null);
	if (breaks) {
		const england = breaks.among === 'england' ? context.england(id) : null;
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
function breaksNote(context: LayerContext, { id }: Measure, classes: Classes): string {
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

/** What each class is called, and what lies between them: different bounds never read the same. */
function labelsOf(
	classes: Classes,
	{ format, short }: Amounts
): { labels: { label: string; short: string }[]; edges: string[] } {
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
	if (!open) return { labels: named, edges: texts.slice(1, -1) };
	// The reader wrote "10", and not "10.0".
	const ends = [texts[0] ?? '', texts.at(-1) ?? ''].map((text) => text.replace(/\.0+(?!\d)/, ''));
	const labels = [
		{ label: `below ${ends[0]}`, short: `below ${ends[0]}` },
		...named,
		{ label: `${ends[1]} or more`, short: `${ends[1]} or more` }
	];
	return { labels, edges: texts };
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
	{ values, scale: { format }, label, title }: MeasureOn<Amounts>,
	{ noteOf }: Said,
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
