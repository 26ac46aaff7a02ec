/** The pages to read: method, accessibility, checks, data. Whole without scripts, and for everybody. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectContrast, test } from './fixtures.ts';
import { combinations, SIZES } from './matrix.ts';

const PAGES = [
	'/method/',
	'/accessibility/',
	'/privacy/',
	'/data/',
	'/norfolk-and-waveney/who-else/',
	'/bath-swindon-and-wiltshire/documents/',
	'/norfolk-and-waveney/compare/',
	'/norfolk-and-waveney/checks/',
	'/norfolk-and-waveney/changes/',
	'/bath-swindon-and-wiltshire/news/'
];

/** One title, headings in order below it, and nothing beside a window of 320 pixels. */
async function expectInOrder(page: Page): Promise<void> {
	await page.setViewportSize({ width: 320, height: 600 });
	await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
	const levels = await page
		.getByRole('main')
		.getByRole('heading')
		.evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))));
	expect(levels[0]).toBe(1);
	expect(levels.length).toBeGreaterThan(1);
	const jumps = levels.filter((level, i) => level - (levels[i - 1] ?? 0) > 1);
	expect(jumps).toEqual([]);
	const over = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(over).toBeLessThanOrEqual(0);
}

// Each page is looked at in both colours, at one size or the other, and then in a narrow window.
for (const { path, size, tag } of combinations({ path: PAGES, size: SIZES })) {
	test(
		`${path} is accessible, has headings in order and fits, ${size}`,
		{ tag },
		async ({ page }) => {
			await page.goto(path);
			// Each dataset has a section made of the same parts.
			const alike = 'tbody > tr, section:has(> dl)';
			await expectAccessible(page, { alike });
			await expectContrast(page, 'dark', { alike });
			await expectInOrder(page);
		}
	);
}

test('the first page has headings in order, and fits', async ({ page }) => {
	await page.goto('/');
	await expectInOrder(page);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the checks say what documents print, what we find and why', async ({ page }) => {
		await page.goto('/norfolk-and-waveney/checks/');
		const row = page.getByRole('row', { name: /42 communities/ }).first();
		await expect(row).toContainText('42 MSOAs');
		await expect(row).toContainText('Reproduced');
		await expect(page.getByText('Swindon: LSOAs', { exact: false })).toHaveCount(0);
	});

	test('the method leads from each part to its datasets', async ({ page }) => {
		await page.goto('/method/');
		await page
			.getByRole('link', { name: 'Life expectancy at birth by MSOA', exact: false })
			.first()
			.click();
		await expect(page).toHaveURL(/\/data\/#life-expectancy-msoa11$/);
	});
});

test('every download is there and says what it is', async ({ page, request }) => {
	await page.goto('/data/');
	const links = await page
		.locator('a[download]')
		.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
	expect(links.length).toBeGreaterThan(0);
	for (const link of links) {
		const response = await request.get(link);
		expect(response.status(), link).toBe(200);
		const text = await response.text();
		// A table says it in columns of its own, below headings that stand in the first line.
		if (link.endsWith('.csv')) {
			expect(text.split(/\r?\n/)[0], link).toMatch(/,(Sources|attribution),looked_after_by$/);
		} else expect(text, link).toContain('Source: ');
	}
});
