/**
 * The linkage of the register against pairs that a person has read and labelled. Pairs were
 * drawn by bands of weight in both regions and elsewhere in England; each stands for
 * `stands_for` pairs of its band. Weights were set with the "fitted" pairs in sight; the
 * "held-out" ones were drawn and labelled after that. Pairs that nobody could decide on from
 * names, addresses and points are left out.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RegisterLinkage } from '../../scripts/build/register.ts';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { metresBetween } from '../../src/lib/geometry/near.ts';
import type { AssetKind } from '../../src/lib/register/kinds.ts';
import { mayBeOnePlace } from '../../src/lib/register/linkage/may-be-one.ts';
import { LINKAGE_MEASURED } from '../../src/lib/register/linkage/linkage-measured.ts';
import { keptLinkage } from './built.ts';

interface Pair {
	a: string;
	b: string;
	standsFor: number;
	same: boolean;
	sample: string;
}

const pairs = (
	parse(readFileSync(join(PROJECT, 'tests/data/asset-pairs.csv'), 'utf8'), {
		columns: true
	}) as Record<string, string>[]
).map(({ a = '', b = '', stands_for: standsFor, label, sample = '' }): Pair => ({
	a,
	b,
	standsFor: Number(standsFor),
	same: label === 'same',
	sample
}));

let linkage: RegisterLinkage;
beforeAll(async () => {
	linkage = await keptLinkage();
});

const pointOf = ({ longitude, latitude }: RegisterLinkage['records'][number]) =>
	longitude === null || latitude === null ? null : { longitude, latitude };

/** Shares of the pairs joined that are the same, and of the same that are joined. */
function measure(of: readonly Pair[]): { precision: number; recall: number } {
	const joined = (pair: Pair) => linkage.merged.get(pair.a) === linkage.merged.get(pair.b);
	const sum = (test: (pair: Pair) => boolean) =>
		of.reduce((total, pair) => total + (test(pair) ? pair.standsFor : 0), 0);
	const right = sum((pair) => joined(pair) && pair.same);
	return { precision: right / sum(joined), recall: right / sum(({ same }) => same) };
}

describe('duplicates of the register', () => {
	it.each([
		['fitted', 0.98, 0.72],
		['held-out', 0.9, 0.7]
	])('%s pairs: precision and recall hold', (sample, leastPrecision, leastRecall) => {
		const of = pairs.filter((pair) => pair.sample === sample);
		expect(of.length).toBeGreaterThan(50);
		const { precision, recall } = measure(of);
		console.log(
			`linkage, ${of.length} ${sample} pairs: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`
		);
		const published = LINKAGE_MEASURED.samples.find(({ id }) => id === sample);
		expect(published, 'what the method page says').toEqual({
			id: sample,
			pairs: of.length,
			precision: Number(precision.toFixed(2)),
			recall: Number(recall.toFixed(2))
		});
		expect(precision).toBeGreaterThanOrEqual(leastPrecision);
		expect(recall).toBeGreaterThanOrEqual(leastRecall);
	});

	it('knows every labelled record', () => {
		const unknown = pairs.flatMap(({ a, b }) => [a, b]).filter((id) => !linkage.merged.has(id));
		expect(unknown).toEqual([]);
	});

	it('keeps what sources group together, and apart what one register lists as two', () => {
		const byGroup = new Map<string, string>();
		const rows = new Set<string>();
		const broken: string[] = [];
		for (const { id, group, source } of linkage.records) {
			const place = linkage.merged.get(id) ?? '';
			if (group !== null) {
				if ((byGroup.get(group) ?? place) !== place) broken.push(`${group} is in two places`);
				byGroup.set(group, place);
			}
			if (source === 'community-venues') continue;
			if (rows.has(`${source} ${place}`)) broken.push(`${source} has ${place} twice`);
			rows.add(`${source} ${place}`);
		}
		expect(broken).toEqual([]);
	});

	it('joins no two kinds of service that only share an address', () => {
		const kinds = new Map<string, Set<string>>();
		for (const { id, kind } of linkage.records) {
			const place = linkage.merged.get(id) ?? '';
			kinds.set(place, (kinds.get(place) ?? new Set()).add(kind));
		}
		const broken = [...kinds].flatMap(([place, found]) => {
			const all = [...found] as AssetKind[];
			const fits = all.every((one) => all.every((other) => mayBeOnePlace(one, other)));
			return fits ? [] : [`${place}: ${all.join()}`];
		});
		expect(broken).toEqual([]);
	});

	it('has no place that is further across than a building, unless a postcode calls it one', () => {
		const places = new Map<string, (typeof linkage.records)[number][]>();
		for (const record of linkage.records) {
			const place = linkage.merged.get(record.id) ?? '';
			places.set(place, [...(places.get(place) ?? []), record]);
		}
		const plain = (postcode: string | null) => postcode?.replace(/\s/g, '').toUpperCase() ?? null;
		const far = [...places.values()].flatMap((records) =>
			records.flatMap((a, i) =>
				records.slice(i + 1).flatMap((b) => {
					if (plain(a.postcode) !== null && plain(a.postcode) === plain(b.postcode)) return [];
					const [one, other] = [pointOf(a), pointOf(b)];
					const metres = one && other ? metresBetween(one, other) : NaN;
					return metres <= 150 ? [] : [`${a.id} and ${b.id}: ${metres} m`];
				})
			)
		);
		expect(far).toEqual([]);
	});

	it('leaves a library its name, its point and its hours when a warm space moves through it', () => {
		const named = linkage.records.filter(({ name }) => name.startsWith('Saturday Warm Space'));
		const inYarmouth = named.filter(({ postcode }) => postcode?.startsWith('NR3') === true);
		expect(inYarmouth.map(({ id }) => linkage.moving.has(id))).toEqual([true, true, true, true]);
		const placesOf = new Set(inYarmouth.map(({ id }) => linkage.merged.get(id)));
		expect(placesOf.size, 'a place a building').toBe(4);
		const open = inYarmouth.filter(({ status }) => status !== 'closed');
		expect(
			open.map(({ postcode }) => postcode),
			'where it is now'
		).toEqual(['NR31 7BP']);
		for (const name of ['Great Yarmouth Library', 'Loddon Library']) {
			const library = linkage.records.find((one) => one.name === name && one.kind === 'library');
			const place = linkage.merged.get(library?.id ?? '') ?? '';
			expect(linkage.points.get(place), name).toEqual({
				longitude: library?.longitude,
				latitude: library?.latitude,
				lsoa21: library?.lsoa21
			});
			const others = linkage.records.filter(
				({ id, kind }) => kind === 'community-venue' && linkage.merged.get(id) === place
			);
			expect(others.length).toBeGreaterThan(1);
			expect(others.filter(({ id, name: one }) => one !== name && !linkage.moving.has(id))).toEqual(
				[]
			);
		}
	});

	it('finds fewer places than the venue groups, and not absurdly few', () => {
		const venues = linkage.records.filter(({ kind }) => kind === 'community-venue');
		const places = new Set(venues.map(({ id }) => linkage.merged.get(id)));
		const groups = new Set(venues.map(({ group }) => group));
		expect({
			records: linkage.records.length,
			places: new Set(linkage.merged.values()).size,
			uncertain: linkage.uncertain.length,
			venueListings: venues.length,
			venueGroups: groups.size,
			venuePlaces: places.size,
			moving: linkage.moving.size,
			movedOn: linkage.movedOn.size
		}).toEqual(LINKAGE_MEASURED.england);
		expect(places.size).toBeLessThan(groups.size);
		expect(places.size).toBeGreaterThan(groups.size * 0.75);
	});
});
