/** A reader brings a list of their own, puts it right, sees it on the map, shares and removes it. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { factsOf, REGION } from './packs.ts';
import { RegionPage, tabTo } from './region-page.ts';

const PAGE = `/${REGION}/assets/import/`;
/** Middles of neighbourhoods: positions that are in the region for certain. */
const [one, two] = factsOf(REGION, '2025').neighbourhoods;
const at = (area = one) => `${area?.latitude ?? 0},${area?.longitude ?? 0}`;
const BAD = [
	'Venue,Lat,Long,Category,Notes',
	`Invented Hall,${at()},Village hall,<b>not bold</b>`,
	`,${at(two)},Library,`,
	'Invented Barn,0,0,Library,',
	`Invented Yard,${at(two)},Zumba,`,
	`Invented House,${at(two)},Library,Women’s refuge`
].join('\r\n');

const choose = (page: Page, name: string, content: string | Buffer) =>
	page
		.getByLabel('Choose files')
		.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const row = (page: Page, text: RegExp) =>
	page.getByRole('list', { name: 'Rows' }).getByRole('listitem', { name: text });

/** Types over what stands in a cell that is reached by Tab, and leaves it. */
async function retype(page: Page, line: RegExp, cell: string, text: string) {
	const field = row(page, line).getByRole('textbox', { name: cell });
	await tabTo(page, field);
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type(text);
	await page.keyboard.press('Tab');
}

test('a list with three bad rows is put right by keyboard, shown on the map, shared and removed', async ({
	page
}) => {
	await page.goto(PAGE);
	await expect(page.getByText('Nothing yet.')).toBeVisible();
	await expectAccessible(page);
	await choose(page, 'invented.csv', BAD);
	await expect(page.getByRole('heading', { name: 'invented.csv' })).toBeFocused();
	await expect(page.getByRole('button', { name: 'Bring 1 row' })).toBeEnabled();
	// What must not be found is said, and is not brought.
	await expect(page.getByText(/^One row reads like a place that must not be found/)).toBeVisible();
	await page.getByRole('radio', { name: /^All/ }).focus();
	await page.keyboard.press('Space');
	await expectAccessible(page);

	await retype(page, /Line 3/, 'Venue', 'Invented Shed');
	await expect(row(page, /Line 3/)).toContainText('Accepted');
	await retype(page, /Line 4/, 'Lat', String(two?.latitude));
	await retype(page, /Line 4/, 'Long', String(two?.longitude));
	await expect(row(page, /Line 4/)).toContainText('Accepted');
	const zumba = page.getByRole('combobox', { name: /“Zumba”/ });
	await zumba.focus();
	await zumba.selectOption({ label: 'Community venue: Leisure or sport' });
	await expect(row(page, /Line 5/)).toContainText('Accepted');
	await expect(page.getByRole('button', { name: 'Bring 4 rows' })).toBeEnabled();
	await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
	await expect(page.getByRole('button', { name: 'Bring 3 rows' })).toBeEnabled();
	await page.getByRole('button', { name: 'Redo', exact: true }).press('Enter');
	await page.getByRole('button', { name: 'Bring 4 rows' }).press('Enter');

	await expect(page.getByText('Four places are now yours.')).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Show them on the map' }).click();
	const region = new RegionPage(page);
	await region.allClasses();
	await expect(region.legendOf(/^Yours/)).toContainText('Not checked');
	// The map goes to where they are, and its address says that to some kilometres.
	await expect(page).toHaveURL(/view=\d+\.\d[05]00,-?\d+\.\d[05]00,/);
	await expect(region.findings).toContainText('In this browser you have four places of your own');
	await page.getByRole('link', { name: 'Every row as a table' }).click();
	await expect.poll(() => region.columnNames()).toContain('Places of your own');

	await page.goto(PAGE);
	await expect(page.getByText('four places, brought')).toBeVisible();
	const share = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export to share' }).click();
	const file = readFileSync(await (await share).path());
	await page.getByRole('button', { name: 'Remove everything' }).click();
	await expect(page.getByText('four places, brought')).toBeHidden();
	await page.getByRole('button', { name: 'Undo the removal' }).click();
	await expect(page.getByText('four places, brought')).toBeVisible();
	await page.getByRole('button', { name: 'Remove invented.csv' }).click();
	await expect(page.getByText('four places, brought')).toBeHidden();

	// Somebody else opens what was shared.
	await choose(page, 'shared.json', file);
	await page.getByRole('button', { name: 'Bring 4 rows' }).click();
	await expect(page.getByText('Four places are now yours.')).toBeVisible();
	await page.getByRole('button', { name: 'Remove everything' }).click();
	await expect(page.getByRole('button', { name: 'Undo the removal' })).toBeVisible();
	await page.goto(`/${REGION}/?with=yours`);
	await expect(region.findings).toContainText('You have not added places of your own');
});

