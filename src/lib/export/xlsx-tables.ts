/**
 * What our workbooks have besides cells: tables that are marked as such, so that a screen reader names
 * the headings of a cell, and a title by which programs list the file.
 */
import type { Feature } from 'write-excel-file/universal';
import {
	getCellAddress,
	sanitizeAttributeValue,
	sanitizeTextContent
} from 'write-excel-file/utility';

type UniversalFeature = Feature<Blob>;

/** A rectangle of a sheet that is a table. */
export interface MarkedTable {
	/** The row of its headings, from 0. */
	row: number;
	headings: readonly string[];
	/** Rows under the headings, at least one. */
	rows: number;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Marks the tables of a workbook: one a sheet at most, null where a sheet has none. */
export function markedTables(tables: readonly (MarkedTable | null)[]): UniversalFeature {
	const marked = tables.flatMap((table, sheet) => (table ? [{ table, sheet }] : []));
	return {
		files: {
			transform: {
				'[Content_Types].xml': {
					insert: () =>
						marked
							.map(
								({ sheet }) =>
									`<Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml" PartName="/xl/tables/table${sheet + 1}.xml"/>`
							)
							.join('')
				},
				'xl/worksheets/sheet{id}.xml': {
					// Last but for what extends the sheet, of which our sheets have none.
					insert: (_options, { sheetIndex }) =>
						tables[sheetIndex]
							? '<tableParts count="1"><tablePart r:id="rId-table-1"/></tableParts>'
							: undefined
				},
				'xl/worksheets/_rels/sheet{id}.xml.rels': {
					insert: (_options, { sheetIndex }) =>
						tables[sheetIndex]
							? `<Relationship Id="rId-table-1" Type="${OFFICE}/table" Target="../tables/table${sheetIndex + 1}.xml"/>`
							: undefined
				}
			},
			write: {
				files: () =>
					Object.fromEntries(
						marked.map(({ table, sheet }) => [
							`xl/tables/table${sheet + 1}.xml`,
							tableXml(table, sheet + 1)
						])
					)
			}
		}
	};
}

function tableXml({ row, headings, rows }: MarkedTable, id: number): string {
	const range = `${getCellAddress(row, 0)}:${getCellAddress(row + rows, headings.length - 1)}`;
	const columns = headings.map(
		(heading, at) => `<tableColumn id="${at + 1}" name="${sanitizeAttributeValue(heading)}"/>`
	);
	return `${XML}<table xmlns="${MAIN}" id="${id}" name="Table${id}" displayName="Table${id}" ref="${range}" totalsRowShown="0"><autoFilter ref="${range}"/><tableColumns count="${headings.length}">${columns.join('')}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;
}

/** Prints the headings of each table again on every page that it goes over. */
export function repeatedHeadings(
	sheets: readonly { name: string; table: Pick<MarkedTable, 'row'> | null }[]
): UniversalFeature {
	const names = sheets.flatMap(({ name, table }, at) =>
		table
			? [
					`<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${sanitizeTextContent(name.replaceAll("'", "''"))}'!$${table.row + 1}:$${table.row + 1}</definedName>`
				]
			: []
	);
	return {
		files: {
			transform: {
				'xl/workbook.xml': {
					transform: (xml) =>
						names.length === 0
							? xml
							: xml.replace('<definedNames/>', `<definedNames>${names.join('')}</definedNames>`)
				}
			}
		}
	};
}

/** Prints every sheet as wide as the paper, or as some sheets of it side by side, however many columns it has. */
export const asWideAsPaper = (across = 1): UniversalFeature => ({
	files: {
		transform: {
			'xl/worksheets/sheet{id}.xml': {
				// The first child of a sheet.
				transform: (xml) =>
					xml.replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
				transformElementAttributes: (tag, attributes) =>
					tag === 'pageSetup' ? { ...attributes, fitToWidth: across, fitToHeight: 0 } : attributes
			}
		}
	}
});

/** The title and the language that programs show of a workbook. */
export const titled = (title: string): UniversalFeature => ({
	files: {
		transform: {
			'[Content_Types].xml': {
				insert: () =>
					'<Override ContentType="application/vnd.openxmlformats-package.core-properties+xml" PartName="/docProps/core.xml"/>'
			},
			'_rels/.rels': {
				insert: () =>
					`<Relationship Id="rId-core" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`
			}
		},
		write: {
			files: () => ({
				'docProps/core.xml': `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${sanitizeTextContent(title)}</dc:title><dc:creator>Asset Gap Map</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>`
			})
		}
	}
});
