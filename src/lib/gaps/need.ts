/** What a need is, and how its figures are worked out for the areas of a level. */
import type { Level, RegionAreas, Units } from '../areas/region.ts';
import type { Edition, EditionId } from '../facts/editions.ts';
import type { FactsPart, NameOf, PartName } from '../facts/parts.ts';
import type { Value } from '../facts/value.ts';
import { weightedMean } from '../stats/weighted.ts';

export interface NeedContext {
	edition: Edition;
	areas: RegionAreas;
	units: Units;
	facts: (part: NameOf<'facts'>) => FactsPart;
}

/** A need, worked out for the areas of a level. */
export interface NeedMeasure {
	/** What the figure is: "average IMD score". */
	label: string;
	/** By unit. */
	values: Value[];
	/** By neighbourhood, for comparing provision across need; null where there is none so small. */
	byArea: readonly number[] | null;
	/** What the region as a whole has. */
	region: number | null;
	higherIsNeedier: boolean;
	format: (value: number) => string;
	/** How many people it is about, by unit, where that is known. */
	people: { label: string; counts: readonly number[] } | null;
	datasets: string[];
	period: string;
	caveats: string[];
}

export interface Need {
	/** In the address and on the command line. */
	id: string;
	title: string;
	/** Where it stands in the list of needs. */
	group: 'deprivation' | 'people' | 'health' | 'place';
	about: string;
	editions: readonly EditionId[];
	levels: readonly Level[];
	parts: (edition: Edition) => PartName[];
	build: (context: NeedContext) => NeedMeasure;
}

/** Every level, for needs that can be told of each. */
export const ALL: readonly Level[] = ['lsoa', 'msoa', 'place', 'district'];

/** Means of the residents of each unit, and of the region. */
export function averages({ areas, units }: NeedContext, byArea: readonly number[]) {
	const mean = (members: readonly number[]) =>
		weightedMean(
			members.map((area) => byArea[area] ?? NaN),
			members.map((area) => areas.residents[area] ?? NaN)
		);
	return {
		byArea,
		values: units.members.map((members): Value => {
			const value = mean(members);
			return value === null ? { kind: 'missing' } : { kind: 'value', value };
		}),
		region: mean([...areas.codes.keys()])
	};
}

/** How many of a count live in each unit, as a share of residents, and the share of the region. */
export function shares(
	{ areas, units }: NeedContext,
	counts: readonly number[],
	totals: readonly number[],
	status: 'value' | 'estimate'
) {
	const sum = (values: readonly number[], members: readonly number[]) =>
		members.reduce((total, area) => total + (values[area] ?? NaN), 0);
	const share = (members: readonly number[]) => sum(counts, members) / sum(totals, members);
	return {
		byArea: counts.map((count, area) => count / (totals[area] ?? NaN)),
		values: units.members.map((members): Value => ({ kind: status, value: share(members) })),
		region: share([...areas.codes.keys()]),
		people: units.members.map((members) => sum(counts, members))
	};
}
