/** What holds whatever the pages say: the front page opens, is accessible, works below a path. */
import { expect, expectAccessible, test } from './fixtures.ts';

test.describe('the front page', { tag: '@phone' }, () => {
	for (const colorScheme of ['light', 'dark'] as const) {
		test(`opens and is accessible in ${colorScheme} colours`, async ({ page }) => {
			await page.emulateMedia({ colorScheme });
			const response = await page.goto('/');
			expect(response?.status()).toBe(200);
			await expect(page).toHaveTitle(/\S/);
			await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
			await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
			await expectAccessible(page);
		});
	}
});

test('the same build works below a path', async ({ page, serveBelow }) => {
	const { url } = await serveBelow('/any/sub/path');
	await page.goto(`${url}/`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.waitForLoadState('networkidle');
});

test('an address that is not there is answered with 404', async ({ request }) => {
	const response = await request.get('/no/such/page');
	expect(response.status()).toBe(404);
});
