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
import { columnNames } from '../../src/lib/export/csv-package.ts';
import { toCsv } from '../../src/lib/export/csv.ts';
import type { Download } from '../../src/lib/facts/downloads.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import { ownerOf } from '../../src/lib/server/owner.ts';
import type { Region } from '../../src/lib/server/regions.ts';
import type { Sheet } from './downloads.ts';

/** Of what the package looks like: the first number counts up when a file or a column is renamed or goes. */
export const PACKAGE_VERSION = '1.0.0';

/** The files of a package by their names. */
export function dataPackage(
	{ geodata, region }: { geodata: Geodata; region: Region },
	sheets: readonly Sheet[]
): Map<string, string> {
	const files = new Map<string, string>();
	const owner = ownerSentence(ownerOf(geodata));
	const resources = sheets.map((sheet) => {
		const path = `${sheet.name}.csv`;
		const table = withOwner(sheet.table, owner);
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
				fields: table.columns.map(({ label }, at) => ({
					name: names[at],
					title: label,
					type: dataTypeOf(table, at)
				})),
				missingValues: [''],
				primaryKey: names[0]
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
			'Deprivation, Core20 and residents by neighbourhood, and places that are listed.',
			'An empty cell is not known or does not apply. It is not nought.',
			'A text that a spreadsheet could take for a formula begins with an apostrophe.',
			owner,
			...(region.validity ? [region.validity] : [])
		].join(' '),
		...termsOf(all.map((id) => geodata.dataset(id))),
		resources
	};
	files.set('datapackage.json', `${JSON.stringify(about, null, '\t')}\n`);
	return files;
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
