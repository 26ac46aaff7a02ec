/** Who cannot speak English well: a share by community, beside the measures of plus groups. */
import { groupOf } from '../areas/region.ts';
import { valuesOf } from '../facts/figures.ts';
import { numberOf, ranked, type Value } from '../facts/value.ts';
import { ENGLISH, ENGLISH_PART } from '../indicators/english.ts';
import { PLUS_PERIOD } from '../indicators/plus-groups.ts';
import { PLUS_FAMILY, percentOf } from '../indicators/stored-measures.ts';
import { formatCount, formatDecimal } from '../text/format.ts';
import { shortened } from '../text/shortened.ts';
import { valueColumn } from './columns.ts';
import type { AreaLayer } from './layer.ts';
import { measured } from './measured.ts';
import { endsOf, onlyOf, tiedWords } from './ties.ts';

const format = (value: number): string => `${formatDecimal(value)}%`;

export const english: AreaLayer = {
	...PLUS_FAMILY,
	id: 'plus-english',
	kind: 'areas',
	level: 'msoa',
	group: 'need',
	measure: ENGLISH.title,
	title: ENGLISH.title,
	about: ENGLISH.about,
	alsoCalled: ENGLISH.alsoCalled,
	editions: ['2025'],
	ownBreaks: true,
	parts: () => [ENGLISH_PART],
	build(context) {
		const { areas, units, regionName } = context;
		const facts = context.facts(ENGLISH_PART);
		const counts = valuesOf(facts, ENGLISH.column, units.codes);
		const all = valuesOf(facts, ENGLISH.all, units.codes);
		const number = (value: Value | undefined): number => (value && numberOf(value)) ?? 0;
		const sumOf = (values: readonly Value[]) =>
			values.reduce((sum, value) => sum + number(value), 0);
		const shareOf = (count: number, of: number): string => format(percentOf(count, of) ?? NaN);
		const values = counts.map((count, unit): Value => {
			const share = percentOf(number(count), number(all[unit]));
			return share === null
				? { kind: 'missing' }
				: { kind: 'value', value: shortened(share, 1, 3) };
		});
		const england = shareOf(
			facts.england[ENGLISH.column] ?? NaN,
			facts.england[ENGLISH.all] ?? NaN
		);
		const { first } = endsOf(ranked(values, 'highest'), (one) => one.number);
		const [most] = first;
		const placed = ({ unit }: { unit: number }) =>
			`${units.names[unit] ?? ''} (${groupOf(areas, 'district', units.members[unit]?.[0] ?? 0).name})`;
		return measured(
			context,
			{
				id: 'english_not_well_percent',
				title: `${ENGLISH.title}, share of ${ENGLISH.of}, Census 2021`,
				label: ENGLISH.title,
				unit: `percent of ${ENGLISH.of}, cannot speak English well or at all, Census 2021`,
				values,
				scale: {
					kind: 'amounts',
					format,
					short: (low, high) => `${plain(low)}–${plain(high)}%`,
					classes: { fixed: [0.5, 1, 2, 4, 8] }
				},
				datasets: [...facts.datasets],
				period: PLUS_PERIOD,
				caveats: [...ENGLISH.caveats]
			},
			{
				legendNote: `England: ${england}. Shown by community, and never for smaller areas.`,
				columns: [
					valueColumn(
						{
							id: ENGLISH.column,
							label: `${ENGLISH.title}: number`,
							description: `${ENGLISH.title}: their number`
						},
						counts,
						formatCount
					),
					valueColumn(
						{
							id: ENGLISH.all,
							label: `All ${ENGLISH.of} counted`,
							description: `Residents aged 3 and over that the figure is of: ${ENGLISH.title}`
						},
						all,
						formatCount
					)
				],
				details: ({ members }) => {
					const touched = [...new Set(members.map((area) => units.of[area] ?? -1))];
					const [unit = -1] = touched;
					const isPart =
						touched.length === 1 && members.length < (units.members[unit]?.length ?? 0);
					const count = touched.reduce((sum, one) => sum + number(counts[one]), 0);
					const of = touched.reduce((sum, one) => sum + number(all[one]), 0);
					return [
						{
							label: ENGLISH.title,
							value: shareOf(count, of),
							note: `${formatCount(count)} of ${formatCount(of)} ${ENGLISH.of}${isPart ? ` of the community ${units.names[unit] ?? ''}` : ''}; England ${england}. Census 2021`
						}
					];
				},
				findings: [
					{
						id: 'english-share',
						text: `${ENGLISH.title}: ${formatCount(sumOf(counts))} of the ${formatCount(sumOf(all))} ${ENGLISH.of} of ${regionName}, ${shareOf(sumOf(counts), sumOf(all))} (England: ${england}).`,
						area: null
					},
					...(most
						? [
								{
									id: 'english-community',
									text: `${first.length > 1 ? 'The communities' : 'The community'} with the highest share of people who cannot speak English well ${first.length > 1 ? 'are' : 'is'} ${tiedWords(first.map(placed), 'community', 'communities')}: ${format(most.number)}${first.length > 1 ? ' each' : `, or ${formatCount(number(counts[most.unit]))} people`}.`,
									area: onlyOf(first, ({ unit }) => units.codes[unit])
								}
							]
						: [])
				]
			}
		);
	}
};

/** A bound without needless decimals: "0.5", "2". */
const plain = (value: number): string =>
	Number.isInteger(value) ? String(value) : formatDecimal(value);