test('a list that names no kinds is asked once, and two tabs show what it changes', async ({
	page,
	context
}) => {
	await page.goto(PAGE);
	const other = await context.newPage();
	await other.goto(PAGE);
	await expect(other.getByText('Nothing yet.')).toBeVisible();
	await choose(page, 'invented.csv', ['Venue,Lat,Long', `Invented Place,${at()}`].join('\n'));
	const bring = page.getByRole('button', { name: 'Bring 1 row' });
	await expect(bring).toBeDisabled();
	await page.getByRole('button', { name: 'Choose the kind' }).click();
	const kind = page.getByRole('combobox', { name: /names no kind/ });
	await expect(kind).toBeFocused();
	await expectAccessible(page);
	await kind.selectOption({ label: 'Community venue' });
	await bring.click();
	await expect(other.getByText('one place, brought')).toBeVisible();
	await choose(page, 'second.csv', ['Venue,Lat,Long', `Invented Other,${at(two)}`].join('\n'));
	await expect(bring).toBeEnabled();
	await page.getByRole('button', { name: 'Leave it' }).click();

	// What is counted is on the map, without being asked for.
	await other.goto(`/${REGION}/`);
	const region = new RegionPage(other);
	await expect(region.legendOf(/^Yours/)).toBeVisible();
	const use = other.getByRole('checkbox', { name: 'Use them' });
	await use.uncheck();
	await expect(region.legendOf(/^Yours/)).toBeHidden();
	await use.check();
	await expect(region.legendOf(/^Yours/)).toBeVisible();
	await other.getByRole('link', { name: 'What they change' }).click();
	await expect(region.said(/^They .*communities/)).toContainText('the figure is different in');
	await use.uncheck();
	await expect(region.said('Your own places are left out.')).toBeAttached();
	await expect(region.said(/^They /)).toHaveCount(0);
});

test('a file that is none gets a clear answer, and a long one can be left', async ({ page }) => {
	await page.goto(PAGE);
	const bytes = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 37) % 256));
	await choose(page, 'picture.csv', bytes);
	await expect(page.getByRole('alert')).toContainText('This file is not text');
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Choose another file' }).click();

	const long = Array.from({ length: 50_000 }, (_, i) => `Invented Place ${i},${at()},Library,`);
	await choose(page, 'long.csv', ['Venue,Lat,Long,Category,Notes', ...long].join('\n'));
	await page.getByRole('button', { name: 'Cancel' }).click();
	await expect(page.getByText('Drop one or more files here')).toBeVisible();
});

test.describe('where the browser keeps nothing', () => {
	test('the page says so, and what was brought lasts as long as it', async ({ page }) => {
		await page.addInitScript(() =>
			Object.defineProperty(window, 'indexedDB', { value: undefined })
		);
		await page.goto(PAGE);
		await expect(page.getByText(/This browser keeps nothing for this site/)).toBeVisible();
		await choose(page, 'invented.csv', BAD);
		await page.getByRole('button', { name: 'Bring 1 row' }).click();
		await expect(page.getByText('one place, brought')).toBeVisible();
		await expect(page.getByText(/export them if you want to keep them/)).toBeVisible();
	});
});

test('pasted rows on a phone @phone-only', async ({ page }) => {
	await page.goto(PAGE);
	await page.getByLabel(/Or paste rows/).fill(BAD.replaceAll(',', '\t'));
	await page.getByRole('button', { name: 'Check the pasted rows' }).click();
	await page.getByText(/^All/).tap();
	await expectAccessible(page);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(wide).toBeLessThanOrEqual(0);
	await page.getByRole('button', { name: 'Bring 1 row' }).tap();
	await expect(page.getByText('One place is now yours.')).toBeVisible();
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('the page says what a file should look like, and offers an empty one', async ({ page }) => {
		await page.goto(PAGE);
		await expect(page.getByText(/Reading a file needs JavaScript/)).toBeVisible();
		await expect(page.getByRole('button')).toHaveCount(0);
		const href = await page.getByRole('link', { name: /An empty table/ }).getAttribute('href');
		const answer = await page.request.get(new URL(href ?? '', page.url()).href);
		expect(await answer.text()).toMatch(/^id,name,kind/);
	});
});
