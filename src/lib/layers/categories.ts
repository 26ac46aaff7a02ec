/** Categories: each unit is of one, or it is not known of which. */
import type { Categories, MeasureOn } from '../indicators/measure.ts';
import { numberOf } from '../facts/value.ts';
import { LEVELS, residentsOf, type Selection } from '../areas/region.ts';
import { formatPercent, formatQuantity } from '../text/format.ts';
import { indicesWhere, textColumn } from './columns.ts';
import type { DetailRow, LayerContext } from './layer.ts';
import type { MeasureClass, Said, Scaled } from './scaled.ts';

/**
 * What the scale of categories makes of a measure whose values are positions in them; those that
 * no neighbourhood is of are left out of the legend. Its units are LSOAs.
 */
export function categories(
	{ areas, units }: LayerContext,
	{ id, label, title, values, scale }: MeasureOn<Categories>,
	said: Said
): Scaled {
	if (units.level !== 'lsoa') throw new Error('categories are of neighbourhoods');
	const of = values.map(numberOf);
	const nameOf = (area: number): string => scale.categories[of[area] ?? -1]?.label ?? 'no data';
	const classes: MeasureClass[] = [
		...scale.categories.map(({ label: name, colour, brief }, i) => ({
			label: name,
			short: name,
			...(brief && { brief }),
			colour,
			members: indicesWhere(of, (category) => category === i)
		})),
		{
			label: 'No data',
			short: 'none',
			colour: null,
			members: indicesWhere(of, (category) => category === null)
		}
	];

	const details = ({ members }: Selection): DetailRow[] => {
		const [only, ...others] = members;
		if (only !== undefined && others.length === 0) {
			return [{ label, value: nameOf(only), note: scale.detailNote }];
		}
		const all = residentsOf(areas, members);
		return scale.categories.flatMap(({ label: name }, i): DetailRow[] => {
			const within = members.filter((area) => of[area] === i);
			if (within.length === 0) return [];
			return [
				{
					label: name,
					value: all > 0 ? formatPercent(residentsOf(areas, within) / all) : 'no residents',
					note: `of its residents, in ${formatQuantity(within.length, LEVELS.lsoa.one, LEVELS.lsoa.many)}; ${scale.detailNote}`
				}
			];
		});
	};

	return {
		classes: classes.filter(({ members }) => members.length > 0),
		note: said.legendNote ?? null,
		reference: null,
		histogram: false,
		ends: scale.ends ?? null,
		columns: [
			textColumn({ id, label, description: title }, [...areas.codes.keys()].map(nameOf)),
			...(said.columns ?? [])
		],
		sortedBy: { column: id, descending: false },
		details: said.details ?? details,
		label: nameOf,
		isNumeric: false
	};
}
