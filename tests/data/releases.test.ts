/** Two builds, one after the other: what the first keeps, the second compares with. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { registerPart } from '../../scripts/build/parts/register.ts';
import { linkListings } from '../../scripts/build/register.ts';
import { selectRegion } from '../../scripts/build/selection.ts';
import { keepRelease } from '../../scripts/release/release.ts';
import { PartReader } from '../../src/lib/facts/reader.ts';
import { makeTable, optionalStrings, strings, type Table } from '../../src/lib/facts/table.ts';
import { listedNow } from '../../src/lib/server/news.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import { partsOfRegion } from '../../src/lib/server/packs.ts';
import { linkedGeodata, packs } from './built.ts';

const SLUG = 'norfolk-and-waveney';
const LIST = 'libraries';
const folder = mkdtempSync(join(tmpdir(), 'releases-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The facts with a list that was read again: one of its rows gone, another new under its name. */
function readAgain(real: Geodata, table: Table, gone: number): Geodata {
	const said: Record<string, string> = { id: 'zz-new', name: 'Zzyzx Library' };
	const columns = Object.entries(table.columns).map(([name, { type, values }]) => [
		name,
		{
			type,
			values: [...values].map((value, row) =>
				name === 'collected' ? '2027-01-31' : row === gone ? (said[name] ?? value) : value
			)
		}
	]);
	const changed: Geodata = {
		...real,
		// What listings are one place does not change, and takes ten seconds to find.
		once: (make) => (make === (linkListings as unknown) ? real.once(make) : make(changed)),
		table: (id) =>
			id === LIST
				? Promise.resolve({ ...makeTable(Object.fromEntries(columns)), dataset: LIST } as Table)
				: real.table(id)
	};
	return changed;
}

describe('a release', () => {
	it('is compared with the one before, which was built and kept', async () => {
		const { summary } = packs()(SLUG);
		const pack = partsOfRegion(summary);
		const keep = (now: ReturnType<typeof listedNow>, day: string, isWritten = true) =>
			keepRelease({ regions: [now], day, reviewedBy: 'analyst', geodata: folder, isWritten });
		const before = listedNow(summary, pack);
		expect(keep(before, '2026-11-30')).toEqual([
			`${summary.name}: the first release that is kept.`
		]);
		expect(keep(before, '2026-12-31', false)).toEqual([
			`${summary.name}: nothing has changed since the release of 2026-11-30.`
		]);

		const real = linkedGeodata();
		const region = real.regions().find(({ slug }) => slug === SLUG);
		if (!region) throw new Error('there is no region');
		const selection = await selectRegion(real, region);
		const table = await real.table(LIST);
		const merged = new Set((await real.once(linkListings)).merged.flat());
		const gone = optionalStrings(table, 'lsoa21').findIndex(
			(code, row) =>
				selection['2021'].has(code ?? '') && !merged.has(strings(table, 'id')[row] ?? '')
		);
		const name = strings(table, 'name')[gone] ?? '';
		const geodata = readAgain(real, table, gone);
		const register = await registerPart.build({ geodata, region, selection });
		const after = listedNow(
			summary,
			new PartReader((part) => (part === 'register' ? register : pack.find(part)))
		);
		const lines = keep(after, '2027-01-31').join('\n');
		expect(lines).toContain('Places: One place listed now and not then: Zzyzx Library.');
		expect(lines).toContain(`Places: One place listed then and not now: ${name}.`);
		expect(lines).toMatch(/Lists: [^\n]*librar[^\n]*: read \S+ then, 2027-01-31 now\./i);
		expect(lines).not.toMatch(/People:|Method:/);

		// What was kept is what was printed; a withdrawal afterwards takes the name out again.
		const kept = readFileSync(join(folder, 'releases', `${SLUG}.json`), 'utf8');
		expect(JSON.parse(kept)).toMatchObject({
			day: '2027-01-31',
			updates: [{ day: '2027-01-31', reviewedBy: 'analyst', came: [['zz-new', 'Zzyzx Library']] }]
		});
		writeFileSync(
			join(folder, 'withdrawn.csv'),
			'id,name,postcode,date,reason\nzz-new,,,2027-02-01,asked by its owner\n'
		);
		expect(keep(before, '2027-02-28', false).join('\n')).not.toContain('Zzyzx');
	});
});
