/** What a reader keeps to themselves: no address says where they live, and the browser lets go of all it keeps. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { expect, expectAccessible, expectContrast, test } from './fixtures.ts';
import { factsOf, fullName, mostDeprived, REGION } from './packs.ts';
import { DECILE, listen, lookUp, POSTCODE, says, shownCode } from './postcode.ts';
import { chooseColours, openRegion, openShare, RegionPage } from './region-page.ts';

/** The link that is copied; no test may read what else a person has copied. */
async function catchCopies(page: Page): Promise<() => Promise<string | null>> {
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'clipboard', {
			value: {
				writeText: (text: string) => {
					Reflect.set(window, 'copied', text);
					return Promise.resolve();
				}
			}
		});
	});
	return () => page.evaluate(() => (Reflect.get(window, 'copied') as string | undefined) ?? null);
}

test('another area goes into the address, and only a link that was asked for has the one found', async ({
	page
}) => {
	const copied = await catchCopies(page);
	const other = mostDeprived(factsOf(REGION, '2025'));
	await openRegion(page, REGION);
	const region = await lookUp(page);
	const code = await shownCode(region);
	expect(code).not.toBe(other.code);

	const copy = page.getByRole('dialog').getByRole('button', { name: 'Copy link' });
	const question = page.getByText('This link will show the neighbourhood around your postcode');
	const share = await openShare(page);
	const close = () => share.getByRole('button', { name: 'Close' }).click();
	const citation = async () => {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			share.getByRole('button', { name: 'Citation' }).click()
		]);
		return readFileSync(await download.path(), 'utf8');
	};
	// Every file has the title of this one.
	expect(await citation()).toMatch(/^Asset Gap Map: Deprivation/);
	await copy.click();
	await expect(question).toBeVisible();
	await expectAccessible(page);
	await expectContrast(page, 'dark');
	expect(await copied()).toBeNull();
	await page.keyboard.press('Escape');
	await expect(question).toBeHidden();
	await expect(region.details).toContainText(DECILE);
	expect(await copied()).toBeNull();

	await copy.click();
	await page.getByRole('button', { name: 'Leave it out' }).click();
	await expect(page.getByText('Nothing about your postcode is in it.').first()).toBeVisible();
	expect(says([(await copied()) ?? ''], code)).toEqual([]);

	await copy.click();
	await page.getByRole('button', { name: 'Include my neighbourhood' }).click();
	await expect(page.getByText('Your neighbourhood is in it.').first()).toBeVisible();
	const link = (await copied()) ?? '';
	expect(new URL(link).searchParams.get('area')).toBe(code);
	expect(says([page.url()], code)).toEqual([]);

	await close();
	await page.getByRole('combobox', { name: /^Find a postcode/ }).fill(other.name);
	await page.getByRole('option', { name: other.name }).first().click();
	await expect(region.details).toContainText(fullName(other));
	await region.expectParameter('area', other.code);
	expect(region.parameter('view')).toBeNull();
	await openShare(page);
	expect(await citation()).toContain(`Asset Gap Map: ${fullName(other)}`);
	await copy.click();
	await expect.poll(copied).toContain(other.code);
	await expect(question).toBeHidden();

	await page.goto(link);
	await expect(region.details).toContainText(DECILE);
	expect(await shownCode(region)).toBe(code);
});

test('a postcode on the first page opens the page of its neighbourhood, and is in no address', async ({
	page,
	context
}) => {
	const asked = listen(context);
	await page.goto('/');
	const box = page.getByRole('textbox', { name: 'Your postcode' });
	const find = page.getByRole('button', { name: 'Find help' });
	await box.fill('NR11A');
	await find.click();
	await expect(page.getByRole('status').filter({ hasText: 'the beginning' })).toBeVisible();
	await expect(box).toBeFocused();
	await box.fill('CF10 1EP');
	await find.click();
	await expect(page.getByText('CF10 1EP is outside the areas of this site')).toBeVisible();
	await box.fill('nr1 1aa');
	await page.keyboard.press('Enter');
	// Two regions have it: the more local opens.
	await expect(page).toHaveURL(new RegExp(`/${REGION}/areas/E01\\d{6}/$`));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Part of .+, Norwich$/);
	await expect(page.getByRole('link', { name: '999' })).toHaveAttribute('href', 'tel:999');
	const near = page.getByRole('region', { name: 'Near you' });
	await expect(near.getByRole('heading', { level: 3 })).toContainText(['GP practice', 'Pharmacy']);
	await expectAccessible(page);
	expect(asked.filter((text) => /NR1(%20|\+| )?1AA/i.test(text))).toEqual([]);
	const kept = await page.evaluate(() =>
		JSON.stringify([history.state, { ...sessionStorage }, { ...localStorage }])
	);
	expect(kept).not.toMatch(/NR1 ?1AA/i);
	await page.goBack();
	await expect(box).toHaveValue('');
});

