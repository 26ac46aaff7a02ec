/** The story of a district in sentences: what bears the headline out, and what speaks against it. */
import { BY_VOUCHED, otherCountWords } from '../access/both-shares.ts';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatList,
	formatNames,
	formatQuantity
} from '../text/format.ts';
import { haveNone } from '../text/without-figure.ts';
import { notHeldOf, whyEmpty, type Missing } from '../facts/missing.ts';
import type { DocumentsStory } from './story.ts';
import { FOOD_BANKS, type StoryCommunity, VENUES } from './story-communities.ts';
import { boundsOf, provisionClass } from './rule.ts';
import type { StoryRow } from './story-rows.ts';
import { CHARITIES_PART } from './workbench.ts';

/** The rule of {@link VENUES}. */
const ENOUGH = boundsOf(VENUES, NaN);

const ORDINALS = ['', 'second ', 'third '];

/** "Norwich is the second most deprived of the 12 districts by this measure"; of amounts, "has the second lowest …". */
function placeWords(name: string, { place, of, ties, without }: StoryRow, word: string): string {
	const tied = ties.length > 0 ? `, tied with ${formatList(ties)}` : '';
	// A share or a rank is not deprived: the district is.
	const has = word === 'most deprived' ? 'is' : 'has';
	const none = haveNone(without);
	const where = `of the ${of} districts${none === null ? '' : ` with a figure (${none})`}`;
	if (of === 1) return `Only ${name} has a figure`;
	return place <= ORDINALS.length
		? `${name} ${has} the ${ORDINALS[place - 1] ?? ''}${word} ${where}${tied}`
		: `${name} is number ${place} ${where}, counting from the ${word}${tied}`;
}

/** What bears the headline out and what speaks against it; `perHead` are venues per resident. */
export function bothSides(
	story: Omit<DocumentsStory, 'bearsOut' | 'speaksAgainst'>,
	perHead: StoryRow | null
): Pick<DocumentsStory, 'bearsOut' | 'speaksAgainst'> {
	const bearsOut: string[] = [];
	const speaksAgainst: string[] = [];
	const add = (found: StoryRow, word: string) => {
		const said = `${found.label}: ${found.own}. ${placeWords(story.name, found, word)}`;
		if (found.place === 1) bearsOut.push(`${said}.`);
		else speaksAgainst.push(`${said}. The ${word} is ${found.leader}, with ${found.leaderValue}.`);
	};
	for (const found of story.deprivation) add(found, 'most deprived');
	for (const found of story.charities) add(found, 'lowest');
	if (perHead) add(perHead, 'lowest');
	const core20 = story.communities.filter(({ core20Residents }) => core20Residents > 0);
	const gaps = core20.filter(({ verdict }) => verdict === 'gap');
	const fewest = core20.filter(
		({ vouched }) => vouched.venues !== null && provisionClass(vouched.venues, ENOUGH) === 0
	);
	const alone = otherCountWords(gaps.length, fewest.length, core20.length);
	const named = (list: readonly StoryCommunity[]) =>
		formatNames(list.map(({ name, venues }) => `${name} (${formatDecimal(venues ?? 0)})`));
	if (gaps.length > 0) {
		bearsOut.push(
			`${capitalise(formatQuantity(gaps.length, 'Core20 community', 'Core20 communities'))} of ${story.name} ${gaps.length === 1 ? 'has' : 'have'} fewer than ${VENUES.k} community venues within ${VENUES.reach.cost} minutes on foot for ${gaps.length === 1 ? 'its' : 'their'} Core20 residents, on average (estimate): ${named(gaps)}${alone}.`
		);
	} else if (core20.length > 0) {
		const least = core20.filter(({ venues }) => venues !== null).slice(0, 2);
		speaksAgainst.push(
			`None of its ${formatQuantity(core20.length, 'Core20 community', 'Core20 communities')} has fewer than ${VENUES.k} community venues within ${VENUES.reach.cost} minutes on foot for its Core20 residents, on average (estimate)${least.length > 0 ? `; the fewest are in ${named(least)}` : ''}${alone}.`
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
			`For the Core20 residents of ${formatQuantity(far.length, 'community', 'communities')} the nearest food bank on a list is on average more than ${FOOD_BANKS.reach.cost} minutes away on foot (estimate): ${formatNames(far.map(({ name }) => name))}${byVouched}.`
		);
	} else if (known.length > 0) {
		speaksAgainst.push(
			`For the Core20 residents of all its Core20 communities, the nearest food bank on a list is on average within ${FOOD_BANKS.reach.cost} minutes on foot (estimate)${fewer.length === 0 ? '' : `, but ${BY_VOUCHED} not for those of ${formatQuantity(fewer.length, 'community', 'communities')}`}.`
		);
	}
	for (const { name, rate, gap, score } of story.networks) {
		// Older figures bear nothing out.
		if (rate === null || story.olderFigures !== null) continue;
		const said = `${name} reported ${formatDecimal(rate)} link workers per 10,000 patients (average IMD 2019 score of its practices: ${score === null ? 'not known' : formatDecimal(score)})`;
		if (gap) bearsOut.push(`${said}, fewer than the region’s networks together.`);
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
			? `A local document singles out ${name}. It is ${most} of ${regionName} by ${formatCount(leads.length)} of ${formatCount(deprivation.length)} measures.`
			: `${notHeldOf(missing, [DOCUMENTS])[0] ?? 'No local document that we read singles out a district.'} By average score, ${name} is ${most} of ${regionName}. It comes first by ${formatCount(leads.length)} of ${formatCount(deprivation.length)} measures of deprivation.`
	);
	const tied = deprivation.filter(({ place, ties }) => place === 1 && ties.length > 0);
	for (const { label, ties } of tied) {
		said.push(`By ${lower(label)}, ${name} is tied with ${formatList(ties)}.`);
	}
	const byLeader = new Map<string, string[]>();
	for (const { place, label, leader } of deprivation) {
		if (place > 1) byLeader.set(leader, [...(byLeader.get(leader) ?? []), lower(label)]);
	}
	for (const [leader, labels] of byLeader) {
		said.push(`${leader} comes first by ${formatNames(labels)}.`);
	}
	if (charities.length === 0) {
		said.push(
			whyEmpty(missing, CHARITIES_PART) ??
				'The documents that we read publish no figures of charities by district.'
		);
	} else {
		const [least, not] = [
			charities.filter(({ place, ties }) => place === 1 && ties.length === 0),
			charities.filter(({ place, ties }) => place > 1 || ties.length > 0)
		];
		if (least.length > 0) {
			said.push(
				`As a local document prints them, ${name} has the ${charities[0]?.of === 1 ? 'only figures' : `lowest figures of the ${charities[0]?.of ?? 0} districts that have any`} for ${formatList(least.map((found) => `${lower(found.label)} (${found.own})`))}.`
			);
		}
		for (const found of not) {
			const its = `The ${lower(found.label)} of ${name} (${found.own})`;
			said.push(
				found.place === 1
					? `${its} is the lowest, tied with ${formatList(found.ties)}.`
					: `${its} is not the lowest: ${found.leader} has ${found.leaderValue}.`
			);
		}
	}
	if (unknown.length > 0) {
		said.push(
			`We do not know how many charities ${formatList(unknown)} ${unknown.length === 1 ? 'has' : 'have'}, and other figures do not tell.`
		);
	}
	return said;
}
