/** What is left when the browser lacks WebGL, or a part of the site does not arrive. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Route } from '@playwright/test';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { CLIENT_MANIFEST } from '../../scripts/build/site.ts';
import { expect, test } from './fixtures.ts';
import { factsOf, fullName, mostDeprived, REGION } from './packs.ts';
import { openRegion, RegionPage } from './region-page.ts';

test('without WebGL a still picture stands in for the map, and says why', async ({ page }) => {
	const worst = mostDeprived(factsOf(REGION, '2025'));
	const region = await openRegion(page, REGION);
	await expect(region.said('This browser cannot draw the map.')).toBeVisible();
	const still = page.getByRole('img', { name: /^Picture of Norfolk and Waveney/ });
	await expect(still).toBeVisible();
	const width = () => still.evaluate((image: HTMLImageElement) => image.naturalWidth);
	await expect.poll(width).toBeGreaterThan(0);
	await region.radio('2019').check();
	await expect(region.legendOf(/IoD 2019$/).first()).toBeVisible();
	// The notice stands above the picture, and nothing is there to press that would do nothing.
	const [notice, picture] = await Promise.all([
		region.said('This browser cannot draw the map.').boundingBox(),
		still.boundingBox()
	]);
	expect((notice?.y ?? 0) + (notice?.height ?? 0)).toBeLessThanOrEqual((picture?.y ?? 0) + 1);
	await expect(region.mapButtons).toHaveCount(0);
	await page.goto(`/${REGION}/?area=${worst.code}`);
	await expect(region.details).toContainText(fullName(worst));
});

const FAULTS: { name: string; answer: (route: Route) => Promise<void> }[] = [
	{ name: 'the connection breaks', answer: (route) => route.abort() },
	{ name: 'the server fails', answer: (route) => route.fulfill({ status: 500 }) },
	{
		name: 'a page of a login comes instead',
		answer: (route) =>
			route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Please sign in</p>' })
	}
];

/** Words that only a programmer knows. */
const JARGON = /fetch|token|JSON|undefined|TypeError|SyntaxError|DOCTYPE/i;

async function expectEdition2025(region: RegionPage): Promise<void> {
	await expect(region.legendOf('Deprivation decile in England, IoD 2025')).toBeVisible();
	await expect(region.findings).toContainText('Indices of Deprivation 2025');
}

test.describe('when a part of the data does not load', () => {
	test.use({ expectedProblems: [/Failed to load resource/] });

	for (const { name, answer } of FAULTS) {
		test(`because ${name}: the page says so, goes on working, and can try again`, async ({
			page
		}) => {
			const part = /deprivation-2019\..*json/;
			await page.route(part, answer);
			const region = await openRegion(page, REGION);
			await region.radio('2019').check();
			await expect(region.alert).toContainText('Part of the data could not be loaded');
			expect(await region.alert.innerText(), 'in plain words').not.toMatch(JARGON);
			// It claims no edition that it does not show, in writing or in speech.
			await expectEdition2025(region);
			await expect(region.said('Edition 2019 shown.')).toHaveCount(0);
			await region.moreTopics();
			await region.layer('Food banks').check();
			await expect(region.legendOf(/^Food banks/)).toBeVisible();
			await expect(region.said('Edition 2019 shown.')).toHaveCount(0);

			await page.unroute(part);
			await region.alert.getByRole('button', { name: 'Try again' }).click();
			await expect(region.alert).toBeHidden();
			await expect(region.legendOf('Deprivation decile in England, IoD 2019')).toBeVisible();
		});
	}

	test('the code of the card: the card names the area and says so, and can try again', async ({
		page
	}) => {
		const worst = mostDeprived(factsOf(REGION, '2025'));
		const manifest = JSON.parse(readFileSync(join(PROJECT, CLIENT_MANIFEST), 'utf8')) as Record<
			string,
			{ file: string }
		>;
		const { file = '' } = manifest['src/lib/components/AreaCard.svelte'] ?? {};
		const code = `**/${file}`;
		await page.route(code, (route) => route.abort());
		const region = await openRegion(page, REGION, `?area=${worst.code}`);
		await expect(region.alert).toContainText('could not be loaded');
		expect(await region.alert.innerText(), 'in plain words').not.toMatch(JARGON);
		await expect(region.details).toContainText(worst.name);
		await page.unroute(code);
		await region.alert.getByRole('button', { name: 'Try again' }).click();
		await expect(region.details).toContainText(fullName(worst));
		await expect(region.alert).toBeHidden();
	});

	test('no map is promised while its ground is missing; it comes with the next try', async ({
		page
	}) => {
		const part = /basemap\..*json/;
		await page.route(part, (route) => route.abort());
		await page.goto(`/${REGION}/`);
		const region = new RegionPage(page);
		await expect(region.alert).toBeVisible();
		await expect(page.getByText('Drawing the map…')).toBeHidden();
		await expect(page.getByRole('img', { name: /^Picture of/ })).toBeVisible();
		await page.unroute(part);
		await region.alert.getByRole('button', { name: 'Try again' }).click();
		await expect(region.alert).toBeHidden();
		await expect(region.said('This browser cannot draw the map.')).toBeVisible();
	});
});

