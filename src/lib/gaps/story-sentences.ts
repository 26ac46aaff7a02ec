/** The story of a district in sentences: what bears the headline out, and what speaks against it. */
import { BY_VOUCHED, otherCountWords } from '../access/both-shares.ts';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatList,
	formatQuantity
} from '../text/format.ts';
import { notHeldOf, whyEmpty, type Missing } from '../facts/missing.ts';
import type { DocumentsStory } from './story.ts';
import { FOOD_BANKS, type StoryCommunity, VENUES } from './story-communities.ts';
import { boundsOf, provisionClass } from './rule.ts';
import type { StoryRow } from './story-rows.ts';
import { CHARITIES_PART } from './workbench.ts';

/** The rule of {@link VENUES}. */
const ENOUGH = boundsOf(VENUES, NaN);

const ORDINALS = ['', 'second ', 'third '];

/** "the least of the 7 districts", "which makes it the second most deprived of the 12 districts". */
function placeWords({ place, of, ties }: StoryRow, word: string): string {
	const tied = ties.length > 0 ? `, tied with ${formatList(ties)}` : '';
	// A share or a rank is not deprived: the district is.
	const makes = word === 'most deprived' ? 'which makes it ' : '';
	if (place === 1) return `${makes}the ${word} of the ${of} districts${tied}`;
	return place <= ORDINALS.length
		? `${makes}the ${ORDINALS[place - 1] ?? ''}${word} of the ${of} districts${tied}`
		: `number ${place} of the ${of} districts from the ${word}${tied}`;
}

/** What bears the headline out and what speaks against it; `perHead` are venues per resident. */
export function bothSides(
	story: Omit<DocumentsStory, 'bearsOut' | 'speaksAgainst'>,
	perHead: StoryRow | null
): Pick<DocumentsStory, 'bearsOut' | 'speaksAgainst'> {
	const bearsOut: string[] = [];
	const speaksAgainst: string[] = [];
	const add = (found: StoryRow, word: string) => {
		const label = found.label;
		if (found.place === 1) bearsOut.push(`${label}: ${found.own}, ${placeWords(found, word)}.`);
		else
			speaksAgainst.push(
				`${label}: ${found.own}, ${placeWords(found, word)}; ${found.leader} has ${found.leaderValue}.`
			);
	};
	for (const found of story.deprivation) add(found, 'most deprived');
	for (const found of story.charities) add(found, 'least');
	if (perHead) add(perHead, 'least');
	const core20 = story.communities.filter(({ core20Residents }) => core20Residents > 0);
	const gaps = core20.filter(({ verdict }) => verdict === 'gap');
	const fewest = core20.filter(
		({ vouched }) => vouched.venues !== null && provisionClass(vouched.venues, ENOUGH) === 0
	);
	const alone = otherCountWords(gaps.length, fewest.length, core20.length);
	const named = (list: readonly StoryCommunity[]) =>
		formatList(list.map(({ name, venues }) => `${name} (${formatDecimal(venues ?? 0)})`));
	if (gaps.length > 0) {
		bearsOut.push(
			`${capitalise(formatQuantity(gaps.length, 'Core20 community', 'Core20 communities'))} of ${story.name} ${gaps.length === 1 ? 'has' : 'have'} fewer than ${VENUES.k} community venues within ${VENUES.reach.cost} minutes on foot for ${gaps.length === 1 ? 'its' : 'their'} Core20 residents: ${named(gaps)}${alone}.`
		);
	} else if (core20.length > 0) {
		const least = core20.filter(({ venues }) => venues !== null).slice(0, 2);
		speaksAgainst.push(
			`None of its ${formatQuantity(core20.length, 'Core20 community', 'Core20 communities')} has fewer than ${VENUES.k} community venues within ${VENUES.reach.cost} minutes on foot for its Core20 residents${least.length > 0 ? `; the least have ${named(least)}` : ''}${alone}.`
		);
	}
	// Where the list names too few food banks, nothing is said of them.
	const known = core20.filter(({ foodBank }) => foodBank !== null);
	const far = known.filter(({ foodBank }) => (foodBank ?? 0) > FOOD_BANKS.reach.cost);
	const fewer = known.filter(
		({ vouched }) => (vouched.foodBank ?? Infinity) > FOOD_BANKS.reach.cost
	);
	const byVouched = otherCountWords(far.length, fewer.length, known.length);
	if (far.length > 0) {
		bearsOut.push(
			`For the Core20 residents of ${formatQuantity(far.length, 'community', 'communities')} it is more than ${FOOD_BANKS.reach.cost} minutes on foot to the nearest food bank that a list names: ${formatList(far.map(({ name }) => name))}${byVouched}.`
		);
	} else if (known.length > 0) {
		speaksAgainst.push(
			`For the Core20 residents of all its Core20 communities the nearest food bank that a list names is within ${FOOD_BANKS.reach.cost} minutes on foot${fewer.length === 0 ? '' : `, but ${BY_VOUCHED} not for those of ${formatQuantity(fewer.length, 'community', 'communities')}`}.`
		);
	}
	for (const { name, rate, gap, score } of story.networks) {
		// Older figures bear nothing out.
		if (rate === null || story.olderFigures !== null) continue;
		const said = `${name} reported ${formatDecimal(rate)} link workers per 10,000 patients (IMD 2019 score of its patients ${score === null ? 'not known' : formatDecimal(score)})`;
		if (gap) bearsOut.push(`${said}: fewer than the region’s networks together.`);
		else speaksAgainst.push(`${said}.`);
	}
	return { bearsOut, speaksAgainst };
}

