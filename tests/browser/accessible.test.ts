/**
 * WCAG 2.2 AA in the states that a page can be in, at the sizes, colours and zoom that people
 * use. The states without a map need no WebGL; map.test.ts looks at the page with its map.
 */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectContrast, test } from './fixtures.ts';
import { combinations, SIZES } from './matrix.ts';
import { factsOf, fullName, mostDeprived, REGION, REGIONS } from './packs.ts';
import { chooseColours, openRegion, openTable } from './region-page.ts';

const SMALLEST_TARGET = 24;

/** Links, buttons and labels that a finger may miss: under 24 px either way. */
async function smallTargets(page: Page): Promise<string[]> {
	return page
		.locator('button, select, summary, nav a, label, input:not([type="radio"], [type="checkbox"])')
		.evaluateAll(
			(elements, smallest) =>
				elements.flatMap((element) => {
					if (!element.checkVisibility()) return [];
					const { width, height } = element.getBoundingClientRect();
					const name = element.textContent?.trim() ?? '';
					return Math.min(width, height) < smallest - 0.01
						? [`${element.tagName} “${name}” ${width.toFixed(1)}×${height.toFixed(1)}`]
						: [];
				}),
			SMALLEST_TARGET
		);
}

// The page of a region in one region and size or the other, in both colours.
for (const { slug, title, tag } of combinations({ slug: REGIONS, size: SIZES })) {
	test(`a region with everything on: ${title}`, { tag }, async ({ page }) => {
		const worst = mostDeprived(factsOf(slug, '2025'));
		const query = `?with=core20,community-venues,food-banks&marking=hatch&area=${worst.code}&layer=no`;
		const region = await openRegion(page, slug, query);
		await expect(region.details).toContainText(fullName(worst));
		await expect(region.said('Part of this link was left out')).toBeVisible();
		await expect(region.said('This browser cannot draw the map.')).toBeVisible();
		await expectAccessible(page);
		await expectContrast(page, 'dark');
		expect(await smallTargets(page)).toEqual([]);
	});
}

test('the sources have targets that can be hit', { tag: '@phone' }, async ({ page }) => {
	await page.goto('/data/');
	expect(await smallTargets(page)).toEqual([]);
});

test('the table', async ({ page }) => {
	const region = await openTable(page, REGION, '?edition=2019');
	await expect(region.table).toHaveAccessibleName(/IoD 2019/);
	await expectAccessible(page);
	expect(await smallTargets(page)).toEqual([]);
});

test.describe('an address that is not there', () => {
	test.use({ expectedProblems: [/404/] });

	test('is answered with an accessible page', async ({ page }) => {
		const response = await page.goto('/no/such/page');
		expect(response?.status()).toBe(404);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(/no page at this address/);
		await expectAccessible(page);
	});
});

/** 400% zoom of a window of 1280 by 1024. */
const ZOOMED = { width: 320, height: 256 };

test('at 400% zoom everything on the page of a region can be reached and used', async ({
	page
}) => {
	const worst = mostDeprived(factsOf(REGION, '2025'));
	await page.setViewportSize(ZOOMED);
	const region = await openRegion(page, REGION, `?area=${worst.code}&layer=no`);
	const main = page.getByRole('main');
	for (const button of await region.details.getByRole('button').all()) {
		await button.click({ trial: true });
	}
	await region.details.getByRole('button', { name: 'Close' }).click();
	await page.getByRole('button', { name: 'List', exact: true }).click();
	const controls = [
		page.getByRole('navigation').getByRole('link').filter({ visible: true }),
		page.getByRole('combobox').filter({ visible: true }),
		region.said('Part of this link').getByRole('button'),
		region.findings.getByText(/more$/),
		main.getByRole('radio').filter({ visible: true }),
		main.getByRole('switch').filter({ visible: true })
	];
	for (const group of controls) {
		expect(await group.count()).toBeGreaterThan(0);
		for (const control of await group.all()) await control.click({ trial: true });
	}
	// It scrolls one way only; the pages to read are looked at in reading-pages.test.ts.
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(ZOOMED.width);
});

test('with forced colours the page still shows what is chosen', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	const region = await openRegion(page, REGION);
	// As they are drawn, not as they were asked for.
	const colours = await region
		.legendOf(/^Deprivation decile/)
		.getByRole('listitem')
		.locator('rect')
		.evaluateAll((bars) => bars.map((bar) => getComputedStyle(bar).fill));
	expect(new Set(colours).size).toBe(10);
	const maternity = region.layer('Maternity').first();
	const before = await maternity.screenshot();
	await maternity.check();
	await page.getByRole('heading', { level: 1 }).click();
	expect((await maternity.screenshot()).equals(before)).toBe(false);
});

test.describe('printed', () => {
	test('findings, legend and picture are on paper', async ({ page }) => {
		await page.setViewportSize({ width: 718, height: 1000 });
		const region = await openRegion(page, REGION);
		await page.emulateMedia({ media: 'print' });
		await expect(region.findings).toBeVisible();
		await expect(region.legend).toBeVisible();
		await expect(page.getByRole('img', { name: /^Picture of/ })).toBeVisible();
		await expect(page.getByText(/Read with care/)).toBeVisible();
	});

	test('every row of the table is on paper', async ({ page }) => {
		await page.setViewportSize({ width: 718, height: 1000 });
		const { neighbourhoods } = factsOf(REGION, '2019');
		const region = await openTable(page, REGION, '?edition=2019');
		await expect(region.table).toHaveAccessibleName(/IoD 2019/);
		await page.emulateMedia({ media: 'print' });
		expect(await region.rows()).toHaveLength(neighbourhoods.length);
		// The last row is on paper, not in a box that would have to be scrolled.
		const last = region.table.getByRole('row').last();
		const clipped = await last.evaluate((row) => {
			const foot = row.getBoundingClientRect().bottom;
			for (let box = row.parentElement; box; box = box.parentElement) {
				const { overflowY } = getComputedStyle(box);
				if (overflowY !== 'visible' && box.getBoundingClientRect().bottom < foot - 1) return true;
			}
			return false;
		});
		expect(clipped).toBe(false);
	});

	test('a page in dark colours can be read on white paper', async ({ page }) => {
		await openRegion(page, REGION);
		await chooseColours(page, 'Dark');
		await page.emulateMedia({ media: 'print' });
		await expectAccessible(page);
	});
});
