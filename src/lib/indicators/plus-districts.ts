/**
 * What is said of a district's plus groups that no map shows: sentences, and nothing that could be
 * ranked or weighed.
 */
import { formatCount, formatPercent, formatQuantity } from '../text/format.ts';

/** A count that the table has to 10, and not below 100. */
const atLeast = (rounded: number | null): string =>
	rounded === null ? 'fewer than 100' : `about ${formatCount(rounded)}`;

/** Gypsy, Irish Traveller and Roma residents of a district, in one sentence; null is fewer than 100. */
export function gypsyTravellerRomaSentence(
	district: string,
	{ gypsyOrIrishTraveller, roma }: { gypsyOrIrishTraveller: number | null; roma: number | null }
): string {
	const [one, other] = [atLeast(gypsyOrIrishTraveller), atLeast(roma)];
	return gypsyOrIrishTraveller === null && roma === null
		? `In ${district}, fewer than 100 people said in the Census of 2021 that they are Gypsy or Irish Traveller, and fewer than 100 that they are Roma.`
		: `In ${district}, ${one} people said in the Census of 2021 that they are Gypsy or Irish Traveller, and ${other} that they are Roma.`;
}

/** Who came to the UK in the five years before the Census of 2021, and in the two, of all residents. */
export function arrivalsSentence(
	district: string,
	{ residents, under5, under2 }: { residents: number; under5: number; under2: number }
): string {
	return `In ${district}, ${formatCount(under5)} of ${formatCount(residents)} residents (${formatPercent(under5 / residents)}) at the Census of March 2021 had come to live in the UK in the five years before it. Of these, ${formatCount(under2)} came in the last two.`;
}

/** What a district reported of one quarter; null where it did not. */
export interface HomelessQuarter {
	/** First month: "2025-10". */
	quarter: string;
	owed: number | null;
	temporary: number | null;
}

const QUARTER_ENDS: Readonly<Record<string, string>> = {
	'01': 'March',
	'04': 'June',
	'07': 'September',
	'10': 'December'
};

const NUMBERS = ['no', 'one', 'two', 'three', 'four'];

/**
 * Households owed help with homelessness over the quarters that were reported (a flow, so they add
 * up), and those in temporary accommodation at the end of the last one reported (a stock, which
 * never does). What was not reported is said.
 */
export function homelessnessSentences(
	district: string,
	quarters: readonly HomelessQuarter[]
): [owed: string, temporary: string] {
	const inOrder = [...quarters].sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
	const year = inOrder[0]?.quarter.slice(0, 4) ?? '';
	const reported = inOrder.flatMap(({ owed }) => owed ?? []);
	const sum = formatQuantity(
		reported.reduce((total, owed) => total + owed, 0),
		'household was',
		'households were'
	);
	const help = 'owed help to prevent or end homelessness';
	const owed =
		reported.length === 0
			? `${district} did not report how many households were ${help} in ${year}.`
			: reported.length === inOrder.length
				? `In ${district}, ${sum} ${help} in ${year}.`
				: `In ${district}, ${sum} ${help} in ${NUMBERS[reported.length] ?? reported.length} of the ${NUMBERS[inOrder.length] ?? inOrder.length} quarters of ${year}. It did not report the rest.`;
	const last = inOrder.findLast(({ temporary }) => temporary !== null);
	const temporary = last
		? `At the end of ${QUARTER_ENDS[last.quarter.slice(5)] ?? ''} ${year}, ${formatQuantity(last.temporary ?? NaN, 'household', 'households')} of ${district} ${last.temporary === 1 ? 'was' : 'were'} in temporary accommodation.`
		: `${district} did not report how many households were in temporary accommodation in ${year}.`;
	return [owed, temporary];
}
