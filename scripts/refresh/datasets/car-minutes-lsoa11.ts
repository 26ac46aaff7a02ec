import { unchangedIn } from '../../../src/lib/facts/links.ts';
import { greatCircleKm } from '../../../src/lib/access/travel.ts';
import {
	makeTable,
	numbers,
	optionalNumbers,
	optionalStrings,
	strings,
	type Table
} from '../../../src/lib/facts/table.ts';
import { AMOUNT, LSOA, TEXT, unique } from '../columns.ts';
import type { ReadContext } from '../dataset.ts';
import { column, round, tableReader } from '../tables.ts';

type Point = readonly [longitude: number, latitude: number];

/**
 * Minutes by car from each neighbourhood of 2011 to its nearest acute stroke unit, as published,
 * and beside them the straight line to that unit: the mean over the neighbourhood's output areas,
 * in kilometres. It is missing where the outline of 2011 no longer stands, or no list of hospitals
 * has the unit's postcode.
 */
export const carMinutesLsoa11 = tableReader(
	'car-minutes-lsoa11',
	{
		lsoa11: unique(LSOA),
		minutes: AMOUNT,
		unit: { type: 'code', pattern: /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/ },
		unit_name: TEXT
	},
	{
		after: ['hospitals', 'neonatal-hospitals', 'centroids-oa21', 'lsoa11-lsoa21'],
		within: { dataset: 'areas-lsoa11' },
		derive(table, context) {
			const units = positionsByPostcode(context);
			const points = pointsByUnchanged(
				context.table('centroids-oa21'),
				context.table('lsoa11-lsoa21')
			);
			const unit = strings(table, 'unit');
			const straight = strings(table, 'lsoa11').map((lsoa, row) => {
				const to = units.get(unit[row] ?? '');
				const from = points.get(lsoa);
				if (!to || !from) return null;
				const sum = from.reduce((total, point) => total + greatCircleKm(...point, ...to), 0);
				return round(sum / from.length, 3);
			});
			return makeTable({ ...table.columns, straight_km: column('number', straight) });
		}
	}
);

/**
 * Where a postcode (without its blank) is, by the lists of hospitals: the middle of those there.
 * A point that the list itself doubts does not count, and the older list only where the newer has none.
 */
function positionsByPostcode(context: ReadContext): ReadonlyMap<string, Point> {
	const found = new Map<string, Point>();
	for (const [id, doubted] of [
		['neonatal-hospitals', null],
		['hospitals', 'note']
	] as const) {
		const table = context.table(id);
		const doubts = doubted ? optionalStrings(table, doubted) : [];
		const [x, y] = [optionalNumbers(table, 'longitude'), optionalNumbers(table, 'latitude')];
		const points = new Map<string, Point[]>();
		optionalStrings(table, 'postcode').forEach((postcode, row) => {
			const [longitude, latitude] = [x[row] ?? null, y[row] ?? null];
			if (postcode === null || longitude === null || latitude === null || doubts[row]) return;
			const key = postcode.replace(' ', '');
			points.set(key, [...(points.get(key) ?? []), [longitude, latitude]]);
		});
		for (const [postcode, those] of points) found.set(postcode, middleOf(those));
	}
	return found;
}

function middleOf(points: readonly Point[]): Point {
	const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
	return [mean(0), mean(1)];
}

/** Points of the output areas of each neighbourhood that is the same in 2011 and 2021. */
function pointsByUnchanged(points: Table, links: Table): ReadonlyMap<string, readonly Point[]> {
	const unchanged = new Map([...unchangedIn(links)].map((lsoa): [string, Point[]] => [lsoa, []]));
	const [x, y] = [numbers(points, 'longitude'), numbers(points, 'latitude')];
	strings(points, 'lsoa21').forEach((lsoa, row) => {
		unchanged.get(lsoa)?.push([x[row] ?? NaN, y[row] ?? NaN]);
	});
	return new Map([...unchanged].filter(([, those]) => those.length > 0));
}
