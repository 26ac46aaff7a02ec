/**
 * A region's tables for programs: a Frictionless data package at an address that stays. Every table is
 * a CSV file with its header in line 1, under names of columns that stay; `datapackage.json` says what
 * each column holds, where it is from and on which terms, and the hash of every file.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LICENCES, type Dataset } from '../../src/lib/catalogue/catalogue.ts';
import { ownerSentence } from '../../src/lib/catalogue/owner.ts';
import { dataTypeOf } from '../../src/lib/document/dictionary.ts';
import { documentOf, withOwner } from '../../src/lib/document/document.ts';
import {
	columnNames,
	csvMetadata,
	readme,
	type NamedTable
} from '../../src/lib/export/csv-package.ts';
import { toCsv } from '../../src/lib/export/csv.ts';
import type { Download } from '../../src/lib/facts/downloads.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import { ownerOf } from '../../src/lib/server/owner.ts';
import type { Region } from '../../src/lib/server/regions.ts';
import { sourceOf, type Sheet } from './downloads.ts';

/** Of what the package looks like: the first number counts up when a file or a column is renamed or goes. */
export const PACKAGE_VERSION = '1.1.0';

/** The files of a package by their names. */
export function dataPackage(
	{ geodata, region }: { geodata: Geodata; region: Region },
	sheets: readonly Sheet[]
): Map<string, string> {
	const files = new Map<string, string>();
	const owner = ownerSentence(ownerOf(geodata));
	const named = sheets.map(({ name, title, notes, table, datasets }): NamedTable => ({
		file: `${name}.csv`,
		title,
		table: { ...withOwner(table, owner), title, notes },
		sources: datasets.map((id) => sourceOf(geodata.dataset(id)))
	}));
	const resources = sheets.map((sheet, at) => {
		const { file: path, table } = named[at] as NamedTable;
		const names = columnNames(table);
		const columns = names.map((label) => ({ label }));
		const text = toCsv(documentOf(sheet.title, { columns, rows: table.rows }));
		files.set(path, text);
		return {
			name: sheet.name,
			path,
			profile: 'tabular-data-resource',
			title: sheet.title,
			description: sheet.notes.join(' '),
			format: 'csv',
			mediatype: 'text/csv',
			encoding: 'utf-8',
			bytes: Buffer.byteLength(text),
			hash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
			schema: {
				fields: table.columns.map(({ label, about, unit }, at) => ({
					name: names[at],
					title: label,
					...(about && { description: about }),
					...(unit !== undefined && { unit }),
					type: dataTypeOf(table, at)
				})),
				missingValues: [''],
				primaryKey: names[0],
				...foreignKeyOf(names[0], sheet.name)
			},
			...termsOf(sheet.datasets.map((id) => geodata.dataset(id)))
		};
	});
	const all = [...new Set(sheets.flatMap(({ datasets }) => datasets))];
	const about = {
		profile: 'tabular-data-package',
		name: region.slug,
		title: `Asset Gap Map: ${region.name}`,
		version: PACKAGE_VERSION,
		description: [
			'Areas, deprivation, residents, births, life expectancy, access and other figures by area, and the places that are listed.',
			'Not here: charities by district and some maternity sites, which documents print and no licence lets us pass on as tables.',
			'An empty cell is not known or does not apply. It is not nought.',
			'A text that a spreadsheet could take for a formula begins with an apostrophe.',
			owner,
			...(region.validity ? [region.validity] : [])
		].join(' '),
		...termsOf(all.map((id) => geodata.dataset(id))),
		resources
	};
	files.set('datapackage.json', `${JSON.stringify(about, null, '\t')}\n`);
	const document = documentOf(
		about.title,
		{ columns: [], rows: [] },
		{
			sentences: [about.description],
			sources: all.map((id) => sourceOf(geodata.dataset(id))),
			owner,
			tables: named.map(({ table }) => table)
		}
	);
	const metadata = { ...csvMetadata(document, named), 'schema:version': PACKAGE_VERSION };
	files.set('csv-metadata.json', `${JSON.stringify(metadata, null, '\t')}\n`);
	files.set('README.txt', readme(document, named));
	return files;
}

/** By the name of a key: the table that it refers to, and the column there. */
const REFERS: ReadonlyMap<string, readonly [table: string, column: string]> = new Map([
	['lsoa21', ['neighbourhoods-2021', 'lsoa21']],
	['lsoa_code_2021', ['neighbourhoods-2021', 'lsoa21']],
	['lsoa11', ['neighbourhoods-2011', 'lsoa11']],
	['lsoa_code_2011', ['neighbourhoods-2011', 'lsoa11']]
]);

/** Tables whose first column is the code of a neighbourhood refer to the table of those. */
function foreignKeyOf(key: string | undefined, name: string) {
	const [resource, fields] = REFERS.get(key ?? '') ?? [];
	if (resource === undefined || resource === name) return {};
	return { foreignKeys: [{ fields: key, reference: { resource, fields } }] };
}

/** Write a region's package below the folder of what is for programs. Returns its entry in the list of downloads. */
export function writeDataPackage(
	context: { geodata: Geodata; region: Region },
	data: string,
	sheets: readonly Sheet[]
): Download {
	const { slug } = context.region;
	const folder = join(data, 'packages', slug);
	mkdirSync(folder, { recursive: true });
	const files = dataPackage(context, sheets);
	for (const [name, text] of files) writeFileSync(join(folder, name), text);
	return {
		path: `data/packages/${slug}/datapackage.json`,
		title: 'These tables for programs',
		format: 'Data package',
		rows: sheets.reduce((sum, { table }) => sum + table.rows.length, 0),
		bytes: [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0),
		datasets: [...new Set(sheets.flatMap(({ datasets }) => datasets))]
	};
}

const termsOf = (datasets: readonly Dataset[]) => ({
	licenses: [...new Set(datasets.map(({ licence }) => licence))].map((id) => {
		const { name, url } = LICENCES[id];
		return { name: id, title: name, ...(url !== null && { path: url }) };
	}),
	sources: datasets.map(({ title, publisher, period, official }) => ({
		title: `${title}, ${publisher}; ${period}`,
		path: official
	}))
});