test('the way past the menu changes nothing of what a postcode led to', async ({ page }) => {
	await openRegion(page, REGION);
	const region = await lookUp(page);
	await page.getByRole('link', { name: 'Skip to the content' }).focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#main$/);
	await expect(region.details).toContainText(DECILE);
});

test('the foot of every page says what the host can see, and leads to the rest', async ({
	page
}) => {
	await page.goto('/');
	const foot = page.getByRole('contentinfo');
	await expect(foot).toContainText(
		'Your postcode stays on your device. Our web host can see which page you open.'
	);
	await foot.getByRole('link', { name: /forget everything/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your privacy');
});

test.describe('what the browser keeps', () => {
	test.use({ serviceWorkers: 'allow', expectedProblems: [/ERR_|Failed to fetch/] });

	/** Paths of what the browser keeps to open pages without a connection. */
	const kept = (page: Page) =>
		page.evaluate(async () => {
			const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
			const requests = await Promise.all(stores.map((store) => store.keys()));
			return requests.flat().map(({ url }) => new URL(url).pathname);
		});

	test('has all files of postcodes of a region, which tell nothing, and finds one without a connection', async ({
		page,
		serveBelow
	}) => {
		const { url, close } = await serveBelow('/maps/gap');
		const files = readdirSync(join(PROJECT, 'build', 'packs', REGION, 'postcodes'));
		const all = files.filter((name) => name.endsWith('.json')).length;
		await page.goto(`${url}/${REGION}/`);
		await new RegionPage(page).ready();
		await expect.poll(() => kept(page)).toContain(`/maps/gap/${REGION}/`);
		// They are for whoever stays: the first touch brings them.
		await page.getByRole('heading', { level: 1 }).click();
		const ofPostcodes = async () =>
			(await kept(page)).filter((path) => path.includes('/postcodes/')).length;
		await expect.poll(ofPostcodes).toBe(all);
		await close();
		const region = await lookUp(page);
		await expect(region.findings).toBeVisible();
		expect(await ofPostcodes()).toBe(all);
	});

	/** Chooses a list of one place, in the nth neighbourhood, on the page of one's own lists. */
	async function choose(page: Page, name = 'Invented Hall', nth = 0): Promise<void> {
		const one = factsOf(REGION, '2025').neighbourhoods[nth];
		const list = `Venue,Lat,Long,Category\n${name},${one?.latitude},${one?.longitude},Village hall`;
		await page
			.getByLabel('Choose files')
			.setInputFiles({ name: 'invented.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
	}

	/** Brings it. */
	async function bring(page: Page): Promise<void> {
		await choose(page);
		await page.getByRole('button', { name: 'Bring 1 row' }).click();
		await expect(page.getByText('one place, brought')).toBeVisible();
	}

	test('is all gone once it is told to forget, in every tab, and pages open and are kept as before', async ({
		page,
		context,
		serveBelow
	}) => {
		const { url } = await serveBelow('/maps/gap');
		await page.goto(`${url}/${REGION}/assets/import/`);
		await chooseColours(page, 'Dark');
		await bring(page);

		const map = await context.newPage();
		await map.goto(`${url}/${REGION}/?with=yours`);
		const region = new RegionPage(map);
		await expect(region.findings).toContainText('you have one place of your own');
		await lookUp(map);
		await expect.poll(() => kept(map)).toContain(`/maps/gap/${REGION}/`);

		const box = map.getByRole('combobox', { name: /^Find a postcode/ });
		await expect(box).toHaveValue(POSTCODE);

		const review = await context.newPage();
		await review.goto(`${url}/${REGION}/assets/import/`);
		// Another place: there is nothing to bring of one that is known already.
		await choose(review, 'Imagined Rooms', 9);
		await expect(review.getByRole('button', { name: 'Bring 1 row' })).toBeVisible();

		const home = await context.newPage();
		await home.goto(`${url}/`);
		const typed = home.getByLabel('Your postcode');
		await typed.fill(POSTCODE);

		await page.getByRole('button', { name: 'Forget everything on this computer' }).click();
		const dialog = page.getByRole('dialog', { name: /Forget everything/ });
		await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused();
		await expectAccessible(page);
		await expectContrast(page, 'light');
		await dialog.getByRole('button', { name: 'Keep it' }).click();
		await expect(page.getByText('one place, brought')).toBeVisible();
		await page.getByRole('button', { name: 'Forget everything on this computer' }).click();
		await dialog.getByRole('button', { name: 'Forget everything' }).click();

		const told = page.getByRole('group', { name: 'What was removed' });
		await expect(told).toContainText('one list of your own, with one place');
		await expect(told).toContainText('your choice of light or dark colours');
		await expect(told).toContainText('kept to open pages offline');
		await expect(told).toContainText('close every tab of this site');
		await expect(page.getByRole('alert')).toHaveCount(0);
		await expect(page.getByText('one place, brought')).toBeHidden();
		await expect(region.findings).toContainText('You have not added places of your own');
		await expect(region.details).toBeHidden();
		await expect(box).toHaveValue('');
		await expect(map.locator('body')).not.toContainText(POSTCODE);
		await expect(typed).toHaveValue('');
		await expect(review.getByRole('button', { name: 'Bring 1 row' })).toBeHidden();
		await expect(review.getByLabel('Choose files')).toBeVisible();
		for (const tab of [page, map, review]) {
			// What a tab that is still open loads later is not kept either.
			await tab.evaluate(async () => {
				const script = document.querySelector<HTMLLinkElement>('link[rel="modulepreload"]');
				if (!script) throw new Error('the page names no script');
				await (await fetch(script.href)).text();
			});
			const left = await tab.evaluate(async () => ({
				caches: await caches.keys(),
				databases: (await indexedDB.databases()).map(({ name }) => name),
				local: Object.keys(localStorage),
				tab: Object.keys(sessionStorage)
			}));
			expect(left).toEqual({ caches: [], databases: [], local: [], tab: [] });
		}

		// Going back in the other tab doesn't bring it back either.
		await map.goBack();
		await map.goForward();
		await expect(region.details).toBeHidden();
		await page.goto(`${url}/${REGION}/`);
		await expect.poll(() => kept(page)).toContain(`/maps/gap/${REGION}/`);
		expect(await kept(page)).toContain('/maps/gap/offline.html');
		await page.goto(`${url}/${REGION}/?with=yours`);
		await expect(new RegionPage(page).findings).toContainText(
			'You have not added places of your own'
		);
	});

	/** Forgets everything in a tab of its own. */
	async function forgetElsewhere(context: BrowserContext): Promise<void> {
		const other = await context.newPage();
		await other.goto('/privacy/');
		await other.getByRole('button', { name: 'Forget everything on this computer' }).click();
		await other.getByRole('button', { name: 'Forget everything', exact: true }).click();
		await expect(other.getByRole('group', { name: 'What was removed' })).toContainText(
			'what you found by postcode'
		);
		await expect(other.getByRole('alert')).toHaveCount(0);
	}

	/** Names of what is kept of postcodes, in this tab and in all. */
	const heldIn = (page: Page) =>
		page.evaluate(() =>
			[...Object.keys(sessionStorage), ...Object.keys(localStorage)].filter((name) =>
				name.startsWith('asset-gap-map/')
			)
		);

	test('is gone from a tab that was on another site meanwhile, once it comes back', async ({
		page,
		context,
		serveBelow
	}) => {
		await openRegion(page, REGION);
		const region = await lookUp(page);
		const { url } = await serveBelow('/elsewhere');
		await page.goto(`${url}/privacy/`);
		await page.goBack();
		await expect(region.details).toContainText(DECILE);
		expect(await heldIn(page)).not.toEqual([]);

		await page.goto(`${url}/privacy/`);
		await forgetElsewhere(context);
		await page.goBack();
		await region.ready();
		await expect.poll(() => heldIn(page)).toEqual([]);
		await expect(region.details).toBeHidden();
		await lookUp(page);
		await page.reload();
		await expect(region.details).toContainText(DECILE);
	});

	test('is gone from a page that the browser had set aside', async ({ page, context }) => {
		// Such a page hears no other.
		await page.addInitScript(() => Reflect.deleteProperty(window, 'BroadcastChannel'));
		const turn = (to: 'pagehide' | 'pageshow') =>
			page.evaluate((type) => {
				dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
			}, to);
		await openRegion(page, REGION);
		const region = await lookUp(page);
		await turn('pagehide');
		await turn('pageshow');
		await expect(region.details).toContainText(DECILE);

		await turn('pagehide');
		await forgetElsewhere(context);
		await expect(region.details).toContainText(DECILE);
		await turn('pageshow');
		await expect(region.details).toBeHidden();
		expect(await heldIn(page)).toEqual([]);
	});

	test('that another tab does not let go is said, and gone once it does', async ({
		page,
		context
	}) => {
		const forget = async () => {
			await page.getByRole('button', { name: 'Forget everything on this computer' }).click();
			await page.getByRole('button', { name: 'Forget everything', exact: true }).click();
		};
		await page.goto(`/${REGION}/assets/import/`);
		await bring(page);
		const other = await context.newPage();
		await other.goto('/favicon.svg');
		await other.evaluate(
			() =>
				new Promise((resolve) => {
					const opening = indexedDB.open('asset-gap-map');
					opening.onsuccess = () => {
						Reflect.set(window, 'held', opening.result);
						resolve(null);
					};
				})
		);
		await forget();
		await expect(page.getByRole('alert')).toContainText('another tab of this site still uses them');
		await other.close();
		await forget();
		await expect(page.getByRole('alert')).toHaveCount(0);
		await expect.poll(() => page.evaluate(() => indexedDB.databases())).toEqual([]);
	});
});
