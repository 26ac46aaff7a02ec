/** Where new hubs could go: asking, proving, changing, and what is said when it goes wrong. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { REGION } from './packs.ts';
import { openShare, tabTo, textsOf, WIDE } from './region-page.ts';

test.use({ viewport: WIDE });

const open = async (page: Page, query = '') => {
	await page.goto(`/${REGION}/siting/${query}`);
	// The list of buildings comes with the data: from then on a plan can be changed.
	await expect(page.getByRole('button', { name: 'Add', exact: true })).toBeEnabled();
};
const areas = (page: Page) => page.getByRole('region', { name: 'Areas to look in' });
const hubs = (page: Page) => areas(page).getByRole('heading', { name: /^Around / });
const ask = (page: Page) => page.getByRole('button', { name: 'Change question' }).click();
const headline = (page: Page) => page.getByTestId('headline');
const answer = (page: Page) => page.getByRole('region', { name: 'The answer' });
/** A question that is quick to prove and that no page was built with. */
const OTHER =
	'?who=aged-0&in=core20&aim=coverage&hubs=3&unit=minutes&mode=walk&reach=15&from=libraries&standing=maternity-hubs';

test('question, map and result are in sight at once, with the proof', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 720 });
	await open(page);
	await expect(page.getByText(/Five new maternity and family hubs, so that/)).toBeVisible();
	await expect(headline(page)).toContainText(
		/Five new hubs would put [\d,]+ babies under one within a 20-minute walk of a hub/
	);
	await expect(answer(page)).toContainText('Best for these estimates');
	await expect(hubs(page)).toHaveCount(5);
	// No scrolling: the answer, the first areas and the map.
	await expect(headline(page)).toBeInViewport({ ratio: 1 });
	await expect(hubs(page).first()).toBeInViewport({ ratio: 1 });
	await expect(page.locator('.map')).toBeInViewport({ ratio: 1 });
	await ask(page);
	await expect(page.getByRole('heading', { name: 'Your question' })).toBeFocused();
	await expect(page.getByLabel('Kind of hub')).toBeInViewport({ ratio: 1 });
	await expect(headline(page)).toBeInViewport({ ratio: 1 });
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Change question' })).toBeFocused();
});

test('an area has buildings to ask, and each a sheet on which nothing is known yet', async ({
	page
}) => {
	await open(page);
	await expect(areas(page).getByText(/^First to ask: \S/)).toHaveCount(5);
	await areas(page)
		.getByText(/buildings to ask/)
		.first()
		.click();
	const sheet = areas(page)
		.getByRole('button', { name: /^Visit sheet/ })
		.first();
	await sheet.click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByRole('row', { name: /Step-free.* Not known/ })).toBeVisible();
	await expect(dialog.getByRole('cell', { name: 'Not known' })).toHaveCount(9);
	await expect(dialog).not.toContainText(/digital access point/i);
	await expectAccessible(page);
	const [taken] = await Promise.all([
		page.waitForEvent('download'),
		dialog.getByRole('button', { name: /as CSV$/ }).click()
	]);
	expect(await readFile(await taken.path(), 'utf8')).toContain('Not known');
	await page.keyboard.press('Escape');
	await expect(sheet).toBeFocused();
});

test('a question of one’s own is answered and proved, and its link says the same', async ({
	page
}) => {
	await open(page);
	await ask(page);
	await page
		.getByLabel('Where they live')
		.selectOption({ label: 'In the most deprived neighbourhoods (Core20)' });
	await page.getByLabel('New hubs', { exact: true }).fill('3');
	await page.getByLabel('New hubs', { exact: true }).press('Enter');
	await expect(hubs(page)).toHaveCount(3);
	await expect(answer(page)).toContainText('Best for these estimates');
	const said = await headline(page).textContent();
	expect(new URL(page.url()).searchParams.get('in')).toBe('core20');
	await page.reload();
	await expect(answer(page)).toContainText('Best for these estimates');
	await expect(headline(page)).toHaveText(said ?? '');
	// The frontier can be clicked.
	await page.getByRole('button', { name: /^4 new hubs/ }).click();
	await expect(hubs(page)).toHaveCount(4);
	await expectAccessible(page);
});

