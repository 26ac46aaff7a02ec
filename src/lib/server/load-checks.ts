/** Load what the checks need from `geodata/`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Table } from '../facts/table.ts';
import type { PublishedColumn } from '../checks/method.ts';
import { CHECKED_DATASETS, IMPORTED_DATASETS } from '../checks/registry.ts';
import type { CheckInput } from '../checks/run-checks.ts';
import { parseCheckList, type CheckList } from '../checks/spec.ts';
import { openGeodata, type Geodata } from './geodata.ts';

/**
 * Everything the checks need; `published` gives the figures that are published. Throws an Error where a file is missing or not right.
 */
export async function loadChecks(
	folder: string,
	published: (geodata: Geodata) => Promise<PublishedColumn[]>
): Promise<CheckInput> {
	const geodata = openGeodata(folder);
	const lists = checkLists(geodata, folder);
	const tables: Record<string, Table> = {};
	for (const id of CHECKED_DATASETS) tables[id] = await geodata.table(id);
	for (const id of IMPORTED_DATASETS) {
		const known = geodata.catalogue.datasets.find((entry) => entry.id === id)?.table;
		if (known) tables[id] = await geodata.table(id);
	}
	return {
		tables,
		catalogue: geodata.catalogue.datasets,
		published: await published(geodata),
		lists
	};
}

/** The lists of checks: regions by name, England last. */
function checkLists(geodata: Geodata, folder: string): CheckList[] {
	return readdirSync(join(folder, 'checks'))
		.filter((name) => name.endsWith('.json'))
		.sort()
		.map((name) => parseCheckList(`geodata/checks/${name}`, geodata.json(`checks/${name}`)))
		.sort((a, b) => Number(a.region === null) - Number(b.region === null));
}
