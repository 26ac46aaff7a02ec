/** Measures the register: how the linkage grows with the records, and the way to a first list. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { linkRecords } from '../../src/lib/register/linkage/duplicates.ts';
import type { LinkRecord } from '../../src/lib/register/linkage/link-record.ts';
import {
	filterRows,
	makeDirectory,
	NO_FILTER,
	sortRows
} from '../../src/lib/register/directory/directory.ts';
import { collectionsIn, unpackClaims } from '../../src/lib/register/register.ts';
import { PartReader } from '../../src/lib/facts/reader.ts';
import type { RegisterPart } from '../../src/lib/register/parts.ts';
import type { RegionAreas } from '../../src/lib/areas/region.ts';
import { randomNumbers } from '../../src/lib/stats/random.ts';
import { median, type Figure } from './figures.ts';
import type { Packs } from './packs.ts';

const RECORDS = 8_000;
const REPEATS = 3;

export const REGISTER_BARS = {
	linkage: { title: 'linkage, ten times the records', bar: 15, unit: 'x time' },
	list: { title: 'register to first list, work', bar: 100, unit: 'ms' }
} as const satisfies Record<string, Pick<Figure, 'title' | 'bar' | 'unit'>>;

const NAMES = ['St Mary’s Church', 'Library', 'Village Hall', 'Community Centre', 'Baptist Church'];
const TOWNS = 400;

/** Invented records at the density of the real ones, a fifth of them listed twice. */
function inventRecords(count: number): LinkRecord[] {
	const random = randomNumbers(count);
	// England has about one record in 1.6 km²: the more records, the more land.
	const side = Math.sqrt(count * 1.6) / 111;
	let last: LinkRecord | null = null;
	return Array.from({ length: count }, (_, i) => {
		const again = last !== null && random() < 0.2 ? last : null;
		const town = `Town${Math.floor(random() * TOWNS * (count / RECORDS))}`;
		const made: LinkRecord = {
			id: `invented-${i}`,
			kind: 'community-venue',
			name: again ? `${again.name} Café` : `${town} ${NAMES[i % NAMES.length] ?? ''}`,
			address: null,
			postcode: null,
			longitude: again ? (again.longitude ?? 0) + 0.0002 : random() * side * 1.6,
			latitude: again?.latitude ?? 52 + random() * side,
			charityNumber: null,
			companyNumber: null,
			source: 'community-venues',
			sourceDetail: null,
			firstSeen: null,
			lastSeen: null
		};
		last = made;
		return made;
	});
}

/** Milliseconds of processor time so far: other work of the machine does not count. */
function processorTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

function timeOf(work: () => void): number {
	const start = processorTime();
	work();
	return processorTime() - start;
}

const quickest = (work: () => void): number =>
	Math.min(...Array.from({ length: REPEATS }, () => timeOf(work)));

/** The time for ten times the records, over that for one. */
export function linkageFigure(): Figure {
	const [few, many] = [inventRecords(RECORDS), inventRecords(RECORDS * 10)];
	quickest(() => linkRecords(few));
	const [one, ten] = [quickest(() => linkRecords(few)), quickest(() => linkRecords(many))];
	return {
		...REGISTER_BARS.linkage,
		value: ten / one,
		detail: `${RECORDS} in ${one.toFixed(0)} ms, ${RECORDS * 10} in ${ten.toFixed(0)} ms`
	};
}

/** What the main thread does between a register's bytes and the first list, as the page does it: parse, unpack, date, group, filter, sort. */
export function listFigures(build: string, packs: Packs): Figure[] {
	return Object.entries(packs).map(([region, { files }]) => {
		const bar = { ...REGISTER_BARS.list, title: `${REGISTER_BARS.list.title}: ${region}` };
		const fileOf = (part: string) =>
			join(build, files.find((one) => one.part === part)?.path ?? `no ${part}`);
		const file = fileOf('register');
		if (!existsSync(file)) return { ...bar, value: null, detail: 'the pack has no register' };
		const parts = new PartReader(
			(part) => JSON.parse(readFileSync(fileOf(part), 'utf8')) as object
		);
		const areas = parts.areasOf('2021');
		// Through gzip and back, so that no run finds the text parsed before.
		const bytes = gzipSync(readFileSync(file));
		let claims = 0;
		const times = Array.from({ length: 10 }, () => {
			const text = gunzipSync(bytes).toString('utf8');
			return timeOf(() => (claims = firstList(JSON.parse(text) as RegisterPart, areas)));
		});
		return { ...bar, value: median(times), detail: `${claims} claims, n=${times.length}` };
	});
}

function firstList(part: RegisterPart, areas: RegionAreas): number {
	const claims = unpackClaims(part);
	const { rows } = makeDirectory(claims, [], areas, collectionsIn(part));
	sortRows(filterRows(rows, NO_FILTER, areas), 'name');
	return claims.length;
}
