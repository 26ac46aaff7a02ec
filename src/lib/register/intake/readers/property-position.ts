/** What the properties of a feature say of its position, compared with its geometry, which is the position. */
import { formatDecimal } from '../../../text/format.ts';
import type { Target } from '../columns.ts';
import { readPair } from '../coordinates.ts';
import { readHeading } from '../headings.ts';
import { kmBetween } from '../places.ts';
import { FAR_FROM_POSTCODE_KM, isInBritain } from '../row-point.ts';
import { readCoordinate } from '../values.ts';
import { isOnNationalGrid, NATIONAL_GRID, WEB_MERCATOR } from './grids.ts';

/** Text to look at where a feature's properties say a place far from its geometry; null where they do not. */
export function lookAtProperties(
	headings: readonly string[]
): (
	cells: readonly string[],
	point: readonly [longitude: string, latitude: string]
) => string | null {
	const claims = headings.map((heading) => readHeading(heading).claims.map(({ field }) => field));
	const saying = (...fields: readonly Target[]) =>
		claims.flatMap((claim, column) => (claim.some((one) => fields.includes(one)) ? [column] : []));
	const [across, up] = [saying('longitude', 'easting'), saying('latitude', 'northing')];
	// The first of one with the first of the other: programs write them beside each other.
	const pairs = across.flatMap((x, at) => (up[at] === undefined ? [] : [[x, up[at]] as const]));
	const whole = claims.flatMap((claim, column) => (claim[0] === 'position' ? [column] : []));
	return (cells, [x, y]) => {
		const [longitude, latitude] = [Number(x), Number(y)];
		if (!isInBritain(longitude, latitude)) return null;
		const said = [
			...pairs.map(([east, north]) => ({
				columns: [east, north],
				position: inDegrees(readCoordinate(cells[east] ?? ''), readCoordinate(cells[north] ?? ''))
			})),
			...whole.map((column) => ({ columns: [column], position: pairIn(cells[column] ?? '') }))
		];
		for (const { columns, position } of said) {
			const km = position ? kmBetween(longitude, latitude, ...position) : 0;
			if (km < FAR_FROM_POSTCODE_KM) continue;
			const names = columns.map((column) => `“${(headings[column] ?? '').slice(0, 40)}”`);
			return `Its geometry is ${formatDecimal(km)} km from where its properties ${names.join(' and ')} say it is. The geometry was taken: say that it is right, or correct it.`;
		}
		return null;
	};
}

function pairIn(cell: string): [number, number] | null {
	const pair = readPair(cell);
	if (!pair) return null;
	return (
		(pair.order === 'x first' ? null : inDegrees(pair.second, pair.first)) ??
		inDegrees(pair.first, pair.second)
	);
}

/** Two numbers as a position in Britain, in degrees, on its grid or in web mercator; null where they are none. */
function inDegrees(x: number, y: number): [longitude: number, latitude: number] | null {
	if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
	if (Math.abs(x) < 0.01 && Math.abs(y) < 0.01) return null;
	if (isInBritain(x, y)) return [x, y];
	// A grid's numbers of two digits or three are no position that anybody meant.
	if (isOnNationalGrid(x, y)) {
		return Math.min(x, y) > 1_000 ? NATIONAL_GRID.toDegrees(x, y) : null;
	}
	const turned = WEB_MERCATOR.toDegrees(x, y);
	return turned && isInBritain(...turned) ? turned : null;
}
