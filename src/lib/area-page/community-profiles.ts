/** Who lives in each community of a region, as numbers that can be held against each other. */
import type { NameOf } from '../facts/parts.ts';
import type { PartReader } from '../facts/reader.ts';
import type { PageArea } from './page-area.ts';
import { shareIn } from './shares.ts';

/** By what they are compared, and what that is called. */
export const MEASURES: readonly {
	part: NameOf<'facts'>;
	columns: readonly [string, string];
	words: string;
}[] = [
	{ part: 'ages-2025', columns: ['aged_0_15', 'total'], words: 'children' },
	{ part: 'ages-2025', columns: ['aged_65_over', 'total'], words: 'older people' },
	{ part: 'cars-2025', columns: ['no_car', 'households_cars'], words: 'homes without a car' },
	{
		part: 'plus-groups-2025',
		columns: ['lone_parents', 'households_composition'],
		words: 'lone parents'
	},
	{
		part: 'plus-groups-2025',
		columns: ['bad_health', 'residents_health'],
		words: 'people in bad health'
	}
];

/** The shares of a community; null where one is not known. */
function profile(reader: PartReader, { members }: PageArea): number[] | null {
	const shares = MEASURES.map(
		({ part, columns }) => shareIn(reader, part, columns, members)?.share
	);
	return shares.every((share) => share !== undefined) ? shares : null;
}

/** Standard deviation; one where all are the same, so that nothing is divided by nothing. */
function spread(values: readonly number[]): number {
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
	return Math.sqrt(square) || 1;
}

/** Profiles of every community of a region, each share in standard deviations. */
export function communityProfiles(
	reader: PartReader,
	pages: readonly PageArea[]
): Map<PageArea, number[]> {
	const known = pages.flatMap((area) => {
		const shares = area.level === 'msoa' ? profile(reader, area) : null;
		return shares ? [{ area, shares }] : [];
	});
	const spreads = MEASURES.map((_, i) => spread(known.map(({ shares }) => shares[i] ?? 0)));
	return new Map(
		known.map(({ area, shares }) => [area, shares.map((share, i) => share / (spreads[i] ?? 1))])
	);
}
