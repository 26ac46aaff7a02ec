/** The table of every area of an answer of gaps, on the page and in files. */
import type { GapsAnalysis } from '../gaps/answer.ts';
import { cellIndex, NEED_CLASSES, PROVISION_CLASSES } from '../gaps/classes.ts';
import { VERDICT_WORDS } from '../gaps/download.ts';
import { measureOf } from '../gaps/measures.ts';
import { provisionsOf, provisionWords } from '../gaps/provisions.ts';
import { isOfSome } from '../gaps/served.ts';
import type { VariationsAnswer } from '../gaps/variations.ts';
import { numberColumn, textColumn, valueColumn } from '../layers/columns.ts';
import type { TableColumn, TableValue } from '../layers/layer.ts';
import { LEVELS } from '../areas/region.ts';
import { capitalise, formatCount, formatDecimal, formatList } from '../text/format.ts';

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
export const VERDICT_ORDER = [
	'gap',
	'not-surveyed',
	'no-figure',
	'enough',
	'strength',
	'below'
] as const;

/** The table of every area. */
export function gapsColumns(
	analysis: GapsAnalysis,
	answer: VariationsAnswer | null
): TableColumn[] {
	return columnsOf(analysis, answer).map((column) =>
		column.inFiles ? column : { ...column, inFiles: upToThreeDecimals }
	);
}

/** Files hold no more than is known: estimates to three decimals. */
const upToThreeDecimals = (value: TableValue): TableValue =>
	typeof value === 'number' ? Number(value.toFixed(3)) : value;

function columnsOf(analysis: GapsAnalysis, answer: VariationsAnswer | null): TableColumn[] {
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
		worded({
			id: 'verdict',
			label: 'What it is',
			description:
				'Gap, with its place where the order is a ranking, or what else it is by the rule',
			align: 'start',
			// Sorts as the list does: gaps by their place, then the rest.
			values: areas.map(({ unit, verdict }) =>
				verdict === 'gap' ? (place.get(unit) ?? 0) : 1000 + VERDICT_ORDER.indexOf(verdict)
			),
			format: (value) =>
				typeof value !== 'number'
					? ''
					: value < 1000
						? analysis.ranked
							? `Gap ${formatCount(value)}`
							: 'Gap'
						: capitalise(VERDICT_WORDS[VERDICT_ORDER[value - 1000] ?? 'below'])
		}),
		textColumn(
			{
				id: 'sure',
				label: 'How sure',
				description:
					'Of the changes to the counting that were tested, those under which it is a gap'
			},
			areas.map(({ code }) => foundWords(code, answer))
		),
		worded({
			id: 'cell',
			label: 'Need and provision',
			description: 'Its class of need and of provision',
			align: 'start',
			values: areas.map(({ cell }) => (cell === null ? null : cellIndex(cell))),
			format: (value) => (typeof value === 'number' ? (CELL_WORDS[value] ?? '') : 'no figure')
		}),
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
				label: ofSome ? 'Provision (Core20, else all)' : 'Provision',
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

/** A column of codes that stand for words: files have the words. */
const worded = (column: TableColumn): TableColumn => ({
	...column,
	inFiles: (value) => column.format(value)
});

/** "10 of 11", of the changes tested; empty where none makes it a gap, or none was tested. */
function foundWords(code: string, answer: VariationsAnswer | null): string {
	const varied = answer?.areas.get(code);
	return varied && varied.asked > 0 ? `${varied.found} of ${varied.asked}` : '';
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
