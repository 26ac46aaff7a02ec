/** The page of gaps: its answer, its keyboard, its links, and what is there without scripts. */
import type { Page } from '@playwright/test';
import { analyseGaps } from '../../src/lib/gaps/analysis.ts';
import type { GapsAnalysis } from '../../src/lib/gaps/answer.ts';
import { DEFAULT_REQUEST, type GapsRequest } from '../../src/lib/gaps/request.ts';
import { formatCount, formatList } from '../../src/lib/text/format.ts';
import { areaSentence, placeWords } from '../../src/lib/gaps/sentences.ts';
import { PARTS_WELCOME, partsNeeded, Workbench } from '../../src/lib/gaps/workbench.ts';
import { expect, expectAccessible, expectContrast, test } from './fixtures.ts';
import { combinations, SIZES } from './matrix.ts';
import { nameOf, partsIn, REGION, REGIONS } from './packs.ts';
import { textsOf } from './region-page.ts';

/** What the packs that are served give, worked out here. */
function answerOf(slug: string, request: GapsRequest): GapsAnalysis {
	const wanted: readonly string[] = [...partsNeeded(request), ...PARTS_WELCOME];
	const parts = partsIn(slug, (part) => wanted.includes(part));
	return analyseGaps(request, new Workbench(nameOf(slug), (part) => parts.get(part)));
}

async function open(page: Page, slug: string, query = ''): Promise<void> {
	await page.goto(`/${slug}/gaps/${query}`);
	await expect(page.getByText('Drawing the map…')).toBeHidden();
}

const list = (page: Page) => page.getByRole('region', { name: /^The gaps:/ });
const rowsOf = (page: Page) => list(page).getByRole('table').locator('tbody tr');
const card = (page: Page) => page.getByRole('group', { name: 'What is chosen' });
const view = (page: Page, name: string) =>
	page
		.getByRole('navigation', { name: 'Views of this page' })
		.getByRole('link', { name, exact: true });

// The other tests look at the other region; that the command line says the same is held by
// tests/data/gaps.test.ts.
for (const { slug, tag } of combinations(
	{ slug: REGIONS },
	{ from: { slug: 'bath-swindon-and-wiltshire' }, most: 1 }
)) {
	test(`list, legend and table of ${slug} say what its packs give`, { tag }, async ({ page }) => {
		const analysis = answerOf(slug, DEFAULT_REQUEST);
		const gaps = analysis.gaps.flatMap((unit) => analysis.areas[unit] ?? []);
		expect(gaps.length).toBeGreaterThan(0);
		await open(page, slug);
		await expect(rowsOf(page)).toHaveCount(gaps.length);
		const listed = await textsOf(rowsOf(page));
		for (const [at, { name, core20Residents }] of gaps.entries()) {
			expect(listed[at]).toContain(name);
			expect(listed[at]).toContain(formatCount(core20Residents));
			expect(listed[at]).toMatch(/\d+ of \d+$/);
		}
		const legend = page.getByRole('group', { name: /^Number of/ });
		await expect(legend.getByRole('listitem').first()).toHaveText(
			new RegExp(`^\\s*Gap\\s*${gaps.length}\\s*$`)
		);
		await legend.getByRole('button', { name: /3 × 3/ }).click();
		await expect(legend.getByRole('button', { name: /these are the gaps/ })).toContainText(
			String(gaps.length)
		);

		await page.getByRole('button', { name: /^People in the most deprived fifth/ }).click();
		await expect(list(page).getByRole('caption')).toHaveText(
			'Most people in the most deprived fifth first.'
		);
		const [most] = [...gaps].sort((a, b) => b.core20Residents - a.core20Residents);
		await expect(rowsOf(page).first()).toContainText(most?.name ?? '');

		await view(page, 'All areas').click();
		const rows = page.getByRole('region', { name: /gaps first/ }).locator('tbody tr');
		await expect(rows).toHaveCount(analysis.areas.length);
		const written = await textsOf(rows);
		for (const [at, { name }] of gaps.entries()) {
			expect(written[at]).toContain(name);
			expect(written[at]).toMatch(/Gap\s*\d+ of \d+/);
			expect(written[at]).toContain('high need, little provision');
		}
	});
}

test('gap to evidence: ten gaps are in sight with their districts, and one action opens the evidence, without scrolling', async ({
	page
}) => {
	const analysis = answerOf(REGION, DEFAULT_REQUEST);
	const first = analysis.areas[analysis.gaps[0] ?? -1];
	await page.setViewportSize({ width: 1280, height: 720 });
	await open(page, REGION);
	await expect(rowsOf(page).nth(9)).toBeInViewport({ ratio: 1 });
	for (const [at, unit] of analysis.gaps.slice(0, 10).entries()) {
		const district = formatList(analysis.areas[unit]?.districts ?? []);
		await expect(rowsOf(page).nth(at).getByText(district, { exact: true })).toBeInViewport({
			ratio: 1
		});
	}
	// The one action.
	await list(page)
		.getByRole('button', { name: first?.name ?? '', exact: true })
		.click();
	const heading = page.getByRole('heading', { name: first ? placeWords(first) : '' });
	await expect(heading).toBeFocused();
	await expect(heading).toBeInViewport();
	await expect(card(page)).toContainText(first ? areaSentence(first, analysis) : '');
	await expect(card(page).getByText('What must be checked on the ground here')).toBeVisible();
	expect(await page.evaluate(() => scrollY)).toBe(0);
});