const lower = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

/** The dataset of the documents that were read. */
const DOCUMENTS = 'published-documents';

/**
 * The story in a few sentences, for the head of the page; with what is not held of the region in
 * place of what would be said of it.
 */
export function storySentences(
	story: DocumentsStory,
	regionName: string,
	missing: readonly Missing[]
): string[] {
	const { name, named, deprivation, charities, unknown } = story;
	const said: string[] = [];
	const leads = deprivation.filter(({ place, ties }) => place === 1 && ties.length === 0);
	const two = deprivation.every(({ of }) => of === 2);
	const most = two ? 'the more deprived of the two districts' : 'the most deprived district';
	said.push(
		named
			? `A local document names ${name}. It is ${most} of ${regionName} by ${formatCount(leads.length)} of ${formatCount(deprivation.length)} measures.`
			: `${notHeldOf(missing, [DOCUMENTS])[0] ?? 'No local document read here names a district as short of provision.'} By average score ${name} is ${two ? most : 'the most deprived'} of ${regionName}, and by ${formatCount(leads.length)} of ${formatCount(deprivation.length)} measures.`
	);
	const tied = deprivation.filter(({ place, ties }) => place === 1 && ties.length > 0);
	for (const { label, ties } of tied) {
		said.push(`By ${lower(label)} it is tied with ${formatList(ties)}.`);
	}
	const byLeader = new Map<string, string[]>();
	for (const { place, label, leader } of deprivation) {
		if (place > 1) byLeader.set(leader, [...(byLeader.get(leader) ?? []), lower(label)]);
	}
	for (const [leader, labels] of byLeader) {
		said.push(`By ${labels.join('; ')} it is ${leader}.`);
	}
	if (charities.length === 0) {
		said.push(
			whyEmpty(missing, CHARITIES_PART) ??
				'No figures of charities by district are published in the documents read here.'
		);
	} else {
		const [least, not] = [
			charities.filter(({ place, ties }) => place === 1 && ties.length === 0),
			charities.filter(({ place, ties }) => place > 1 || ties.length > 0)
		];
		if (least.length > 0) {
			said.push(
				`Of the ${charities[0]?.of ?? 0} districts with a figure it has the least by ${formatList(least.map((found) => `${lower(found.label)} (${found.own})`))}.`
			);
		}
		if (not.length > 0) {
			said.push(
				`It has not the least by ${formatList(
					not.map(
						(found) =>
							`${lower(found.label)} (${found.own}; ${found.place === 1 ? `tied with ${formatList(found.ties)}` : `${found.leader} ${found.leaderValue}`})`
					)
				)}.`
			);
		}
	}
	if (unknown.length > 0) {
		said.push(`Of ${formatList(unknown)} the charities are not known, and can’t be derived.`);
	}
	return said;
}
