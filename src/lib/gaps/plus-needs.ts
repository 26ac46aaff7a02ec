/** Needs that the Census counts: households without a car, lone parents, carers and others. */
import { factNumbers, valuesOf } from '../facts/figures.ts';
import { numberOf, type Value } from '../facts/value.ts';
import { ENGLISH, ENGLISH_PART } from '../indicators/english.ts';
import { PLUS_GROUPS, PLUS_PERIOD, type PlusGroup } from '../indicators/plus-groups.ts';
import { formatPercent } from '../text/format.ts';
import { ALL, type Need, shares } from './need.ts';

/** A plus group as a share of all households, or residents, that its table counts. */
const plusNeed = ({
	id,
	title,
	words,
	of,
	about,
	column,
	all,
	part,
	caveats
}: PlusGroup): Need => ({
	id: `plus-${id}`,
	title,
	group: 'people',
	about,
	editions: ['2025'],
	levels: ALL,
	parts: () => [part],
	build(context) {
		const facts = context.facts(part);
		const { people, ...figures } = shares(
			context,
			factNumbers(facts, column),
			factNumbers(facts, all),
			'value'
		);
		return {
			...figures,
			label: `${words} as a share of ${of}`,
			higherIsNeedier: true,
			format: formatPercent,
			people: { label: words, counts: people },
			datasets: facts.datasets,
			period: PLUS_PERIOD,
			caveats: [...caveats]
		};
	}
});

/** Who cannot speak English well: of communities, the smallest that is kept of it. */
const english: Need = {
	id: 'plus-english',
	title: ENGLISH.title,
	group: 'people',
	about: ENGLISH.about,
	editions: ['2025'],
	levels: ['msoa'],
	parts: () => [ENGLISH_PART],
	build({ units, facts }) {
		const part = facts(ENGLISH_PART);
		const values = valuesOf(part, ENGLISH.column, units.codes);
		const all = valuesOf(part, ENGLISH.all, units.codes);
		const number = (value: Value | undefined) => (value && numberOf(value)) ?? NaN;
		const counts = values.map(number);
		const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
		return {
			label: `${ENGLISH.words} as a share of ${ENGLISH.of}`,
			values: counts.map((count, unit): Value => {
				const share = count / number(all[unit]);
				return Number.isFinite(share) ? { kind: 'value', value: share } : { kind: 'missing' };
			}),
			byArea: null,
			region: sum(counts) / sum(all.map(number)),
			higherIsNeedier: true,
			format: formatPercent,
			people: { label: ENGLISH.words, counts },
			datasets: part.datasets,
			period: PLUS_PERIOD,
			caveats: [...ENGLISH.caveats]
		};
	}
};

/** In the order of lists. */
export const plusNeeds: readonly Need[] = [...PLUS_GROUPS.map(plusNeed), english];
