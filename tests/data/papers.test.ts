/** Papers and workbooks of real pages: their figures are the page's, and programs of others open them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishedRegions } from '../../scripts/lib/built-region.ts';
import { compare } from '../../src/lib/compare/comparison.ts';
import type { Document } from '../../src/lib/document/document.ts';
import { formatOf, type FormatId } from '../../src/lib/export/formats.ts';
import { evidenceOf } from '../../src/lib/gaps/evidence.ts';
import { listed } from '../../src/lib/gaps/listed.ts';
import { comparisonPaper } from '../../src/lib/report/comparison-offers.ts';
import { gapsPaper } from '../../src/lib/report/gaps-paper.ts';
import { wholeDocument } from '../../src/lib/report/view-document.ts';
import { viewPaper } from '../../src/lib/report/view-paper.ts';
import { plainGaps, type PlainGaps } from '../../src/lib/server/gaps.ts';
import { readCatalogue, readManifest, readerOf } from '../../src/lib/server/packs.ts';
import { defaultState } from '../../src/lib/url/map-state.ts';
import { shownBy } from '../../src/lib/view/shown.ts';
import { buildView, selectIn, type View } from '../../src/lib/view/view.ts';

const { regions, owner } = readManifest();
const said = {
	sources: readCatalogue().datasets,
	owner,
	address: () => 'https://example.org/',
	made: '2026-11-30'
};
const ACTIONS = ['Action', 'Owner', 'By when', 'Measure', 'Review'];
const making = () => ({ signal: new AbortController().signal, progress: () => undefined });
const write = async (format: FormatId, document: Document) =>
	(await (
		await formatOf(format).writer()
	)(document, making())) as Uint8Array;
const isThere = (program: string, flag: string) => {
	try {
		execFileSync(program, [flag], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
};

describe.each(publishedRegions().slice(0, 1))('of %s', (slug) => {
	let view: View;
	let gaps: PlainGaps;
	beforeAll(async () => {
		const region = regions[slug];
		if (!region) throw new Error(`no region ${slug}`);
		const made = buildView(region, shownBy(defaultState()), readerOf(region));
		if (!made) throw new Error('no view');
		view = made;
		gaps = await plainGaps(region);
	});

	it('the workbook has every figure of the table', async () => {
		const { SheetNames, Sheets } = read(await write('xlsx', wholeDocument(view, said)));
		expect(SheetNames.slice(0, 3)).toEqual(['Cover', 'Notes', 'Dictionary']);
		const rows = utils.sheet_to_json<Record<string, unknown>>(Sheets[SheetNames[3] ?? ''] ?? {}, {
			range: 2
		});
		expect(rows.map((row) => row['Code'])).toEqual(view.units.codes);
		const residents = view.columns.find(({ id }) => id === 'residents');
		expect(rows.map((row) => row['Residents'])).toEqual(residents?.values);
		for (const { label, values, inFiles } of view.columns) {
			const told = values.map((value) => (inFiles ? inFiles(value) : value));
			const numbers = told.filter((value) => typeof value === 'number');
			expect(rows.map((row) => row[label]).filter((cell) => typeof cell === 'number')).toEqual(
				numbers
			);
		}
	});

	it('the paper has the findings, the classes, the first rows as the table has them, and cells to fill in', () => {
		const code = view.areas.groups.msoa[0]?.code ?? '';
		const { title, sentences, tables, address } = viewPaper(view, said, selectIn(view, code));
		expect(title).toContain(view.areas.groups.msoa[0]?.name);
		expect(sentences).toEqual(expect.arrayContaining(view.findings.map(({ text }) => text)));
		const [details, classes, rows, actions] = tables;
		expect(details?.rows.length).toBeGreaterThan(3);
		expect(classes?.rows.map(([, count]) => count)).toEqual(
			view.legends[0]?.legend.classes.map(({ count }) => count)
		);
		// Those of the chosen community; without one, the first of the region.
		const inside = view.areas.groups.msoa[0];
		const own = view.areas.codes.filter((_, area) => view.areas.parent.msoa[area] === 0).length;
		expect(rows?.rows).toHaveLength(own);
		expect(rows?.rows.every(([community]) => community === inside?.name)).toBe(true);
		const ofAll = viewPaper(view, said, null).tables[1];
		expect(ofAll?.rows).toHaveLength(20);
		expect(ofAll?.notes?.join(' ')).toContain('These are the first 20 of');
		expect(actions?.columns.map(({ label }) => label)).toEqual(ACTIONS);
		expect(actions?.rows.flat().every((cell) => cell === '')).toBe(true);
		expect(address).toBe('https://example.org/');
	});

	it('the paper on gaps has the list of the page, and of a chosen area its evidence', () => {
		const { analysis, variations, bench } = gaps;
		const list = listed(analysis, variations, 'near');
		const chosen = analysis.areas[analysis.gaps[0] ?? -1] ?? null;
		const evidence = chosen ? evidenceOf(chosen, analysis, bench) : [];
		const shown = { analysis, answer: variations, list, chosen, evidence, flips: ['It stays.'] };
		const { tables, sentences } = gapsPaper(shown, said);
		expect(sentences).toContain('It stays.');
		expect(tables[0]?.rows.map(([label, value]) => [label, value])).toEqual(
			evidence.map(({ label, value }) => [label, value])
		);
		const near = tables[1]?.columns.findIndex(({ label }) => label === list.titles.near) ?? -1;
		expect(tables[1]?.rows.map((row) => row[near])).toEqual(
			list.rows.slice(0, 20).map((row) => row.near)
		);
		expect(tables.at(-1)?.toFill).toBe(true);
		expect(gapsPaper({ ...shown, chosen: null }, said).tables).toHaveLength(tables.length - 1);
	});

	it('the paper on a comparison has each figure beside its likely range', () => {
		const region = regions[slug];
		const codes = view.areas.groups.district.slice(0, 2).map(({ code }) => code);
		if (!region) throw new Error('no region');
		const has = (part: string) => region.files.some((file) => file.part === part);
		const comparison = compare(readerOf(region), codes, has);
		const paper = comparisonPaper(comparison, said);
		const { tables } = paper;
		expect(tables).toHaveLength(comparison.topics.length + 1);
		comparison.topics.forEach(({ rows }, at) => {
			rows.forEach(({ cells, england }, row) => {
				const written = tables[at]?.rows[row] ?? [];
				cells.forEach(({ text, interval }, cell) => {
					expect(written[cell + 1]).toBe(interval ? `${text} (${interval})` : text);
				});
				expect(written.at(-1)).toBe(england);
			});
		});
		// A slide a topic, and a picture that has the first figure of each.
		const slides = paper.slides ?? [];
		expect(slides.slice(1, -1).map(({ title }) => title)).toEqual(
			comparison.topics.map(({ title }) => title)
		);
		expect(slides[1]?.table?.rows.map(([name]) => name)).toEqual([
			...comparison.areas.map(({ name }) => name),
			'England'
		]);
		expect(slides[1]?.bars?.rows.map(({ text }) => text)).toEqual(
			comparison.topics[0]?.rows[0]?.cells.map(({ text }) => text)
		);
		for (const { rows } of comparison.topics)
			for (const { text } of rows[0]?.cells ?? []) expect(paper.picture?.alt).toContain(text);
	});

	const office = isThere('soffice', '--version') && isThere('pdftotext', '-v');
	describe.skipIf(!office)('LibreOffice (skipped where it is not installed)', () => {
		const folder = mkdtempSync(join(tmpdir(), 'papers-'));
		afterAll(() => rmSync(folder, { recursive: true }));
		it('opens paper and workbook, and shows their figures', async () => {
			writeFileSync(join(folder, 'paper.docx'), await write('docx', viewPaper(view, said, null)));
			writeFileSync(join(folder, 'book.xlsx'), await write('xlsx', wholeDocument(view, said)));
			const files = ['paper.docx', 'book.xlsx'].map((file) => join(folder, file));
			execFileSync(
				'soffice',
				[
					`-env:UserInstallation=file://${folder}/profile`,
					...['--headless', '--convert-to', 'pdf', '--outdir', folder],
					...files
				],
				{ stdio: 'ignore' }
			);
			const text = (file: string) =>
				execFileSync('pdftotext', ['-layout', join(folder, file), '-'], { encoding: 'utf8' });
			const first = (view.findings[0]?.text ?? '').split(' ').slice(0, 4).join(' ');
			expect(text('paper.pdf')).toContain(first);
			expect(text('paper.pdf')).toContain('Table 1.');
			expect(text('book.pdf')).toContain('Data dictionary');
			expect(text('book.pdf')).toContain(view.units.codes.at(-1));
		});
	});
});
