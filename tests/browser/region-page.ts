/** The page of a region as a person finds their way on it: by role and by what is written there. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

export const WIDE = { width: 1280, height: 800 };

/** Opens a region and waits until the map is there, or the message that there can be none. */
export async function openRegion(page: Page, slug: string, query = ''): Promise<RegionPage> {
	await page.goto(`/${slug}/${query}`);
	const region = new RegionPage(page);
	await region.ready();
	return region;
}

/** The bar's list of further pages, which has the choice of colours. */
export async function openMore(page: Page): Promise<void> {
	await page
		.getByRole('navigation', { name: /^Pages of/ })
		.getByText('More')
		.click();
}

/** The colours, as somebody chooses them on a region's page. */
export async function chooseColours(page: Page, colours: string): Promise<void> {
	await openMore(page);
	await page.getByRole('combobox', { name: 'Colours' }).selectOption(colours);
	await page.keyboard.press('Escape');
}

/** What the page can be taken away as. */
export async function openShare(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: 'Share or download' }).click();
	return page.getByRole('dialog', { name: 'Share or download' });
}

/** Opens the table of a region and waits until its rows can be sorted. */
export async function openTable(page: Page, slug: string, query = ''): Promise<RegionPage> {
	await page.goto(`/${slug}/table/${query}`);
	await expect(page.getByRole('searchbox', { name: 'List only' })).toBeVisible();
	return new RegionPage(page);
}

export class RegionPage {
	readonly page: Page;
	readonly legend: Locator;
	/** What can be dragged and hovered. */
	readonly canvas: Locator;
	readonly mapButtons: Locator;
	readonly details: Locator;
	readonly table: Locator;
	readonly findings: Locator;
	readonly alert: Locator;

	constructor(page: Page) {
		this.page = page;
		this.legend = page.getByRole('group', { name: 'Legend', exact: true });
		this.canvas = page.getByRole('region', { name: /Arrow keys move it/ });
		this.mapButtons = page.getByRole('group', { name: 'Move the map' });
		this.details = page.getByRole('group', { name: 'What is chosen' });
		this.table = page.getByRole('table');
		this.findings = page.getByRole('region', { name: 'What stands out' });
		this.alert = page.getByRole('alert');
	}

	async ready(): Promise<void> {
		const started = this.page.getByText('Drawing the map…');
		await expect(started.filter({ visible: true })).toHaveCount(0);
	}

	/** One of the legends, by its title. */
	legendOf(title: RegExp | string): Locator {
		return this.legend.getByRole('group', { name: title });
	}

	/** Every class of the legends, with its count. */
	async allClasses(): Promise<void> {
		const button = this.legend.getByRole('button', { name: /^All classes/ }).first();
		if ((await button.getAttribute('aria-pressed')) === 'false') await button.click();
		// What draws them comes first.
		await expect(button).toHaveAttribute('aria-pressed', 'true');
	}

	/** The counts of the classes of the deprivation legend, as they are written. */
	async decileCounts(): Promise<number[]> {
		await this.allClasses();
		const items = this.legendOf(/^Deprivation decile/).getByRole('listitem');
		return (await items.allTextContents()).map(readCount);
	}

	/** The colours of the deprivation legend, "#rrggbb". */
	async decileColours(): Promise<string[]> {
		return this.legendOf(/^Deprivation decile/)
			.locator('rect')
			.evaluateAll((shapes) => shapes.map((shape) => shape.getAttribute('fill') ?? ''));
	}

	radio(name: string): Locator {
		return this.page.getByRole('radio', { name, exact: true });
	}

	/** The switch of what lies on top. */
	layer(title: string): Locator {
		return this.page.getByRole('switch', { name: new RegExp(`^${title}`) });
	}

	/** Unfolds the further topics. */
	async moreTopics(): Promise<void> {
		for (const more of await this.page.getByText(/^More: /).all()) {
			const isOpen = await more.evaluate((summary) => summary.closest('details')?.open);
			if (!isOpen) await more.click();
		}
	}

