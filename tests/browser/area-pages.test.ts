/** Pages of areas as people meet them: each kind is accessible, on a phone and in dark, and needs no script. */
import type { Page } from '@playwright/test';
import { ON_THIS_PAGE, PAGE_NAMES } from '../../src/lib/text/names.ts';
import { expect, expectAccessible, test } from './fixtures.ts';

const REGION = 'norfolk-and-waveney';

/** Sheets of A4 that a page prints on. */
async function sheets(page: Page): Promise<number> {
	const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
	return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

test('every kind of page of an area is accessible, and one leads to the next @phone-only', async ({
	page
}) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.goto(`/${REGION}/areas/`);
	await expectAccessible(page, { alike: 'li' });
	await page.getByRole('link', { name: 'Yarmouth Parade', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Yarmouth Parade, Great Yarmouth'
	);
	expect(await sheets(page)).toBe(1);
	// The bar is the site's own, and opens without a script.
	const bar = page.getByRole('navigation', { name: 'Pages of Norfolk and Waveney' });
	await expect(bar.getByRole('link').first()).toHaveText(PAGE_NAMES.map);
	await expect(bar.getByRole('link', { name: 'Documents' })).toBeHidden();
	await bar.getByText('More').click();
	await expect(bar.getByRole('link', { name: 'Documents' })).toBeVisible();
	await bar.getByText('More').click();
	await page
		.getByRole('navigation', { name: ON_THIS_PAGE })
		.getByRole('link', { name: 'Food bank or pantry' })
		.click();
	await expect(page.getByRole('heading', { name: 'Food bank or pantry' })).toBeInViewport();
	await page.locator('summary').getByText('Figures for professionals').click();
	await expect(page.getByRole('row', { name: /^Households with no car or van/ })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Short version' }).click();
	await expect(page.getByText('This is the short version.')).toBeVisible();
	await expectAccessible(page);
	await page.goto('/postcodes/NR30/');
	await expectAccessible(page, { alike: 'li' });
	await page.getByRole('link', { name: 'NR30 2PA', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Part of .+, Great Yarmouth$/);
	await page.getByRole('link', { name: 'Great Yarmouth', exact: true }).last().click();
	await expect(page.getByText('District in Norfolk and Waveney')).toBeVisible();
	await expectAccessible(page);
	expect(await sheets(page)).toBeLessThanOrEqual(2);
	// A wider region leads to the page in the most local one.
	await page.goto('/norfolk-and-suffolk/areas/E02005543/');
	await expect(page).toHaveURL(`/${REGION}/areas/E02005543/`);
});
