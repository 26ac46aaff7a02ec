/** After a first visit the site opens without a connection: what was opened, whole; the rest says why not. */
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { count, factsOf, fullName, mostDeprived, REGION } from './packs.ts';
import { RegionPage, withoutWebgl } from './region-page.ts';

test.use({
	launchOptions: withoutWebgl(),
	serviceWorkers: 'allow',
	expectedProblems: [/ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED/]
});

test('below a path, with its server gone, a visited region opens again with all it had loaded', async ({
	page,
	serveBelow
}) => {
	const { url, close } = await serveBelow('/maps/gap');
	const facts = factsOf(REGION, '2025');
	const worst = mostDeprived(facts);
	const peopleIn = ({ neighbourhoods }: typeof facts) =>
		count(
			neighbourhoods
				.filter(({ core20 }) => core20)
				.reduce((sum, { residents }) => sum + residents, 0)
		);
	await page.goto(`${url}/`);
	// By a link, so that the page is put together in the browser and never fetched whole.
	await page.getByRole('main').getByRole('link', { name: facts.name }).click();
	const region = new RegionPage(page);
	await region.ready();
	await region.radio('2019').check();
	await expect(region.legendOf('Deprivation decile in England, IoD 2019')).toBeVisible();
	const isKept = (path: RegExp) =>
		page.evaluate(async (source) => {
			const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
			const kept = await Promise.all(stores.map((store) => store.keys()));
			return kept.flat().some((request) => new RegExp(source).test(new URL(request.url).pathname));
		}, path.source);
	await expect.poll(() => isKept(/\/maps\/gap\/norfolk-and-waveney\/$/)).toBe(true);
	await expect.poll(() => isKept(/\/deprivation-2019\.[0-9a-f]+\.json$/)).toBe(true);
	// The code that writes files was fetched, though no file was asked for.
	await expect
		.poll(() =>
			page.evaluate(async () => {
				for (const name of await caches.keys()) {
					const store = await caches.open(name);
					for (const request of await store.keys()) {
						if (!request.url.endsWith('.js')) continue;
						if ((await (await store.match(request))?.text())?.includes('The table begins in row')) {
							return true;
						}
					}
				}
				return false;
			})
		)
		.toBe(true);

	await close();
	await page.goto(`${url}/${REGION}/?area=${worst.code}`);
	await region.ready();
	await expect(region.findings).toContainText(`${peopleIn(facts)} people`);
	await expect(region.details).toContainText(fullName(worst));
	await region.tableHeight('Half');
	expect(await region.rows()).toHaveLength(facts.neighbourhoods.length);
	await region.radio('2019').check();
	await expect(region.legendOf('Deprivation decile in England, IoD 2019')).toBeVisible();
	await expect(region.alert).toBeHidden();
	const [taken] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download CSV' }).click()
	]);
	expect(await readFile(await taken.path(), 'utf8')).toContain('Indices of Deprivation 2019');

	// What was never opened says so, in place of the browser's own words.
	await page.goto(`${url}/method/`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'This page is not on your device yet'
	);
	await page.goBack();
	await expect(region.findings).toContainText(`${peopleIn(factsOf(REGION, '2019'))} people`);
});
