/** After a first visit the site opens without a connection: what was opened, whole; the rest says why not. */
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesBelow } from '../../scripts/lib/files.ts';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { openDoor } from '../../scripts/lib/serve.ts';
import { expect, test } from './fixtures.ts';
import { count, factsOf, fullName, mostDeprived, REGION } from './packs.ts';
import { openShare, RegionPage } from './region-page.ts';

test.use({
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
	await page.getByRole('main').getByRole('link', { name: facts.name, exact: true }).click();
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
	await expect.poll(() => isKept(/\/maplibre-gl-worker[^/]*\.m?js$/)).toBe(true);
	// No area was chosen, and yet all that its card reads is there.
	await expect.poll(() => isKept(/\/register\.[0-9a-f]+\.json$/)).toBe(true);
	await expect.poll(() => isKept(/\/bus-stops-2025\.[0-9a-f]+\.json$/)).toBe(true);
	await expect.poll(() => isKept(/\/ages-2019\.[0-9a-f]+\.json$/)).toBe(true);
	await expect.poll(() => isKept(/\/AreaCard\.[^/]*\.css$/)).toBe(true);
	const isCodeKept = (saying: string) =>
		page.evaluate(async (words) => {
			for (const name of await caches.keys()) {
				const store = await caches.open(name);
				for (const request of await store.keys()) {
					if (!request.url.endsWith('.js')) continue;
					if ((await (await store.match(request))?.text())?.includes(words)) return true;
				}
			}
			return false;
		}, saying);
	// So is the code of the card, and that which writes files, though no file was asked for.
	await expect.poll(() => isCodeKept('Looking up what is near')).toBe(true);
	await expect.poll(() => isCodeKept('a CSV file has one')).toBe(true);

	await close();
	await page.goto(`${url}/${REGION}/?area=${worst.code}`);
	await region.ready();
	await expect(region.findings).toContainText(`${peopleIn(facts)} people`);
	await expect(region.details).toContainText(fullName(worst));
	await expect(region.details).toContainText('min walk');
	await region.radio('2019').check();
	await expect(region.legendOf('Deprivation decile in England, IoD 2019')).toBeVisible();
	await expect(region.alert).toBeHidden();
	const [taken] = await Promise.all([
		page.waitForEvent('download'),
		(await openShare(page)).getByRole('button', { name: /^CSV ?: the table/ }).click()
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

test('a new version leaves what an open tab has loaded alone until that tab is closed', async ({
	page,
	context,
	origins
}) => {
	// One port for both versions, kept between them: another program might take it.
	const door = await openDoor(0);
	const { url, close } = door.open(join(PROJECT, 'build'));
	origins.add(url);
	const stores = () => page.evaluate(() => caches.keys());
	await page.goto(`${url}/accessibility/`);
	const keptPage = () => page.evaluate(async () => Boolean(await caches.match('/accessibility/')));
	await expect.poll(keptPage).toBe(true);
	const [old = ''] = await stores();

	// The next version at the same address: another service worker, and nothing of what had a name.
	const next = await mkdtemp(join(tmpdir(), 'next-version-'));
	for (const path of filesBelow(join(PROJECT, 'build'))) {
		if (path.startsWith('_app/immutable/') || path.startsWith('packs/')) continue;
		// Compressed copies, where the build has them, would be those of the old version.
		if (/\.(br|gz)$/.test(path)) continue;
		await mkdir(join(next, dirname(path)), { recursive: true });
		await copyFile(join(PROJECT, 'build', path), join(next, path));
	}
	const { version } = JSON.parse(
		await readFile(join(PROJECT, 'build/_app/version.json'), 'utf8')
	) as { version: string };
	const worker = await readFile(join(next, 'service-worker.js'), 'utf8');
	await writeFile(join(next, 'service-worker.js'), worker.replaceAll(version, 'next'));
	door.open(next);

	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
		while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 20));
	});
	expect(await stores()).toEqual(expect.arrayContaining([old, old.replace(version, 'next')]));
	// What this tab has loaded is gone from the host, and still there for it.
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByRole('combobox', { name: 'Colours' })).toBeEnabled();

	await page.close();
	const later = await context.newPage();
	await later.goto(`${url}/offline.html`);
	await expect
		.poll(() => later.evaluate(() => caches.keys()))
		.toEqual([old.replace(version, 'next')]);
	await close();
	await rm(next, { recursive: true });
});
