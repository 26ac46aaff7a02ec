/**
 * Registered charities by district: how many, per 10,000 residents, their income, and
 * income per resident. Per head they are a criticised measure of what a community has,
 * so no sentence gives one of them alone.
 */
import { describe, numberOf, type Value } from '../facts/value.ts';
import { valuesOf } from '../facts/figures.ts';
import type { Selection } from '../areas/region.ts';
import { formatCount, formatDecimal, formatList } from '../text/format.ts';
import { valueColumn } from './columns.ts';
import type { AreaLayer, DetailRow, Finding, LayerContext } from './layer.ts';
import { measured } from './measured.ts';
import { endsOf, onlyOf, tiedWords } from './ties.ts';

const PART = 'charities';
const PERIOD = 'as printed in 2021-22; residents of mid-2020';

const OFFICE_CAVEAT =
	'A charity is counted where its registered office is, not where it works. An office in one district may serve another, or the whole country.';
const CAVEATS = [
	OFFICE_CAVEAT,
	'The number and income of charities say little about what people do for each other. Groups that are not registered are not counted, and one large charity can outweigh hundreds. Never use this as the only measure.',
	'Charities and income are as a local document printed them. It does not say which year the accounts are for. We divide them by the estimate of residents in mid-2020.'
];

const pounds = (value: number): string => `£${formatCount(value)}`;
const millions = (value: number): string => `£${formatDecimal(value / 1e6)} million`;

interface Figures {
	charities: Value[];
	perTenThousand: Value[];
	income: Value[];
	incomePerResident: Value[];
}

/** Each figure by district of the context. Where the printed figure is missing, so is what is made of it. */
function figuresOf(context: LayerContext): Figures {
	const facts = context.facts(PART);
	const districts = context.areas.groups.district.map(({ code }) => code);
	const column = (name: string): Value[] => valuesOf(facts, name, districts);
	const charities = column('registered_charities');
	const income = column('total_income_gbp');
	const residents = column('residents_2020').map(numberOf);
	const per = (values: readonly Value[], scale: number) =>
		values.map((value, district): Value => {
			const amount = numberOf(value);
			const people = residents[district] ?? null;
			if (amount === null || people === null || people === 0) return { kind: 'missing' };
			return { kind: 'value', value: (amount / people) * scale };
		});
	return {
		charities,
		perTenThousand: per(charities, 10_000),
		income,
		incomePerResident: per(income, 1)
	};
}

interface Measure {
	id: string;
	column: string;
	measure: string;
	title: string;
	label: string;
	unit: string;
	about: string;
	figure: keyof Figures;
	format: (value: number) => string;
	/** Bounds at round values. */
	bounds: readonly number[];
}

const MEASURES: readonly Measure[] = [
	{
		id: 'charities-count',
		column: 'registered_charities',
		measure: 'Number',
		title: 'Registered charities by district of their office, as printed in 2021-22',
		label: 'Charities',
		unit: 'registered charities',
		about:
			'Charities by the district of their registered office, as a local document printed them. They may work elsewhere, and groups that are not registered are not counted.',
		figure: 'charities',
		format: formatCount,
		bounds: [200, 300, 400, 500]
	},
	{
		id: 'charities-per-10000',
		column: 'charities_per_10000',
		measure: 'Per 10,000 residents',
		title: 'Registered charities for every 10,000 residents of mid-2020',
		label: 'Charities per 10,000',
		unit: 'registered charities per 10,000 residents',
		about:
			'Registered charities divided by residents, by the district of their office. It does not show what reaches people there. Rural districts have many small charities; towns have fewer and larger ones.',
		figure: 'perTenThousand',
		format: formatDecimal,
		bounds: [20, 25, 30, 35, 40]
	},
	{
		id: 'charities-income',
		column: 'charities_income',
		measure: 'Income',
		title: 'Income of registered charities by district of their office, as printed in 2021-22',
		label: 'Income of charities',
		unit: 'pounds',
		about:
			'Income of charities by the district of their registered office. A single large charity can account for most of it, and may spend it elsewhere.',
		figure: 'income',
		format: millions,
		bounds: [2e7, 5e7, 1e8]
	},
	{
		id: 'charities-income-per-resident',
		column: 'charities_income_per_resident',
		measure: 'Income per resident',
		title: 'Income of registered charities per resident of mid-2020',
		label: 'Charity income per resident',
		unit: 'pounds per resident',
		about:
			'Income of charities divided by residents, by the district of their office. It is not money that residents receive.',
		figure: 'incomePerResident',
		format: pounds,
		bounds: [150, 250, 500, 750]
	}
];

export const charityLayers: readonly AreaLayer[] = MEASURES.map(
	({ id, column, measure, title, label, unit, about, figure, format, bounds }): AreaLayer => ({
		id,
		kind: 'areas',
		level: 'district',
		family: 'charities',
		measure,
		title: `Registered charities: ${measure.charAt(0).toLowerCase()}${measure.slice(1)}`,
		alsoCalled: 'VCSE assets voluntary community organisations third sector',
		question: 'Where are charities registered, and what is their income?',
		group: 'assets',
		about,
		ownBreaks: true,
		parts: () => [PART],
		build(context) {
			const figures = figuresOf(context);
			const others = MEASURES.filter((other) => other.figure !== figure).map((other) =>
				valueColumn(
					{ id: other.column, label: other.label, description: other.title },
					figures[other.figure],
					other.format
				)
			);
			return measured(
				context,
				{
					id: column,
					title,
					label,
					unit,
					values: figures[figure],
					scale: { kind: 'amounts', format, classes: { fixed: bounds } },
					datasets: context.facts(PART).datasets,
					period: PERIOD,
					caveats: [...missingCaveat(context, figures), ...CAVEATS]
				},
				{
					columns: others,
					details: (area) => details(context, figures, figure, { title, label, format }, area),
					findings: findings(context, figures),
					legendNote: 'Counted in the district of the registered office, not where charities work.'
				}
			);
		}
	})
);

