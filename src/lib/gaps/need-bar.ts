/**
 * The need bar: from where on need counts as high. Only above it can little provision be a
 * gap; below it, that nothing is near is not called one.
 */
import type { Level, RegionAreas, Units } from '../areas/region.ts';
import { numberOf } from '../facts/value.ts';
import { midRanks } from '../stats/weighted.ts';
import type { Need, NeedMeasure } from './need.ts';

export interface Bar {
	id: string;
	/** "Core20". */
	title: string;
	/** After "the bar is": what is above it, in words. */
	about: string;
	/** Why it doesn't go with a need at a level; null where it does. */
	why: (need: Need, level: Level) => string | null;
	/** Whether it is about residents of Core20 neighbourhoods alone: provision is theirs, then. */
	ofCore20: boolean;
	/** Which units are above it. */
	above: (context: BarContext) => boolean[];
}

export interface BarContext {
	areas: RegionAreas;
	units: Units;
	measure: NeedMeasure;
	/** Core20 or not, by neighbourhood. */
	core20: readonly boolean[];
}

const SMALL: readonly Level[] = ['lsoa', 'msoa'];
const isSmall = (level: Level) => SMALL.includes(level);

const residentsOf = ({ areas, units }: BarContext): number[] =>
	units.members.map((members) => members.reduce((sum, at) => sum + (areas.residents[at] ?? 0), 0));

/** The most needy share of the region's residents, by their areas, ties in the middle of theirs. */
function mostNeedy(percent: number): Omit<Bar, 'id'> {
	return {
		ofCore20: false,
		title: `the ${percent}% of residents with the highest need`,
		about: `areas with the highest need that together hold ${percent}% of the region’s residents`,
		why: (_need, level) =>
			isSmall(level)
				? null
				: 'there are too few districts and localities to divide by a share of residents',
		above(context) {
			const { measure } = context;
			const known = measure.values.flatMap((value, unit) => {
				const number = numberOf(value);
				return number === null ? [] : [{ unit, number }];
			});
			const residents = residentsOf(context);
			const ranks = midRanks(
				known.map(({ number }) => (measure.higherIsNeedier ? -number : number)),
				known.map(({ unit }) => residents[unit] ?? 0)
			);
			const above = measure.values.map(() => false);
			known.forEach(({ unit }, i) => (above[unit] = (ranks[i] ?? 1) < percent / 100));
			return above;
		}
	};
}

export const BARS = {
	core20: {
		id: 'core20',
		title: 'Core20',
		ofCore20: true,
		about:
			'neighbourhoods in deciles 1 and 2 of the Index of Multiple Deprivation, and communities with at least one of them',
		why: (_need, level) =>
			isSmall(level) ? null : 'almost any district or locality may have a Core20 neighbourhood',
		above: ({ units, core20 }) =>
			units.members.map((members) => members.some((area) => core20[area]))
	},
	'share-10': { id: 'share-10', ...mostNeedy(10) },
	'share-20': { id: 'share-20', ...mostNeedy(20) },
	'share-30': { id: 'share-30', ...mostNeedy(30) },
	'share-40': { id: 'share-40', ...mostNeedy(40) },
	region: {
		id: 'region',
		title: 'higher than in the region as a whole',
		ofCore20: false,
		about: 'areas whose need is above the region’s as a whole',
		why: () => null,
		above: ({ measure: { values, region, higherIsNeedier } }) =>
			values.map((value) => {
				const number = numberOf(value);
				if (number === null || region === null) return false;
				return higherIsNeedier ? number > region : number < region;
			})
	},
	rural: {
		id: 'rural',
		title: 'mostly rural',
		ofCore20: false,
		about: 'areas where at least half of the residents live in rural neighbourhoods',
		why: (need) =>
			need.id === 'rural' ? null : 'it is about rural areas, and you chose another need',
		above: ({ measure: { values } }) => values.map((value) => (numberOf(value) ?? 0) >= 0.5)
	}
} as const satisfies Record<string, Bar>;

export type BarId = keyof typeof BARS;
export const BAR_IDS = Object.keys(BARS) as BarId[];
export const barOf = (id: BarId): Bar => BARS[id];

/**
 * The bar that a need opens with: Core20 for deprivation as a whole, the neediest fifth of
 * residents for other needs, the region's own figure for districts and places.
 */
export function usualBar(needId: string, level: Level): BarId {
	if (!isSmall(level)) return 'region';
	if (needId === 'imd' || needId === 'core20-residents') return 'core20';
	return needId === 'rural' ? 'rural' : 'share-20';
}
