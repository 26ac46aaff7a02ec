/** Deciles of England: ten classes that are always all there, with the ranks they are made of. */
import { isCore20 } from '../indicators/core20.ts';
import type { Deciles, MeasureOn } from '../indicators/measure.ts';
import { numberOf } from '../facts/value.ts';
import { LEVELS } from '../areas/region.ts';
import { formatCount, formatDecimal } from '../text/format.ts';
import { indicesWhere, numberColumn } from './columns.ts';
import type { DetailRow, LayerContext } from './layer.ts';
import { DECILE_COLOURS } from './palettes.ts';
import type { Said, Scaled } from './scaled.ts';

/** What the scale of deciles makes of a measure. Its units are LSOAs, each with a value. */
export function deciles(
	{ areas }: LayerContext,
	{ id, label, values, scale }: MeasureOn<Deciles>,
	said: Said
): Scaled {
	const { ranks, of, adjective, by, prefix } = scale;
	const numbers = values.map((value) => numberOf(value) ?? NaN);
	const inEngland = formatCount(of);
	const rankOf = (area: number) => `rank ${formatCount(ranks[area] ?? 0)} of ${inEngland}`;
	const tenth = areas.count / 10;

	const details = ({ members }: { members: readonly number[] }): DetailRow[] => {
		const [only, ...others] = members;
		if (only !== undefined && others.length === 0) {
			return [
				{
					label: scale.name,
					value: `decile ${numbers[only]} of 10`,
					note: `${rankOf(only)} in England, where 1 is most ${adjective} (${by})`
				}
			];
		}
		const worst = members.filter((area) => isCore20(numbers[area] ?? NaN)).length;
		return [
			{
				label: scale.name,
				value: `${formatCount(worst)} of ${formatCount(members.length)} ${LEVELS.lsoa.many}`,
				note: `in the most ${adjective} fifth of England (${by})`
			}
		];
	};

	return {
		classes: DECILE_COLOURS.map((colour, i) => ({
			label: nameOf(i + 1, adjective),
			short: String(i + 1),
			colour,
			members: indicesWhere(numbers, (decile) => decile === i + 1)
		})),
		note: said.legendNote ?? null,
		reference: {
			count: tenth,
			label: `${formatDecimal(tenth)}: a tenth of the neighbourhoods, as in England`
		},
		histogram: true,
		ends: [`most ${adjective}`, `least ${adjective}`],
		columns: [
			numberColumn(
				{
					id,
					label: 'Decile',
					description: `${label}: decile in England, ${by}; 1 is most ${adjective}`
				},
				numbers
			),
			numberColumn(
				{
					id: scale.rankId,
					label: 'Rank',
					description: `${label}: rank of ${inEngland} in England; 1 is most ${adjective}`
				},
				ranks
			),
			...(said.columns ?? [])
		],
		sortedBy: { column: scale.rankId, descending: false },
		details: said.details ?? details,
		label: (area) => `${prefix}decile ${numbers[area]}, ${rankOf(area)}`,
		isNumeric: true
	};
}

/** "1, most deprived", "2", …, "10, least deprived". */
function nameOf(decile: number, adjective: string): string {
	if (decile === 1) return `1, most ${adjective}`;
	return decile === 10 ? `10, least ${adjective}` : String(decile);
}
