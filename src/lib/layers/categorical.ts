/** What all layers of a category by unit share: legend, drawing, table, labels, details. */
import { LEVELS, residentsOf, type Selection } from '../areas/region.ts';
import { formatPercent, formatQuantity } from '../text/format.ts';
import { indicesWhere, textColumn } from './columns.ts';
import type { Contribution, DetailRow, Finding, LayerContext, LegendClass } from './layer.ts';

export interface Category {
	label: string;
	colour: string;
}

export interface CategoricalRequest {
	/** Id of the table's column. */
	id: string;
	/** Title of the legend. */
	title: string;
	/** Label of the table's column and of the details. */
	label: string;
	/** In the order of the legend. */
	categories: readonly Category[];
	/** Position in `categories` by LSOA; null where not known. */
	of: readonly (number | null)[];
	/** What the details say beside the value. */
	detailNote: string;
	note: string | null;
	findings: Finding[];
	datasets: string[];
	period: string;
	caveats: string[];
}

/**
 * The contribution of a layer whose neighbourhoods are each of one category. Categories
 * that no neighbourhood is of are left out of the legend. Its units are LSOAs.
 */
export function categorical(context: LayerContext, request: CategoricalRequest): Contribution {
	const { areas, units } = context;
	const { categories, of, label } = request;
	if (units.level !== 'lsoa') throw new Error('categories are of neighbourhoods');
	const nameOf = (area: number): string => categories[of[area] ?? -1]?.label ?? 'no data';

	const classes = categories.flatMap(({ label: name, colour }, i): LegendClass[] => {
		const members = indicesWhere(of, (category) => category === i);
		if (members.length === 0) return [];
		return [
			{
				label: name,
				short: name,
				symbol: { kind: 'fill', colour },
				count: members.length,
				units: new Set(members)
			}
		];
	});
	const unknown = indicesWhere(of, (category) => category === null);
	if (unknown.length > 0) {
		classes.push({
			label: 'No data',
			short: 'none',
			symbol: { kind: 'no-data' },
			count: unknown.length,
			units: new Set(unknown)
		});
	}

	const details = ({ members }: Selection): DetailRow[] => {
		const [only, ...others] = members;
		if (only !== undefined && others.length === 0) {
			return [{ label, value: nameOf(only), note: request.detailNote }];
		}
		const all = residentsOf(areas, members);
		return categories.flatMap(({ label: name }, i): DetailRow[] => {
			const within = members.filter((area) => of[area] === i);
			if (within.length === 0) return [];
			return [
				{
					label: name,
					value: all > 0 ? formatPercent(residentsOf(areas, within) / all) : 'no residents',
					note: `of its residents, in ${formatQuantity(within.length, LEVELS.lsoa.one, LEVELS.lsoa.many)}; ${request.detailNote}`
				}
			];
		});
	};

	return {
		drawing: {
			kind: 'fill',
			colours: of.map((category) => categories[category ?? -1]?.colour ?? null)
		},
		legend: {
			title: request.title,
			counted: LEVELS.lsoa.many,
			classes,
			note: request.note,
			reference: null,
			histogram: false,
			ends: null
		},
		columns: [
			textColumn(
				{ id: request.id, label, description: request.title },
				[...areas.codes.keys()].map(nameOf)
			)
		],
		sortedBy: { column: request.id, descending: false },
		findings: request.findings,
		details,
		label: nameOf,
		measure: null,
		datasets: request.datasets,
		period: request.period,
		caveats: request.caveats
	};
}
