/** What a reader takes away of a page: real files, by way of a worker, and what is said where one fails. */
import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import { expect, test } from './fixtures.ts';
import { REGION } from './packs.ts';
import { openShare } from './region-page.ts';

test.use({
	// The program that is kept from coming on purpose.
	expectedProblems: [/ERR_FAILED/]
});

test('the gaps go away as a workbook and a GeoPackage; where a paper fails, a workbook is offered', async ({
	page
}) => {
	await page.goto(`/${REGION}/gaps/`);
	const listed = page.getByRole('row').filter({ hasText: / of \d+$/ });
	await expect(listed.first()).toBeVisible();
	const dialog = await openShare(page);
	const take = async (name: RegExp | string) => {
		const [taken] = await Promise.all([
			page.waitForEvent('download'),
			dialog.getByRole('button', { name }).first().click()
		]);
		return { name: taken.suggestedFilename(), bytes: await readFile(await taken.path()) };
	};
	const book = await take(/^Excel/);
	expect(book.name).toMatch(/\.xlsx$/);
	const { SheetNames, Sheets } = read(book.bytes);
	const cover = utils.sheet_to_json<string[]>(Sheets[SheetNames[0] ?? ''] ?? {}, { header: 1 });
	// The answer of the page stands on the cover.
	const answer = (await page.locator('#gaps').textContent())?.trim();
	expect(cover.flat()).toContain(answer);
	const shapes = await take(/^GeoPackage/);
	expect(shapes.bytes.subarray(0, 15).toString()).toBe('SQLite format 3');

	await page.route('**/_app/immutable/**', (route) => route.abort());
	await dialog.getByRole('button', { name: /^Word/ }).click();
	await expect(dialog.getByRole('alert')).toContainText(/^Word could not be made: /);
	await page.unroute('**/_app/immutable/**');
	expect((await take('Take Excel instead')).name).toBe(book.name);
	await expect(dialog.getByText('Excel saved.')).toBeVisible();
});
