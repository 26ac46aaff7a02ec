/** Shares of the people or homes of an area, from the parts of a region. */
import { factsColumn } from '../facts/figures.ts';
import type { NameOf } from '../facts/parts.ts';
import type { PartReader } from '../facts/reader.ts';

/** A share of people or homes, and what it is from. */
export interface Share {
	share: number;
	datasets: readonly string[];
}

/** The sum of a column over an area; null where the part or a value is missing. */
function sumOf(
	reader: PartReader,
	part: NameOf<'facts'>,
	column: string,
	members: readonly number[]
): number | null {
	if (!reader.has(part)) return null;
	const { values } = factsColumn(reader.get(part), column);
	let sum = 0;
	for (const member of members) {
		const value = values[member] ?? null;
		if (value === null) return null;
		sum += value;
	}
	return sum;
}

/** The share of an area's people or homes; null where it is not known. */
export function shareIn(
	reader: PartReader,
	part: NameOf<'facts'>,
	[column, all]: readonly [string, string],
	members: readonly number[]
): Share | null {
	const [count, of] = [sumOf(reader, part, column, members), sumOf(reader, part, all, members)];
	if (count === null || of === null || of <= 0) return null;
	return { share: count / of, datasets: reader.get(part).datasets };
}
