/** What the analysis found, in sentences with names and numbers. */
import {
	BY_VOUCHED,
	mustSayBoth,
	otherCountWords,
	otherShareWords
} from '../access/both-shares.ts';
import { carsWords } from '../access/cars.ts';
import { numberOf } from '../facts/value.ts';
import { LEVELS } from '../areas/region.ts';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatEstimate,
	formatList,
	formatNames,
	formatQuantity,
	formatWholePercent
} from '../text/format.ts';
import { haveNone } from '../text/without-figure.ts';
import { besideBounds } from './answer-words.ts';
import type { AreaResult, GapsAnalysis, ReachFigures } from './answer.ts';
import { measureOf } from './measures.ts';
import { barOf } from './need-bar.ts';
import { provisionWords } from './provisions.ts';
import { forWhom } from './served.ts';

/** "Fairstead & Springwood, King’s Lynn and West Norfolk". */
export function placeWords({ name, districts }: AreaResult): string {
	return districts.length === 0 ? name : `${name}, ${formatList(districts)}`;
}

/** Why an area's need counts as high: its figure beside the bar. */
export function needSentence(area: AreaResult, analysis: GapsAnalysis): string {
	const { need, request, units, edition } = analysis;
	const figure = numberOf(area.need);
	if (request.bar === 'core20') {
		return units.level === 'lsoa'
			? `A Core20 neighbourhood of ${formatCount(area.residents)} residents, ${edition.short}.`
			: `${formatCount(area.core20Residents)} of ${formatCount(area.residents)} residents live in Core20 neighbourhoods.`;
	}
	if (figure === null) return `We have no figure here for: ${need.label}.`;
	const people =
		need.people && area.people !== null && request.need !== 'core20-residents'
			? `, ${formatEstimate(area.people)} ${need.people.label}`
			: '';
	const beside =
		need.region === null || need.region === 0
			? ''
			: `; ${need.format(need.region)} in ${analysis.regionName} as a whole`;
	const isAverage = request.need === 'core20-residents' || request.need === 'children-income';
	return `${capitalise(need.label)} ${need.format(figure)}${people}${isAverage ? '' : beside}.`;
}

/** Whose nearest it is: " For most of them it is Hall B."; where it is not most, of how many. */
function nearestWords({ nearestSite }: AreaResult): string {
	if (!nearestSite) return '';
	const { name, share, vouched } = nearestSite;
	if (vouched === 0) {
		return ` For ${share > 0.5 ? 'most' : `about ${formatWholePercent(share)}`} of them (estimate) it is ${name}, which is not checked and which no list has named recently.`;
	}
	if (share > 0.5 && (vouched ?? share) > 0.5) return ` For most of them (estimate) it is ${name}.`;
	const other =
		vouched !== null && mustSayBoth({ confirmed: vouched, all: share })
			? `; ${formatWholePercent(vouched)} ${BY_VOUCHED}`
			: '';
	return ` For about ${formatWholePercent(share)} of them (estimate${other}) it is ${name}.`;
}

/** How many of them have none: ", and all have at least one", ", and 32% of them have none", ", and none of them has any". */
function noneWords({ none, vouched }: ReachFigures): string {
	if (none === null) return '';
	const fewer = vouched?.none ?? none;
	if (none === 0) {
		return mustSayBoth({ confirmed: fewer, all: none })
			? `, and all have at least one, but ${formatWholePercent(fewer)} of them none ${BY_VOUCHED}`
			: ', and all have at least one';
	}
	if (none > 1 - 1e-9) return ', and none of them has any';
	const other = otherShareWords([none], [fewer], formatWholePercent);
	return `, and ${formatWholePercent(none)} of them have none${other}`;
}

/** The other figure of an average, where it reads differently: "; 5.1 by checked or recent listings alone". */
function otherWords(
	all: number,
	vouched: number | null | undefined,
	format: (value: number) => string
): string {
	const isTold = vouched != null && Number.isFinite(vouched) && format(vouched) !== format(all);
	// Its unit stands before it.
	return isTold ? `; ${format(vouched).split(' ', 1).join('')} ${BY_VOUCHED}` : '';
}

