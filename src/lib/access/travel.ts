/**
 * What a journey is taken to cost where no network of roads is at hand: great-circle
 * distance, made longer by a detour factor, at speeds that are stated. Always an estimate, and
 * a file of real times replaces it (matrix.ts).
 */
import { distance } from 'geokdbush';

/**
 * Ways by road and path are taken to be this much longer than the straight line. How that
 * compares with England's primary schools, whose distances by road are known: `detour.ts`.
 */
export const DETOUR = 1.3;

/** How settled an origin is, as far as speed goes. */
export const SETTLEMENTS = ['urban', 'larger-rural', 'smaller-rural'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** A stretch of a way: up to so many kilometres by road from its start, at so many an hour. */
export interface Leg {
	upTo: number;
	speed: number;
}

export interface Mode {
	id: string;
	/** "On foot". */
	title: string;
	/** After a time: "15 minutes on foot". */
	words: string;
	/** After "a 15-minute": "walk". */
	journey: string;
	/** The stretches of a way, in order; the last one has no end. */
	legs: readonly Leg[];
	/** What the speeds rest on. */
	basis: string;
	/** Minutes a reader may ask for, least and most. */
	minutes: readonly [number, number];
}

/** Ways to travel. Adding one is an entry here. */
export const MODES = {
	walk: {
		id: 'walk',
		title: 'On foot',
		words: 'on foot',
		journey: 'walk',
		legs: [{ upTo: Infinity, speed: 4.8 }],
		basis:
			'We assume 4.8 km an hour, or 80 metres a minute: the usual planning speed. Many people are slower, with a pram or a bad hip.',
		minutes: [5, 60]
	},
	drive: {
		id: 'drive',
		title: 'By car',
		words: 'by car',
		journey: 'drive',
		// Fitted in car-model.ts, whose test says that the fit still gives them.
		legs: [
			{ upTo: 1, speed: 7 },
			{ upTo: 10, speed: 58 },
			{ upTo: Infinity, speed: 93 }
		],
		basis:
			'The speeds are fitted to published car times from neighbourhoods to hospitals with an acute stroke unit. The first kilometre takes eight and a half minutes: those times include setting out, junctions, the streets around a hospital and parking. The next nine kilometres are at 58 km an hour, and any further ones at 93. Journeys to smaller places may be quicker. Many of those who most need help have no car.',
		minutes: [5, 60]
	}
} as const satisfies Record<string, Mode>;

export type ModeId = keyof typeof MODES;
export const MODE_IDS = Object.keys(MODES) as ModeId[];
export const DEFAULT_MODE: ModeId = 'walk';

/** The settlement that a rural-urban class (2011 or 2021 code) stands for. */
export function settlementOf(ruralUrbanCode: string): Settlement {
	if (/^(U|A1|B1|C)/.test(ruralUrbanCode)) return 'urban';
	return /^(RL|D)/.test(ruralUrbanCode) ? 'larger-rural' : 'smaller-rural';
}

/** Great-circle distance in kilometres between two points in degrees. */
export const greatCircleKm: (
	longitude: number,
	latitude: number,
	toLongitude: number,
	toLatitude: number
) => number = distance;

/** How journeys are measured: minutes by a mode, or kilometres by road. */
export interface Travel {
	unit: 'minutes' | 'kilometres';
	mode: ModeId;
	/** Times the great circle: one factor, or one by the settlement that the journey starts in. */
	detour: number | Readonly<Record<Settlement, number>>;
}

export const WALKING: Travel = { unit: 'minutes', mode: DEFAULT_MODE, detour: DETOUR };

/** What a journey of some great-circle kilometres costs from an origin of a settlement. */
export function costOf(travel: Travel, settlement: Settlement, km: number): number {
	const road = km * factorOf(travel, settlement);
	if (travel.unit === 'kilometres') return road;
	const { legs }: Mode = MODES[travel.mode];
	let hours = 0;
	let done = 0;
	for (const { upTo, speed } of legs) {
		const to = Math.min(road, upTo);
		hours += (to - done) / speed;
		if (to === road) break;
		done = to;
	}
	return 60 * hours;
}

/** The great-circle kilometres that a cost reaches, the effective radius: {@link costOf} turned round. */
export function effectiveRadiusKm(travel: Travel, settlement: Settlement, cost: number): number {
	const factor = factorOf(travel, settlement);
	if (travel.unit === 'kilometres') return cost / factor;
	const { legs }: Mode = MODES[travel.mode];
	let hours = cost / 60;
	let done = 0;
	for (const { upTo, speed } of legs) {
		const needed = (upTo - done) / speed;
		if (hours <= needed) return (done + hours * speed) / factor;
		hours -= needed;
		done = upTo;
	}
	return done / factor;
}

function factorOf({ detour }: Travel, settlement: Settlement): number {
	return typeof detour === 'number' ? detour : detour[settlement];
}
