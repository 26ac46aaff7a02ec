/**
 * An invented register extract of charities as large as the real one, written piece by piece, and
 * how long and in how much memory it is imported. The import runs in a process of its own, whose
 * largest resident set is what counts; its heap is bounded as that of `npm run assets` is.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { PROJECT } from '../lib/paths.ts';

const MEGABYTE = 1024 ** 2;
/** What the whole import may take, in megabytes. */
export const MEMORY_BAR = 512;
/** As large as the main table of the register's extract is. */
export const EXTRACT_MEGABYTES = 400;

export interface ExtractFigures {
	megabytes: number;
	charities: number;
	seconds: number;
	/** Largest resident set, in megabytes. */
	memory: number;
}

/** Make an extract of so many megabytes, import it, and measure. */
export async function importExtract(megabytes: number): Promise<ExtractFigures> {
	const folder = join(PROJECT, '.cache', 'extract');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	try {
		const path = join(folder, 'publicextract.charity.json');
		const charities = await writeExtract(path, megabytes * MEGABYTE);
		const joined = [
			join(folder, 'publicextract.charity_classification.json'),
			join(folder, 'publicextract.charity_area_of_operation.json')
		] as const;
		await writeRows(joined[0], charities, classOf);
		await writeRows(joined[1], charities, areaOf);
		const out = join(folder, 'out');
		mkdirSync(out);
		const started = performance.now();
		const run = spawnSync(
			process.execPath,
			[
				join(PROJECT, 'node_modules/tsx/dist/cli.mjs'),
				join(PROJECT, 'scripts/bench/extract-import.ts'),
				out,
				path,
				...joined
			],
			{ encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=384' } }
		);
		const seconds = (performance.now() - started) / 1000;
		if (run.status !== 0 || !existsSync(join(out, 'assets/charities.parquet'))) {
			throw new Error(`the import failed: ${run.stderr.trim().split('\n').slice(-3).join(' ')}`);
		}
		const { maxRSS } = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '{}') as {
			maxRSS: number;
		};
		return {
			megabytes: [path, ...joined].reduce((sum, one) => sum + statSync(one).size, 0) / MEGABYTE,
			charities,
			seconds,
			memory: maxRSS / 1024
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Rows as wide as the register's, half of them removed charities, until the file is so large. */
async function writeExtract(path: string, bytes: number): Promise<number> {
	const activities =
		'An invented purpose, described at some length for the sake of its length. '.repeat(4);
	let number = 0;
	await writeJson(path, function* () {
		for (let written = 0; written < bytes;) {
			const row = JSON.stringify(invented(++number, activities));
			written += row.length + 1;
			yield row;
		}
	});
	return number;
}

/** Two rows a charity, as classes and areas have on average. */
const writeRows = (path: string, charities: number, row: (number: number, nth: number) => object) =>
	writeJson(path, function* () {
		for (let number = 1; number <= charities; number++) {
			for (const nth of [0, 1]) yield JSON.stringify(row(number, nth));
		}
	});

async function writeJson(path: string, rows: () => Generator<string>): Promise<void> {
	const file = createWriteStream(path);
	let first = true;
	for (const row of rows()) {
		if (!file.write(`${first ? '\ufeff[' : ','}${row}`)) await once(file, 'drain');
		first = false;
	}
	file.end(']');
	await once(file, 'close');
}

const keysOf = (number: number) => ({
	date_of_extract: '2026-08-01T00:00:00',
	organisation_number: number,
	registered_charity_number: number,
	linked_charity_number: 0
});

const classOf = (number: number, nth: number) => ({
	...keysOf(number),
	classification_code: '201',
	classification_type: 'Who',
	classification_description: `Invented group ${(number + nth) % 17}`
});

const areaOf = (number: number, nth: number) => ({
	...keysOf(number),
	geographic_area_type: 'Local Authority',
	geographic_area_description: `Zzyzxshire ${(number + nth * 7) % 400}`,
	parent_geographic_area_type: 'Region',
	parent_geographic_area_description: 'Throughout England',
	welsh_ind: false
});

const invented = (number: number, activities: string) => ({
	date_of_extract: '2026-08-01T00:00:00',
	organisation_number: number,
	registered_charity_number: number,
	linked_charity_number: 0,
	charity_name: `ZZYZX EXAMPLE TRUST NUMBER ${number}`,
	charity_type: 'Charitable company',
	charity_registration_status: number % 2 === 0 ? 'Removed' : 'Registered',
	date_of_registration: '1999-01-01T00:00:00',
	date_of_removal: null,
	charity_reporting_status: 'Submission Received',
	latest_acc_fin_period_start_date: '2024-04-01T00:00:00',
	latest_acc_fin_period_end_date: '2025-03-31T00:00:00',
	latest_income: number * 7,
	latest_expenditure: number * 6,
	charity_contact_address1: `${number} Nowhere Row`,
	charity_contact_address2: 'Example Green',
	charity_contact_address3: 'ZZYZXTON',
	charity_contact_address4: null,
	charity_contact_address5: null,
	charity_contact_postcode: `NR${(number % 9) + 1} ${number % 10}AA`,
	charity_contact_phone: '00000 000000',
	charity_contact_email: `nobody${number}@example.org`,
	charity_contact_web: 'www.example.org',
	charity_company_registration_number: null,
	charity_insolvent: false,
	charity_in_administration: false,
	charity_previously_excepted: false,
	charity_is_cdf_or_cif: null,
	charity_is_cio: false,
	cio_is_dissolved: false,
	date_cio_dissolution_notice: null,
	charity_activities: activities,
	charity_gift_aid: true,
	charity_has_land: false
});
