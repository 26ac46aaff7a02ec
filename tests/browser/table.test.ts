/** The table of neighbourhoods: its order, its heights, its download. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { isWholeMatrix } from '../../scripts/lib/test-matrix.ts';
import { expect, test } from './fixtures.ts';
import { count, factsOf, REGION } from './packs.ts';
import { openTable } from './region-page.ts';

const number = (text: string) => Number(text.replaceAll(',', ''));

function inOrder(values: readonly string[], compare: (a: string, b: string) => number): boolean {
	return values.every((value, i) => i === 0 || compare(values[i - 1] ?? '', value) <= 0);
}

async function downloadCsv(page: Page): Promise<{ name: string; rows: string[][] }> {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download CSV' }).click()
	]);
	const text = await readFile(await file.path(), 'utf8');
	const rows = parse(text, { relax_column_count: true, bom: true });
	return { name: file.suggestedFilename(), rows };
}

test('the table is downloaded, listed in part and sorted as asked', async ({ page }) => {
	const { neighbourhoods } = factsOf(REGION, '2025');
	const region = await openTable(page, REGION);
	await test.step('the download says what it is and has every figure of the table', async () => {
		const { name, rows } = await downloadCsv(page);
		expect(name).toBe(`${REGION}-deprivation-2025.csv`);

		// For programs, which read from the header on: sources and owner stand in columns.
		const [header = [], ...lines] = rows;
		expect(header).toEqual(['Code', ...(await region.columnNames()), 'Sources', 'looked_after_by']);
		expect(lines[0]?.join()).toContain('English Indices of Deprivation 2025');
		const written = lines.map((row) =>
			Object.fromEntries(header.map((title, i) => [title, row[i]]))
		);
		expect(written).toHaveLength(neighbourhoods.length);
		expect(written).toMatchObject(
			neighbourhoods.map((one) => ({
				Code: one.code,
				Community: one.community,
				Neighbourhood: one.name,
				District: one.district,
				Residents: String(one.residents),
				Decile: String(one.decile),
				Rank: String(one.rank),
				Score: String(one.score),
				Core20: one.core20 ? 'Yes' : 'No',
				'Community venues': String(one.venues)
			}))
		);
		const cells = rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell));
		expect(cells, 'what a spreadsheet would take for a formula').toEqual([]);
	});
	await test.step('each row has a link with a name of its own', async () => {
		const snapshot = await region.table.ariaSnapshot();
		const names = [...snapshot.matchAll(/rowheader .*\n\s*- link "(.*?)"/g)].map(
			([, name]) => name
		);
		expect(names.length).toBe(factsOf(REGION, '2025').neighbourhoods.length);
		const [repeated] = names.filter((name, i) => names.indexOf(name) !== i);
		expect(repeated).toBeUndefined();
	});
	await test.step('lists only what is asked for, by name and by class of the map', async () => {
		const listed = async () => (await region.rows()).length;
		const inDistrict = neighbourhoods.filter(({ district }) => district === 'Great Yarmouth');
		await page.getByRole('searchbox').fill('gt yarm');
		const named = inDistrict.length;
		await expect(region.said(`${named} of ${count(neighbourhoods.length)} listed`)).toBeVisible();
		expect(await listed()).toBe(named);
		await page.getByRole('combobox', { name: 'in class' }).selectOption({ index: 1 });
		const worst = inDistrict.filter(({ decile }) => decile === 1).length;
		await expect.poll(listed).toBe(worst);
		await page.getByRole('searchbox').fill('nowhere at all');
		await expect(region.said('0 of')).toBeVisible();
		await page.getByRole('searchbox').fill('');
		await page.getByRole('combobox', { name: 'in class' }).selectOption('any');
		await expect.poll(listed).toBe(neighbourhoods.length);
	});
	await test.step('sorts by each column, both ways, and says so', async () => {
		const header = (name: string) =>
			region.table.locator('thead').getByRole('columnheader', { name, exact: true });
		await expect(header('Rank')).toHaveAttribute('aria-sort', 'ascending');

		const names = await region.columnNames();
		const others = names.filter((one) => one !== 'Rank');
		// Each takes two readings of every row: of words and of numbers one, or all in the whole run.
		const asked = isWholeMatrix ? others : [others[0] ?? '', others.at(-1) ?? ''];
		for (const name of asked) {
			const values = async () => (await region.rows()).map((row) => row[names.indexOf(name)] ?? '');
			const numeric = (await values()).every((text) => /^[\d,.]+$/.test(text));
			const compare = (a: string, b: string) =>
				numeric ? number(a) - number(b) : a.localeCompare(b, 'en-GB', { numeric: true });

			await header(name).getByRole('button').click();
			await expect(header(name)).toHaveAttribute('aria-sort', 'ascending');
			expect(inOrder(await values(), compare), `${name}, ascending`).toBe(true);
			await header(name).getByRole('button').click();
			await expect(header(name)).toHaveAttribute('aria-sort', 'descending');
			expect(
				inOrder(await values(), (a, b) => compare(b, a)),
				`${name}, descending`
			).toBe(true);
		}
		// One column at a time; rows keep their number whatever the order.
		await expect(header('Rank')).not.toHaveAttribute('aria-sort', /./);
		expect(await region.rows()).toHaveLength(factsOf(REGION, '2025').neighbourhoods.length);
	});
});

test('shows what the address of the map asks for, and leads back to it', async ({ page }) => {
	const { neighbourhoods } = factsOf(REGION, '2019');
	const [first] = [...neighbourhoods].sort((a, b) => a.rank - b.rank);
	if (!first) throw new Error('no neighbourhoods');
	const region = await openTable(page, REGION, `?edition=2019&with=none&area=${first.code}`);
	await expect(region.table).toHaveAccessibleName(/IoD 2019/);
	expect(await region.columnNames()).not.toContain('Community venues');
	expect(await region.rows()).toHaveLength(neighbourhoods.length);
	await expect(region.row(first.name)).toHaveClass(/selected/);
	await region.rowLink(first.name).click();
	await region.expectParameter('edition', '2019');
	await expect(region.details).toContainText(first.name);
});

test('a hostile name in the data stays text, on the page and in a spreadsheet', async ({
	page
}) => {
	const formula = '=HYPERLINK("http://example.invalid","open")';
	const markup = '<img src=x onerror=alert(1)>';
	await page.route(/areas-2011\..*json/, async (route) => {
		const response = await route.fetch();
		const part = (await response.json()) as { msoa: { names: string[] } };
		const [, , ...others] = part.msoa.names;
		part.msoa.names = [formula, markup, ...others];
		await route.fulfill({ response, json: part });
	});
	const region = await openTable(page, REGION, '?edition=2019');
	await expect(region.table).toHaveAccessibleName(/IoD 2019/);
	await expect(region.table.getByText(markup, { exact: true }).first()).toBeAttached();
	const { rows } = await downloadCsv(page);
	const communities = rows.map(([, community]) => community);
	expect(communities).toContain(`'${formula}`);
	expect(communities).not.toContain(formula);
	expect(communities).toContain(markup);
});
