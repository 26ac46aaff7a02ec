import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCatalogue } from '../../src/lib/catalogue/catalogue.ts';
import { numbers, strings } from '../../src/lib/facts/table.ts';
import { readTable } from '../../src/lib/server/table-file.ts';
import { makeWorld, type World } from './fixture.ts';

let world: World;
beforeEach(() => {
	world = makeWorld();
});
afterEach(() => world.remove());

const entryOf = (id: string) => {
	const found = world.catalogue.datasets.find((entry) => entry.id === id);
	if (!found) throw new Error(id);
	return found;
};
const first = (dataset: string, copy = 0) => world.rows[dataset]?.[copy]?.[0] ?? {};

describe('a run that succeeds', () => {
	it('writes tables and their hashes, and nothing a second time', async () => {
		const changed = await world.run();
		expect(changed).toContain('tables/deprivation-2025.csv');
		expect(changed).toContain('assets/food-banks.parquet');
		const path = join(world.geodata, 'catalogue.json');
		const text = readFileSync(path, 'utf8');
		const { datasets } = parseCatalogue(JSON.parse(text));
		for (const { lineage, table } of datasets) {
			expect(table?.sha256).toMatch(/^[0-9a-f]{64}$/);
			for (const { sha256 } of lineage.copies) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
		}
		const before = world.snapshot();
		expect(await world.run()).toEqual([]);
		expect(world.snapshot()).toEqual(before);
		expect(readdirSync(dirname(world.geodata)).sort()).toEqual(['geodata', 'sources']);
	});

	it('gives the same tables whatever the order of columns and rows', async () => {
		await world.run();
		const before = world.snapshot();
		for (const copies of Object.values(world.rows)) {
			copies.forEach((rows, copy) => {
				copies[copy] = rows
					.map((row) => Object.fromEntries(Object.entries(row).reverse()))
					.reverse();
			});
		}
		const kept = readFileSync(join(world.geodata, 'catalogue.json'));
		world.write();
		writeFileSync(join(world.geodata, 'catalogue.json'), kept);
		// Only the hashes of the inputs are others.
		expect(await world.run()).toEqual(['catalogue.json']);
		const after = world.snapshot();
		const catalogue = join(world.geodata, 'catalogue.json');
		expect({ ...after, [catalogue]: '' }).toEqual({ ...before, [catalogue]: '' });
	});

	it('gives an asset its district and ICB, and an id that stays', async () => {
		await world.run();
		const table = await readTable(join(world.geodata, 'assets/food-banks.parquet'));
		expect(strings(table, 'lad24')).toEqual(['E07000001']);
		expect(strings(table, 'icb24')).toEqual(['E54000001']);
		expect(strings(table, 'subkind')).toEqual(['ifan']);
		expect(strings(table, 'id')[0]).toMatch(/^food-[0-9a-f]{12}$/);
	});

	it('rounds degrees to five decimals', async () => {
		await world.run();
		const areas = await readTable(join(world.geodata, 'tables/areas-lsoa21.csv'));
		expect(numbers(areas, 'latitude')[0]).toBe(52.12346);
	});

	it('reads one dataset alone, taking what it needs from before', async () => {
		await world.run();
		const bank = first('food-banks');
		bank['name'] = 'New Name';
		world.writeFile(world.file('food-banks'), world.csv('food-banks'));
		expect(await world.run(['food-banks'])).toEqual([
			'assets/food-banks.parquet',
			'catalogue.json'
		]);
		await expect(world.run(['nothing'])).rejects.toThrow('no dataset "nothing"');
	});

	it('does not touch files that no dataset owns', async () => {
		const own = join(world.geodata, 'regions.json');
		writeFileSync(own, 'by hand');
		await world.run();
		expect(readFileSync(own, 'utf8')).toBe('by hand');
	});

	it('removes a file that a table has left behind', async () => {
		await world.run();
		const old = join(world.geodata, 'tables/deprivation-2025.csv');
		const renamed = join(world.geodata, 'tables/old.csv');
		writeFileSync(renamed, readFileSync(old));
		rmSync(old);
		const path = join(world.geodata, 'catalogue.json');
		writeFileSync(
			path,
			readFileSync(path, 'utf8').replace('tables/deprivation-2025.csv', 'tables/old.csv')
		);
		expect(await world.run()).toContain('tables/old.csv');
		expect(existsSync(renamed)).toBe(false);
	});
});

