/** Maternity in sentences: who lives far, by what is confirmed, and what would change that. */
import { mustSayBoth, type BothShares } from '../access/both-shares.ts';
import type { Site } from '../access/site.ts';
import { MODES } from '../access/travel.ts';
import { unevenSentence } from '../access/uneven.ts';
import { acrossFifths } from '../text/fifths.ts';
import {
	formatCount,
	formatList,
	formatNames,
	formatQuantity,
	formatWholePercent
} from '../text/format.ts';
import { SERVICES, WHO, type Fifth, type MaternityAnalysis } from './maternity-answer.ts';

/** What is confirmed, and how old the sources are that do so. */
export function confirmedWords(confirmed: readonly Site[]): string[] {
	const dates = confirmed.flatMap((one) => one.confirmed?.date ?? []);
	if (dates.length === 0) return ['No place is confirmed by a dated source.'];
	const years = [...new Set(dates.map((date) => date.slice(0, 4)))].sort();
	const [first = '', last = first] = [years[0], years.at(-1)];
	return [
		`A place counts as confirmed only by a source, with its date and its words: ${formatQuantity(dates.length, 'place is', 'places are')}, by sources of ${first === last ? first : `${first} to ${last}`}. Ask before you travel.`
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
	const them = carrying.length === 1 ? 'it' : 'them';
	return request.unverified
		? `; ${formatWholePercent(shares.confirmed)} by the confirmed places alone, as nothing confirms ${namesOf(carrying)}`
		: `; ${formatWholePercent(shares.all)} if one counts ${namesOf(carrying)}, though nothing confirms ${them}`;
}

/** What a fifth's share is by the other way of counting; null where that is not told. */
export function otherWords({ share, shares }: Pick<Fifth, 'share' | 'shares'>): string | null {
	if (!mustSayBoth(shares)) return null;
	return share === shares.confirmed
		? `${formatWholePercent(shares.all)} with the unconfirmed`
		: `${formatWholePercent(shares.confirmed)} by the confirmed alone`;
}

/** The share of a fifth, with the other way of counting where that is told. */
function fifthWords(fifth: Pick<Fifth, 'share' | 'shares'>): string {
	const other = otherWords(fifth);
	return `${formatWholePercent(fifth.share)}${other === null ? '' : ` (${other})`}`;
}

/** What the section says first. */
export function findingsOf(answer: Answer, regionName: string, cars: string | null): string[] {
	const { request, fifths, all, uneven, far, acrossBorder, borderNames, services } = answer;
	const { title, words } = SERVICES[request.services];
	const who = WHO[request.who].title;
	const time = `${request.minutes} minutes ${MODES[request.mode].words}`;
	if (all.median === null) {
		return [
			request.unverified
				? `No place that could be ${title} is known.`
				: `No ${words} is confirmed. ${answer.unconfirmed.length > 0 ? `Named, and not confirmed: ${namesOf(answer.unconfirmed)}.` : ''}`.trim()
		];
	}
	const said = [
		`Half of the ${formatCount(all.people)} ${who} of ${regionName} live within ${formatCount(all.median)} minutes of a ${request.unverified ? '' : 'confirmed '}${words} ${MODES[request.mode].words}; ${formatWholePercent(all.share)} live further than ${time}${otherFigure(answer, all.shares)}.`,
		// What "do" means there stands in the sentence before it.
		acrossFifths(
			fifths.map(({ share }) => share),
			(at) => (fifths[at] ? fifthWords(fifths[at]) : '')
		),
		...(uneven ? [unevenSentence(uneven, formatWholePercent(all.share), formatWholePercent)] : []),
		...(cars === null ? [] : [cars])
	];
	if (far.length > 0) {
		said.push(
			`Furthest on average: ${formatList(far.slice(0, 5).map(({ name, minutes }) => `${name} (${formatCount(minutes)} minutes)`))}${far.length > 5 ? `, and ${formatQuantity(far.length - 5, 'other community', 'other communities')}` : ''}.`
		);
	}
	if (acrossBorder > 0) {
		said.push(
			`For ${formatWholePercent(acrossBorder)} the nearest is across the border: ${formatNames(borderNames)}.`
		);
	} else if (services.every(({ inside }) => inside)) {
		said.push(
			request.unverified
				? 'No place across the border is counted.'
				: 'No place across the border is confirmed, so none is counted.'
		);
	}
	return said;
}
