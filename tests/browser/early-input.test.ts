/** What a reader does on a page that is there to see, but whose scripts have not come yet. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { REGION } from './packs.ts';
import { listen, POSTCODE, says } from './postcode.ts';

/** Keeps the scripts that make a page listen from coming, until told to let them. */
async function holdScripts(page: Page): Promise<() => Promise<void>> {
	let release = () => {};
	const released = new Promise<void>((resolve) => (release = resolve));
	const entry = /\/_app\/immutable\/entry\/app\./;
	await page.route(entry, async (route) => {
		await released;
		await route.continue();
	});
	return async () => {
		release();
		await page.unrouteAll({ behavior: 'wait' });
	};
}

test('what is chosen, typed and pressed before the page can hear of it is done once it can', async ({
	page,
	context
}) => {
	const asked = listen(context);
	let release = await holdScripts(page);
	await page.goto('/', { waitUntil: 'commit' });
	const box = page.getByLabel('Your postcode');
	await box.fill(POSTCODE);
	await box.press('Enter');
	await expect(box).toHaveValue(POSTCODE);
	expect(new URL(page.url()).search).toBe('');
	await release();
	await expect(page).toHaveURL(/\/areas\/E01\d{6}\/$/);
	// Nothing asked names the postcode, however early it was sent off.
	expect(says(asked, POSTCODE)).toEqual([]);

	release = await holdScripts(page);
	await page.goto(`/${REGION}/compare/`, { waitUntil: 'commit' });
	await page.getByRole('combobox', { name: 'First area' }).selectOption('Lowestoft');
	await release();
	await page.getByRole('button', { name: 'Compare', exact: true }).click();
	await expect(page.getByText('Add one more area to compare it with.')).toBeVisible();

	release = await holdScripts(page);
	await page.goto(`/${REGION}/table/`, { waitUntil: 'commit' });
	await page.getByRole('button', { name: 'Download CSV' }).click();
	const taken = page.waitForEvent('download');
	await release();
	expect((await taken).suggestedFilename()).toMatch(/\.csv$/);
});
