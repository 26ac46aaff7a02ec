/**
 * A CSV file a table, its header in line 1, with a description for programs (CSV on the Web) and a
 * text for people beside them, in one ZIP.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { dataTypeOf, dictionaryOf, titleOfTable } from '../document/dictionary.ts';
import {
	documentOf,
	linesOf,
	sourceWords,
	type Document,
	type Source,
	type Table
} from '../document/document.ts';
import { capitalise, formatQuantity } from '../text/format.ts';
import { toCsv } from './csv.ts';

/** Packed files have a day; this is the first that the format can say, so that the same makes the same. */
const DAY = '1980-01-02T00:00:00';

/** The ZIP. */
export function toCsvPackage(document: Document): Uint8Array<ArrayBuffer> {
	const named = namedTables(document);
	const files: Zippable = {
		...Object.fromEntries(
			named.map(({ file, table }) => [file, strToU8(toCsv(documentOf(document.title, table)))])
		),
		'csv-metadata.json': strToU8(JSON.stringify(csvMetadata(document, named), null, '\t')),
		'README.txt': strToU8(readme(document, named))
	};
	return new Uint8Array(zipSync(files, { level: 6, mtime: DAY }));
}

export interface NamedTable {
	/** Name of its file. */
	file: string;
	title: string;
	table: Table;
	/** What it alone is made of, where its document has tables of several sources. */
	sources?: readonly Source[];
}

/** The tables of a document and the names of their files, no two the same. */
export function namedTables(document: Document): NamedTable[] {
	const taken = new Set<string>();
	return document.tables.map((table) => {
		const title = titleOfTable(document, table);
		const plain =
			title
				.toLowerCase()
				.split(/[^a-z0-9]+/)
				.filter(Boolean)
				.join('-') || 'table';
		let name = plain.slice(0, 60);
		for (let at = 2; taken.has(name); at++) name = `${plain.slice(0, 56)}-${at}`;
		taken.add(name);
		return { file: `${name}.csv`, title, table };
	});
}

/** Names of columns as CSV on the Web has them: letters, digits and "_". */
export function columnNames({ columns }: Pick<Table, 'columns'>): string[] {
	const taken = new Set<string>();
	return columns.map(({ label }, at) => {
		const plain = label
			.toLowerCase()
			.split(/[^a-z0-9]+/)
			.filter(Boolean)
			.join('_');
		const start = /^[a-z]/.test(plain) ? plain : `column_${plain || at + 1}`;
		let name = start;
		for (let next = 2; taken.has(name); next++) name = `${start}_${next}`;
		taken.add(name);
		return name;
	});
}

/** What each file holds, for programs: CSV on the Web, W3C 2015. */
export function csvMetadata(document: Document, named: readonly NamedTable[]): object {
	const { title, sources, notes, owner, address, made } = document;
	return {
		'@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
		'dc:title': title,
		...(made !== undefined && { 'dc:created': made }),
		...(owner !== null && { 'dc:publisher': owner }),
		...(address !== null && { 'dc:relation': address }),
		'dc:source': sources.map(sourceWords),
		'rdfs:comment': notes,
		dialect: { header: true, headerRowCount: 1, delimiter: ',', encoding: 'utf-8' },
		tables: named.map(({ file, title: own, table, sources: from }) => {
			const names = columnNames(table);
			return {
				url: file,
				'dc:title': own,
				...(table.notes?.length && { 'rdfs:comment': table.notes }),
				...(from && { 'dc:source': from.map(sourceWords), 'dc:license': licencesOf(from) }),
				tableSchema: {
					columns: table.columns.map(({ label, about, unit }, at) => ({
						name: names[at],
						titles: label,
						datatype: dataTypeOf(table, at),
						null: [''],
						...(about && { 'dc:description': about }),
						...(unit !== undefined && { 'schema:unitText': unit })
					}))
				}
			};
		})
	};
}

/** Addresses of the licences of some sources, or their names where they have no address; each once. */
const licencesOf = (sources: readonly Source[]): string[] => [
	...new Set(
		sources.flatMap(({ terms }) => (terms ? [terms.licence.url ?? terms.licence.name] : []))
	)
];

/** The same for people. */
export function readme(document: Document, named: readonly NamedTable[]): string {
	const { title } = document;
	const dictionary = dictionaryOf(document);
	const lines = [
		title,
		'='.repeat(title.length),
		'',
		...linesOf(document),
		'',
		'The files',
		'---------',
		...named.map(
			({ file, title: own, table }) =>
				`${file}: ${own}, ${formatQuantity(table.rows.length, 'row')}. The headings are in the first line.`
		),
		'csv-metadata.json: what each column is, for programs (CSV on the Web).',
		'',
		'An empty cell is not known or does not apply. It is not nought. A text that a spreadsheet could',
		'take for a formula begins with an apostrophe.',
		'',
		'The columns',
		'-----------',
		...dictionary.rows.map(
			([table, column, about, unit, kind]) =>
				`${String(table)} / ${String(column)}: ${String(about)}. ${unit === 'None' ? '' : `Unit: ${String(unit)}. `}${capitalise(String(kind))}.`
		),
		''
	];
	return lines.join('\r\n');
}
