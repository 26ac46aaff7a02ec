/** A reader looks their postcode up; and what would say where they live. */
import type { BrowserContext, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { RegionPage } from './region-page.ts';

export const POSTCODE = 'NR1 1AA';
/** What the details of any neighbourhood say. */
export const DECILE = /decile \d+ of 10/;

/** Everything that the pages of a context ask for, with what goes along: headers and bodies. */
export function listen(context: BrowserContext): string[] {
	const asked: string[] = [];
	context.on('request', (request) => {
		const headers = JSON.stringify(request.headers());
		asked.push([request.url(), headers, request.postData() ?? ''].join(' '));
	});
	return asked;
}

/** Looks the postcode up and goes to it. */
export async function lookUp(page: Page): Promise<RegionPage> {
	const region = new RegionPage(page);
	await page.getByRole('combobox', { name: /^Find a postcode/ }).fill(POSTCODE);
	await page.getByRole('option', { name: POSTCODE }).click();
	await expect(region.details).toContainText(DECILE);
	return region;
}

/** Code of the neighbourhood that is shown, as its details have it. */
export async function shownCode(region: RegionPage): Promise<string> {
	const [code = ''] = /E01\d{6}/.exec((await region.details.textContent()) ?? '') ?? [];
	expect(code).not.toBe('');
	return code;
}

/** Those of some addresses or requests that name the postcode, its neighbourhood or a part of the map. */
export const says = (texts: readonly string[], code: string) =>
	texts.filter((text) => text.includes(code) || /[?&](area|view)=|NR1(%20|\+| )?1AA/i.test(text));
