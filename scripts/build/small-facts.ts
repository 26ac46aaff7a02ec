/**
 * Facts for the tests of imports: those of the project, but for the register and the postcodes,
 * which are cut to Norfolk and Waveney. All of England's take seconds to read, and a test that
 * links a register links all of it. They are made once and kept as stages of the build are.
 */
import { mkdirSync, readdirSync, symlinkSync, writeFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { codeHash } from '../lib/code-hash.ts';
import { GEODATA, TEST_FACTS } from '../lib/paths.ts';
import { StageCache } from '../lib/stage-cache.ts';
import { strings, type Table } from '../../src/lib/facts/table.ts';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { hashOfInput, sha256, type Inputs } from '../../src/lib/server/inputs.ts';
import { toCsv, toParquet } from '../../src/lib/server/table-file.ts';

const STAGE = 'small-facts';
/** The folder of facts, below which all is as in `geodata/`. */
export const SMALL_FACTS = join(TEST_FACTS, STAGE, 'geodata');

/** The board whose ground is kept. */
const BOARD = { column: 'icb24', code: 'E54000022' };

/** Makes them where they are missing or out of date. */
export async function ensureSmallFacts(): Promise<void> {
	const cache = new StageCache(TEST_FACTS, hashOfInput(GEODATA));
	const stage = { name: STAGE, code: await codeHash('scripts/build/small-facts.ts'), params: '' };
	if (cache.find(stage).good) return;
	await cache.keep(stage, (folder) => write(join(folder, 'geodata')));
}

async function write(folder: string): Promise<Inputs> {
	const geodata = openGeodata(GEODATA);
	const areas = await geodata.table('areas-lsoa21');
	const boards = strings(areas, BOARD.column);
	const kept = new Set(strings(areas, 'lsoa21').filter((_, row) => boards[row] === BOARD.code));
	const cut = new Map<string, string>();
	const described = structuredClone(geodata.catalogue);
	for (const { id, table } of geodata.catalogue.datasets) {
		if (table && (table.file.startsWith('assets/') || id === 'postcodes')) cut.set(table.file, id);
	}
	for (const name of readdirSync(GEODATA, { withFileTypes: true })) {
		if (name.isDirectory()) mkdirSync(join(folder, name.name), { recursive: true });
		else cpSync(join(GEODATA, name.name), join(folder, name.name));
	}
	for (const below of ['assets', 'tables']) {
		for (const name of readdirSync(join(GEODATA, below))) {
			const path = `${below}/${name}`;
			const id = cut.get(path);
			if (id === undefined) symlinkSync(join(GEODATA, path), join(folder, path));
			else {
				const table = onlyIn(await geodata.table(id), kept);
				const bytes = path.endsWith('.csv') ? Buffer.from(toCsv(table)) : toParquet(table);
				writeFileSync(join(folder, path), bytes);
				const entry = described.datasets.find((dataset) => dataset.id === id)?.table;
				if (entry) Object.assign(entry, { rows: table.rows, sha256: sha256(bytes) });
			}
		}
	}
	for (const below of ['boundaries', 'regions', 'checks']) {
		for (const name of readdirSync(join(GEODATA, below))) {
			symlinkSync(join(GEODATA, below, name), join(folder, below, name));
		}
	}
	writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(described, null, '\t') + '\n');
	return geodata.inputs();
}

/** The rows of a table in some LSOAs. */
function onlyIn(table: Table, lsoas: ReadonlySet<string>): Table {
	const codes = table.columns['lsoa21']?.values ?? [];
	const rows = [...codes.keys()].filter((row) => lsoas.has(String(codes[row])));
	return {
		rows: rows.length,
		columns: Object.fromEntries(
			Object.entries(table.columns).map(([name, column]) => [
				name,
				{ ...column, values: rows.map((row) => column.values[row] ?? null) }
			])
		)
	};
}
