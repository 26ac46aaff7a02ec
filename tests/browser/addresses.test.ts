/** Addresses that were shared go on opening, and say what they said: tests/data/addresses.txt. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { isWholeMatrix } from '../../scripts/lib/test-matrix.ts';
import { readAddresses, type KnownAddress } from './addresses.ts';
import { expect, test } from './fixtures.ts';
import { WIDE } from './region-page.ts';

test.use({ viewport: WIDE });

const GROUPS = readAddresses(readFileSync(join(PROJECT, 'tests/data/addresses.txt'), 'utf8'));
/** So many are opened one after the other in one page, which keeps what they have in common. */
const TOGETHER = 8;
/** Whether each is opened by itself, as from an e-mail, which takes longer. */
const EACH_ALONE = isWholeMatrix;
/** Of the addresses of a group every so many is opened; the whole run opens all. */
const EVERY = isWholeMatrix ? 1 : 2;

/** Goes to an address of the page that is open, as by a link on it. */
async function follow(page: Page, address: string): Promise<void> {
	await page.locator('main').evaluate((main, href) => {
		const link = document.createElement('a');
		link.href = href;
		main.append(link);
		link.click();
		link.remove();
	}, address);
}

/** Which page of a region an address is of, whatever it asks there. */
const kindOf = (address: string): string => /^\/[^/]+\/(.*\/)?(?=[?#]|$)/.exec(address)?.[1] ?? '';

const LEAST = 60;
test(`there are ${LEAST} addresses or more, and each says something`, () => {
	const all = GROUPS.flatMap(({ addresses }) => addresses);
	expect(new Set(all.map(({ address }) => address)).size).toBe(all.length);
	expect(all.length).toBeGreaterThanOrEqual(LEAST);
	expect(all.filter(({ title, says }) => title === '' || says.length === 0)).toEqual([]);
});

/** Pieces of a list, so that the workers share it. */
const pieces = (list: readonly KnownAddress[]): KnownAddress[][] =>
	Array.from({ length: Math.ceil(list.length / TOGETHER) }, (_, i) =>
		list.slice(i * TOGETHER, (i + 1) * TOGETHER)
	);

for (const { name, addresses } of GROUPS) {
	const opened = addresses.filter((_, at) => at % EVERY === 0);
	for (const [at, piece] of pieces(opened).entries()) {
		test(`${name}, ${at + 1}: what was shared opens and says the same`, async ({ page, site }) => {
			let open: string | undefined;
			for (const { address, to, title, says } of piece) {
				await test.step(address, async () => {
					const isLink = !EACH_ALONE && address === to && kindOf(address) === open;
					if (isLink) await follow(page, address);
					else await page.goto(address);
					open = kindOf(to);
					for (const text of says) await expect(page.locator('main')).toContainText(text);
					await expect(page).toHaveTitle(title);
					await expect
						.poll(() => page.url().replace(site.url, ''), `where ${address} leads`)
						.toBe(to);
				});
			}
		});
	}
}