	/** What screen readers are told. */
	said(text: string | RegExp): Locator {
		return this.page.getByRole('status').filter({ hasText: text });
	}

	/** The row of the neighbourhood with this official name. By text: a table of thousands of cells is long to search by role. */
	row(name: string): Locator {
		return this.table.getByText(name, { exact: true }).locator('xpath=ancestor::tr');
	}

	rowLink(name: string): Locator {
		return this.row(name).getByRole('link');
	}

	async columnNames(): Promise<string[]> {
		const headers = this.table.locator('thead').getByRole('button');
		return (await headers.allTextContents()).map((text) => text.replace(/[▲▼]/, '').trim());
	}

	/** Every row of the table as text, in the order shown. */
	async rows(): Promise<string[][]> {
		return this.table
			.locator('tbody tr')
			.evaluateAll((rows) =>
				rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim()))
			);
	}

	/** A parameter of the address, once it is there. */
	parameter(name: string): string | null {
		return new URL(this.page.url()).searchParams.get(name);
	}

	async expectParameter(name: string, value: string | null): Promise<void> {
		await expect.poll(() => this.parameter(name), `“${name}” in the address`).toBe(value);
	}

	/** Where the address says the map is. */
	view(): { latitude: number; longitude: number; zoom: number } {
		const [latitude = NaN, longitude = NaN, zoom = NaN] = (this.parameter('view') ?? '')
			.split(',')
			.map(Number);
		return { latitude, longitude, zoom };
	}
}

/** What is written in each of some elements, in one look at the page; white space as one space. */
export async function textsOf(elements: Locator): Promise<string[]> {
	return (await elements.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
}

/** "1,234 neighbourhoods in …" → 1234. */
export function readCount(text: string): number {
	const found = /^\s*([\d,]+)/.exec(text)?.[1];
	if (found === undefined) throw new Error(`no count in “${text}”`);
	return Number(found.replaceAll(',', ''));
}

/** Presses Tab until a control has the focus. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
	// Found once: searching a large page by role anew for each press takes most of the time.
	const element = await target.elementHandle();
	for (let pressed = 0; pressed < most; pressed++) {
		await page.keyboard.press('Tab');
		if (await element?.evaluate((wanted) => wanted === document.activeElement)) return;
	}
	throw new Error(`${String(target)} was not reached with ${most} presses of Tab`);
}

/**
 * How many colours are seen in a part of the page. A map has many; where it is not painted there are
 * one or two.
 */
export async function coloursWithin(
	page: Page,
	clip: { x: number; y: number; width: number; height: number }
): Promise<number> {
	const picture = (await page.screenshot({ clip, animations: 'disabled' })).toString('base64');
	return page.evaluate(async (encoded) => {
		const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
		const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
		const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
		context?.drawImage(image, 0, 0);
		const { data = [] } = context?.getImageData(0, 0, image.width, image.height) ?? {};
		const pixels = new Uint32Array(Uint8Array.from(data).buffer);
		return new Set(pixels).size;
	}, picture);
}

/** Where a place is drawn, in pixels from the middle of a map (Web Mercator, tiles of 512). */
export function offsetOnMap(
	middle: { latitude: number; longitude: number; zoom: number },
	place: { latitude: number; longitude: number }
): { x: number; y: number } {
	const world = 512 * 2 ** middle.zoom;
	const north = (latitude: number) =>
		Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);
	return {
		x: ((place.longitude - middle.longitude) / 360) * world,
		y: (north(middle.latitude) - north(place.latitude)) * world
	};
}

/** The part of an address that shows a place at a zoom. */
export const viewQuery = (
	{ latitude, longitude }: { latitude: number; longitude: number },
	zoom: number
) => `view=${latitude.toFixed(4)},${longitude.toFixed(4)},${zoom.toFixed(2)}`;

/** The middle of the map on the screen. */
export async function middleOf(region: RegionPage): Promise<{ x: number; y: number }> {
	const box = await region.canvas.boundingBox();
	if (!box) throw new Error('there is no map');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
