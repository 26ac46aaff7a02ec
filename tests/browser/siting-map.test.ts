/** The plan on the map: a hub dragged to another building by mouse and by finger, and brought into sight. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { REGION } from './packs.ts';
import { WIDE } from './region-page.ts';

const headline = (page: Page) => page.getByTestId('headline');
const mark = (page: Page, number: number) =>
	page.locator('.hub-mark', { hasText: new RegExp(`^${number}$`) });
const planOf = (page: Page) => new URL(page.url()).searchParams.get('plan');

async function open(page: Page): Promise<{ x: number; y: number }> {
	await page.goto(`/${REGION}/siting/`);
	await expect(mark(page, 2)).toBeVisible({ timeout: 90_000 });
	await mark(page, 2).scrollIntoViewIfNeeded();
	const box = await mark(page, 2).boundingBox();
	if (!box) throw new Error('hub 2 is not to be seen');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The plan has another building now, and says so; one step back has the best again. */
async function expectMoved(page: Page, best: string | null) {
	await expect.poll(() => planOf(page)).not.toBeNull();
	await expect(headline(page)).not.toHaveText(best ?? '');
	await expect(page.getByRole('region', { name: 'The answer' })).toContainText('Your own plan');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(headline(page)).toHaveText(best ?? '');
}

test.describe('with a mouse', () => {
	test.use({ viewport: WIDE });

	test('a hub is dragged to another building, and the numbers follow', async ({ page }) => {
		const from = await open(page);
		const best = await headline(page).textContent();
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move(from.x - 200, from.y - 60, { steps: 8 });
		await page.mouse.up();
		await expectMoved(page, best);
		await page
			.getByRole('button', { name: /^On the map/ })
			.first()
			.click();
		await expect
			.poll(() => new URL(page.url()).searchParams.get('view'), { timeout: 30_000 })
			.not.toBeNull();
	});
});

test.describe('with a finger', () => {
	test.use({ viewport: { width: 390, height: 800 }, hasTouch: true });

	test('a hub is dragged to another building, and the numbers follow', async ({ page }) => {
		const from = await open(page);
		const best = await headline(page).textContent();
		const finger = await page.context().newCDPSession(page);
		const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', step: number) =>
			finger.send('Input.dispatchTouchEvent', {
				type,
				touchPoints: type === 'touchEnd' ? [] : [{ x: from.x - step * 15, y: from.y - step * 6 }]
			});
		await touch('touchStart', 0);
		for (let step = 1; step <= 8; step++) await touch('touchMove', step);
		await touch('touchEnd', 8);
		await expectMoved(page, best);
	});
});
