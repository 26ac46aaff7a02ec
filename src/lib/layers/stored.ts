/** The layers of the stored measures (indicators/stored-measures.ts): each from its entry alone. */
import { factsColumn, factValues } from '../facts/figures.ts';
import type { FactsPart } from '../facts/parts.ts';
import { describe, numberOf, type Value } from '../facts/value.ts';
import {
	editionsOfMeasure,
	partOfMeasure,
	percentOf,
	STORED_MEASURES,
	type StoredMeasure
} from '../indicators/stored-measures.ts';
import { groupOf, residentsOf, type GroupLevel } from '../areas/region.ts';
import { weightedMean } from '../stats/weighted.ts';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatPercent,
	formatPercentage,
	FORMATS
} from '../text/format.ts';
import { shortened } from '../text/shortened.ts';
import { indicesWhere, valueColumn } from './columns.ts';
import type { AreaLayer, Finding, LayerContext } from './layer.ts';
import { measured } from './measured.ts';
import type { Said } from './scaled.ts';
import { type Mean, nameOf, onlyOf, tiedWords, tiesWith } from './ties.ts';

/** The layer of a stored measure. */
export function storedLayer(measure: StoredMeasure): AreaLayer {
	const { id, family, question, title, about, alsoCalled, column, worse } = measure;
	const part = partOfMeasure(measure);
	return {
		id,
		kind: 'areas',
		level: 'lsoa',
		family,
		question,
		group: 'need',
		measure: title,
		title,
		about,
		...(alsoCalled === undefined ? {} : { alsoCalled }),
		editions: editionsOfMeasure(measure),
		ownBreaks: true,
		englandBreaks: true,
		...(measure.bounds ? {} : { classesAre: 'Fifths of England’s neighbourhoods' }),
		parts: () => [part],
		build(context) {
			const facts = context.facts(part);
			const england = (name: string) => facts.england[`${column}_${name}`] ?? NaN;
			const format = formatOf(measure);
			const values = valuesIn(facts, measure);
			const { bounds } = measure;
			const fifths = [1, 2, 3, 4].map((fifth) => england(`fifth_${fifth}`));
			return measured(
				context,
				{
					id: column,
					title: measure.inFull ?? `${title}, ${measure.period}`,
					label: measure.label ?? title,
					unit: measure.unit,
					values,
					scale: {
						kind: 'amounts',
						format,
						short: shortOf(measure),
						classes: { fixed: bounds ?? fifths }
					},
					first: worse === 'lower' ? 'lowest' : 'highest',
					england:
						compares(measure) === 'middle'
							? { value: england('median'), label: 'England’s middle neighbourhood' }
							: {
									value: england('mean'),
									label: measure.counts ? 'England' : `England, mean over ${peopleOf(measure)}`
								},
					datasets: [...facts.datasets, context.edition.residentsDataset],
					period: measure.period,
					caveats: [...measure.caveats]
				},
				{
					legendNote: legendNote(context, measure),
					findings: findings(context, measure, facts, values, fifths),
					...besideEach(measure, facts)
				}
			);
		}
	};
}

/** All of them, in the order of their registry. */
export const storedLayers: readonly AreaLayer[] = STORED_MEASURES.map(storedLayer);

/** The figures by neighbourhood: as the part has them, or worked out of the numbers that it has. */
function valuesIn(facts: FactsPart, { column, counts, of, decimals }: StoredMeasure): Value[] {
	if (!counts || !of) return factValues(facts, column);
	const all = factValues(facts, of.column);
	return factValues(facts, counts).map((count, area): Value => {
		if (count.kind !== 'value') return count;
		const share = percentOf(count.value, numberOf(all[area] ?? { kind: 'missing' }));
		return share === null
			? { kind: 'missing' }
			: { kind: 'value', value: shortened(share, decimals, 3) };
	});
}

/** How a measure's numbers are written. */
function formatOf({ decimals, suffix = '' }: StoredMeasure): (value: number) => string {
	const format = FORMATS[decimals];
	return suffix === '' ? format : (value) => `${format(value)}${suffix}`;
}

/**
 * What stands under a bar: the unit once, and nowhere to break but at the dash. Round bounds need
 * no unit; a minus sign and a dash would run together.
 */
function shortOf(measure: StoredMeasure): (low: number, high: number) => string {
	if (measure.bounds) return (low, high) => `${plain(low)}–${plain(high)}`;
	const format = formatOf(measure);
	const together = (text: string) => text.replaceAll(' ', '\u00a0');
	return (low, high) =>
		low < 0
			? `${together(format(low))} ${together(`to ${format(high)}`)}`
			: `${FORMATS[measure.decimals](low)}–${together(format(high))}`;
}

/** What means are over: "residents". */
const peopleOf = ({ of }: StoredMeasure): string => of?.words ?? 'residents';

