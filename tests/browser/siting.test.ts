/** Where the next hubs should go: asking, proving, changing, and what is said when it goes wrong. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { REGION } from './packs.ts';
import { openShare, tabTo, textsOf, WIDE, withoutWebgl } from './region-page.ts';

test.use({ launchOptions: withoutWebgl(), viewport: WIDE });

const open = async (page: Page, query = '') => {
	await page.goto(`/${REGION}/siting/${query}`);
	// The list of buildings comes with the data: from then on a plan can be changed.
	await expect(page.getByRole('button', { name: 'Add', exact: true })).toBeEnabled();
};
const hubs = (page: Page) => page.getByRole('region', { name: 'Why there' }).locator('ol > li');
const headline = (page: Page) => page.getByTestId('headline');
const answer = (page: Page) => page.getByRole('region', { name: 'The answer' });
/** A question that is quick to prove and that no page was built with. */
const OTHER =
	'?who=aged-0&in=core20&aim=coverage&hubs=3&unit=minutes&mode=walk&reach=15&from=libraries&standing=maternity-hubs';

test('the worked example is there without asking for anything, with its proof', async ({
	page
}) => {
	await open(page);
	await expect(headline(page)).toContainText(
		/With five new hubs, [\d,]+ of [\d,]+ babies under one/
	);
	await expect(answer(page)).toContainText('Best for these estimates');
	await expect(hubs(page)).toHaveCount(5);
	await expect(page.getByRole('region', { name: 'Who is still left out' })).toContainText(
		'still have no hub within 20 minutes on foot'
	);
	await expectAccessible(page);
});

test('a question of one’s own is answered and proved, and its link says the same', async ({
	page
}) => {
	await open(page);
	await page.getByLabel('Where they live').selectOption({ label: 'Core20 neighbourhoods only' });
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
	await expect(answer(page)).toContainText('fewer within reach than the best plan');
	await expect(headline(page)).not.toHaveText(best ?? '');
	const undo = page.getByRole('button', { name: 'Undo' });
	await undo.focus();
	await page.keyboard.press('Enter');
	await expect(hubs(page)).toHaveCount(5);
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
	await page.getByLabel('Nearest other buildings').selectOption({ index: 1 });
	await expect(hubs(page)).toHaveCount(5);
	expect(new URL(page.url()).searchParams.get('plan')).toMatch(/,/);
	await page.getByRole('button', { name: 'Back to the best plan' }).press('Enter');
	await expect(headline(page)).toHaveText(best ?? '');
	// A button that the edge of the pane cuts would count as a small one.
	await answer(page).scrollIntoViewIfNeeded();
	await expectAccessible(page);
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
	await page.getByLabel('New hubs', { exact: true }).fill('2');
	await page.getByLabel('New hubs', { exact: true }).press('Enter');
	await expect(answer(page)).toContainText('Best for these estimates');
});

test.describe('when the solver cannot be had', () => {
	test.use({ expectedProblems: [/wasm/, /ERR_FAILED/] });
	test('the page says so and keeps the best plan', async ({ page }) => {
		await page.route('**/*.wasm', (route) => route.abort());
		await open(page, OTHER);
		await expect(answer(page)).toContainText('something went wrong in the solver');
		await expect(hubs(page)).toHaveCount(3);
		await openShare(page);
		await expect(page.getByRole('button', { name: 'Plan as CSV' })).toBeEnabled();
		await expectAccessible(page);
	});
});

test('what has no answer is said in words', async ({ page }) => {
	await page.goto(`/${REGION}/siting/?from=none&hubs=3`);
	await expect(page.getByRole('alert')).toContainText('only 0 buildings to choose 3 hubs from');
	await expectAccessible(page);
});

test('the plan goes away as CSV and GeoJSON, with what is on the page', async ({ page }) => {
	await open(page);
	const said = (await headline(page).textContent()) ?? '';
	const names = await textsOf(hubs(page).locator('strong'));
	expect(names.length).toBeGreaterThan(0);
	await openShare(page);
	for (const [name, file] of [
		['Plan as CSV', /hubs\.csv$/],
		['Plan as GeoJSON', /hubs\.geojson$/]
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
		await expect(headline(page)).toContainText('within 20 minutes on foot');
		await expect(answer(page)).toContainText('Best for these estimates');
		await expect(hubs(page)).toHaveCount(5);
		await expect(page.getByRole('button')).toHaveCount(0);
	});
});
