/** Reading the figures of a part of a pack. */
import type { Absence, Value } from './value.ts';
import type { FactsColumn, FactsPart } from './parts.ts';

/** A column of a part. Throws where the part has none of that name. */
export function factsColumn(facts: FactsPart, name: string): FactsColumn {
	const column = facts.columns[name] ?? decilesOf(facts, name);
	if (!column) throw new Error(`${facts.part} has no column ${name}`);
	return column;
}

/** The decile of a rank among so many areas, where 1 is the most deprived tenth. */
export const decileOfRank = (rank: number, areas: number): number => Math.ceil((rank * 10) / areas);

function decilesOf({ columns, deciles }: FactsPart, name: string): FactsColumn | null {
	const found = deciles?.[name];
	const ranks = found && columns[found.ranks];
	if (!ranks) return null;
	return {
		values: ranks.values.map((rank) => (rank === null ? null : decileOfRank(rank, found.areas)))
	};
}

/** Figures that are there for every area. Throws where one is not. */
export function factNumbers(facts: FactsPart, name: string): number[] {
	return factsColumn(facts, name).values.map((value, i) => {
		if (value === null) throw new Error(`${facts.part}, ${name}: no value for area ${i}`);
		return value;
	});
}

/** Figures of a part by code, which may be of other areas than the map's; `otherwise` where it has none. */
export function valuesOf(
	facts: FactsPart,
	name: string,
	codes: readonly string[],
	otherwise: Absence = 'missing'
): Value[] {
	const values = factValues(facts, name);
	const index = new Map(facts.codes?.map((code, i) => [code, i]));
	return codes.map((code) => values[index.get(code) ?? -1] ?? { kind: otherwise });
}

/** Figures with what they are: values, estimates, or why there is none. */
export function factValues(facts: FactsPart, name: string): Value[] {
	const { values, lower, upper, status } = factsColumn(facts, name);
	return values.map((value, i) => {
		const kind = status?.[i];
		if (value === null) {
			return { kind: kind === undefined || kind === 'estimate' ? 'missing' : kind };
		}
		const low = lower?.[i];
		const high = upper?.[i];
		const interval =
			typeof low === 'number' && typeof high === 'number'
				? { interval: { lower: low, upper: high } }
				: {};
		return { kind: kind === 'estimate' ? 'estimate' : 'value', value, ...interval };
	});
}
