/** A map that was taken to a postcode says in no address and to no host where that is. */
import { expect, test } from './fixtures.ts';
import { REGION } from './packs.ts';
import { DECILE, listen, lookUp, says, shownCode } from './postcode.ts';
import { openRegion } from './region-page.ts';

test.use({ viewport: { width: 1000, height: 560 } });

test('a postcode leaves the address as it was, also when the map is moved and the page loaded again', async ({
	page,
	context
}) => {
	const asked = listen(context);
	await openRegion(page, REGION);
	const before = page.url();
	const region = await lookUp(page);
	const code = await shownCode(region);
	await expect(region.canvas).toBeVisible();
	await region.mapButtons.getByRole('button', { name: 'Zoom in' }).click();
	await region.mapButtons.getByRole('button', { name: 'Arrows to move the map' }).click();
	await region.mapButtons.getByRole('button', { name: 'Move north' }).click();
	await region.radio('2019').check();
	await region.expectParameter('edition', '2019');
	await region.radio('2025').check();
	await expect.poll(() => page.url()).toBe(before);
	expect(await page.title()).not.toContain(code);

	await page.reload();
	await region.ready();
	await expect(region.details).toContainText(DECILE);
	expect(await shownCode(region)).toBe(code);
	expect(page.url()).toBe(before);
	// The map is where it was, not on the whole region: that is in the tab alone.
	await region.mapButtons.getByRole('button', { name: 'Zoom in' }).click();
	expect(says([page.url(), ...asked], code)).toEqual([]);

	for (let steps = 0; steps < 3; steps++) await page.goBack();
	await expect(region.details).toBeHidden();
	await page.goForward();
	await expect(region.details).toContainText(DECILE);
	expect(says([page.url(), ...asked], code)).toEqual([]);
});
