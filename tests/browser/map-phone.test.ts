/** The map under a finger. */
import { expect, test } from './fixtures.ts';
import { factsOf, fullName, mostDeprived, REGION } from './packs.ts';
import { middleOf, openRegion, viewQuery } from './region-page.ts';

test(
	'map and list take turns, and the map keeps its place',
	{ tag: '@phone-only' },
	async ({ page }) => {
		const region = await openRegion(page, REGION, '?with=none&view=52.6300,1.3000,11.00');
		const size = page.viewportSize();
		const show = (part: string) => page.getByRole('button', { name: part, exact: true });
		const canvas = await region.canvas.boundingBox();
		// The map fills what the bar leaves, and nothing has to be scrolled.
		expect(canvas?.width).toBe(size?.width);
		expect((canvas?.y ?? 0) + (canvas?.height ?? 0)).toBeCloseTo(size?.height ?? 0, -1);
		await expect(region.legend).toBeVisible();
		await expect(region.findings).toBeHidden();
		await show('List').tap();
		await expect(show('List')).toHaveAttribute('aria-pressed', 'true');
		await expect(region.findings).toBeVisible();
		await expect(region.canvas).toBeHidden();
		// What is chosen in the list is told there, and nothing jumps.
		const at = await page.evaluate(() => scrollY);
		await region.findings.getByRole('button', { name: /^Show it/ }).tap();
		await expect(region.details).toBeInViewport();
		expect(await page.evaluate(() => scrollY)).toBe(at);
		await region.details.getByRole('button', { name: 'Clear the selection' }).tap();
		await expect(region.details).toBeHidden();
		await show('Map').tap();
		await expect(region.canvas).toBeVisible();
		expect(await region.canvas.boundingBox()).toEqual(canvas);
	}
);

test('a tap on the map selects what lies there', { tag: '@phone-only' }, async ({ page }) => {
	const worst = mostDeprived(factsOf(REGION, '2025'));
	const region = await openRegion(page, REGION, `?with=none&${viewQuery(worst, 14)}`);
	await region.canvas.scrollIntoViewIfNeeded();
	const { x, y } = await middleOf(region);
	await page.touchscreen.tap(x, y);
	await expect(region.details).toContainText(fullName(worst));
});
