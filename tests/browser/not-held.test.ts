/** What only some regions have: elsewhere one sentence, never an empty heading or a broken layer. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { REGIONS } from './packs.ts';
import { combinations } from './matrix.ts';
import { openRegion } from './region-page.ts';

/** A region without counts of charities; no region has the offices of a register. */
const WITHOUT = 'bath-swindon-and-wiltshire';
const NO_CHARITIES =
	'We hold no counts of charities by district for Bath, Swindon and Wiltshire: they were collected for Norfolk.';

/** Headings with nothing under them, lists and tables with nothing in them, as "h2 Title". */
const emptyOn = (page: Page) =>
	page.evaluate(() => {
		const main = document.querySelector('main') ?? document.body;
		const found: string[] = [];
		for (const heading of main.querySelectorAll('h1, h2, h3, h4')) {
			const walker = document.createTreeWalker(main);
			walker.currentNode = heading;
			let filled = false;
			for (let node = walker.nextNode(); node && !filled; node = walker.nextNode()) {
				if (heading.contains(node)) continue;
				if (node instanceof Element) {
					if (/^H[1-4]$/.test(node.tagName) && node.tagName <= heading.tagName) break;
					filled = node.matches('input, select, button, img, canvas, svg');
				} else filled = (node.textContent ?? '').trim() !== '';
			}
			if (!filled) found.push(`${heading.tagName.toLowerCase()} ${heading.textContent}`);
		}
		for (const list of main.querySelectorAll('ul, ol, dl, tbody, select, fieldset')) {
			if (list.children.length === 0) {
				const place = list.closest('section')?.querySelector('h2')?.textContent ?? 'the page';
				found.push(`${list.tagName.toLowerCase()} in ${place}`);
			}
		}
		// The text, and not a list's marker: an item that holds a picture or a control is not empty.
		for (const item of main.querySelectorAll('li, dd')) {
			if (
				(item.textContent ?? '').trim() === '' &&
				!item.querySelector('input, img, svg, canvas')
			) {
				found.push(`${item.tagName.toLowerCase()} of ${item.parentElement?.className ?? ''}`);
			}
		}
		return found;
	});

const PAGES = [
	'',
	'table/',
	'gaps/',
	'siting/',
	'assets/',
	'assets/?part=check',
	'who-else/',
	'checks/'
];
for (const { slug, path, title, tag } of combinations(
	{ slug: REGIONS, path: PAGES },
	{ from: { slug: WITHOUT } }
)) {
	test(`no heading, list or table is empty: ${title}`, { tag }, async ({ page }) => {
		await page.goto(`/${slug}/${path}`);
		await page.waitForLoadState('networkidle');
		expect(await emptyOn(page)).toEqual([]);
	});
}

test('nor is one on the pages of the whole site', async ({ page }) => {
	for (const path of ['/', '/data/', '/method/', '/accessibility/']) {
		await page.goto(path);
		expect(await emptyOn(page), path).toEqual([]);
	}
});

test('the panel of layers says what there is not, and why', async ({ page }) => {
	const region = await openRegion(page, WITHOUT);
	await expect(page.getByText(NO_CHARITIES).first()).toBeVisible();
	await expect(page.getByRole('radio', { name: /^Charities/ })).toBeDisabled();
	await region.moreTopics();
	await expect(
		page.getByText(/^We hold no registered offices of charities, .* imported/)
	).toBeVisible();
	await expect(region.alert).toHaveCount(0);
});

test('a link with a register that is not held says so, and opens the rest', async ({ page }) => {
	const region = await openRegion(page, WITHOUT, '?with=charities-offices,food-banks');
	await expect(region.said('We hold no registered offices of charities for')).toBeVisible();
	await expect(region.legendOf(/^Food banks/)).toBeVisible();
	await expect(region.alert).toHaveCount(0);
});

test('gaps of what has no figures are not offered, and a link to them says why', async ({
	page
}) => {
	await page.goto(`/${WITHOUT}/gaps/?provision=charities&level=district`);
	await expect(
		page.getByRole('status').filter({ hasText: `was left out. ${NO_CHARITIES}` })
	).toBeVisible();
	await page.getByRole('button', { name: 'Change question' }).click();
	const form = page.getByRole('form', { name: 'Change the question' });
	await form.getByText('More choices').click();
	await expect(form.getByText(NO_CHARITIES)).toBeVisible();
	await expect(form.getByRole('option', { name: /Registered charities/ })).toHaveCount(0);
	await expect(page.locator('main')).not.toContainText('NaN');
});

test('the directory says which lists there are not', async ({ page }) => {
	await page.goto(`/${WITHOUT}/assets/?part=coverage`);
	await expect(page.getByText(NO_CHARITIES).filter({ visible: true }).first()).toBeVisible();
});