describe('a run that fails', () => {
	/** Spoils one thing after a good run; nothing of geodata may change. */
	const cases: [what: string, spoil: () => void, message: RegExp][] = [
		[
			'an unknown column',
			() => {
				for (const row of world.rows['residents-2021-age']?.[0] ?? []) row['Extra'] = 1;
			},
			/column "Extra": is not a known column/
		],
		[
			'a missing column',
			() => {
				for (const row of world.rows['residents-2021-age']?.[0] ?? []) {
					Reflect.deleteProperty(row, 'aged_16_24');
				}
			},
			/row 1, column "Aged 16 to 24 years": is missing/
		],
		[
			'a missing LSOA',
			() => world.rows['residents-2021-age']?.[0]?.pop(),
			/column "lsoa21": E01000009 is missing/
		],
		[
			'an LSOA of somewhere else',
			() => {
				first('residents-2021-age')['lsoa21'] = 'E01099999';
			},
			/E01099999 is not a code of areas-lsoa21/
		],
		[
			'parts that do not add up',
			() => {
				first('residents-2021-age')['total'] = 22;
			},
			/E01000000: the parts add up to 21, the total is 22/
		],
		[
			'a wrong total',
			() => {
				const copy = entryOf('residents-2021-age').lineage.copies[0];
				if (copy?.read) copy.read.sums = { total: 256 };
			},
			/column "Total": adds up to 255, this release to 256/
		],
		[
			'a wrong number of rows',
			() => {
				const copy = entryOf('residents-2021-age').lineage.copies[0];
				if (copy?.read) copy.read.rows = 11;
			},
			/has 10 rows, this release has 11/
		],
		[
			'a code of another country',
			() => {
				first('residents-2021-age')['lsoa21'] = 'W01000001';
			},
			/row 2, column "lsoa21_code": "W01000001" does not look like/
		],
		[
			'NaN',
			() => {
				first('deprivation-2025')['imd_score'] = 'NaN';
			},
			/row 2, column .*Score.*: "NaN" is not a number/
		],
		[
			'an empty cell',
			() => {
				first('deprivation-2025')['imd_score'] = '';
			},
			/is empty, a value is needed/
		],
		[
			'a fraction of a person',
			() => {
				first('residents-2021-age')['total'] = 21.5;
			},
			/"21.5" is not a whole number/
		],
		[
			'a code twice',
			() => {
				first('residents-2021-age')['lsoa21'] = 'E01000001';
			},
			/row 3, column "lsoa21_code": E01000001 stands twice/
		],
		[
			'a decile that its rank contradicts',
			() => {
				first('deprivation-2025')['imd_decile'] = 2;
			},
			/E01000000: rank 1 of 10 is decile 1, not 2/
		],
		[
			'a rank twice',
			() => {
				const row = first('deprivation-2025');
				row['imd_rank'] = 2;
			},
			/rank 2 stands twice/
		],
		[
			'a classification that disagrees',
			() => {
				first('areas-lsoa11', 1)['ruc11_code'] = 'E1';
			},
			/E01000000 is E1 here and C1 in the lookup/
		],
		[
			'an unknown word',
			() => {
				first('food-banks')['network'] = 'Some Chain';
			},
			/"Some Chain" is not a known value/
		],
		[
			'a point at sea far away',
			() => {
				first('food-banks')['longitude'] = 52.1;
			},
			/"52.1" is above 2.5/
		]
	];

	it.each(cases)('because of %s leaves geodata as it was', async (_, spoil, message) => {
		await world.run();
		spoil();
		world.write();
		const before = world.snapshot();
		await expect(world.run()).rejects.toThrow(message);
		expect(world.snapshot()).toEqual(before);
	});

	const files: [what: string, content: string | Uint8Array, message: RegExp][] = [
		['a web page', '<!DOCTYPE html><html>Sign in</html>', /is a web page, not data/],
		['nothing', '', /is empty/],
		['bytes that are no text', new Uint8Array([0x61, 0xff, 0xfe]), /is not UTF-8/],
		['an open quote', 'lsoa21_code,"Total\n1,2', /broken CSV, perhaps truncated/],
		['a row cut short', 'a,b,c\n1,2,3\n1,2', /row 3: broken CSV/]
	];

	it.each(files)('because a file holds %s', async (_, content, message) => {
		world.writeFile(world.file('residents-2021-age'), content);
		await expect(world.run()).rejects.toThrow(message);
	});

	it('because a file is not there', async () => {
		rmSync(join(world.from, world.file('residents-2021-age')));
		await expect(world.run()).rejects.toThrow(
			/there is no such file; name the folder .* with --from or, .* --only/
		);
	});

	const packed: [what: string, content: () => Uint8Array, message: RegExp][] = [
		[
			'truncated',
			() => gzipSync(world.csv('residents-2021-age')).subarray(0, 100),
			/cannot be unpacked as gzip, perhaps truncated/
		],
		['a bomb', () => gzipSync(Buffer.alloc(80 * 1024 * 1024)), /unpacks to more than 64 MB/],
		['a web page', () => Buffer.from('<html>404</html>'), /is a web page, not gzip/]
	];

	it.each(packed)('because a packed file is %s', async (_, content, message) => {
		const copy = entryOf('residents-2021-age').lineage.copies[0];
		if (copy) copy.file += '.gz';
		world.write();
		world.writeFile(world.file('residents-2021-age'), content());
		await expect(world.run()).rejects.toThrow(message);
	});

	it('because an entry names a copy that nobody reads', async () => {
		entryOf('residents-2021-age').lineage.copies.push({
			file: world.file('food-banks'),
			from: 'elsewhere',
			version: '1'
		});
		world.write();
		await expect(world.run()).rejects.toThrow('the reader does not read');
	});

	it('because an entry has no reader', async () => {
		world.catalogue.datasets.push({ ...entryOf('food-banks'), id: 'soup-kitchens' });
		world.write();
		await expect(world.run()).rejects.toThrow('no reader for "soup-kitchens"');
	});
});
