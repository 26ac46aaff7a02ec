/** The map under a finger. */
import { expect, test } from './fixtures.ts';
import { factsOf, fullName, mostDeprived, REGION } from './packs.ts';
import { coloursWithin, middleOf, openRegion, viewQuery } from './region-page.ts';

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
		// A layer is three actions away: the list, its switch, the map.
		await region.layer('Maternity').first().check();
		// What is chosen in the list is told there, and nothing jumps.
		await region.findings.getByText(/more$/).tap();
		const finding = region.findings.getByRole('button', { name: /^Show it/ });
		await finding.scrollIntoViewIfNeeded();
		const at = await page.evaluate(() => scrollY);
		await finding.tap();
		await expect(region.details).toBeInViewport();
		expect(await page.evaluate(() => scrollY)).toBe(at);
		await region.details.getByRole('button', { name: 'Close' }).tap();
		await expect(region.details).toBeHidden();
		await show('Map').tap();
		await expect(region.canvas).toBeVisible();
		await expect(region.legendOf(/^Maternity units/)).toBeVisible();
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
	// What the card leaves of the map is painted: what scrolls in the card must not count as its cover.
	await expect(region.details.getByRole('link', { name: 'Open full page' })).toBeAttached();
	const open = await region.canvas.boundingBox();
	const sheet = await region.details.boundingBox();
	if (!open || !sheet) throw new Error('there is no map, or no card');
	const clip = { ...open, y: open.y, height: sheet.y - open.y };
	await expect.poll(() => coloursWithin(page, clip)).toBeGreaterThan(30);
});

test(
	'from a postcode to what is near in two actions, in sight and with the focus',
	{ tag: '@phone-only' },
	async ({ page }) => {
		const region = await openRegion(page, REGION);
		await page.getByRole('combobox', { name: /^Find a postcode/ }).fill('NR1 1AA');
		await page.getByRole('option', { name: 'NR1 1AA' }).tap();
		const title = region.details.getByRole('heading', { name: 'Near NR1 1AA' });
		await expect(title).toBeInViewport();
		await expect(title).toBeFocused();
		const near = page.getByRole('region', { name: 'Near NR1 1AA' });
		await expect(near).toContainText('Pharmacy');
		await expect(near).toContainText('min walk');
		await expect(near.getByRole('link').first()).toHaveAttribute('href', /^tel:/);
		// It stays where it is when all has come.
		await expect(title).toBeInViewport();
		await expect(page.locator('.maplibregl-marker')).toHaveCount(1);
	}
);
