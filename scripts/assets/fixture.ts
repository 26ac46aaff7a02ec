/**
 * Files in the layouts of their publishers, with invented organisations, and a folder of facts
 * to import them into, for tests. Postcodes are real ones out of the postcode table, so that
 * places can be found; nothing else is.
 */
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { SMALL_FACTS } from '../build/small-facts.ts';
import { readTable } from '../../src/lib/server/table-file.ts';
import type { Cell, Table } from '../../src/lib/facts/table.ts';
import { importFiles, type ImportOptions, type Imported } from './import.ts';
import { loadLookups, type Lookups } from './lookups.ts';
import { READERS } from './readers/index.ts';

export interface Workshop {
	root: string;
	/** A folder of facts: the project's, but for catalogue and assets, which are its own. */
	geodata: string;
	/** Write a file and return its path. */
	file(name: string, content: string | Uint8Array): string;
	zip(name: string, members: Record<string, string>): string;
	run(files: string[], more?: Partial<ImportOptions>): Promise<Imported & { said: string[] }>;
	/** A table that was written, and one of its rows by id. */
	table(path: string): Promise<Table>;
	row(path: string, id: string): Promise<Record<string, Cell>>;
	remove(): void;
}

let lookups: Promise<Lookups> | null = null;
/** What the project's facts know, loaded once a test file. */
export const projectLookups = (): Promise<Lookups> =>
	(lookups ??= loadLookups(openGeodata(SMALL_FACTS), SMALL_FACTS));

export function makeWorkshop(): Workshop {
	const root = mkdtempSync(join(tmpdir(), 'assets-'));
	const geodata = join(root, 'geodata');
	mkdirSync(geodata);
	cpSync(join(SMALL_FACTS, 'catalogue.json'), join(geodata, 'catalogue.json'));
	// Each file by reference: what an import writes takes the place of the link.
	for (const folder of ['assets', 'tables']) {
		mkdirSync(join(geodata, folder));
		for (const name of readdirSync(join(SMALL_FACTS, folder))) {
			symlinkSync(join(SMALL_FACTS, folder, name), join(geodata, folder, name));
		}
	}
	for (const name of ['boundaries', 'regions', 'checks']) {
		symlinkSync(join(SMALL_FACTS, name), join(geodata, name), 'dir');
	}
	const file = (name: string, content: string | Uint8Array) => {
		const path = join(root, name);
		writeFileSync(path, content);
		return path;
	};
	return {
		root,
		geodata,
		file,
		zip: (name, members) =>
			file(
				name,
				zipSync(
					Object.fromEntries(Object.entries(members).map(([key, text]) => [key, strToU8(text)]))
				)
			),
		async run(files, more = {}) {
			const said: string[] = [];
			const done = await importFiles({
				files,
				readers: READERS,
				geodata,
				lookups: await projectLookups(),
				say: (line) => said.push(line),
				...more
			});
			return { ...done, said };
		},
		table: (path) => readTable(join(geodata, path)),
		async row(path, id) {
			const table = await readTable(join(geodata, path));
			const [key = ''] = Object.keys(table.columns);
			const at = table.columns[key]?.values.indexOf(id) ?? -1;
			if (at === -1) throw new Error(`${path} has no row ${id}`);
			return Object.fromEntries(
				Object.entries(table.columns).map(([name, { values }]) => [name, values[at] ?? null])
			);
		},
		remove: () => rmSync(root, { recursive: true, force: true })
	};
}

export type Cells = Record<string, string | number | boolean | null>;

/** CSV with every cell quoted where it must be. */
export function csv(rows: readonly Cells[], names = Object.keys(rows[0] ?? {})): string {
	const cell = (value: Cells[string] | undefined) => {
		const text = value === null || value === undefined ? '' : String(value);
		return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
	};
	return [names.join(','), ...rows.map((row) => names.map((name) => cell(row[name])).join(','))]
		.map((line) => line + '\n')
		.join('');
}

