/** What a person does on the page of a region: by mouse, by keyboard alone, and through links. */
import { expect, test } from './fixtures.ts';
import { factsOf, fullName, mostDeprived, redrawnNeighbourhood, REGION } from './packs.ts';
import { openRegion, tabTo, withoutWebgl } from './region-page.ts';

test.use({ launchOptions: withoutWebgl() });

test.describe('by mouse', () => {
	test('switches and layers change page and address; back, forward and reload bring them again', async ({
		page
	}) => {
		const region = await openRegion(page, REGION);
		await region.tableHeight('Half');
		const deciles = region.legendOf(/^Deprivation decile/);

		await region.radio('2019').check();
		await expect(deciles).toContainText('IoD 2019');
		await expect(region.table).toHaveAccessibleName(/IoD 2019/);
		await region.expectParameter('edition', '2019');
		await expect(region.said('Edition 2019 shown.')).toBeAttached();

		await region.radio('Outline and hatch').check();
		await region.expectParameter('marking', 'hatch');
		await region.layer('Core20').uncheck();
		await expect(region.legendOf(/^Core20/)).toBeHidden();
		expect(await region.columnNames()).not.toContain('Core20');
		await region.expectParameter('with', 'community-venues');
		await expect(region.said('Core20 neighbourhoods hidden.')).toBeAttached();

		await region.layer('Food banks').check();
		await expect(region.legendOf('Food banks')).toBeVisible();
		await expect.poll(() => region.columnNames()).toContain('Food banks');
		await expect(region.findings).toContainText(/Give Food lists .*food bank/);
		await region.expectParameter('with', 'community-venues,food-banks');

		await region.layer('Community venues').uncheck();
		await expect(region.legendOf('Community venues')).toBeHidden();
		await region.expectParameter('with', 'food-banks');

		await page.goBack();
		await region.expectParameter('with', 'community-venues,food-banks');
		await expect(region.layer('Community venues')).toBeChecked();
		await expect(region.legendOf('Community venues')).toBeVisible();
		await page.goBack();
		await page.goBack();
		await expect(region.layer('Core20')).toBeChecked();
		await expect(region.radio('Outline and hatch')).toBeChecked();
		await page.goBack();
		await page.goBack();
		await expect(region.radio('2025')).toBeChecked();
		await expect(deciles).toContainText('IoD 2025');
		await expect(region.radio('Outline')).toBeChecked();
		expect(new URL(page.url()).search).toBe('');
		await page.goForward();
		await expect(deciles).toContainText('IoD 2019');
		await expect(region.radio('2019')).toBeChecked();
		await page.goForward();
		await expect(region.radio('Outline and hatch')).toBeChecked();

		await page.reload();
		await expect(deciles).toContainText('IoD 2019');
		await expect(region.radio('2019')).toBeChecked();
		await expect(region.radio('Outline and hatch')).toBeChecked();
	});

	test('a finding leads to the neighbourhood that it names', async ({ page }) => {
		const worst = mostDeprived(factsOf(REGION, '2025'));
		const region = await openRegion(page, REGION);
		await region.findings.getByRole('button', { name: /^Show it/ }).click();
		await expect(region.details).toContainText(fullName(worst));
		await region.details.getByRole('button', { name: 'Clear the selection' }).click();
		await expect(region.details).toBeHidden();
		await region.expectParameter('area', null);
	});

	test('colours are chosen once for every page, and stay', async ({ page }) => {
		await openRegion(page, REGION);
		const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		const light = await ground();
		await page.getByRole('combobox', { name: 'Colours' }).selectOption('Dark');
		await expect.poll(ground).not.toBe(light);
		const dark = await ground();
		await page.goto('/data/');
		expect(await ground()).toBe(dark);
		await expect(page.getByRole('combobox', { name: 'Colours' })).toHaveValue('dark');
	});
});

