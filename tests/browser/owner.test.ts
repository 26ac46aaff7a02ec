/** Every page of the built site says who looks after the listings, on screen and on paper. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../scripts/lib/files.ts';
import { PROJECT } from '../../scripts/lib/paths.ts';
import type { Manifest } from '../../src/lib/facts/manifest.ts';
import { expect, test } from './fixtures.ts';
import { REGION } from './packs.ts';

const BUILD = join(PROJECT, 'build');
const read = (path: string) => readFileSync(join(BUILD, path), 'utf8');
const { owner } = JSON.parse(read('packs/manifest.json')) as Manifest;

test('every page names the owner, or says that there is none', () => {
	const pages = filesBelow(BUILD).filter((path) => path.endsWith('.html'));
	expect(pages.length).toBeGreaterThan(10);
	expect(pages.filter((path) => !read(path).includes(owner))).toEqual([]);
});

test('so does what is printed', async ({ page }) => {
	for (const path of [`/${REGION}/`, `/${REGION}/assets/?part=check`, `/${REGION}/siting/`]) {
		await page.goto(path);
		await page.emulateMedia({ media: 'print' });
		await expect(page.getByText(owner)).toBeVisible();
		await page.emulateMedia({ media: null });
	}
});

test('files made in the page name the owner', async ({ page }) => {
	const files = [
		{ path: `/${REGION}/table/`, says: ',looked_after_by\n' },
		{ path: `/${REGION}/assets/?part=check`, says: ',looked_after_by\n' }
	];
	for (const { path, says } of files) {
		await page.goto(path);
		const [saved] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Download CSV' }).click()
		]);
		const text = readFileSync(await saved.path(), 'utf8');
		expect(text).toContain(says);
		expect(text).toContain(owner);
	}
});