/** What provision an area has, by the chosen measure and what speaks beside it. */
export function provisionSentence(area: AreaResult, analysis: GapsAnalysis): string {
	const { request, formatProvision, formatCost, regionProvision } = analysis;
	if (analysis.kinds.length > 0) return kindsSentence(area, analysis);
	const words = provisionWords(request.provision);
	const value = numberOf(area.provision);
	if (area.provision.kind === 'not-surveyed') {
		return `None of our lists covers ${words} here, so we do not know how many there are.`;
	}
	if (value === null) {
		return area.count === 0 || area.nearest === null
			? `We have no figure for ${words} here.`
			: `We know of no ${words} near here.`;
	}
	const away = area.nearest === null ? '' : formatCost(area.nearest);
	const nearest =
		area.nearest === null
			? ''
			: ` ${area.whole ? 'For a Core20 resident the nearest' : 'The nearest'} is ${away} away on average (estimate${otherWords(area.nearest, area.vouched?.nearest, formatCost)}).${nearestWords(area)}`;
	const all = area.whole?.provision ?? null;
	const beside =
		all === null ? '' : `. The average for all its residents is ${wholeWords(all, analysis)}`;
	const theirs = area.whole ? ' of its Core20 residents' : '';
	switch (request.measure) {
		case 'count':
			return `On average a ${area.whole ? 'Core20 ' : ''}resident has ${formatProvision(value)} within ${formatCost(request.reach.cost)} (estimate${otherWords(value, area.vouched?.count, formatDecimal)})${noneWords(area)}${beside}.${nearest}`;
		case 'nearest':
			return `The nearest of the ${words} is ${formatProvision(value)} away on average${area.whole ? ' for its Core20 residents' : ''} (estimate${otherWords(value, area.vouched?.nearest, formatCost)})${beside}.${nearestWords(area)}`;
		case 'e2sfca':
			return `${capitalise(words)} near${theirs}, shared among everyone near them: ${formatProvision(value)} (estimate)${beside}. The region has ${formatDecimal(regionProvision)}.${nearest}`;
		case 'rate':
			return `It has ${formatProvision(value)}, counting ${words}. The region has ${formatDecimal(regionProvision)}.`;
		default:
			return publishedSentence(area, analysis);
	}
}

/** What an area has of each of several kinds, and of which there is little. */
function kindsSentence(area: AreaResult, { request, kinds, formatCost }: GapsAnalysis): string {
	const little: string[] = [];
	const enough: string[] = [];
	const unknown: string[] = [];
	for (const { areas, request: asked, regionProvision, bounds } of kinds) {
		const own = areas[area.unit];
		const value = own ? numberOf(own.provision) : null;
		const words = provisionWords(asked.provision);
		const decimal = besideBounds(formatDecimal, bounds);
		if (!own || value === null) {
			unknown.push(words);
			continue;
		}
		const nearest =
			request.measure === 'count' && own.nearest !== null
				? `; the nearest ${formatCost(own.nearest)} away`
				: '';
		const figure =
			request.measure === 'nearest'
				? formatCost(value)
				: request.measure === 'count'
					? `${decimal(value)}${nearest}`
					: `${decimal(value)} per 10,000 residents; the region ${formatDecimal(regionProvision)}`;
		(own.little.length > 0 ? little : enough).push(`${words} (${figure})`);
	}
	const [intro, few, many] = kindsWords(request, area.whole !== null, formatCost);
	const parts = [
		...(little.length > 0 ? [`${few(little.length)} ${formatList(little)}`] : []),
		...(enough.length > 0 ? [`${many(enough.length)} ${formatList(enough)}`] : [])
	];
	return [
		...(parts.length > 0 ? [`${intro} ${parts.join(', and ')}.`] : []),
		...(unknown.length > 0 ? [`We know nothing about ${formatList(unknown)} here.`] : [])
	].join(' ');
}

/** What comes before all kinds, before those that there is little of, and before the others. */
function kindsWords(
	{ measure, reach, k }: GapsAnalysis['request'],
	ofSome: boolean,
	formatCost: (cost: number) => string
): [string, (kinds: number) => string, (kinds: number) => string] {
	const who = ofSome ? 'Core20 resident' : 'resident';
	const each = (kinds: number) => (kinds > 1 ? ' each of' : '');
	switch (measure) {
		case 'count':
			return [
				`Within ${formatCost(reach.cost)} a ${who} has on average`,
				(kinds) =>
					k === 1 ? `less than one${each(kinds) || ' of'}` : `fewer than ${k}${each(kinds)}`,
				(kinds) => `${k} or more${each(kinds)}`
			];
		case 'nearest':
			return [
				`On average for a ${who},`,
				() => 'the nearest is too far away for',
				() => 'near enough for'
			];
		case 'e2sfca':
			return [
				`When places near are shared among everyone near them, a ${who} has`,
				() => 'little of',
				() => 'enough of'
			];
		default:
			return ['It has', () => 'little of', () => 'enough of'];
	}
}

/** A figure over all residents, without repeating of what it is. */
const wholeWords = (value: number, { request, formatProvision }: GapsAnalysis): string =>
	request.measure === 'nearest' ? formatProvision(value) : formatDecimal(value);

/** The published figures of a district, with its place among those that have one. */
function publishedSentence(area: AreaResult, { areas, formatProvision }: GapsAnalysis): string {
	const value = numberOf(area.provision);
	if (value === null || !area.published) return 'No figure is published.';
	const known = areas.flatMap(({ provision }) => numberOf(provision) ?? []);
	const below = known.filter((other) => other < value).length;
	const same = known.filter((other) => other === value).length - 1;
	const tied = same > 0 ? `, as many as ${formatQuantity(same, 'other')}` : '';
	const place =
		below === 0
			? `the least${tied}`
			: below + same === known.length - 1
				? `the most${tied}`
				: `more than ${formatQuantity(below, 'other')}${tied}`;
	const none = haveNone(
		areas.flatMap(({ name, provision }) => (numberOf(provision) === null ? [name] : []))
	);
	const of = `of the ${known.length} districts${none === null ? '' : ` with a figure (${none})`}`;
	return `${capitalise(formatProvision(value))}, ${place} ${of}.`;
}