/** How much each neighbourhood counts in a mean. */
const weightsOf = (
	{ areas }: LayerContext,
	{ of }: StoredMeasure,
	facts: FactsPart
): readonly (number | null)[] => (of ? factsColumn(facts, of.column).values : areas.residents);

/**
 * Beside each figure, how many it is a share or a mean of: columns, and a note in the details. A
 * share of numbers is worked out anew for larger areas.
 */
function besideEach(
	measure: StoredMeasure,
	facts: FactsPart
): Pick<Said, 'columns' | 'noteOf' | 'details'> {
	const { of, counts, title, inFull } = measure;
	if (!of) return {};
	const all = factValues(facts, of.column);
	const label = capitalise(of.words);
	const column = valueColumn(
		{
			id: of.column,
			// Every table of the map has residents of its own.
			label: `All ${of.words} counted`,
			description: `${label} that the figure is of: ${title}`
		},
		all,
		formatCount
	);
	if (!counts) {
		return {
			columns: [column],
			noteOf: (area) => {
				const count = all[area];
				return count ? `of ${describe(count, formatCount)} ${of.words}` : null;
			}
		};
	}
	const format = formatOf(measure);
	const england = facts.england[`${measure.column}_mean`] ?? NaN;
	return {
		columns: [
			valueColumn(
				{ id: counts, label: `${title}: number`, description: `${title}: their number` },
				factValues(facts, counts),
				formatCount
			),
			column
		],
		details: ({ members }) => {
			const sums = sumsOf(measure, facts, members);
			const share = percentOf(sums.count, sums.all);
			if (share === null) {
				const none = all[members[0] ?? -1] ?? { kind: 'missing' };
				return [{ label: title, value: describe(none, formatCount), note: inFull ?? title }];
			}
			return [
				{
					label: title,
					value: measure.suffix === '%' ? formatPercentage(share) : format(share),
					note: `${formatCount(sums.count)} of ${formatCount(sums.all)} ${of.words}; England ${format(england)}. ${inFull ?? title}`
				}
			];
		}
	};
}

/** The numbers of a share of numbers, and all, in some neighbourhoods together. */
function sumsOf(
	{ counts, of }: StoredMeasure,
	facts: FactsPart,
	members: readonly number[]
): { count: number; all: number } {
	const sum = (name: string | undefined) => {
		const { values } = factsColumn(facts, name ?? '');
		return members.reduce((total, area) => total + (values[area] ?? 0), 0);
	};
	return { count: sum(counts), all: sum(of?.column) };
}

/** A number without needless decimals: "10", "2.5". */
const plain = (value: number): string =>
	Number.isInteger(value) ? String(value) : formatDecimal(value);

const compares = ({ compare, adds }: StoredMeasure): 'mean' | 'middle' =>
	compare ?? (adds ? 'middle' : 'mean');

/** "Higher is worse. Each class is a fifth of England’s neighbourhoods." */
function legendNote({ breaks }: LayerContext, { note, worse, bounds }: StoredMeasure): string {
	const direction = worse === null ? '' : `Higher is ${worse === 'higher' ? 'worse' : 'better'}.`;
	return [
		note ?? direction,
		...(breaks || bounds ? [] : ['Each class is a fifth of England’s neighbourhoods.'])
	]
		.filter((sentence) => sentence !== '')
		.join(' ');
}

function findings(
	context: LayerContext,
	measure: StoredMeasure,
	facts: FactsPart,
	values: readonly Value[],
	fifths: readonly number[]
): Finding[] {
	const { areas, regionName } = context;
	const { column, title, from, adds } = measure;
	const numbers = values.map(numberOf);
	const known = numbers.filter((value) => value !== null).length;
	if (known === 0) {
		return [
			{
				id: `${column}-none`,
				text: `${title}: no figures are published for the neighbourhoods of ${regionName}.`,
				area: null
			}
		];
	}
	const lowIsWorst = measure.worse === 'lower';
	const [low = NaN, , , high = NaN] = fifths;
	// A fifth of England has none at all: there is no lowest fifth, as nobody has less.
	const hasFloor = lowIsWorst && measure.counts !== undefined && low === 0;
	const out = indicesWhere(numbers, (value) => {
		if (value === null) return false;
		if (from) return lowIsWorst ? value <= from.value : value >= from.value;
		return lowIsWorst ? (hasFloor ? value <= 0 : value < low) : value >= high;
	});
	const residents = residentsOf(areas, out);
	const share = formatPercent(residents / residentsOf(areas, [...areas.codes.keys()]));
	const end = lowIsWorst ? 'lowest' : 'highest';
	const people = `${formatCount(residents)} people, ${share} of residents of ${regionName}`;
	const inFifth = hasFloor
		? `${title}: ${people}, live in neighbourhoods where it is ${formatOf(measure)(0)}, as in at least a fifth of England’s`
		: measure.worstFifth
			? `${people}, live in ${measure.worstFifth}`
			: `${title}: ${people}, live in the fifth of England’s neighbourhoods with the ${end} figures`;
	return [
		...(measure.counts ? [ofAll(context, measure, facts)] : []),
		from
			? {
					id: `${column}-far`,
					text: `${people} (England: ${formatPercent(facts.england[`${column}_far_share`] ?? NaN)}), live in ${from.words}.`,
					area: null
				}
			: {
					id: `${column}-worst`,
					text: `${inFifth}. That is ${formatCount(out.length)} of the ${formatCount(known)} neighbourhoods of ${regionName}${known < areas.count ? ' with a figure' : ''}${hasFloor ? '' : `; a fifth would be ${formatCount(known / 5)}`}.`,
					area: null
				},
		...(adds
			? [furthest(context, measure, numbers)]
			: extremes(
					context,
					measure,
					numbers,
					weightsOf(context, measure, facts),
					measure.worst ?? `the figure is ${end}`
				))
	];
}

