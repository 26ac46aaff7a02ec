/** A map of ours on a page of another site, under that site's own policy. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import type { AreasPart } from '../../src/lib/areas/parts.ts';
import { factsOf, mostDeprived, readPart, REGION } from './packs.ts';

/** Bytes in gzip that come before anything is pressed. */
const MOST = 150_000;
/** The region with the most places. */
const LARGEST = 'norfolk-and-suffolk';

test.use({
	// What the last frame shows must not be shown there; the one before is of a region that went.
	expectedProblems: [/frame-ancestors 'self'|status of 404/]
});

/** Pages of another site with one frame, whose policy allows no more than that; `open` goes to one. */
async function hostPages(page: Page, site: string, origins: Set<string>) {
	const host = createServer((request, response) => {
		const frame = new URL(request.url ?? '/', 'http://host').searchParams.get('frame') ?? '';
		response.setHeader('Content-Type', 'text/html; charset=utf-8');
		response.setHeader('Content-Security-Policy', `default-src 'none'; frame-src ${site}`);
		response.end(
			`<!doctype html><html lang="en"><title>Another site</title><h1>Another site</h1><iframe src="${site}${frame.replaceAll('&', '&amp;')}" title="A map" width="600" height="450" loading="lazy"></iframe></html>`
		);
	}).listen(0, '127.0.0.1');
	await once(host, 'listening');
	// Another name is another origin and another site.
	const origin = `http://localhost:${(host.address() as AddressInfo).port}`;
	origins.add(origin);
	return {
		open: async (frame: string) => {
			await page.goto(`${origin}/?frame=${encodeURIComponent(frame)}`);
			return page.frameLocator('iframe');
		},
		close: () => void host.close()
	};
}

test('it shows a picture with its figures, opens the map when asked, and says what is gone', async ({
	page,
	site,
	origins
}) => {
	const { code, name } = mostDeprived(factsOf(REGION, '2025'));
	const host = await hostPages(page, site.url, origins);
	// Each file once: what is asked for again is only asked whether it changed.
	const sizes = new Map<string, Promise<number>>();
	page.on('response', (response) => {
		const size = response.body().then(
			(body) => gzipSync(body).length,
			() => 0 // of a page that was left meanwhile, further down
		);
		if (!sizes.has(response.url())) sizes.set(response.url(), size);
	});

	const query = `?layer=deprivation-income&edition=2025&with=core20&area=${code}`;
	const frame = await host.open(`/${REGION}/embed/${query}`);
	await expect(frame.getByRole('heading', { level: 1 })).toContainText('Deprivation: Income');
	await expect(frame.getByText('Outlined:')).toContainText(name);
	await expect(frame.getByRole('group', { name: 'Legend' })).toContainText('most deprived');
	await expect(frame.getByText(/England’s most deprived fifth/)).toBeVisible();
	await expect(frame.getByRole('link', { name: /^The whole map/ })).toHaveAttribute(
		'href',
		new RegExp(`${REGION}/\\?layer=deprivation-income.*${code}$`)
	);
	const before = (await Promise.all(sizes.values())).reduce((sum, bytes) => sum + bytes, 0);
	expect(before).toBeGreaterThan(50_000);
	expect(before).toBeLessThan(MOST);

	await frame.getByRole('button', { name: 'Show the map' }).click();
	await expect(frame.locator('[data-status="drawn"]')).toBeVisible();
	await expect(frame.getByText(`${name}`).first()).toBeVisible();

	// What is gone is one sentence, and nothing stands in its place.
	const gone = await host.open(`/${REGION}/embed/?layer=no-such-layer`);
	await expect(gone.getByText(/or no longer is: there is no layer/)).toBeVisible();
	await expect(gone.getByRole('img')).toHaveCount(0);
	const area = await host.open(`/${REGION}/embed/?area=E01999999`);
	await expect(area.getByText(/there is no area E01999999/)).toBeVisible();
	const region = await host.open('/no-such-region/embed/');
	await expect(region.getByRole('heading', { level: 1 })).toHaveText(
		'There is no page at this address'
	);

	// The gaps, too: the plain question with its picture, any other once it is asked for.
	const came = new Map<string, Promise<number>>();
	page.on('response', (response) => {
		const size = response.body().then(
			(body) => gzipSync(body).length,
			() => 0
		);
		if (!came.has(response.url())) came.set(response.url(), size);
	});
	const gaps = await host.open(`/${REGION}/embed/gaps/?k=3&area=${code}&grid=yes`);
	await expect(gaps.getByText('Outlined:')).toContainText(name);
	const answer = gaps.getByText(/^\d+ of the \d+ communities with high need are gaps\b/);
	await expect(answer).toBeVisible();
	await expect(gaps.getByRole('group', { name: 'Legend' })).toContainText('Could be a gap');
	const light = (await Promise.all(came.values())).reduce((sum, bytes) => sum + bytes, 0);
	expect(light).toBeGreaterThan(50_000);
	expect(light).toBeLessThan(MOST);
	const plain = await answer.textContent();
	const other = await host.open(`/${REGION}/embed/gaps/?k=2`);
	await expect(other.getByText(/This frame asks a question of its own/)).toBeVisible();
	await expect(answer).toHaveCount(0);
	await other.getByRole('button', { name: 'Show the map' }).click();
	await expect(other.getByText(/fewer than 2 community venues/).first()).toBeVisible();
	await expect(answer).not.toHaveText(plain ?? '');

	// A plan, a comparison and a list of places, each at once and small.
	const districts = readPart<AreasPart>(REGION, 'areas-2021').district.codes.slice(0, 2);
	const [placeThere] = readPart<AreasPart>(LARGEST, 'areas-2021').district.codes.slice(-1);
	for (const [query, says] of [
		['siting/', /^Best for these estimates|^At most/],
		[`compare/?with=${districts.join(',')}`, /clear, \d+ too close to call/],
		['assets/?kinds=food-bank', /^\d+ places on our lists\.$/],
		[`../../${LARGEST}/embed/assets/?place=${placeThere}`, /^\d+ places on our lists\.$/]
	] as const) {
		came.clear();
		const one = await host.open(`/${REGION}/embed/${query}`);
		await expect(one.getByText(says).first()).toBeVisible();
		const bytes = (await Promise.all(came.values())).reduce((sum, size) => sum + size, 0);
		expect(bytes, query).toBeLessThan(MOST);
	}
	const went = await host.open(`/${REGION}/embed/assets/?asset=no-such-place`);
	await expect(went.getByText(/there is no place no-such-place here/)).toBeVisible();

	// No page of ours but these can be framed.
	const unframed = await host.open(`/${REGION}/gaps/`);
	await expect(unframed.getByRole('heading', { level: 1 })).toHaveCount(0);
	host.close();

	for (const frame of ['', 'siting/', 'compare/', 'assets/']) {
		await page.goto(`/${REGION}/embed/${frame}`);
		await expect(page.getByRole('heading').first()).toBeVisible();
		await expect(page.getByText(/^Loading/)).toHaveCount(0);
		await expectAccessible(page);
	}
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('an embed has its picture, figures, legend and the link', async ({ page }) => {
		await page.goto(`/${REGION}/embed/`);
		const picture = page.locator('img');
		await expect(picture).toBeVisible();
		expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
			0
		);
		await expect(page.getByText(/people, .* live in Core20 neighbourhoods/)).toBeVisible();
		await expect(page.getByRole('link', { name: /^The whole map/ })).toBeVisible();
		await expect(page.getByText(/Without scripts this frame always shows/)).toBeVisible();
		await expect(page.getByRole('button')).toHaveCount(0);
	});
});
