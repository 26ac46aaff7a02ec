/** The map under a finger. */
import { expect, test } from './fixtures.ts';
import { factsOf, fullName, mostDeprived, REGION } from './packs.ts';
import { middleOf, openRegion, viewQuery } from './region-page.ts';

test('the map opens to the full screen, and closes', { tag: '@phone-only' }, async ({ page }) => {
	const region = await openRegion(page, REGION);
	const map = page.getByRole('region', { name: 'Map of Norfolk and Waveney', exact: true });
	const height = async () => (await map.boundingBox())?.height ?? 0;
	const press = (name: string) =>
		region.mapButtons.getByRole('button', { name, exact: true }).tap();
	const before = await height();
	await press('Full screen');
	await expect.poll(height).toBe(page.viewportSize()?.height);
	// What the map covers cannot be reached by mistake.
	const search = page.getByRole('combobox', { name: /^Find a postcode/ });
	await search.evaluate((input) => input.focus());
	await expect(search).not.toBeFocused();
	await press('Close');
	await expect.poll(height).toBe(before);
	await expect(map).toBeInViewport();
	await expect(region.legend).toBeVisible();
	await search.evaluate((input) => input.focus());
	await expect(search).toBeFocused();
});

test('a tap on the map selects what lies there', { tag: '@phone-only' }, async ({ page }) => {
	const worst = mostDeprived(factsOf(REGION, '2025'));
	const region = await openRegion(page, REGION, `?with=none&${viewQuery(worst, 14)}`);
	await region.canvas.scrollIntoViewIfNeeded();
	const { x, y } = await middleOf(region);
	await page.touchscreen.tap(x, y);
	await expect(region.details).toContainText(fullName(worst));
});

test(
	'from a postcode to what is near in two actions, in sight and with the focus',
	{ tag: '@phone-only' },
	async ({ page }) => {
		const region = await openRegion(page, REGION);
		await page.getByRole('combobox', { name: /^Find a postcode/ }).fill('NR1 1AA');
		await page.getByRole('option', { name: 'NR1 1AA' }).tap();
		const title = region.details.getByRole('heading', { level: 2 });
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
