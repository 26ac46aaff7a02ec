/** Who shares what stands near a region's border, beside plain loops over England's tables. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import {
	BANDS,
	buildResidentsBeyond,
	type Band
} from '../../scripts/build/parts/residents-beyond.ts';
import { selectRegion } from '../../scripts/build/selection.ts';
import { isWholeMatrix } from '../../scripts/lib/test-matrix.ts';
import { analyseGaps } from '../../src/lib/gaps/analysis.ts';
import { DEFAULT_REQUEST, type GapsRequest } from '../../src/lib/gaps/request.ts';
import { partsNeeded, RESIDENTS_BEYOND, Workbench } from '../../src/lib/gaps/workbench.ts';
import type { AssetsPart } from '../../src/lib/register/parts.ts';
import { packs, projectFacts } from './built.ts';

const region = packs();
const geodata = projectFacts();

const SLUG = 'norfolk-and-waveney';

/** E2SFCA per 10,000 residents by community, with a pack's parts or others in their place. */
function shared(
	slug: string,
	change: Partial<GapsRequest> = {},
	beyond?: object,
	venues?: AssetsPart
) {
	const request: GapsRequest = { ...DEFAULT_REQUEST, bar: 'region', ...change };
	const { part } = region(slug);
	const parts = new Map<string, object>(partsNeeded(request).map((name) => [name, part(name)]));
	if (beyond) parts.set(RESIDENTS_BEYOND, beyond);
	if (venues) parts.set(VENUES, venues);
	const { areas } = analyseGaps(request, new Workbench(slug, (name) => parts.get(name)));
	return new Map(areas.map(({ name, e2sfca }) => [name, e2sfca ?? NaN]));
}

/**
 * Reaches near the ends of what may be asked and between, of places that are few: where one has more
 * neighbours or fewer, an area's share shows it most.
 */
const QUESTIONS: Partial<GapsRequest>[] = [
	{ reach: { cost: 30, unit: 'minutes' }, provision: ['food-bank'] },
	{ reach: { cost: 60, unit: 'minutes' }, provision: ['library'] },
	...[10, 20, 60].map((cost): Partial<GapsRequest> => ({
		mode: 'drive',
		reach: { cost, unit: 'minutes' },
		provision: ['food-bank']
	})),
	...[10, 20].map((cost): Partial<GapsRequest> => ({
		mode: 'drive',
		reach: { cost, unit: 'kilometres' },
		provision: ['food-bank']
	})),
	{ edition: '2019', mode: 'drive', reach: { cost: 60, unit: 'minutes' }, provision: ['food-bank'] }
];

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
		expect(shared(SLUG, {}, NOBODY, venues).get('Upwell, Delph & Emneth')).toBeCloseTo(1.92, 2);
		expect(shared(SLUG, {}, undefined, venues).get('Upwell, Delph & Emneth')).toBeCloseTo(1.14, 2);
	});

	it('is of every public region within 1% of all output areas, and of a further 10 km', async () => {
		for (const [turn, { slug }] of geodata.regions().entries()) {
			const found = geodata.regions().find((one) => one.slug === slug);
			if (!found) throw new Error(`there is no region ${slug}`);
			const selection = await selectRegion(geodata, found);
			const build = (bands: readonly Band[]) =>
				buildResidentsBeyond({ geodata, region: found, selection }, bands);
			const last = BANDS.at(-1)?.km ?? NaN;
			// Nobody's home is rounded but far from the border, by 100 metres there.
			const truth = await build([
				{ km: 60, by: 'output area' },
				{ km: last + 60, by: 0.1 }
			]);
			// Every question comes up, each in the next region in turn; `npm run test:all` asks all in each.
			const asked = QUESTIONS.filter(
				(_, at) => isWholeMatrix || at % geodata.regions().length === turn
			);
			for (const question of asked) {
				const now = shared(slug, question);
				const changes = [...shared(slug, question, truth)].flatMap(([name, value]) =>
					value > 0 ? [{ name, change: Math.abs((now.get(name) ?? NaN) / value - 1) }] : []
				);
				expect(changes.length).toBeGreaterThan(30);
				const most = changes.reduce((a, b) => (b.change > a.change ? b : a));
				expect(most.change, `${slug}, ${most.name}, ${JSON.stringify(question)}`).toBeLessThan(
					0.01
				);
			}
		}
	});

	it('does look beyond the border: without, an hour’s walk away much would change', () => {
		const change: Partial<GapsRequest> = { reach: { cost: 60, unit: 'minutes' } };
		const alone = shared(SLUG, change, NOBODY);
		const apart = [...shared(SLUG, change)].map(([name, value]) =>
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
		const found = shared(SLUG);
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