/** The figures of the district that an area is or lies in; of a larger area, those of each district. */
function details(
	{ areas }: LayerContext,
	figures: Figures,
	shown: keyof Figures,
	{ title, label, format }: Pick<Measure, 'title' | 'label' | 'format'>,
	{ members }: Selection
): DetailRow[] {
	const districts = [...new Set(members.map((area) => areas.parent.district[area] ?? -1))];
	const said = (district: number) =>
		describe(figures[shown][district] ?? { kind: 'missing' }, format);
	const [only, ...others] = districts;
	if (only === undefined) return [];
	const nameOf = (district: number) => areas.groups.district[district]?.name ?? '';
	if (others.length > 0) {
		return [
			{
				label,
				value: districts.map((district) => `${nameOf(district)} ${said(district)}`).join('; '),
				note: `${title}. For whole districts, even where only a part is here`
			}
		];
	}
	const isDistrict = areas.groups.district[only]?.members.length === members.length;
	return [
		{
			label: isDistrict ? label : `${label}, ${nameOf(only)}`,
			value: said(only),
			note: `${otherFigures(figures, only, shown)}. ${title}`
		}
	];
}

/** The other figures of a district, so that none stands alone. */
function otherFigures(figures: Figures, district: number, shown: keyof Figures): string | null {
	const said = MEASURES.filter(({ figure }) => figure !== shown).flatMap(
		({ figure, label, format }) => {
			const value = numberOf(figures[figure][district] ?? { kind: 'missing' });
			return value === null ? [] : [`${label}: ${format(value)}`];
		}
	);
	return said.length > 0
		? `${said.join('; ')}. By registered office, not where they work`
		: 'We have no figure, which does not mean zero';
}

/** Names of the districts without figures. */
const missingOf = ({ areas }: LayerContext, { charities }: Figures): string[] =>
	areas.groups.district.flatMap(({ name }, i) =>
		numberOf(charities[i] ?? { kind: 'missing' }) === null ? [name] : []
	);

function missingCaveat(context: LayerContext, figures: Figures): string[] {
	const missing = missingOf(context, figures);
	return missing.length === 0
		? []
		: [
				`The document that counts charities by district does not cover ${formatList(missing)}, so we have no figures there. That does not mean zero. None can be worked out from the printed totals, which count charities differently.`
			];
}

function findings(context: LayerContext, figures: Figures): Finding[] {
	const { areas, regionName } = context;
	const known = areas.groups.district.flatMap(({ name, code }, i) => {
		const [count, rate, perHead] = [
			figures.charities[i],
			figures.perTenThousand[i],
			figures.incomePerResident[i]
		].map((value) => (value ? numberOf(value) : null));
		return count != null && rate != null && perHead != null
			? [{ name, code, count, rate, perHead }]
			: [];
	});
	const missing = missingOf(context, figures);
	const unknown: Finding[] =
		missing.length > 0
			? [
					{
						id: 'charities-unknown',
						text: `We do not know how many charities ${formatList(missing)} ${missing.length === 1 ? 'has' : 'have'}. Unknown is neither zero nor a gap.`,
						area: null
					}
				]
			: [];
	const byRate = endsOf(
		[...known].sort((a, b) => a.rate - b.rate),
		({ rate }) => rate
	);
	const byIncome = endsOf(
		[...known].sort((a, b) => a.perHead - b.perHead),
		({ perHead }) => perHead
	);
	const [[fewest], [most]] = [byRate.first, byRate.last];
	const [[least], [highest]] = [byIncome.first, byIncome.last];
	const named = (tied: readonly { name: string }[]) =>
		tiedWords(
			tied.map(({ name }) => name),
			'district'
		);
	/** How many charities that is, of one district; of several, each has another number. */
	const of = (tied: readonly { count: number }[]) =>
		tied.map(({ count }) => formatCount(count)).join(' and ');
	if (!fewest || !most || !least || !highest) {
		return [
			{
				id: 'charities-none',
				text: `${context.notHeld(PART) ?? `The documents that we read do not say how many charities are registered in the districts of ${regionName}.`} Unknown is neither zero nor a gap.`,
				area: null
			}
		];
	}
	return [
		{
			id: 'charities-rate',
			text: `${named(byRate.first)} ${byRate.first.length > 1 ? 'have' : 'has'} the fewest registered charities for ${byRate.first.length > 1 ? 'their' : 'its'} residents, ${formatDecimal(fewest.rate)} for every 10,000 (${of(byRate.first)} charities). ${named(byRate.last)} ${byRate.last.length > 1 ? 'have' : 'has'} the most, ${formatDecimal(most.rate)} (${of(byRate.last)}). They are counted by registered office, as printed in 2021-22.`,
			area: onlyOf(byRate.first, ({ code }) => code)
		},
		{
			id: 'charities-income',
			text:
				`The income of charities per resident is lowest in ${named(byIncome.first)}, about ${pounds(least.perHead)}` +
				(least === fewest ? '' : ` (${fewest.name}: about ${pounds(fewest.perHead)})`) +
				`, and highest in ${named(byIncome.last)}, about ${pounds(highest.perHead)}. A charity’s office says little about where it works.`,
			area: onlyOf(byIncome.first, ({ code }) => code)
		},
		...unknown
	];
}
