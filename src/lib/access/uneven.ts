/**
 * What it does to a figure that residents are taken to be spread evenly. How many live in each
 * output area stands in no source here, so every output area gets an equal share of its
 * neighbourhood's people. Here the shares are drawn unevenly instead, many times over, by seeded
 * random numbers: what a figure comes to then says how much hangs on that.
 */
import { randomNumbers } from '../stats/random.ts';
import type { ResidentPoints } from './resident-points.ts';

/** Each output area has up to half more or fewer people than an equal share, before scaling. */
export const SPREAD = 0.5;
export const DRAWS = 200;
/** Draws of a figure that asks a whole question anew each time. */
export const FEWER_DRAWS = 40;
const SEED = 20_210_321;
/** The middle share of the draws that a range holds. */
const MIDDLE = 0.95;

export interface Range {
	low: number;
	high: number;
}

type Spread = Pick<ResidentPoints, 'area'>;

/**
 * People by point, drawn unevenly, for each of some draws. Every point's people are
 * multiplied by a number from 1 − {@link SPREAD} to 1 + {@link SPREAD}, all as likely, and those of
 * a neighbourhood scaled so that it keeps its total. The column is the same one each time: use it
 * before asking for the next.
 */
export function* unevenPeople(
	{ area }: Spread,
	people: ArrayLike<number>,
	draws: number = DRAWS
): Generator<Float64Array, void, undefined> {
	const random = randomNumbers(SEED);
	const areas = area.reduce((most, one) => Math.max(most, one + 1), 0);
	const even = new Float64Array(areas);
	area.forEach((one, at) => (even[one] = (even[one] ?? 0) + (people[at] ?? 0)));
	const drawn = new Float64Array(area.length);
	const sums = new Float64Array(areas);
	for (let draw = 0; draw < draws; draw++) {
		sums.fill(0);
		for (let at = 0; at < area.length; at++) {
			const one = (people[at] ?? 0) * (1 + SPREAD * (2 * random() - 1));
			drawn[at] = one;
			sums[area[at] ?? -1] = (sums[area[at] ?? -1] ?? 0) + one;
		}
		for (let at = 0; at < area.length; at++) {
			const one = area[at] ?? -1;
			const sum = sums[one] ?? 0;
			drawn[at] = sum > 0 ? ((drawn[at] ?? 0) * (even[one] ?? 0)) / sum : 0;
		}
		yield drawn;
	}
}

/** The range that the middle 95% of values lie in. Throws without any. */
export function middleRange(values: readonly number[]): Range {
	const sorted = [...values].sort((a, b) => a - b);
	const out = Math.floor((sorted.length * (1 - MIDDLE)) / 2);
	const [low, high] = [sorted[out], sorted.at(-1 - out)];
	if (low === undefined || high === undefined) throw new Error('there are no draws to range over');
	return { low, high };
}

/** A share (0 to 1) of people and what becomes of it where they are spread unevenly. */
export interface UnevenShare {
	/** The middle 95% of the draws. */
	drawn: Range;
	/** No draw is further off: all neighbourhoods lean the same way, as far as they can. */
	most: Range;
}

/**
 * What becomes of the share of some people for whom something holds, if they are spread unevenly.
 * Only people at points of `counted` count, all unless told otherwise. Null without people.
 */
export function unevenShare(
	{ area }: Spread,
	people: ArrayLike<number>,
	holds: (point: number) => boolean,
	counted: (point: number) => boolean = () => true
): UnevenShare | null {
	const inIt = [...area.keys()].filter((at) => counted(at));
	// By neighbourhood: its people for whom it holds, and the others.
	const sides = new Map<number, { yes: number; no: number }>();
	const yes = new Uint8Array(area.length);
	for (const at of inIt) {
		const here = people[at] ?? 0;
		yes[at] = Number(holds(at));
		const side = sides.get(area[at] ?? -1) ?? { yes: 0, no: 0 };
		sides.set(area[at] ?? -1, side);
		if (yes[at]) side.yes += here;
		else side.no += here;
	}
	let [total, sure] = [0, 0];
	let [low, high] = [0, 0];
	for (const side of sides.values()) {
		total += side.yes + side.no;
		// One that is all on one side gives the same in every draw: only the others are drawn.
		if (side.no === 0) sure += side.yes;
		low += leaning(side, 1 - SPREAD, 1 + SPREAD);
		high += leaning(side, 1 + SPREAD, 1 - SPREAD);
	}
	if (!(total > 0)) return null;
	const open = inIt.filter((at) => {
		const side = sides.get(area[at] ?? -1);
		return side !== undefined && side.yes > 0 && side.no > 0;
	});
	const shares: number[] = [];
	for (const drawn of unevenPeople(
		{ area: Int32Array.from(open, (at) => area[at] ?? -1) },
		open.map((at) => people[at] ?? 0)
	)) {
		let within = sure;
		open.forEach((at, i) => {
			if (yes[at]) within += drawn[i] ?? 0;
		});
		shares.push(within / total);
	}
	return { drawn: middleRange(shares), most: { low: low / total, high: high / total } };
}

/** People of a neighbourhood for whom it holds, where both sides are weighed and the total kept. */
function leaning({ yes, no }: { yes: number; no: number }, forYes: number, forNo: number): number {
	const weighed = yes * forYes + no * forNo;
	return weighed > 0 ? ((yes + no) * yes * forYes) / weighed : 0;
}

/** What a reader is told of a share, which stands in `figure` as it is shown ("15.9%"). */
export function unevenSentence(
	{ drawn, most }: UnevenShare,
	figure: string,
	format: (share: number) => string
): string {
	const range = ({ low, high }: Range) => `${format(low)} to ${format(high)}`;
	const stays = ({ low, high }: Range) => format(low) === figure && format(high) === figure;
	const share = `${IF_UNEVEN} the share above (${figure})`;
	if (stays(most)) return `${share} would hardly change.`;
	return `${share} ${stays(drawn) ? 'would hardly change' : `could be ${range(drawn)}`}. If every neighbourhood leaned the same way, it could be ${range(most)}.`;
}

export const IF_UNEVEN = 'If people were spread unevenly within neighbourhoods,';