/** How many there are in the region, and of how many, of a share of numbers. */
function ofAll(
	{ areas, regionName }: LayerContext,
	measure: StoredMeasure,
	facts: FactsPart
): Finding {
	const { column, title } = measure;
	const format = formatOf(measure);
	const { count, all } = sumsOf(measure, facts, [...areas.codes.keys()]);
	return {
		id: `${column}-share`,
		text: `${title}: ${formatCount(count)} of the ${formatCount(all)} ${peopleOf(measure)} of ${regionName}, ${format(percentOf(count, all) ?? NaN)} (England: ${format(facts.england[`${column}_mean`] ?? NaN)}).`,
		area: null
	};
}

/** The neighbourhood with the worst value, of what adds up and so has no mean. */
function furthest(
	{ areas }: LayerContext,
	measure: StoredMeasure,
	numbers: readonly (number | null)[]
): Finding {
	const present = numbers.filter((value) => value !== null);
	const value = measure.worse === 'lower' ? Math.min(...present) : Math.max(...present);
	const those = indicesWhere(numbers, (number) => number === value);
	const where = tiedWords(
		those.map((area) => `${areas.names[area] ?? ''}, in ${groupOf(areas, 'msoa', area).name}`),
		'neighbourhood'
	);
	return {
		id: `${measure.column}-most`,
		text: `${measure.title}: the ${measure.worse === 'lower' ? 'lowest' : 'highest'} is ${formatOf(measure)(value)}, in ${where}.`,
		area: onlyOf(those, (area) => areas.codes[area])
	};
}

/** Groups of a level by the mean over those of them with a value, highest first. */
function byMean(
	{ areas }: LayerContext,
	level: GroupLevel,
	numbers: readonly (number | null)[],
	weights: readonly (number | null)[]
): Mean[] {
	return areas.groups[level]
		.flatMap(({ code, name, members }) => {
			const known = members.filter((area) => numbers[area] != null);
			const mean = weightedMean(
				known.map((area) => numbers[area] ?? NaN),
				known.map((area) => weights[area] ?? NaN)
			);
			return mean === null ? [] : [{ code, name, first: members[0] ?? 0, mean }];
		})
		.sort((a, b) => b.mean - a.mean || (a.name < b.name ? -1 : 1));
}

/** "Of the communities, the distance is longest in …", and the range of the districts. */
function extremes(
	context: LayerContext,
	measure: StoredMeasure,
	numbers: readonly (number | null)[],
	weights: readonly (number | null)[],
	isWorst: string
): Finding[] {
	const { areas } = context;
	const { column } = measure;
	const format = formatOf(measure);
	const order = <T>(list: T[]): T[] => (measure.worse === 'lower' ? [...list].reverse() : list);
	const over = (whose: string) =>
		measure.counts
			? ` of ${whose} ${peopleOf(measure)}`
			: `, averaged over ${whose} ${peopleOf(measure)}`;
	const communities = order(byMean(context, 'msoa', numbers, weights));
	const [community] = communities;
	const tied = tiesWith(community, communities);
	const placed = ({ name, first }: Mean) => `${name} (${groupOf(areas, 'district', first).name})`;
	const districts = order(byMean(context, 'district', numbers, weights));
	const [worst] = districts;
	const best = districts.at(-1);
	return [
		...(community
			? [
					{
						id: `${column}-community`,
						text: `Among the communities, ${isWorst} in ${tiedWords(tied.map(placed), 'community', 'communities')}: ${format(community.mean)}${over(tied.length > 1 ? 'their' : 'its')}.`,
						area: tied.length > 1 ? null : community.code
					}
				]
			: []),
		...(worst && best && worst.mean !== best.mean
			? [
					{
						id: `${column}-district`,
						text: `By district, it runs from ${format(worst.mean)} in ${tiedWords(tiesWith(worst, districts).map(nameOf), 'district')} to ${format(best.mean)} in ${tiedWords(tiesWith(best, districts).map(nameOf), 'district')}${measure.counts ? '' : `, averaged over their ${peopleOf(measure)}`}.`,
						area: null
					}
				]
			: [])
	];
}
