/** What holds whatever the pages say: the front page opens and is accessible. */
import { expect, expectAccessible, expectContrast, test } from './fixtures.ts';
import { combinations, SIZES } from './matrix.ts';

for (const { size, tag } of combinations({ size: SIZES })) {
	test(`the front page opens and is accessible, ${size}`, { tag }, async ({ page }) => {
		const response = await page.goto('/');
		expect(response?.status()).toBe(200);
		await expect(page).toHaveTitle(/\S/);
		await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
		await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
		await expectAccessible(page);
		await expectContrast(page, 'dark');
	});
}
