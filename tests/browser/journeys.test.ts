/** What a person does on the page of a region: by mouse, by keyboard alone, and through links. */
import { expect, test } from './fixtures.ts';
import { factsOf, fullName, mostDeprived, redrawnNeighbourhood, REGION } from './packs.ts';
import { chooseColours, openRegion, openTable, tabTo } from './region-page.ts';

test.describe('by mouse', () => {
	test('switches and layers change page and address; back, forward and reload bring them again', async ({
		page
	}) => {
		const region = await openRegion(page, REGION);
		await region.moreTopics();
		const deciles = region.legendOf(/^Deprivation decile/);

		await region.radio('2019').check();
		await expect(deciles).toContainText('IoD 2019');
		await region.expectParameter('edition', '2019');
		await expect(region.said('Edition 2019 shown.')).toBeAttached();

		await region.radio('Outline and hatch').check();
		await region.expectParameter('marking', 'hatch');
		await region.layer('Core20').uncheck();
		await expect(region.legendOf(/^Core20/)).toBeHidden();
		await region.expectParameter('with', 'community-venues');
		await expect(region.said('Core20 neighbourhoods hidden.')).toBeAttached();

		await region.layer('Food banks').check();
		await expect(region.legendOf(/^Food banks/)).toBeVisible();
		await expect(region.findings).toContainText(/Give Food lists .*food bank/);
		await region.expectParameter('with', 'community-venues,food-banks');

		await region.layer('Community venues').uncheck();
		await expect(region.legendOf(/^Community venues/)).toBeHidden();
		await region.expectParameter('with', 'food-banks');

		await page.goBack();
		await region.expectParameter('with', 'community-venues,food-banks');
		await expect(region.layer('Community venues')).toBeChecked();
		await expect(region.legendOf(/^Community venues/)).toBeVisible();
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

	test('a small page; a finding leads to the neighbourhood that it names; colours chosen once stay on every page', async ({
		page
	}) => {
		const worst = mostDeprived(factsOf(REGION, '2025'));
		const region = await openRegion(page, REGION);
		expect(await page.locator('*').count()).toBeLessThanOrEqual(2_500);
		await region.findings.getByText(/more$/).click();
		await region.findings.getByRole('button', { name: /^Show it/ }).click();
		await expect(region.details).toContainText(fullName(worst));
		await region.details.getByRole('button', { name: 'Close' }).click();
		await expect(region.details).toBeHidden();
		await region.expectParameter('area', null);

		const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		const light = await ground();
		await chooseColours(page, 'Dark');
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
	const worst = mostDeprived(factsOf(REGION, '2019'));
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
	await tabTo(page, region.layer('Maternity'));
	await page.keyboard.press('Space');
	// What was switched on last is in sight in the legend, and leads what stands out.
	await expect(region.legendOf(/^Maternity units/)).toBeInViewport();
	await expect(region.legendOf(/^Maternity units/)).toContainText('Not confirmed');
	await expect(region.findings).toContainText(/^What stands out\s*Maternity /);

	await tabTo(page, region.findings.getByText(/more$/));
	await page.keyboard.press('Enter');
	const button = region.findings.getByRole('button', { name: /^Show it/ });
	await tabTo(page, button);
	await page.keyboard.press('Enter');
	await expect(region.details).toContainText(fullName(worst));
	await expect(region.details.getByRole('heading', { level: 2 })).toBeFocused();
	await region.expectParameter('area', worst.code);
	await expect(region.said(`${fullName(worst)} selected.`)).toBeAttached();

	await region.allClasses();
	const here = region.legend
		.getByRole('listitem')
		.filter({ hasText: 'the selected area is in this class' });
	await expect(here.first()).toContainText(`in class ${worst.decile}`);
	await expect(region.legendOf(/^Core20/)).toContainText('(the selected area)');

	await page.keyboard.press('Escape');
	await expect(region.details).toBeHidden();
	await expect(here).toHaveCount(0);
	await region.expectParameter('area', null);
	await expect(region.said('Selection cleared.')).toBeAttached();
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
	await expect(region.legendOf(/^Food banks/)).toBeVisible();
	expect(page.url()).toContain(query);
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
	// Whoever hears the page is told that the selection was lost.
	await expect(region.said(/redrawn between/)).toBeAttached();
});

test('a board member compares two districts, with the keyboard alone', async ({ page }) => {
	const { neighbourhoods } = factsOf(REGION, '2025');
	const core20In = (district: string) => {
		const all = neighbourhoods.filter((one) => one.district === district);
		return `${all.filter(({ core20 }) => core20).length} of ${all.length} neighbourhoods`;
	};
	const districts = ['Great Yarmouth', 'Norwich'];
	const region = await openRegion(page, REGION);
	const box = page.getByRole('combobox', { name: /^Find a postcode/ });
	const answers = page.getByRole('listbox').getByRole('option');
	for (const district of districts) {
		await box.focus();
		await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.type(district);
		await expect(answers.filter({ hasText: district }).first()).toBeVisible();
		const names = await page.getByRole('listbox').getByRole('group').allInnerTexts();
		const before = names.findIndex((text) => text.startsWith('District'));
		expect(before, names.join(' | ')).toBeGreaterThanOrEqual(0);
		// The districts may not be the first group: go down until the answer is one of them.
		const wanted = page
			.getByRole('listbox')
			.getByRole('group', { name: /^Districts/ })
			.getByRole('option')
			.first();
		for (let pressed = 0; pressed < 20; pressed++) {
			await page.keyboard.press('ArrowDown');
			if ((await wanted.getAttribute('aria-selected')) === 'true') break;
		}
		await expect(wanted).toHaveAttribute('aria-selected', 'true');
		await page.keyboard.press('Enter');
		await expect(region.details).toContainText(district);
		await expect(region.details).toContainText(core20In(district));
		const all = region.details.getByText('Everything we know about this area');
		if (district === districts[0]) {
			await tabTo(page, all);
			await page.keyboard.press('Enter');
		}
		// It stays open from one district to the next, so the two can be read in turn.
		await expect(region.details.getByRole('heading', { name: 'Who lives here?' })).toBeVisible();
		await expect(region.details).toContainText('Life expectancy');
		await expect(region.details).toContainText(/Births/);
	}
	expect(core20In('Great Yarmouth')).not.toBe(core20In('Norwich'));
});

test('a resident with a postcode reads about their neighbourhood, with the keyboard alone', async ({
	page
}) => {
	const region = await openRegion(page, REGION);
	await page.getByRole('combobox', { name: /^Find a postcode/ }).focus();
	await page.keyboard.type('nr11aa');
	const answer = page.getByRole('listbox').getByRole('option', { name: /NR1 1AA/ });
	await expect(answer).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(region.details).toContainText(/decile \d+ of 10/);
	await expect(page.getByRole('region', { name: 'Near NR1 1AA' })).toBeVisible();
	// The postcode is the reader's: the address has neither it nor the neighbourhood (privacy.test.ts).
	expect(new URL(page.url()).search).toBe('');
});

test('who hears the page finds the most deprived community by the table', async ({ page }) => {
	const worst = mostDeprived(factsOf(REGION, '2025'));
	const region = await openTable(page, REGION);
	await expect(region.table).toHaveAccessibleName(/^Neighbourhoods/);
	// It opens with the most deprived first, and says so.
	await expect(region.table.getByRole('columnheader', { name: 'Rank' })).toHaveAttribute(
		'aria-sort',
		'ascending'
	);
	const first = region.table.getByRole('row').nth(1);
	await expect(first.getByRole('rowheader')).toHaveText(worst.community);
	await expect(first.getByRole('cell').first()).toHaveText(worst.name);
	await tabTo(page, first.getByRole('link'));
	await page.keyboard.press('Enter');
	await expect(region.details).toContainText(fullName(worst));
});

/** The layers of the sentence that says what the map is for, and what shows that they are there. */
const SEVEN: [name: RegExp, role: 'radio' | 'switch', legend: RegExp][] = [
	[/^Deprivation/, 'radio', /^Deprivation decile/],
	[/^Core20/, 'switch', /^Core20/],
	[/^Births/, 'radio', /birth|fertility/i],
	[/^Life expectancy/, 'radio', /life expectancy/i],
	[/^Charities/, 'radio', /^(Registered charities|Charities)/i],
	[/^Community venues/, 'switch', /^Community venues/],
	[/^Social prescribing/, 'switch', /link workers/i],
	[/^Maternity/, 'switch', /^Maternity/]
];

test('each of the seven layers is one action away, without scrolling', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 720 });
	const region = await openRegion(page, REGION, '?with=none');
	for (const [name, role, legend] of SEVEN) {
		const control = page.getByRole(role, { name }).first();
		// All of it is in sight, and nobody scrolled.
		await expect(control).toBeInViewport({ ratio: 1 });
		await control.check();
		await expect(region.legendOf(legend).first()).toBeVisible();
		if (role === 'radio') {
			const all = page.getByRole('group', { name: 'Legend', exact: true });
			const isWhole = () => all.evaluate((box) => box.scrollHeight <= box.clientHeight);
			await expect.poll(isWhole, `the legend of ${name} is in sight whole`).toBe(true);
		}
	}
	// The legend brings the rows of a layer into sight by itself.
	const scrolled = await page.evaluate(
		() =>
			[...document.querySelectorAll('*')].filter(
				(one) => one.scrollTop > 0 && !one.matches('.legend > .content')
			).length
	);
	expect(scrolled).toBe(0);
});

test('a stranger finds each noun of the map by one search', async ({ page }) => {
	const region = await openRegion(page, REGION);
	const box = page.getByRole('combobox', { name: /^Find a postcode/ });
	for (const [noun, title] of [
		['social prescribers', /^Link workers by network/],
		['maternity hubs', /^Maternity hubs/],
		['births per district', /^Births by district/]
	] as const) {
		await box.fill(noun);
		await page
			.getByRole('listbox')
			.getByRole('group', { name: 'Show on the map' })
			.getByRole('option')
			.first()
			.click();
		await expect(region.legendOf(title)).toBeVisible();
	}
});

test('classes at the reader’s own numbers, and what is wrong with nonsense', async ({ page }) => {
	const region = await openRegion(page, REGION, '?layer=people-aged-65-over&breaks=quantile-5');
	await page.getByText(/^Classes and second map/).click();
	await page.getByRole('combobox', { name: 'Classes' }).selectOption('At numbers of my own');
	const numbers = page.getByRole('textbox', { name: /^Numbers between the classes/ });
	await numbers.fill('30, 20');
	await numbers.press('Enter');
	await expect(page.getByText('from the smallest to the largest')).toBeVisible();
	await region.expectParameter('breaks', 'quantile-5');
	await numbers.fill('10, 20, 30');
	await numbers.press('Enter');
	await region.expectParameter('breaks', 'own-10,20,30');
	await region.allClasses();
	const legend = region.legendOf(/^Aged 65 and over/);
	await expect(legend).toContainText('Classes are at your own numbers.');
	await expect(legend.getByRole('listitem')).toHaveCount(4);
	await page.goBack();
	await region.expectParameter('breaks', 'quantile-5');
	await page
		.getByRole('combobox', { name: 'Divided on the values of' })
		.selectOption('All of England');
	await region.expectParameter('breaks', 'quantile-5-england');
	await expect(legend).toContainText('England’s 33,755 neighbourhoods');
});
