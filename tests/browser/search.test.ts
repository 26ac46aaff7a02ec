/** The search of a region's page: postcodes, areas and places of every layer, by keyboard, forgiving. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { factsOf, fullName, loneVenue, mostDeprived, placesOf, REGION } from './packs.ts';
import { openRegion, RegionPage } from './region-page.ts';

const box = (page: Page) =>
	page.getByRole('combobox', { name: 'Find a postcode, place, venue or topic' });
/** The answers, not the choices of the page's other lists. */
const options = (page: Page) => page.getByRole('listbox').getByRole('option');

/** What is near, once something was found. */
const near = (region: RegionPage, name: string) =>
	region.page.getByRole('region', { name: `Near ${name}` });

test('finds a neighbourhood by its official name, with the keyboard alone', async ({ page }) => {
	const worst = mostDeprived(factsOf(REGION, '2025'));
	// What is typed in the bar of another page goes on to the map's search.
	await page.goto(`/${REGION}/documents/`);
	await page.getByRole('textbox', { name: 'Postcode or place to find on the map' }).focus();
	await page.keyboard.type(worst.name);
	await page.keyboard.press('Enter');
	await expect(box(page)).toBeFocused();
	await expect(box(page)).toHaveValue(worst.name);
	const region = new RegionPage(page);
	await expect(options(page).first()).toContainText(worst.name);
	await page.keyboard.press('ArrowDown');
	await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
	await expectAccessible(page);
	await page.keyboard.press('Enter');
	await expect(region.details).toContainText(fullName(worst));
	await region.expectParameter('area', worst.code);
});

test('finds a place of a layer that is not shown, shows it, and says what is near; and a misspelt venue', async ({
	page
}) => {
	const [practice = ''] = placesOf(REGION, 'gp-practices').filter((name) => /\w{6}/.test(name));
	const region = await openRegion(page, REGION);
	await expect(region.legendOf(/^GP practices/)).toBeHidden();
	await box(page).fill(practice);
	await options(page).filter({ hasText: practice }).first().click();
	await expect(region.legendOf(/^GP practices/)).toBeVisible();
	await expect(near(region, practice)).toContainText(practice);
	await expect(near(region, practice)).toContainText('min walk');
	await expect.poll(() => region.parameter('with')).toContain('gp-practices');

	const { name } = loneVenue(REGION);
	const word = name.split(' ').find((one) => one.length > 6) ?? name;
	await box(page).fill(name.replace(word, word.slice(0, 3) + word.slice(4)));
	await options(page).filter({ hasText: name }).first().click();
	await expect(near(region, name)).toContainText(name);
});

test('looks a postcode up, and says what is wrong with one', async ({ page }) => {
	const region = await openRegion(page, REGION);
	await box(page).fill('NR3O 1AA');
	await expect(options(page).first()).toContainText('NR30 1AA');
	await box(page).fill('ZZ99 9ZZ');
	await expect(page.getByRole('search').getByText(/ZZ99/).first()).toBeVisible();
	await box(page).fill('nr11aa');
	await expect(page.getByRole('search')).toContainText(/NR1 1AA/);
	expect(region.parameter('area')).toBeNull();

	// A postcode of another region opens there, in no address.
	await box(page).fill('ba1 1an');
	await expect(page.getByRole('search')).toContainText(
		'BA1 1AN is in Bath, Swindon and Wiltshire, on another map.'
	);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/bath-swindon-and-wiltshire\/$/);
	await expect(near(region, 'BA1 1AN')).toContainText('min walk');

	// So is one that is typed in the bar of another page, and it is gone to at once.
	await page.goto(`/${REGION}/compare/`);
	const bar = page.getByRole('textbox', { name: 'Postcode or place to find on the map' });
	await bar.fill('nr1 1aa');
	await page.getByRole('button', { name: 'Find it on the map' }).click();
	await expect(near(region, 'NR1 1AA')).toContainText('min walk');
	await expect(page.getByRole('heading', { name: 'Near NR1 1AA' })).toBeFocused();
	await expect(page).toHaveURL(/\/#find$/);
});

test.describe('where one is', () => {
	test.use({
		geolocation: { longitude: 1.7297, latitude: 52.6083 },
		permissions: ['geolocation']
	});

	test('is found in the browser, and only when asked for', async ({ page }) => {
		const region = await openRegion(page, REGION);
		await expect(region.details).toBeHidden();
		await page.getByRole('button', { name: 'Where am I?' }).click();
		await expect(region.details).toContainText('Great Yarmouth');
		await expect(near(region, 'Where you are')).toBeVisible();
		expect(new URL(page.url()).search).toBe('');
	});
});
