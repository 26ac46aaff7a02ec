/** Maternity in sentences: who lives far, by what is confirmed, and what would change that. */
import { mustSayBoth, type BothShares } from '../access/both-shares.ts';
import type { Site } from '../access/site.ts';
import { MODES } from '../access/travel.ts';
import { unevenSentence } from '../access/uneven.ts';
import { EDITIONS } from '../facts/editions.ts';
import { acrossFifths } from '../text/fifths.ts';
import {
	capitalise,
	formatCount,
	formatNames,
	formatQuantity,
	formatWholePercent
} from '../text/format.ts';
import { SERVICES, WHO, type Fifth, type MaternityAnalysis } from './maternity-answer.ts';

/** What is confirmed, and how old the sources are that do so. */
export function confirmedWords(confirmed: readonly Site[]): string[] {
	const dates = confirmed.flatMap((one) => one.confirmed?.date ?? []);
	if (dates.length === 0) return ['None of our sources with a date confirms any of these places.'];
	const years = [...new Set(dates.map((date) => date.slice(0, 4)))].sort();
	const [first = '', last = first] = [years[0], years.at(-1)];
	return [
		`A place counts as confirmed only if a source with a date says that babies are born there or that care is given there. ${capitalise(formatQuantity(dates.length, 'place is', 'places are'))} confirmed, by sources of ${first === last ? first : `${first} to ${last}`}. Ask before you travel.`
	];
}

type Answer = Omit<MaternityAnalysis, 'findings' | 'datasets' | 'caveats'>;

/** At most so many places are named one by one. */
const NAMED = 4;

/** "A, B and three others". */
function namesOf(sites: readonly Site[]): string {
	const rest = sites.length - NAMED;
	return rest > 1
		? formatNames([...sites.slice(0, NAMED).map(({ name }) => name), formatQuantity(rest, 'other')])
		: formatNames(sites.map(({ name }) => name));
}

/** What the other way of counting gives, where it is told: "; 4% if … count, too". */
function otherFigure({ request, carrying }: Answer, shares: BothShares): string {
	if (!mustSayBoth(shares)) return '';

	return request.unverified
		? `, or ${formatWholePercent(shares.confirmed)} without places that none of our sources confirms: ${namesOf(carrying)}`
		: `, or ${formatWholePercent(shares.all)} if we also count ${namesOf(carrying)}, which none of our sources confirms`;
}

/** What a fifth's share is by the other way of counting; null where that is not told. */
export function otherWords({ share, shares }: Pick<Fifth, 'share' | 'shares'>): string | null {
	if (!mustSayBoth(shares)) return null;
	return share === shares.confirmed
		? `${formatWholePercent(shares.all)} counting unconfirmed places`
		: `${formatWholePercent(shares.confirmed)} counting confirmed places only`;
}

/** The share of a fifth, with the other way of counting where that is told. */
function fifthWords(fifth: Pick<Fifth, 'share' | 'shares'>): string {
	const other = otherWords(fifth);
	return `${formatWholePercent(fifth.share)}${other === null ? '' : ` (${other})`}`;
}

/** "about 175,900 females aged 15 to 44 (estimate, Census 2021)": an estimate is told in hundreds. */
function peopleWords({ who, edition }: Answer['request'], people: number): string {
	const { title, isCounted, isOfEdition } = WHO[who];
	const period = isOfEdition ? EDITIONS[edition].residentsPeriod : null;
	if (isCounted) return `the ${formatCount(people)} ${title}${period ? ` (${period})` : ''}`;
	const said = people < 1000 ? people : Math.round(people / 100) * 100;
	return `about ${formatCount(said)} ${title} (estimate${period ? `, ${period}` : ''})`;
}

/** What the section says first. */
export function findingsOf(answer: Answer, regionName: string, cars: string | null): string[] {
	const { request, fifths, all, uneven, far, acrossBorder, borderNames, services } = answer;
	const { title, words } = SERVICES[request.services];
	const who = WHO[request.who].title;
	const kind = `${request.unverified ? '' : 'confirmed '}${words}`;
	const place = `a ${kind}`;
	const beyond = `live further than ${request.minutes} minutes ${MODES[request.mode].words} from ${place}`;
	if (all.median === null) {
		return [
			request.unverified
				? `We know of no place that could be ${title}.`
				: `None of our sources confirms a ${words} here. ${answer.unconfirmed.length > 0 ? `Lists name these, but none of our sources confirms them: ${namesOf(answer.unconfirmed)}.` : ''}`.trim()
		];
	}
	const said = [
		`Half of ${peopleWords(request, all.people)} in ${regionName} live within ${formatCount(all.median)} minutes ${MODES[request.mode].words} of ${place} (estimate). ${formatWholePercent(all.share)} of the ${who} there ${beyond} (estimate)${otherFigure(answer, all.shares)}.`,
		acrossFifths(
			fifths.map(({ share }) => share),
			(at) => (fifths[at] ? fifthWords(fifths[at]) : ''),
			`of them ${beyond} (estimate)`
		),
		...(uneven ? [unevenSentence(uneven, formatWholePercent(all.share), formatWholePercent)] : []),
		...(cars === null ? [] : [cars])
	];
	const otherwise = (confirmed: number, all: number, words: string) =>
		mustSayBoth({ confirmed, all })
			? `; ${words} ${request.unverified ? 'counting confirmed places only' : 'counting unconfirmed places'}`
			: '';
	if (far.length > 0) {
		const other = otherwise(
			far.length / answer.communities,
			answer.farOtherwise / answer.communities,
			answer.farOtherwise === 0 ? 'none' : formatCount(answer.farOtherwise)
		);
		said.push(
			`In ${formatQuantity(far.length, 'community', 'communities')} the average journey to the nearest ${kind} takes more than ${request.minutes} minutes ${MODES[request.mode].words} (estimate${other})${far.length > 5 ? '. The longest are in' : ':'} ${formatNames(far.slice(0, 5).map(({ name, minutes }) => `${name} (${formatCount(minutes)} minutes)`))}.`
		);
	}
	if (acrossBorder > 0) {
		const other = otherwise(
			acrossBorder,
			answer.acrossOtherwise,
			formatWholePercent(answer.acrossOtherwise)
		);
		said.push(
			`For ${formatWholePercent(acrossBorder)} of the ${who} (estimate${other}) the nearest ${kind} is outside ${regionName}: ${formatNames(borderNames)}.`
		);
	} else if (services.every(({ inside }) => inside)) {
		said.push(
			request.unverified
				? `No place outside ${regionName} is counted.`
				: `We have no confirmed place outside ${regionName}, so none is counted.`
		);
	}
	return said;
}