test('by keyboard alone: from the top of the page to a neighbourhood and back', async ({
	page
}) => {
	const third = [...factsOf(REGION, '2019').neighbourhoods].sort((a, b) => a.rank - b.rank)[2];
	if (!third) throw new Error('too few neighbourhoods');
	const region = await openRegion(page, REGION);
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();

	await tabTo(page, region.radio('2025'));
	await page.keyboard.press('ArrowDown');
	await expect(region.radio('2019')).toBeFocused();
	await region.expectParameter('edition', '2019');
	await tabTo(page, region.layer('Core20'));
	await page.keyboard.press('Tab');
	await expect(region.radio('Outline')).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await region.expectParameter('marking', 'hatch');
	await tabTo(page, region.layer('Food banks'));
	await page.keyboard.press('Space');
	await expect(region.legendOf('Food banks')).toBeVisible();

	await tabTo(page, region.radio('Closed'));
	await page.keyboard.press('ArrowRight');
	await expect(region.radio('Half')).toBeChecked();
	await expect(region.table).toBeVisible();
	await tabTo(page, region.rowButton(third.name));
	await page.keyboard.press('Enter');
	await expect(region.details).toContainText(fullName(third));
	await expect(region.rowButton(third.name)).toBeFocused();
	await expect(region.rowButton(third.name)).toHaveAttribute('aria-pressed', 'true');
	await region.expectParameter('area', third.code);
	await expect(region.said(`${fullName(third)} selected.`)).toBeAttached();

	const here = region.legend
		.getByRole('listitem')
		.filter({ hasText: 'the selected area is in this class' });
	await expect(here).toContainText(`in class ${third.decile}`);
	await expect(region.legendOf(/^Core20/)).toContainText(third.core20 ? '(the selected area)' : '');

	await page.keyboard.press('Escape');
	await expect(region.details).toBeHidden();
	await expect(here).toBeHidden();
	await region.expectParameter('area', null);
	await expect(region.said('Selection cleared.')).toBeAttached();
	await expect(region.rowButton(third.name)).toBeFocused();
});

test('a shared link opens as it was left', async ({ page }) => {
	const worst = mostDeprived(factsOf(REGION, '2019'));
	const query = `?edition=2019&with=core20,food-banks&marking=hatch&area=${worst.code}&view=52.6100,1.7200,13.00`;
	const region = await openRegion(page, REGION, query);
	await expect(region.details).toContainText(fullName(worst));
	await expect(region.radio('2019')).toBeChecked();
	await expect(region.layer('Food banks')).toBeChecked();
	await expect(region.layer('Community venues')).not.toBeChecked();
	await expect(region.radio('Outline and hatch')).toBeChecked();
	await expect(region.legendOf('Food banks')).toBeVisible();
	expect(page.url()).toContain(query);
	await region.tableHeight('Half');
	await expect(region.rowButton(worst.name)).toHaveAttribute('aria-pressed', 'true');
});

test('a link with nonsense opens all the same, and says what was left out', async ({ page }) => {
	const query = new URLSearchParams({
		layer: 'wealth',
		edition: '1999',
		with: 'core20,unicorns',
		marking: 'glow',
		area: '<img src=x onerror=alert(1)>',
		view: '0,0,99',
		unknown: 'x'.repeat(2_000)
	});
	const region = await openRegion(page, REGION, `?${query}`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(region.legendOf('Deprivation decile in England, IoD 2025')).toBeVisible();
	const notice = region.said('Part of this link was left out');
	for (const words of ['“wealth”', '“1999”', '“unicorns”', '“glow”', '“<img src=x', '“0,0,99”']) {
		await expect(notice).toContainText(words);
	}
	await notice.getByRole('button', { name: 'Understood' }).click();
	await expect(notice).toBeHidden();
	await region.radio('2019').check();
	await region.expectParameter('edition', '2019');
	await region.expectParameter('area', null);
	await expect(notice).toBeHidden();
});

test('a neighbourhood of the other edition is explained, and found there', async ({ page }) => {
	const redrawn = redrawnNeighbourhood(REGION);
	const region = await openRegion(page, REGION, `?area=${redrawn.code}`);
	await expect(page.getByText(new RegExp(`${redrawn.code} is not among the areas`))).toBeVisible();
	await expect(page.getByRole('main').getByText(/redrawn between/)).toBeVisible();
	await region.radio('2019').check();
	await expect(region.details).toContainText(fullName(redrawn));
	await region.radio('2025').check();
	await expect(page.getByRole('main').getByText(/redrawn between/)).toBeVisible();
});

test('whoever hears the page is told that the selection was lost', async ({ page }) => {
	const region = await openRegion(page, REGION, `?area=${redrawnNeighbourhood(REGION).code}`);
	await region.radio('2019').check();
	await expect(region.details).toBeVisible();
	await region.radio('2025').check();
	await expect(region.said(/redrawn between/)).toBeAttached();
});
