/** The plan on the map: a hub dragged to another building by mouse and by finger, and brought into sight. */
import type { Page, Route } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { REGION } from './packs.ts';
import { WIDE } from './region-page.ts';

const headline = (page: Page) => page.getByTestId('headline');
const mark = (page: Page, number: number) =>
	page.locator('.hub-mark', { hasText: new RegExp(`^${number}$`) });
/** A question that no page was built with: a solver answers it. */
const OTHER =
	'?who=aged-0&in=core20&aim=coverage&hubs=3&unit=minutes&mode=walk&reach=15&from=libraries&standing=maternity-hubs';
const planOf = (page: Page) => new URL(page.url()).searchParams.get('plan');

/** Where the mark of hub 2 is, once the answer is final and the map is drawn. */
async function open(page: Page): Promise<Point> {
	await page.goto(`/${REGION}/siting/`);
	await expect(page.locator('.proof')).toHaveAttribute('data-status', 'optimal');
	await isDrawn(page);
	return middleOf(page, 2);
}

/** The map is there: its buttons can be pressed, whatever is drawn on it yet. */
const isStarted = (page: Page) =>
	expect(page.getByRole('button', { name: 'Zoom in', exact: true })).toBeEnabled();

/** The map comes in two steps, and each has the time that the guard gives. */
async function isDrawn(page: Page) {
	await isStarted(page);
	await expect(page.locator('.canvas')).toHaveAttribute('data-status', 'drawn');
}

interface Point {
	x: number;
	y: number;
}

async function middleOf(page: Page, number: number): Promise<Point> {
	await isStarted(page);
	await expect(mark(page, number)).toBeVisible();
	await mark(page, number).scrollIntoViewIfNeeded();
	const box = await mark(page, number).boundingBox();
	if (!box) throw new Error(`hub ${number} is not to be seen`);
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Counts from now on how many frames the page asks its browser for. */
const countFrames = (page: Page) =>
	page.addInitScript(() => {
		const request = requestAnimationFrame.bind(window);
		Reflect.set(window, 'framesAsked', 0);
		window.requestAnimationFrame = (frame) => {
			Reflect.set(window, 'framesAsked', Number(Reflect.get(window, 'framesAsked')) + 1);
			return request(frame);
		};
	});

/** At rest the page asks for no frame, or a laptop would draw for nothing as long as it is open. */
async function expectRest(page: Page) {
	const asked = () => page.evaluate(() => Number(Reflect.get(window, 'framesAsked')));
	await expect(async () => {
		const before = await asked();
		expect(before).toBeGreaterThan(0);
		await page.waitForTimeout(500);
		expect(await asked()).toBe(before);
	}).toPass();
}

/** Holds back every answer to requests of a kind; returns what lets them through. */
async function holdBack(page: Page, requests: RegExp): Promise<() => Promise<void>> {
	const held: Route[] = [];
	let isHeld = true;
	await page.context().route(requests, (route) => {
		if (!isHeld) return route.continue();
		held.push(route);
	});
	return async () => {
		isHeld = false;
		await Promise.all(held.map((route) => route.continue()));
	};
}

/** Drags with the mouse and lets go; what happens `midway` comes with the mark in hand. */
async function drag(page: Page, from: Point, midway?: () => Promise<void>) {
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x - 100, from.y - 30, { steps: 4 });
	await midway?.();
	await page.mouse.move(from.x - 200, from.y - 60, { steps: 4 });
	await page.mouse.up();
}

/** The plan has another building now, and says so; one step back has the best again. */
async function expectMoved(page: Page, best: string | null) {
	await expect.poll(() => planOf(page)).not.toBeNull();
	await expect(headline(page)).not.toHaveText(best ?? '');
	await expect(page.getByRole('region', { name: 'The answer' })).toContainText('your own plan');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(headline(page)).toHaveText(best ?? '');
}

test.describe('with a mouse', () => {
	test.use({ viewport: WIDE });

	test('a hub dropped beside the map stays, dragged to another building it moves, and the numbers follow', async ({
		page
	}) => {
		await countFrames(page);
		const from = await open(page);
		const best = await headline(page).textContent();
		await page.mouse.move(from.x, from.y);
		await page.mouse.down();
		await page.mouse.move(from.x - 100, from.y, { steps: 4 });
		// The answer's column lies to the left of the map.
		await page.mouse.move(200, from.y, { steps: 4 });
		await page.mouse.up();
		expect(await middleOf(page, 2)).toEqual(from);
		expect(planOf(page)).toBeNull();

		await drag(page, from);
		await expectMoved(page, best);
		await page
			.getByRole('button', { name: /^On the map/ })
			.first()
			.click();
		await expect.poll(() => new URL(page.url()).searchParams.get('view')).not.toBeNull();
		await expectRest(page);
	});

	test('what the map is drawn from comes in the middle of a drag, which goes on', async ({
		page
	}) => {
		const letThrough = await holdBack(page, /lsoa21-boundaries/);
		await page.goto(`/${REGION}/siting/`);
		const from = await middleOf(page, 2);
		const best = await headline(page).textContent();
		await drag(page, from, async () => {
			const come = page.waitForResponse(/lsoa21-boundaries/);
			await letThrough();
			await (await come).finished();
			await isDrawn(page);
		});
		await expectMoved(page, best);
	});

	test('the solver’s last word comes in the middle of a drag, which goes on', async ({ page }) => {
		const letThrough = await holdBack(page, /siting-worker/);
		await page.goto(`/${REGION}/siting/${OTHER}`);
		const from = await middleOf(page, 2);
		const answer = page.getByRole('region', { name: 'The answer' });
		await expect(answer).toContainText('We are looking for a better one');
		let best: string | null = null;
		await drag(page, from, async () => {
			await letThrough();
			await expect(answer).not.toContainText('We are looking for a better one');
			best = await headline(page).textContent();
		});
		await expectMoved(page, best);
	});
});

test.describe('with a finger', () => {
	test.use({ viewport: { width: 390, height: 800 }, hasTouch: true });

	test('a hub is dragged to another building, and the numbers follow', async ({ page }) => {
		await page.goto(`/${REGION}/siting/`);
		await expect(page.locator('.proof')).toHaveAttribute('data-status', 'optimal');
		const best = await headline(page).textContent();
		await page.getByRole('button', { name: 'Map', exact: true }).click();
		await isDrawn(page);
		const from = await middleOf(page, 2);
		const finger = await page.context().newCDPSession(page);
		const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', step: number) =>
			finger.send('Input.dispatchTouchEvent', {
				type,
				touchPoints: type === 'touchEnd' ? [] : [{ x: from.x - step * 15, y: from.y - step * 6 }]
			});
		await touch('touchStart', 0);
		for (let step = 1; step <= 8; step++) await touch('touchMove', step);
		await touch('touchEnd', 8);
		await expect.poll(() => planOf(page)).not.toBeNull();
		await page.getByRole('button', { name: 'List', exact: true }).click();
		await expectMoved(page, best);
	});
});