test.describe('offline after the first visit', () => {
	test.use({ expectedProblems: [/ERR_INTERNET_DISCONNECTED/] });

	test('what is loaded works; what is not says that the device is offline', async ({
		page,
		context
	}) => {
		const worst = mostDeprived(factsOf(REGION, '2025'));
		const region = await openRegion(page, REGION);
		// Nothing is kept here for an area that was not chosen yet: one is, while there is a connection.
		await region.findings.getByText(/more$/).click();
		const show = region.findings.getByRole('button', { name: /^Show it/ });
		await show.click();
		await expect(region.details).toContainText('min walk');
		await region.details.getByRole('button', { name: 'Close' }).click();
		await expect(region.details).toBeHidden();
		await context.setOffline(true);
		await region.layer('Community venues').uncheck();
		await expect(region.legendOf(/^Community venues/)).toBeHidden();
		await show.click();
		await expect(region.details).toContainText(fullName(worst));
		await expect(region.details).toContainText('min walk');

		await region.radio('2019').check();
		await expect(region.alert).toContainText('offline');
		await expectEdition2025(region);
		await context.setOffline(false);
		await region.alert.getByRole('button', { name: 'Try again' }).click();
		await expect(region.alert).toBeHidden();
		await expect(region.legendOf('Deprivation decile in England, IoD 2019')).toBeVisible();
	});
});

/** Everything that answered with an error, by address. */
function failedAnswers(page: Page): string[] {
	const failed: string[] = [];
	page.on('response', (response) => {
		if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
	});
	return failed;
}

test('below a path every page works and finds its parts', async ({ page, serveBelow }) => {
	const failed = failedAnswers(page);
	const { url } = await serveBelow('/some/sub/path');
	const { name, neighbourhoods } = factsOf(REGION, '2019');
	await page.goto(`${url}/`);
	await page.getByRole('main').getByRole('link', { name, exact: true }).click();
	const region = new RegionPage(page);
	await region.ready();
	await region.radio('2019').check();
	await page.getByRole('link', { name: 'Every row as a table' }).click();
	await expect(region.table).toHaveAccessibleName(/IoD 2019/);
	expect(await region.rows()).toHaveLength(neighbourhoods.length);
	await page.getByRole('link', { name: 'See it on the map' }).click();
	await expect(region.layer('Community venues')).toBeVisible();
	await region.moreTopics();
	await region.layer('Food banks').check();
	await expect(region.legendOf(/^Food banks/)).toBeVisible();
	await expect(page.getByRole('img', { name: /^Picture of/ })).toBeVisible();
	expect(page.url()).toContain(`${url}/${REGION}/?`);
	await region.expectParameter('edition', '2019');
	await page.reload();
	await expect(region.legendOf('Deprivation decile in England, IoD 2019')).toBeVisible();
	await page.getByText('About this').click();
	await page.getByRole('link', { name: 'All sources and licences' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Data and sources' })).toBeVisible();
	expect(page.url()).toBe(`${url}/data/`);
	await page.getByRole('link', { name: 'Asset Gap Map' }).click();
	expect(failed).toEqual([]);
});
