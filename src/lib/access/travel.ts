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

export interface Mode {
	id: string;
	/** "On foot". */
	title: string;
	/** After a time: "15 minutes on foot". */
	words: string;
	/** Kilometres an hour by the settlement that the journey starts in. */
	speed: Readonly<Record<Settlement, number>>;
	/** After this many kilometres the way leads between places, at this speed; null: it never does. */
	between: { after: number; speed: number } | null;
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
		speed: { urban: 4.8, 'larger-rural': 4.8, 'smaller-rural': 4.8 },
		between: null,
		basis:
			'4.8 km an hour, 80 metres a minute: the usual planning speed. Many people are slower, with a pram or a bad hip.',
		minutes: [5, 60]
	},
	drive: {
		id: 'drive',
		title: 'By car',
		words: 'by car',
		speed: { urban: 30, 'larger-rural': 40, 'smaller-rural': 50 },
		between: { after: 5, speed: 60 },
		basis:
			'An assumption: the first 5 km at 30, 40 or 50 km an hour, as the neighbourhood is urban, larger rural or smaller rural, and all further ones at 60. For comparison, the Department for Transport gives 25.3 miles (41 km) an hour as the average on England’s local A roads in the year to March 2019. Many of those who most need help have no car.',
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
	const { speed, between }: Mode = MODES[travel.mode];
	const near = between ? Math.min(road, between.after) : road;
	return 60 * (near / speed[settlement] + (between ? (road - near) / between.speed : 0));
}

/** The great-circle kilometres that a cost reaches, the effective radius: {@link costOf} turned round. */
export function effectiveRadiusKm(travel: Travel, settlement: Settlement, cost: number): number {
	const factor = factorOf(travel, settlement);
	if (travel.unit === 'kilometres') return cost / factor;
	const { speed, between }: Mode = MODES[travel.mode];
	const hours = cost / 60;
	const nearHours = between ? Math.min(hours, between.after / speed[settlement]) : hours;
	const road = nearHours * speed[settlement] + (between ? (hours - nearHours) * between.speed : 0);
	return road / factor;
}

function factorOf({ detour }: Travel, settlement: Settlement): number {
	return typeof detour === 'number' ? detour : detour[settlement];
}
