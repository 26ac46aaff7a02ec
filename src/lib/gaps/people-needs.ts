/** Needs that are a share of the people who live in an area. */
import { type Edition, EDITION_IDS, type EditionId } from '../facts/editions.ts';
import { factNumbers } from '../facts/figures.ts';
import type { NameOf } from '../facts/parts.ts';
import { RURAL_URBAN } from '../indicators/place.ts';
import { formatDecimal, formatPercent } from '../text/format.ts';
import { ALL, type Need, shares } from './need.ts';

/** Some residents as a share of all. */
export function peopleNeed(of: {
	id: string;
	title: string;
	/** "aged 0". */
	words: string;
	about: string;
	editions: readonly EditionId[];
	part: (edition: Edition) => NameOf<'facts'>;
	columns: readonly string[];
	/** Column of all residents in the same part; the areas' residents where there is none. */
	total: string | null;
	/** Editions whose figures are as counted; in others they are estimates. */
	counted: readonly EditionId[];
	/** Per how many residents the figure is given. */
	per: 100 | 1000;
	period: (edition: Edition) => string;
	caveats: readonly string[];
}): Need {
	return {
		id: of.id,
		title: of.title,
		group: 'people',
		about: of.about,
		editions: of.editions,
		levels: ALL,
		parts: (edition) => [of.part(edition)],
		build(context) {
			const facts = context.facts(of.part(context.edition));
			const columns = of.columns.map((name) => factNumbers(facts, name));
			const counts = context.areas.codes.map((_, area) =>
				columns.reduce((sum, column) => sum + (column[area] ?? NaN), 0)
			);
			const totals = of.total === null ? context.areas.residents : factNumbers(facts, of.total);
			const { people, ...figures } = shares(
				context,
				counts,
				totals,
				of.counted.includes(context.edition.id) ? 'value' : 'estimate'
			);
			const period = of.period(context.edition);
			// Whoever was counted in another year than the edition's residents has the day in the sentence.
			const words = period.startsWith('mid-') ? `${of.words} in ${period}` : of.words;
			return {
				...figures,
				label:
					of.per === 100 ? `share of residents ${words}` : `residents ${words} per 1,000 residents`,
				higherIsNeedier: true,
				format: (value) => (of.per === 100 ? formatPercent(value) : formatDecimal(value * of.per)),
				people: { label: `residents ${of.words}`, counts: people },
				datasets: facts.datasets,
				period,
				caveats: [...of.caveats]
			};
		}
	};
}

/** Who lives in the country. */
export const rural: Need = {
	id: 'rural',
	title: 'Rural',
	group: 'place',
	about: 'The share of residents who live in rural neighbourhoods, by the official classification.',
	editions: EDITION_IDS,
	levels: ALL,
	parts: (edition) => [`rural-urban-${edition.id}`],
	build(context) {
		const { edition, areas } = context;
		const part = context.facts(`rural-urban-${edition.id}`);
		const { classes, year } = RURAL_URBAN[edition.id];
		const counts = factNumbers(part, 'class').map((found, area) =>
			classes[found]?.rural ? (areas.residents[area] ?? NaN) : 0
		);
		const { people, ...figures } = shares(context, counts, areas.residents, 'value');
		return {
			...figures,
			label: 'share of residents in rural neighbourhoods',
			higherIsNeedier: true,
			format: formatPercent,
			people: { label: 'residents of rural neighbourhoods', counts: people },
			datasets: part.datasets,
			period: `classification of ${year}`,
			caveats: ['Living in the country is not a need by itself. Read it with what is near.']
		};
	}
};
