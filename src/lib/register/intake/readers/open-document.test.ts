/** Spreadsheets of LibreOffice, packed and in one text, and what they must not do. */
import { describe, expect, it } from 'vitest';
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import { readTable } from '../formats.ts';
import { bytesOf } from '../fixture.ts';
import { zipOf } from './fixture.ts';

const OPENING =
	'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>';
const CLOSING = '</office:spreadsheet></office:body></office:document-content>';
const TABLE = (rows: string, name = 'Places') =>
	`<table:table table:name="${name}">${rows}</table:table>`;
const ROW = (cells: string, times = '') =>
	`<table:table-row${times && ` table:number-rows-repeated="${times}"`}>${cells}</table:table-row>`;
const TEXT = (text: string, more = '') =>
	`<table:table-cell office:value-type="string"${more}>${`<text:p>${text}</text:p>`}</table:table-cell>`;
const HEADINGS = ROW(['Name', 'Postcode', 'Notes'].map((text) => TEXT(text)).join(''));
const packed = (tables: string, more: Record<string, string> = {}) =>
	zipOf({
		mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
		'content.xml': OPENING + tables + CLOSING,
		...more
	});
const read = async (bytes: Uint8Array, name = 'a.ods') => (await readTable({ name, bytes })).table;
const rowsOf = async (rows: string) => (await read(packed(TABLE(HEADINGS + rows)))).rows;
const problemOf = (bytes: Uint8Array) =>
	read(bytes).then(
		() => 'it was read',
		(error: unknown) =>
			error instanceof ImportError ? error.message : `not said: ${String(error)}`
	);

describe('an OpenDocument spreadsheet', () => {
	it('is read with its texts, numbers, days and times', async () => {
		const value = (type: string, what: string, shown: string) =>
			`<table:table-cell office:value-type="${type}" office:${what}><text:p>${shown}</text:p></table:table-cell>`;
		const rows = await rowsOf(
			ROW(
				TEXT('Mill &amp; Quay<text:s text:c="3"/>Hall') +
					TEXT('NR3 1AA') +
					TEXT('O&#8217;Brien</text:p><text:p>second line')
			) +
				ROW(
					value('float', 'value="1603400100"', '01603 400100') +
						value('date', 'date-value="2026-03-01T10:00:00"', '01/03/26') +
						value('time', 'time-value="PT09H30M00S"', '9.30')
				) +
				ROW(
					value('boolean', 'boolean-value="true"', 'TRUE') +
						'<table:table-cell office:value-type="string"><office:annotation><text:p>Ask Jane Doe</text:p></office:annotation><text:p><text:a href="https://a.org">a</text:a> b</text:p></table:table-cell>' +
						'<table:covered-table-cell><text:p>under</text:p></table:covered-table-cell>'
				)
		);
		expect(rows).toEqual([
			['Mill & Quay Hall', 'NR3 1AA', 'O’Brien\nsecond line'],
			['1603400100', '2026-03-01', '09:30'],
			['yes', 'a b', '']
		]);
	});

	it('has what stands there several times, and nothing for what is empty', async () => {
		const gap = '<table:table-cell table:number-columns-repeated="2"/>';
		const rows = await rowsOf(
			ROW('<table:table-cell table:number-columns-repeated="16384"/>', '3') +
				ROW(TEXT('Mill Hall', ' table:number-columns-repeated="2"') + TEXT('x'), '2') +
				ROW(
					TEXT('Quay Hall') +
						gap +
						TEXT('note') +
						'<table:table-cell table:number-columns-repeated="16000"/>'
				) +
				ROW('<table:table-cell table:number-columns-repeated="16384"/>', '1048000')
		);
		expect(rows).toEqual([
			['Mill Hall', 'Mill Hall', 'x', ''],
			['Mill Hall', 'Mill Hall', 'x', ''],
			['Quay Hall', '', '', 'note']
		]);
	});

	it('may group its rows, hold changes that were made, and be one text', async () => {
		const tables =
			'<table:tracked-changes><table:deletion><table:table-row><table:table-cell><text:p>gone</text:p></table:table-cell></table:table-row></table:deletion></table:tracked-changes>' +
			TABLE(
				`<table:table-header-rows>${HEADINGS}</table:table-header-rows><table:table-row-group>${ROW(TEXT('Mill Hall') + TEXT('NR3 1AA'))}</table:table-row-group>`
			);
		const flat = `${OPENING}${tables}${CLOSING}`.replaceAll('document-content', 'document');
		for (const table of [await read(packed(tables)), await read(bytesOf(flat), 'a.fods')]) {
			expect(table.headings).toEqual(['Name', 'Postcode', 'Notes']);
			expect(table.rows).toEqual([['Mill Hall', 'NR3 1AA', '']]);
		}
	});

	it('is refused where it says that it is more than is read, before any of it is made', async () => {
		const many = (rows: string) => problemOf(packed(TABLE(HEADINGS + rows)));
		expect(await many(ROW(TEXT('x'), '9999999'))).toContain('cells');
		expect(await many(ROW(TEXT('x', ' table:number-columns-repeated="16384"')))).toContain(
			'16,384 columns'
		);
		expect(await many(ROW('<table:table-cell/>', '99999999') + ROW(TEXT('x')))).toContain(
			'4,194,304 rows'
		);
		expect(await many(ROW(TEXT('x'), '-1'))).toContain('is damaged');
		expect(await problemOf(packed(TABLE(HEADINGS).repeat(LIMITS.sheets + 1)))).toContain('sheets');
		expect(
			await problemOf(
				zipOf({
					mimetype: 'x',
					'content.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${OPENING}${CLOSING}`
				})
			)
		).toContain('entities of its own');
		expect(await problemOf(zipOf({ mimetype: 'x', 'content.xml': OPENING }))).toContain(
			'is damaged'
		);
	});

	it('is named rightly where it is protected, or no spreadsheet', async () => {
		const manifest =
			'<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
		expect(await problemOf(packed('', { 'META-INF/manifest.xml': manifest }))).toContain(
			'protected by a password'
		);
		const text =
			OPENING.replace('office:spreadsheet', 'office:text') +
			'</office:text></office:body></office:document-content>';
		expect(await problemOf(zipOf({ mimetype: 'x', 'content.xml': text }))).toContain(
			'not a spreadsheet'
		);
	});
});