/** Tab-separated, unquoted, as the Charity Commission writes it. */
export function tsv(rows: readonly Cells[]): string {
	const names = Object.keys(rows[0] ?? {});
	return [names.join('\t'), ...rows.map((row) => names.map((name) => row[name] ?? '').join('\t'))]
		.map((line) => line + '\r\n')
		.join('');
}

/** A charity as `publicextract.charity` has it. */
export function charity(number: number, more: Cells = {}): Cells {
	return {
		date_of_extract: '2026-08-01T00:00:00',
		organisation_number: number + 4_000_000,
		registered_charity_number: number,
		linked_charity_number: 0,
		charity_name: `ZZYZX EXAMPLE TRUST ${number}`,
		charity_type: 'CIO',
		charity_registration_status: 'Registered',
		date_of_registration: '2011-02-03T00:00:00',
		date_of_removal: null,
		charity_reporting_status: 'Submission Received',
		latest_acc_fin_period_start_date: '2024-04-01T00:00:00',
		latest_acc_fin_period_end_date: '2025-03-31T00:00:00',
		latest_income: 12_345,
		latest_expenditure: 11_000,
		charity_contact_address1: '1 Nowhere Row',
		charity_contact_address2: 'Zzyzxton',
		charity_contact_address3: null,
		charity_contact_address4: null,
		charity_contact_address5: null,
		charity_contact_postcode: null,
		charity_contact_phone: '00000 000000',
		charity_contact_email: 'nobody@example.org',
		charity_contact_web: 'www.example.org',
		charity_company_registration_number: null,
		charity_insolvent: false,
		charity_in_administration: false,
		charity_previously_excepted: false,
		charity_is_cdf_or_cif: null,
		charity_is_cio: true,
		cio_is_dissolved: false,
		date_cio_dissolution_notice: null,
		charity_activities: 'Examples, "quoted" and not.',
		charity_gift_aid: true,
		charity_has_land: false,
		...more
	};
}

const KEYS = (number: number): Cells => ({
	date_of_extract: '2026-08-01T00:00:00',
	organisation_number: number + 4_000_000,
	registered_charity_number: number,
	linked_charity_number: 0
});

export const classification = (number: number, type: string, words: string): Cells => ({
	...KEYS(number),
	classification_code: '201',
	classification_type: type,
	classification_description: words
});

export const areaOfOperation = (number: number, area: string): Cells => ({
	...KEYS(number),
	geographic_area_type: 'Local Authority',
	geographic_area_description: area,
	parent_geographic_area_type: 'Region',
	parent_geographic_area_description: 'Throughout England',
	welsh_ind: false
});

export const annualReturn = (number: number, end: string, income: number): Cells => ({
	...KEYS(number),
	fin_period_start_date: `${Number(end.slice(0, 4)) - 1}${end.slice(4)}T00:00:00`,
	fin_period_end_date: `${end}T00:00:00`,
	ar_cycle_reference: 'AR24',
	reporting_due_date: null,
	date_annual_return_received: null,
	date_accounts_received: null,
	total_gross_income: income,
	total_gross_expenditure: income,
	accounts_qualified: false,
	suppression_ind: false,
	suppression_type: null
});

/** JSON as the Charity Commission writes it: with a byte order mark. */
export const json = (rows: readonly Cells[]): string => '\ufeff' + JSON.stringify(rows);

/** A line of the standard 27 columns of the NHS directory. */
export const ods = (cells: Partial<Record<number, string>>): string =>
	Array.from({ length: 27 }, (_, at) => `"${cells[at + 1] ?? ''}"`).join(',') + '\r\n';

/** A few postcodes of a district that are in the postcode table. */
export async function postcodesOf(district: string, count: number): Promise<string[]> {
	const table = await readTable(join(SMALL_FACTS, 'tables/postcodes.parquet'));
	const { parents } = await projectLookups();
	const found: string[] = [];
	const lsoas = table.columns['lsoa21']?.values ?? [];
	for (const [row, postcode] of (table.columns['postcode']?.values ?? []).entries()) {
		if (parents(String(lsoas[row])).lad24 !== district) continue;
		found.push(String(postcode));
		if (found.length === count) break;
	}
	return found;
}
