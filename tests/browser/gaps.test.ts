/** The page of gaps: its answer, its keyboard, its links, and what is there without scripts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { analyseGaps } from '../../src/lib/gaps/analysis.ts';
import type { GapsAnalysis } from '../../src/lib/gaps/answer.ts';
import { DEFAULT_REQUEST, type GapsRequest } from '../../src/lib/gaps/request.ts';
import { areaSentence, placeWords } from '../../src/lib/gaps/sentences.ts';
import { PARTS_WELCOME, partsNeeded, Workbench } from '../../src/lib/gaps/workbench.ts';
import type { Manifest } from '../../src/lib/facts/manifest.ts';
import { expect, expectAccessible, expectContrast, test } from './fixtures.ts';
import { combinations, SIZES } from './matrix.ts';
import { REGION, REGIONS } from './packs.ts';
import { textsOf, withoutWebgl } from './region-page.ts';

test.use({ launchOptions: withoutWebgl() });

const BUILD = join(PROJECT, 'build');

/** What the packs that are served give, worked out here. */
function answerOf(slug: string, request: GapsRequest): GapsAnalysis {
	const manifest = JSON.parse(
		readFileSync(join(BUILD, 'packs', 'manifest.json'), 'utf8')
	) as Manifest;
	const region = manifest.regions[slug];
	if (!region) throw new Error(`there is no region ${slug}`);
	const wanted: readonly string[] = [...partsNeeded(request), ...PARTS_WELCOME];
	const parts = new Map<string, object>(
		region.files
			.filter(({ part }) => wanted.includes(part))
			.map(({ part, path }) => [
				part,
				JSON.parse(readFileSync(join(BUILD, path), 'utf8')) as object
			])
	);
	return analyseGaps(request, new Workbench(region.name, (part) => parts.get(part)));
}

async function open(page: Page, slug: string, query = ''): Promise<void> {
	await page.goto(`/${slug}/gaps/${query}`);
	await expect(page.getByText('Drawing the map…')).toBeHidden();
}

const list = (page: Page) => page.getByRole('region', { name: /^The gaps:/ });

// The other tests look at the other region; that the command line says the same is held by
// tests/data/gaps.test.ts.
for (const { slug, tag } of combinations(
	{ slug: REGIONS },
	{ from: { slug: 'bath-swindon-and-wiltshire' }, most: 1 }
)) {
	test(`list, legend and table of ${slug} say what its packs give`, { tag }, async ({ page }) => {
		const analysis = answerOf(slug, DEFAULT_REQUEST);
		const gaps = analysis.gaps.map((unit) => {
			const area = analysis.areas[unit];
			if (!area) throw new Error(`the packs have no area ${unit}`);
			return {
				name: area.name,
				place: placeWords(area),
				sentence: areaSentence(area, analysis)
			};
		});
		expect(gaps.length).toBeGreaterThan(0);
		await open(page, slug);
		const showAll = list(page).getByRole('button', { name: /^Show all/ });
		if (gaps.length > 10) await showAll.click();
		const items = list(page).getByRole('listitem');
		await expect(items).toHaveCount(gaps.length);
		const listed = await textsOf(items);
		for (const [at, { place, sentence }] of gaps.entries()) {
			expect(listed[at]).toContain(place);
			expect(listed[at]).toContain(sentence);
		}
		const cell = page.getByRole('group', { name: 'Legend' }).getByRole('button', {
			name: /these are the gaps/
		});
		await expect(cell).toContainText(String(gaps.length));
		await page.getByText('Tall', { exact: true }).click();
		const rows = page.getByRole('region', { name: /gaps first/ }).locator('tbody tr');
		await expect(rows).toHaveCount(analysis.areas.length);
		const written = await textsOf(rows);
		for (const [at, { name }] of gaps.entries()) {
			expect(written[at]).toContain(name);
			expect(written[at]).toContain(`Gap ${at + 1}`);
			expect(written[at]).toContain('high need, little provision');
		}
	});
}

test('a control changes the answer, and Escape clears what the keyboard chose', async ({
	page
}) => {
	const { gaps, areas } = answerOf(REGION, { ...DEFAULT_REQUEST, k: 5 });
	const first = areas[gaps[0] ?? -1];
	await open(page, REGION);
	await page.getByLabel('Little is fewer than').selectOption('5');
	await expect(list(page)).toHaveAccessibleName(new RegExp(`^The gaps: ${gaps.length} `));
	const button = list(page).getByRole('button', {
		name: first ? placeWords(first) : '',
		exact: true
	});
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(button).toHaveAttribute('aria-pressed', 'true');
	await expect.poll(() => new URL(page.url()).searchParams.get('area')).toBe(first?.code);
	await page.keyboard.press('Escape');
	await expect(button).toHaveAttribute('aria-pressed', 'false');

	const scatter = page.getByRole('slider', { name: /^Scatter of need/ });
	await scatter.focus();
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await expect.poll(() => new URL(page.url()).searchParams.get('area')).toMatch(/^E02/);
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
	await list(page).getByText('The evidence').first().click();
	await expect(
		list(page).getByRole('link', { name: /^What must be checked on the ground/ })
	).toHaveAttribute('href', /part=check&place=E02\d+&order=need$/);
});

test('a link that asks for nonsense is told why', async ({ page }) => {
	await open(page, REGION, '?provision=charities&level=msoa');
	await expect(page.getByText(/published for whole districts/).first()).toBeVisible();
	await expect(list(page).getByRole('listitem').first()).toContainText('Great Yarmouth');
});

for (const { size, tag } of combinations({ size: SIZES })) {
	test(`in every state it is accessible, and fits, ${size}`, { tag }, async ({ page }) => {
		const { gaps, areas } = answerOf(REGION, DEFAULT_REQUEST);
		await open(page, REGION, `?area=${areas[gaps[0] ?? -1]?.code}&need=luck`);
		await expect(page.getByText(/there is no need “luck”/)).toBeVisible();
		await list(page).getByText('The evidence').first().click();
		await expectAccessible(page);
		await expectContrast(page, 'dark');
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
	});
}

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('sentences, comparison and the table of areas are there', async ({ page }) => {
		const analysis = answerOf(REGION, DEFAULT_REQUEST);
		await page.goto(`/${REGION}/gaps/`);
		await expect(list(page).getByRole('listitem')).toHaveCount(analysis.gaps.length);
		const listed = (await textsOf(list(page))).join(' ');
		for (const unit of analysis.gaps) {
			const area = analysis.areas[unit];
			if (!area) throw new Error(`there is no area ${unit}`);
			expect(listed).toContain(areaSentence(area, analysis));
		}
		await expect(page.getByRole('table', { name: /^Districts, the neediest first/ })).toBeVisible();
		const rows = page.getByRole('region', { name: /gaps first/ }).locator('tbody tr');
		await expect(rows).toHaveCount(analysis.areas.length);
	});
});