test('the form asks another question, and Escape clears what the keyboard chose', async ({
	page
}) => {
	const { gaps, areas } = answerOf(REGION, { ...DEFAULT_REQUEST, k: 5 });
	const first = areas[gaps[0] ?? -1];
	await open(page, REGION);
	const change = page.getByRole('button', { name: 'Change question' });
	await change.click();
	await expect(page.getByLabel('Whose need?')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(change).toBeFocused();
	await change.click();
	await page.getByLabel('Too few is fewer than').selectOption('5');
	expect(new URL(page.url()).search).toBe('');
	await page.getByRole('button', { name: 'Show results' }).click();
	await expect(list(page)).toHaveAccessibleName(new RegExp(`^The gaps: ${gaps.length} `));
	await expect(page.getByText(/fewer than 5 community venues within/).first()).toBeVisible();
	await expect(page.getByText(/with high need are gaps/)).toBeFocused();

	const button = list(page).getByRole('button', { name: first?.name ?? '', exact: true });
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await expect.poll(() => new URL(page.url()).searchParams.get('area')).toBe(first?.code);
	await page.keyboard.press('Escape');
	await expect(button).toHaveAttribute('aria-pressed', 'false');
	await expect(button).toBeFocused();
});

test('every view has an address, and links to a heading of the long page open theirs', async ({
	page
}) => {
	await open(page, REGION);
	await view(page, 'Inequality').click();
	await expect.poll(() => new URL(page.url()).searchParams.get('show')).toBe('inequality');
	const scatter = page.getByRole('slider', { name: /^Scatter of need/ });
	await scatter.focus();
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await expect.poll(() => new URL(page.url()).searchParams.get('area')).toMatch(/^E02/);
	await expect(rowsOf(page).first()).toBeVisible();
	await page.goBack();
	await page.goBack();
	await expect(scatter).toBeVisible();
	await page.goto(`/${REGION}/gaps/#births`);
	await expect(page.getByRole('heading', { name: 'Births by district' })).toBeVisible();
	await expect(view(page, 'Births and maternity')).toHaveAttribute('aria-current', 'page');
});

test('the field check is a step away, of an area, a place and the whole region', async ({
	page
}) => {
	await open(page, REGION);
	const ground = page.getByRole('region', { name: 'What must be checked on the ground' });
	await ground.getByText('By district').click();
	await ground.getByRole('link', { name: 'Great Yarmouth' }).click();
	await expect(page.getByRole('heading', { name: 'Field check: Great Yarmouth' })).toBeVisible();
	await expect(page.getByLabel('the most deprived neighbourhoods first')).toBeChecked();
	await open(page, REGION);
	await ground.getByRole('link', { name: /^all of / }).click();
	await expect(page.getByRole('heading', { name: /^Field check: / })).toBeVisible();
	await open(page, REGION);
	await rowsOf(page).first().getByRole('button').click();
	await expect(
		card(page).getByRole('link', { name: /^What must be checked on the ground/ })
	).toHaveAttribute('href', /part=check&place=E02\d+&order=need$/);
});

test('a link that asks for nonsense is told why', async ({ page }) => {
	await open(page, REGION, '?provision=charities&level=msoa');
	await expect(page.getByText(/published for whole districts/).first()).toBeVisible();
	await expect(rowsOf(page).first()).toContainText('Great Yarmouth');
});

for (const { size, tag } of combinations({ size: SIZES })) {
	test(`in every state it is accessible, and fits, ${size}`, { tag }, async ({ page }) => {
		await open(page, REGION, '?need=luck');
		await expect(page.getByText(/there is no need “luck”/)).toBeVisible();
		await page.getByRole('button', { name: 'Change question' }).click();
		await page.getByText('More choices').click();
		await rowsOf(page).first().getByRole('button').click();
		await expect(card(page)).toBeVisible();
		await expectAccessible(page);
		await expectContrast(page, 'dark');
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
	});
}

test('on paper it is two sheets at most: the answer, its list and the map, nothing to press', async ({
	page
}) => {
	await open(page, REGION);
	await page.emulateMedia({ media: 'print' });
	const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
	expect(sheets?.length).toBeLessThanOrEqual(2);
	await expect(rowsOf(page).last()).toBeVisible();
	await expect(page.getByRole('button', { name: /Change|Show|Share|×/ })).toHaveCount(0);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('sentences, comparison and the table of areas are there', async ({ page }) => {
		const analysis = answerOf(REGION, DEFAULT_REQUEST);
		await page.goto(`/${REGION}/gaps/`);
		await expect(rowsOf(page)).toHaveCount(analysis.gaps.length);
		const listed = (await textsOf(rowsOf(page))).join(' ');
		for (const unit of analysis.gaps) {
			const area = analysis.areas[unit];
			if (!area) throw new Error(`there is no area ${unit}`);
			expect(listed).toContain(`${area.name} ${area.districts.join(' and ')}`);
		}
		await expect(page.getByRole('table', { name: /^Districts, the neediest first/ })).toBeVisible();
		const rows = page.getByRole('region', { name: /gaps first/ }).locator('tbody tr');
		await expect(rows).toHaveCount(analysis.areas.length);
	});
});
