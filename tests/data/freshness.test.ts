/**
 * How recent the venues of Norfolk and Waveney are: one answer on every page. The days on which they
 * were last seen are pinned (`pinned/venues-last-seen.csv`, as the tables and the linkage of
 * November 2026 had them), so that the counts are those of the rule alone.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { decodeAreas } from '../../src/lib/areas/region.ts';
import { analyseGaps } from '../../src/lib/gaps/analysis.ts';
import { evidenceOf, sitesReached } from '../../src/lib/gaps/evidence.ts';
import { DEFAULT_REQUEST } from '../../src/lib/gaps/request.ts';
import { servedMembers } from '../../src/lib/gaps/served.ts';
import { PARTS_WELCOME, partsNeeded, Workbench } from '../../src/lib/gaps/workbench.ts';
import { makeDirectory } from '../../src/lib/register/directory/directory.ts';
import { isListedLately, isSeenLately } from '../../src/lib/register/freshness.ts';
import { collectionsIn, unpackClaims } from '../../src/lib/register/register.ts';
import { packs } from './built.ts';

const region = packs();
const NORFOLK = 'norfolk-and-waveney';

interface Pinned {
	last_seen: string;
	norfolk_and_waveney: string;
	reached_from_mile_cross: string;
}
const pinned = parse(readFileSync(new URL('pinned/venues-last-seen.csv', import.meta.url)), {
	columns: true
}) as Pinned[];

/** When the venues were last collected, and a later day on which another list was. */
const VENUES = '2026-08-17';
const ANOTHER = '2026-11-22';

function lately(collected: string, column: 'norfolk_and_waveney' | 'reached_from_mile_cross') {
	const sum = (rows: readonly Pinned[]) => rows.reduce((all, row) => all + Number(row[column]), 0);
	return [sum(pinned.filter((row) => isSeenLately(row.last_seen, collected))), sum(pinned)];
}

it('counts back from the venues’ own last collection, not from a list that was read later', () => {
	expect(lately(VENUES, 'norfolk_and_waveney')).toEqual([320, 443]);
	expect(lately(ANOTHER, 'norfolk_and_waveney')).toEqual([153, 443]);
	expect(lately(VENUES, 'reached_from_mile_cross')).toEqual([22, 27]);
	expect(lately(ANOTHER, 'reached_from_mile_cross')).toEqual([7, 27]);
});

describe('on the pages as they are', () => {
	const pack = region(NORFOLK);
	const venues = pack.part('community-venues');
	const areas = decodeAreas(pack.part('areas-2021'));
	const current = new Set(
		venues.ids.flatMap((id, at) => (isListedLately(venues, at) ? (venues.merged?.[at] ?? id) : []))
	);

	it('the register says of a venue what the map does', () => {
		const register = pack.part('register');
		const collections = collectionsIn(register);
		// What has moved on is on no map.
		const listed = unpackClaims(register).filter(
			({ kind, moves, status }) => kind === 'community-venue' && !(moves && status === 'closed')
		);
		const { rows } = makeDirectory(listed, [], areas, collections);
		const inside = new Set(
			venues.ids.flatMap((id, at) =>
				venues.lsoa21[at] === null ? [] : (venues.merged?.[at] ?? id)
			)
		);
		const onMap = rows.filter(({ id }) => inside.has(id));
		expect(onMap.length).toBeGreaterThan(300);
		for (const { id, status } of onMap) expect(status !== 'stale').toBe(current.has(id));
	});

	it('the gaps count the same venues as recent, and say what they count back from', () => {
		const names = new Set([...partsNeeded(DEFAULT_REQUEST), ...PARTS_WELCOME.filter(pack.has)]);
		const bench = new Workbench('here', (name) => (names.has(name) ? pack.part(name) : undefined));
		const analysis = analyseGaps(DEFAULT_REQUEST, bench);
		const area = analysis.areas.find(({ name }) => name === 'Mile Cross');
		if (!area) throw new Error('there is no Mile Cross');
		const { core20 } = bench.edition(DEFAULT_REQUEST.edition);
		const served = servedMembers(DEFAULT_REQUEST, analysis.units, core20)[area.unit] ?? [];
		const reached = sitesReached(bench, DEFAULT_REQUEST, served);
		const row = evidenceOf(area, analysis, bench).find(({ id }) => id === 'currency');
		const recent = reached.filter(({ id }) => current.has(id)).length;
		expect(row?.value).toMatch(new RegExp(`^${recent} of ${reached.length} near`));
		expect(row?.note).toMatch(/^counted back from August 2026, the list’s own last collection;/);
	});

	it('a school is not stale because its register was read a year ago', () => {
		const register = pack.part('register');
		const schools = unpackClaims(register).filter(({ kind }) => kind === 'school');
		const { rows } = makeDirectory(schools, [], areas, collectionsIn(register));
		expect(schools.length).toBeGreaterThan(100);
		expect(rows.filter(({ status }) => status === 'stale')).toEqual([]);
	});
});
