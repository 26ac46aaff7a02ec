/** A line of the file of withdrawals, through the linkage that every output is made from. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseCatalogue, type Dataset } from '../../src/lib/catalogue/catalogue.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { makeTable, type Table } from '../../src/lib/facts/table.ts';
import { linkRegister, WITHDRAWN } from './register.ts';

afterEach(() => vi.restoreAllMocks());

/** The first rows of a real table of assets, and a file of withdrawals or none. */
async function few(
	withdrawals: string | null,
	said: Partial<Record<'name' | 'address', string>> = {}
): Promise<Geodata> {
	const real = openGeodata();
	const id = 'food-banks';
	const whole = await real.table(id);
	const columns = Object.entries(whole.columns).map(([name, { type, values }]) => [
		name,
		{
			type,
			values: values
				.slice(0, 5)
				.map((value, row) => (row === 0 ? (said[name as 'name' | 'address'] ?? value) : value))
		}
	]);
	const table: Table = makeTable(Object.fromEntries(columns));
	const dataset: Dataset = real.dataset(id);
	const few: Geodata = {
		...real,
		// What is worked out is worked out of these few rows.
		once: (make) => make(few),
		catalogue: parseCatalogue({ format: 1, datasets: [dataset] }),
		datasetsBelow: () => [id],
		table: () => Promise.resolve(table),
		optional: (path) =>
			path === WITHDRAWN && withdrawals !== null ? Buffer.from(withdrawals) : null
	};
	return few;
}
const HEAD = 'id,name,postcode,date,reason\n';

describe('the register', () => {
	it('has everything where nothing is withdrawn', async () => {
		const { records, leftOut } = await linkRegister(await few(null));
		expect(records).toHaveLength(5);
		expect(leftOut.size).toBe(0);
	});

	it('has no place that a line names, and its other places still', async () => {
		const [first] = (await linkRegister(await few(null))).records;
		if (!first) throw new Error('no records');
		for (const line of [`${first.id},,,`, `,"${first.name}",${first.postcode ?? ''},`]) {
			const { records, leftOut } = await linkRegister(
				await few(`${HEAD}${line}2026-11-30,asked by its owner\n`)
			);
			expect(records.map(({ id }) => id)).not.toContain(first.id);
			expect(records).toHaveLength(4);
			expect([...leftOut]).toEqual([first.id]);
		}
	});

	it('has no place that must not be found, and counts it', async () => {
		const { records, held, leftOut } = await linkRegister(
			await few(null, { name: 'Exampleton Women’s Rеfuge' })
		);
		expect(records).toHaveLength(4);
		expect(held).toHaveLength(1);
		expect([...leftOut]).toEqual(held.map(({ id }) => id));
	});

	it('has no point for an address that only post goes to', async () => {
		const { records, postal } = await linkRegister(await few(null, { address: 'PO Box 12' }));
		expect(records[0]).toMatchObject({ longitude: null, latitude: null, lsoa21: null });
		expect([...postal]).toEqual([records[0]?.id]);
	});

	it('says which line names nothing, and refuses one that names nobody', async () => {
		const warn = vi.spyOn(console, 'warn').mockReturnValue();
		await linkRegister(await few(`${HEAD}no-such-id,,,2026-11-30,x\n`));
		expect(warn).toHaveBeenCalledWith(
			'geodata/withdrawn.csv, line 2: the register has no such place (any more)'
		);
		await expect(linkRegister(await few(`${HEAD},,,2026-11-30,x\n`))).rejects.toThrow(
			'geodata/withdrawn.csv, line 2: give an id, or a name and a postcode'
		);
	});
});