/** The sentence of an area in a list. */
export function areaSentence(area: AreaResult, analysis: GapsAnalysis): string {
	const cars = area.noCar === null ? '' : ` ${carsWords(area.noCar)}.`;
	return `${needSentence(area, analysis)} ${provisionSentence(area, analysis)}${cars}`;
}

/**
 * Little (0) or good (2) provision in words: "on average fewer than 3 community venues within 15
 * minutes on foot for their Core20 residents (estimate)".
 */
function amountWords(
	found: 0 | 2,
	{ request, bounds, kinds, formatCost }: GapsAnalysis,
	whose: 'its' | 'their'
): string {
	const whom = forWhom(request, whose);
	if (request.measure !== 'count' || kinds.length > 0) {
		return `${bounds.words[found]}${whom}${measureOf(request.measure).byReach ? ' (estimate)' : ''}`;
	}
	const number = found === 0 ? `fewer than ${request.k}` : `${2 * request.k} or more`;
	return `on average ${number} ${provisionWords(request.provision)} within ${formatCost(request.reach.cost)}${whom} (estimate)`;
}

/** What the page says first: how many gaps, which come first, and what is not known. */
export function findings(analysis: GapsAnalysis): string[] {
	const { areas, gaps, strengths, unknown, units, request, regionName, vouched } = analysis;
	const { one, many } = LEVELS[units.level];
	const above = areas.filter((area) => area.above);
	const names = (indices: readonly number[], most: number) => {
		const shown = indices.slice(0, most).map((unit) => areas[unit]?.name ?? '');
		return formatNames(shown);
	};
	const said: string[] = [];
	if (above.length === 0) {
		said.push(`No ${one} of ${regionName} has high need (${barOf(request.bar).title}).`);
	} else if (gaps.length === 0) {
		said.push(
			`${above.length === 1 ? `It is not so that the one ${one}` : `None of the ${formatQuantity(above.length, one, many)}`} with high need (${barOf(request.bar).title}) has ${amountWords(0, analysis, 'its')}${otherCountWords(0, vouched?.gaps ?? null, above.length)}.`
		);
	} else {
		const which =
			gaps.length > 5
				? `The first five in the list are ${names(gaps, 5)}.${analysis.ranked ? '' : ' Different directories cover them, so their order means little.'}`
				: `${gaps.length > 1 ? 'They are' : 'It is'} ${names(gaps, 5)}.`;
		said.push(
			`${above.length === 1 ? `The one ${one} with high need (${barOf(request.bar).title})` : `Of the ${formatQuantity(above.length, one, many)} with high need (${barOf(request.bar).title}), ${gaps.length === above.length ? 'all' : formatQuantity(gaps.length, '', '').trim()}`} ${gaps.length === 1 ? 'has' : 'have'} ${amountWords(0, analysis, gaps.length === 1 ? 'its' : 'their')}${otherCountWords(gaps.length, vouched?.gaps ?? null, above.length)}. ${which}`
		);
	}
	const lacking = analysis.kinds.flatMap(
		({ gaps: own, vouched: other, request: { provision } }) => {
			if (own.length === 0) return [];
			const moves =
				other &&
				mustSayBoth({ confirmed: other.gaps / above.length, all: own.length / above.length });
			return [
				`${provisionWords(provision)} in ${formatCount(own.length)}${moves ? ` (${formatCount(other.gaps)} ${BY_VOUCHED})` : ''}`
			];
		}
	);
	if (lacking.length > 0) said.push(`There are too few ${formatList(lacking)} of them.`);
	if (strengths.length > 0) {
		said.push(
			`${capitalise(formatQuantity(strengths.length, one, many))} with high need ${strengths.length === 1 ? 'has' : 'have'} ${amountWords(2, analysis, strengths.length === 1 ? 'its' : 'their')}${otherCountWords(strengths.length, vouched?.strengths ?? null, above.length)}. ${strengths.length > 3 ? 'Three of them are' : strengths.length > 1 ? 'They are' : 'It is'} ${names(strengths, 3)}.`
		);
	}
	if (unknown.length > 0) {
		said.push(
			`We can say nothing about ${names(unknown, 5)}${unknown.length > 5 ? ` and ${formatQuantity(unknown.length - 5, 'other')}` : ''}: nobody has looked there, or there is no figure. Unknown is not a gap.`
		);
	}
	if (analysis.cars !== null) said.push(analysis.cars);
	return said;
}
