/** The question as a sentence that a person would ask, and its answer in a line. */
import { BY_VOUCHED_IN_SHORT, mustSayBoth } from '../access/both-shares.ts';
import type { ModeId } from '../access/travel.ts';
import { LEVELS } from '../areas/region.ts';
import { EDITIONS } from '../facts/editions.ts';
import { formatCount, formatDecimal, formatList } from '../text/format.ts';
import type { GapsAnalysis } from './answer.ts';
import { barOf } from './need-bar.ts';
import { needOf } from './needs.ts';
import { provisionsOf } from './provisions.ts';
import type { GapsRequest } from './request.ts';
import { standingCounts } from './standing.ts';
import type { VariationsAnswer } from './variations.ts';

const WAYS: Readonly<Record<ModeId, string>> = { walk: 'walk', drive: 'drive' };

/** How far people go, after "within" or "more than": "15 minutes’ walk", "2 km by road". */
export function farWords({ reach, mode }: Pick<GapsRequest, 'reach' | 'mode'>): string {
	return reach.unit === 'minutes'
		? `${reach.cost} minutes’ ${WAYS[mode]}`
		: `${Number.isInteger(reach.cost) ? formatCount(reach.cost) : formatDecimal(reach.cost)} km by road`;
}

/** The areas whose need is high, after "in which". */
function areasWords({ bar, level }: GapsRequest): string {
	const { many } = LEVELS[level];
	switch (bar) {
		case 'core20':
			return level === 'lsoa' ? `${many} in the most deprived fifth of England` : many;
		case 'region':
			return `${many} with more need than the region as a whole`;
		case 'rural':
			return `mostly rural ${many}`;
		default:
			return `of the ${many} with the highest need`;
	}
}

/** Whose provision counts, after "do". */
const peopleWords = ({ bar, level }: GapsRequest): string =>
	bar === 'core20' && level !== 'lsoa'
		? 'people in the most deprived fifth of England’s neighbourhoods'
		: 'people';

/** The question of a request: one sentence for each way of counting. */
export function questionSentence(request: GapsRequest): string {
	const { k, measure } = request;
	const kinds = provisionsOf(request.provision);
	const areas = areasWords(request);
	const people = peopleWords(request);
	const far = farWords(request);
	const [{ one = '', many = '' } = {}] = kinds;
	const all = formatList(kinds.map((kind) => kind.many));
	const isOne = kinds.length === 1;
	switch (measure) {
		case 'count':
			return isOne
				? `In which ${areas} do ${people} have, on average, fewer than ${k} ${k === 1 ? one : many} within ${far}?`
				: `In which ${areas} do ${people} have, on average, fewer than ${k} of at least one of these within ${far}: ${all}?`;
		case 'nearest':
			return isOne
				? `In which ${areas} do ${people} live, on average, more than ${far} from the nearest ${one}?`
				: `In which ${areas} do ${people} live, on average, more than ${far} from at least one of these: ${all}?`;
		case 'e2sfca':
			return isOne
				? `In which ${areas} is the share of ${many} for ${people} less than half the region’s, counting everyone nearby who uses them?`
				: `In which ${areas} is the share for ${people} less than half the region’s of at least one of these, counting everyone nearby who uses them: ${all}?`;
		case 'published-number':
			return `In which ${areas} are there fewer ${many} than the average district has?`;
		case 'published-income':
			return `In which ${areas} is the total income of ${many} lower than the average district’s?`;
		case 'published-income-per-resident':
			return `In which ${areas} is the income of ${many}, per resident, lower than the region’s?`;
		default:
			return isOne
				? `In which ${areas} are there fewer ${many} per 10,000 residents than in the region as a whole?`
				: `In which ${areas} are there fewer per 10,000 residents than in the region of at least one of these: ${all}?`;
	}
}

/** What the question leaves unsaid: how need is measured, from where it counts as high, and what is counted. */
export function questionDetails({ need, bar, edition, verifiedOnly }: GapsRequest): string[] {
	return [
		`Need: ${needOf(need).title}; areas as in the ${EDITIONS[edition].title}.`,
		`High need: ${barOf(bar).about}.`,
		...(verifiedOnly ? ['Only places that an official register lists as open are counted.'] : [])
	];
}

/** The answer in a line: "15 of the 39 communities with high need are gaps (20 by recent listings). 15 more could be." */
export function answerLine(analysis: GapsAnalysis, answer: VariationsAnswer | null): string {
	const { one, many } = LEVELS[analysis.units.level];
	const above = analysis.areas.filter((area) => area.above).length;
	const counts = standingCounts(analysis, answer);
	if (above === 0) return `None: no ${one} here counts as having high need.`;
	const which =
		above === 1
			? `The one ${one} with high need`
			: `${counts.gap === 0 ? 'None' : formatCount(counts.gap)} of the ${formatCount(above)} ${many} with high need`;
	const no = above === 1 && counts.gap === 0 ? 'no' : 'a';
	const vouched = analysis.vouched?.gaps ?? counts.gap;
	const other = mustSayBoth({ confirmed: vouched / above, all: counts.gap / above })
		? ` (${formatCount(vouched)} ${BY_VOUCHED_IN_SHORT})`
		: '';
	const gaps = `${which} ${counts.gap > 1 ? 'are gaps' : `is ${no} gap`}${other}.`;
	const more =
		counts['could-be'] === 0
			? ''
			: ` ${formatCount(counts['could-be'])} ${counts.gap === 0 ? '' : 'more '}could be.`;
	const unknown =
		counts.unknown === 0 ? '' : ` Of ${formatCount(counts.unknown)} we do not know enough to say.`;
	return `${gaps}${more}${unknown}`;
}
