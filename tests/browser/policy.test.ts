/** Nothing that a person does here leaves their browser, and no page may run what isn't ours. */
import { withSlash } from '../../src/lib/url/with-slash.ts';
import { expect, test } from './fixtures.ts';
import { factsOf, mostDeprived, REGION, REGIONS } from './packs.ts';
import { chooseColours, openRegion, openTable } from './region-page.ts';

for (const path of ['/', '/data/', ...REGIONS.map((slug) => `/${slug}/`)]) {
	test(`${path} has a strict policy`, async ({ request }) => {
		const html = await (await request.get(path)).text();
		const [, policy = ''] =
			/<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html) ?? [];
		const directives = new Map(
			policy.split(';').map((directive) => {
				const [name = '', ...values] = directive.trim().split(/\s+/);
				return [name, values];
			})
		);
		expect(directives.get('default-src')).toEqual(["'none'"]);
		expect(directives.get('object-src')).toEqual(["'none'"]);
		expect(directives.get('connect-src')).toEqual(["'self'"]);
		expect(directives.get('form-action')).toEqual(["'none'"]);
		expect(directives.get('base-uri')).toBeDefined();
		expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
		expect(directives.get('script-src')?.[0]).toBe("'self'");
		// It stands before whatever it is to hold.
		expect(html.indexOf('content-security-policy')).toBeLessThan(html.search(/<(script|link)/));
		// And no link of the page costs a redirect.
		const own = [...html.matchAll(/<a [^>]*?href="(\.[^"?#]*)/g)].map(([, to = '']) => to);
		expect(own).not.toEqual([]);
		expect(own.filter((to) => to !== withSlash(to))).toEqual([]);
	});
}

test('a whole visit asks no other site and keeps nothing but the colours', async ({
	page,
	context
}) => {
	const worst = mostDeprived(factsOf(REGION, '2025'));
	await page.goto('/');
	const region = await openRegion(page, REGION);
	await region.radio('2019').check();
	await region.moreTopics();
	await region.layer('Food banks').check();
	await region.radio('2025').check();
	await openTable(page, REGION);
	await region.rowLink(worst.name).click();
	await expect(region.details).toContainText(worst.name);
	await page.goBack();
	// There once the page can be used: before that a press does nothing.
	await expect(page.getByRole('searchbox', { name: 'List only' })).toBeVisible();
	await chooseColours(page, 'Dark');
	await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download CSV' }).click()
	]);
	await page.goto('/data/');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	// The fixtures fail the test for any request to another origin.
	expect(await context.cookies()).toEqual([]);
	const { origins } = await context.storageState({ indexedDB: true });
	const kept = origins.flatMap(({ localStorage }) => localStorage.map(({ name }) => name));
	expect(kept).toEqual(['theme']);
});