test('what if: remove, add, move, undo and redo, with the keyboard alone', async ({ page }) => {
	await open(page);
	const best = await headline(page).textContent();
	const remove = page.getByRole('button', { name: /^Remove / }).first();
	await tabTo(page, remove);
	await page.keyboard.press('Enter');
	await expect(hubs(page)).toHaveCount(4);
	// What it does is said there, and spoken; the focus is on the way back.
	const done =
		/The hub around .* is removed\. [\d,]+ fewer babies under one would have a hub near: now [\d,]+ \(/;
	await expect(areas(page).getByText(done)).toBeVisible();
	await expect(page.locator('[aria-live]', { hasText: done })).toHaveCount(1);
	await expect(answer(page)).toContainText('fewer babies under one than the best plan');
	await expect(headline(page)).not.toHaveText(best ?? '');
	await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(hubs(page)).toHaveCount(5);
	await expect(areas(page).getByText(/^\s*Undone\. /)).toBeFocused();
	await page.getByRole('button', { name: 'Redo' }).press('Enter');
	await expect(hubs(page)).toHaveCount(4);

	const field = page.getByRole('combobox', { name: 'Add a building' });
	const option = await page.locator('datalist option').first().getAttribute('value');
	await field.fill(option ?? '');
	await field.press('Enter');
	await expect(hubs(page)).toHaveCount(5);

	await page
		.getByRole('button', { name: /^Move / })
		.first()
		.press('Enter');
	await page.getByLabel('Move it to another building').selectOption({ index: 1 });
	await expect(hubs(page)).toHaveCount(5);
	expect(new URL(page.url()).searchParams.get('plan')).toMatch(/,/);
	await page.getByRole('button', { name: 'Back to the best plan' }).press('Enter');
	await expect(headline(page)).toHaveText(best ?? '');
	// A button that the edge of the pane cuts would count as a small one.
	await answer(page).scrollIntoViewIfNeeded();
	await expectAccessible(page);
});

test('a hub is moved and shared in four actions', async ({ page }) => {
	await open(page);
	const best = await headline(page).textContent();
	// One: what else is there. Two: use it. Three: share. Four: the link.
	await areas(page)
		.getByText(/buildings to ask/)
		.first()
		.click();
	await areas(page)
		.getByRole('button', { name: /^Use this one/ })
		.first()
		.click();
	const what = /The hub around .* is moved from .* to /;
	const moved = areas(page).getByText(what);
	await expect(moved).toBeFocused();
	// In the hub's own entry, which names the building; the answer says what the best plan has.
	const entry = areas(page).getByRole('listitem').filter({ hasText: what });
	const name = (await entry.getByText('Chosen building: ').textContent())?.split(': ')[1] ?? '';
	await expect(moved).toContainText(`to ${name.trim()}`);
	await expect(answer(page)).toContainText('This is your own plan');
	await expect(answer(page)).toContainText(`It has ${name.trim()} (near `);
	await page.getByRole('button', { name: 'Share or download' }).click();
	await page.getByRole('button', { name: 'Copy link' }).click();
	const said = await headline(page).textContent();
	expect(said).not.toBe(best);
	await page.goto(page.url());
	await expect(headline(page)).toHaveText(said ?? '');
});

test('by touch @phone-only', async ({ page }) => {
	await open(page);
	await page
		.getByRole('button', { name: /^Remove / })
		.first()
		.tap();
	await expect(hubs(page)).toHaveCount(4);
	await page.getByRole('button', { name: 'Undo' }).tap();
	await expect(hubs(page)).toHaveCount(5);
	const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(width).toBeLessThanOrEqual(0);
});

test('a search that is stopped keeps its plan', async ({ page }) => {
	// The solver never comes, so that there is something to stop.
	await page.route('**/*.wasm', () => undefined);
	await open(page, OTHER);
	await expect(hubs(page)).toHaveCount(3);
	await page.getByRole('button', { name: 'Stop, keep this plan' }).click();
	await expect(answer(page)).toContainText('You stopped the search');
	await expect(hubs(page)).toHaveCount(3);
	await page.unroute('**/*.wasm');
	await ask(page);
	await page.getByLabel('New hubs', { exact: true }).fill('2');
	await page.getByLabel('New hubs', { exact: true }).press('Enter');
	await expect(answer(page)).toContainText('Best for these estimates');
});

test.describe('when the solver cannot be had', () => {
	test.use({ expectedProblems: [/wasm/, /ERR_FAILED/] });
	test('the page says so and keeps the best plan', async ({ page }) => {
		await page.route('**/*.wasm', (route) => route.abort());
		await open(page, OTHER);
		await expect(answer(page)).toContainText(
			'Something went wrong while we looked for a better plan'
		);
		await expect(hubs(page)).toHaveCount(3);
		await openShare(page);
		await expect(page.getByRole('button', { name: /^CSV ?: the plan/ })).toBeEnabled();
		await expectAccessible(page);
	});
});

test('what has no answer is said in words', async ({ page }) => {
	await page.goto(`/${REGION}/siting/?from=none&hubs=3`);
	await expect(page.getByRole('alert')).toContainText('there are no buildings to choose from');
	await expectAccessible(page);
});

test('the plan goes away as CSV and GeoJSON, with what is on the page', async ({ page }) => {
	await open(page);
	const said = (await headline(page).textContent()) ?? '';
	const names = await textsOf(areas(page).locator('.buildings').locator('strong'));
	expect(names.length).toBeGreaterThan(0);
	await openShare(page);
	for (const [name, file] of [
		[/^CSV ?: the plan/, /hubs\.csv$/],
		[/^GeoJSON/, /hubs\.geojson$/]
	] as const) {
		const [taken] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name }).click()
		]);
		expect(taken.suggestedFilename()).toMatch(file);
		const content = await readFile(await taken.path(), 'utf8');
		for (const text of [said, ...names]) expect(content).toContain(text.trim());
	}
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('the worked example is there to read', async ({ page }) => {
		await page.goto(`/${REGION}/siting/`);
		await expect(headline(page)).toContainText('within a 20-minute walk');
		await expect(answer(page)).toContainText('Best for these estimates');
		await expect(hubs(page)).toHaveCount(5);
		await expect(page.getByRole('button')).toHaveCount(0);
	});
});
