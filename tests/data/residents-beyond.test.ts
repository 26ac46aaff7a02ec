/** Who shares what stands near a region's border, beside plain loops over England's tables. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import {
	allBeyond,
	changesWith,
	FEW_PLACES,
	sharesOf,
	widest
} from '../../scripts/build-check/across-borders.ts';
import { isWholeMatrix } from '../../scripts/lib/test-matrix.ts';
import type { PartName } from '../../src/lib/facts/parts.ts';
import type { GapsRequest } from '../../src/lib/gaps/request.ts';
import { RESIDENTS_BEYOND } from '../../src/lib/gaps/workbench.ts';
import type { AssetsPart } from '../../src/lib/register/parts.ts';
import { packs, projectFacts } from './built.ts';

const region = packs();
const geodata = projectFacts();

const SLUG = 'norfolk-and-waveney';

/** The parts of a region's pack, or others in the place of some. */
const readerOf =
	(slug: string, others: Readonly<Record<string, object>> = {}) =>
	(name: string): object =>
		others[name] ?? region(slug).part(name as PartName);

const none = { scale: 1, steps: [] };
const NOBODY = {
	...region(SLUG).part(RESIDENTS_BEYOND),
	longitude: none,
	latitude: none,
	settlement: none,
	residents: { '2025': none, '2019': none }
};

const VENUES = 'community-venues';

/** The venues within 14 km of Upwell as the register had them when its share was first worked out. */
function venuesThen(): AssetsPart {
	const path = new URL('pinned/venues-near-upwell.csv', import.meta.url);
	const rows = parse(readFileSync(path), { columns: true }) as {
		id: string;
		longitude: string;
		latitude: string;
	}[];
	const now = region(SLUG).part(VENUES);
	const each = <T>(value: T) => rows.map(() => value);
	return {
		...now,
		ids: rows.map(({ id }) => id),
		names: rows.map(({ id }) => id),
		longitude: rows.map(({ longitude }) => Number(longitude)),
		latitude: rows.map(({ latitude }) => Number(latitude)),
		kindOf: each(0),
		status: each(now.statuses.indexOf('unverified')),
		lsoa21: each(null),
		lsoa11: each(null),
		addresses: each(null),
		postcodes: each(null),
		lastSeen: each(null),
		claims: each([]),
		merged: each(null),
		notes: each([]),
		confirmed: each(null)
	};
}

describe('what is shared across the border', () => {
	it('is shared with the neighbours: Upwell has 1.14 for 10,000 residents, and not 1.92', () => {
		const venues = venuesThen();
		const share = (others: Readonly<Record<string, object>>) =>
			sharesOf(SLUG, readerOf(SLUG, { [VENUES]: venues, ...others })).get('Upwell, Delph & Emneth');
		expect(share({ [RESIDENTS_BEYOND]: NOBODY })).toBeCloseTo(1.92, 2);
		expect(share({})).toBeCloseTo(1.14, 2);
	});

	it('is of every public region within 1% of all output areas, and of a further 10 km', async () => {
		for (const [turn, { slug }] of geodata.regions().entries()) {
			const found = geodata.regions().find((one) => one.slug === slug);
			if (!found) throw new Error(`there is no region ${slug}`);
			const beyond = await allBeyond(geodata, found);
			// Every question comes up, each in the next region in turn; `npm run test:all` asks all in each.
			const asked = FEW_PLACES.filter(
				(_, at) => isWholeMatrix || at % geodata.regions().length === turn
			);
			for (const question of asked) {
				const changes = changesWith(beyond, slug, readerOf(slug), question);
				expect(changes.length).toBeGreaterThan(30);
				const most = widest(changes);
				expect(most.change, `${slug}, ${most.name}, ${JSON.stringify(question)}`).toBeLessThan(
					0.01
				);
			}
		}
	});

	it('does look beyond the border: without, an hour’s walk away much would change', () => {
		const change: Partial<GapsRequest> = { reach: { cost: 60, unit: 'minutes' } };
		const alone = sharesOf(SLUG, readerOf(SLUG, { [RESIDENTS_BEYOND]: NOBODY }), change);
		const apart = [...sharesOf(SLUG, readerOf(SLUG), change)].map(([name, value]) =>
			Math.abs((alone.get(name) ?? NaN) / value - 1)
		);
		expect(Math.max(...apart.filter(Number.isFinite))).toBeGreaterThan(0.1);
	});

	it('is what plain loops over all output areas of England give', async () => {
		const columns = async (id: string) => (await geodata.table(id)).columns;
		const numbersOf = (found: Awaited<ReturnType<typeof columns>>, name: string) =>
			(found[name]?.values ?? []).map(Number);
		const census = await columns('residents-2021-age');
		const totals = numbersOf(census, 'total');
		const residents = new Map(census['lsoa21']?.values.map((code, row) => [code, totals[row]]));
		const areas = await columns('areas-lsoa21');
		const community = new Map(
			areas['lsoa21']?.values.map((code, row) => [code, areas['msoa21_hcl_name']?.values[row]])
		);
		const table = await columns('centroids-oa21');
		const [x, y] = [numbersOf(table, 'longitude'), numbersOf(table, 'latitude')];
		const lsoa = table['lsoa21']?.values ?? [];
		const outputAreas = new Map<unknown, number>();
		for (const code of lsoa) outputAreas.set(code, (outputAreas.get(code) ?? 0) + 1);
		const people = lsoa.map(
			(code) => (residents.get(code) ?? NaN) / (outputAreas.get(code) ?? NaN)
		);
		const venues = region(SLUG).part('community-venues');

		const minutes = (from: number, venue: number) => {
			const north = ((y[from] ?? NaN) - (venues.latitude[venue] ?? NaN)) * 111.195;
			if (Math.abs(north) > 2) return Infinity;
			const middle = (((y[from] ?? NaN) + (venues.latitude[venue] ?? NaN)) / 2) * (Math.PI / 180);
			const east =
				((x[from] ?? NaN) - (venues.longitude[venue] ?? NaN)) * 111.195 * Math.cos(middle);
			return (Math.hypot(north, east) * 1.3 * 60) / 4.8;
		};
		const weight = (cost: number) => (cost <= 10 ? 1 : cost <= 20 ? 0.68 : cost <= 30 ? 0.22 : 0);
		const all = lsoa.map((_, at) => at);
		const found = sharesOf(SLUG, readerOf(SLUG));
		for (const name of [
			'Upwell, Delph & Emneth',
			'Thetford South',
			'Pakefield South & Kessingland'
		]) {
			const own = all.filter((at) => community.get(lsoa[at] ?? '') === name);
			const access = own.map(() => 0);
			venues.ids.forEach((_, venue) => {
				const weights = own.map((at) => weight(minutes(at, venue)));
				if (weights.every((one) => one === 0)) return;
				const demand = all.reduce(
					(sum, at) => sum + weight(minutes(at, venue)) * (people[at] ?? NaN),
					0
				);
				weights.forEach((one, i) => (access[i] = (access[i] ?? 0) + one / demand));
			});
			const total = own.reduce((sum, at) => sum + (people[at] ?? NaN), 0);
			const mean = own.reduce((sum, at, i) => sum + (access[i] ?? 0) * (people[at] ?? NaN), 0);
			expect(found.get(name), name).toBeCloseTo((10_000 * mean) / total, 2);
		}
	});
});
