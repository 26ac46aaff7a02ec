/** With JavaScript off, pages still answer: findings, legend, table, picture, sources. */
import { expect, test } from './fixtures.ts';
import { count, EDITIONS, factsOf, REGIONS } from './packs.ts';
import { RegionPage } from './region-page.ts';

test.use({ javaScriptEnabled: false });

for (const slug of REGIONS) {
	test(`${slug}: findings, legend, picture and the first rows are there, and all in the table`, async ({
		page
	}) => {
		const { name, neighbourhoods } = factsOf(slug, '2025');
		await page.goto(`/${slug}/`);
		const region = new RegionPage(page);
		await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
		const core20 = neighbourhoods.filter((one) => one.core20);
		const residents = core20.reduce((sum, one) => sum + one.residents, 0);
		await expect(region.findings).toContainText(`${count(residents)} people`);
		await expect(region.legendOf(/^Deprivation decile/).getByRole('listitem')).toHaveCount(5);
		await expect(region.table).toBeVisible();
		expect(await region.rows()).toHaveLength(20);
		await expect(page.getByText(/needs JavaScript, which is off/)).toBeVisible();

		const still = page.getByRole('img', { name: new RegExp(`^Picture of ${name}`) });
		await expect(still).toBeVisible();
		const source = (await still.getAttribute('src')) ?? '';
		const answer = await page.request.get(new URL(source, page.url()).href);
		expect(answer.status()).toBe(200);
		const box = await still.boundingBox();
		expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThan(100);

		// Nothing that would do nothing.
		await expect(page.getByRole('radio')).toHaveCount(0);
		await expect(page.getByRole('checkbox')).toHaveCount(0);
		await expect(page.getByRole('combobox')).toHaveCount(0);
		await expect(region.table.getByRole('button')).toHaveCount(0);
		await expect(page.getByRole('button', { name: /Download|Zoom|Show it|Clear/ })).toHaveCount(0);
		await expect(page.getByText('Drawing the map…')).toBeHidden();

		await page.getByRole('link', { name: /^Table of all / }).click();
		// The rows of so long a page come one after the other.
		await expect(region.table.locator('tbody tr')).toHaveCount(neighbourhoods.length);
		await expect(page.getByRole('button')).toHaveCount(0);
		const file = page.getByRole('link', { name: 'Download CSV' });
		const text = await (
			await page.request.get(new URL((await file.getAttribute('href')) ?? '', page.url()).href)
		).text();
		const [header = '', ...lines] = text.trimEnd().split('\n');
		expect(header).toMatch(/^Code,Community,Neighbourhood,District,Residents,/);
		expect(lines).toHaveLength(neighbourhoods.length);
	});
}

test('the first page and the sources are complete', async ({ page }) => {
	await page.goto('/');
	for (const slug of REGIONS) {
		const { name } = factsOf(slug, EDITIONS[0] ?? '2025');
		const link = page.getByRole('link', { name, exact: true });
		const card = page.getByRole('main').getByRole('listitem').filter({ has: link });
		await expect(card).toBeVisible();
		await expect(card.getByRole('link', { name: /^Where could new hubs go/ })).toBeVisible();
	}
	await expect(page.getByText('Looking up a postcode needs JavaScript')).toBeVisible();
	await expect(page.getByRole('textbox')).toHaveCount(0);
	await page.getByRole('navigation').getByRole('link', { name: 'Data and sources' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Data and sources' })).toBeVisible();
	await expect(page.getByRole('heading', { level: 2 }).nth(10)).toBeVisible();
});
