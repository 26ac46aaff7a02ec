/** Takes pictures of pages of the built site, as people see them on screens of three sizes. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { areaPagesOnDemand } from '../build/areas/on-demand.ts';
import { chromiumLaunch, COMPILED_NAMES } from '../lib/chromium.ts';
import { serve } from '../lib/serve.ts';
import { settle, watchRequests } from '../lib/settled.ts';
import { fileNameOf } from './addresses.ts';

/** Width and height of the window, in pixels of the page. */
export const SIZES = {
	desktop: { width: 1280, height: 720 },
	tablet: { width: 820, height: 1180 },
	phone: { width: 390, height: 844 }
} as const;
export type Size = keyof typeof SIZES;

export const COLOURS = ['light', 'dark'] as const;
export type Colours = (typeof COLOURS)[number];

export interface Picture {
	address: string;
	size: Size;
	colours: Colours;
	/** Name of its file in the folder. */
	file: string;
}

export interface TakeOptions {
	/** Folder of the built site. */
	site: string;
	/** Where the pictures go; made where it is not there. */
	folder: string;
	addresses: readonly string[];
	sizes: readonly Size[];
	colours: readonly Colours[];
	/** Told of each picture, or of what kept one from being taken. */
	taken: (picture: Picture, fault: string | null) => void;
}

/** Takes the picture of one address at the context's size: all of a page that scrolls, from its top. */
async function takeOne(context: BrowserContext, url: string, path: string): Promise<void> {
	const page = await context.newPage();
	try {
		const awaited = watchRequests(page);
		await page.goto(url);
		await settle(page, awaited);
		// A page that fills its window is taken as it is: in a taller one its map would be drawn anew.
		const fullPage = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight);
		await page.screenshot({ path, fullPage, animations: 'disabled' });
	} finally {
		await page.close();
	}
}

/** Takes a picture of each address at each size in each colours. A page that fails keeps no other from its own. */
export async function takePictures(options: TakeOptions): Promise<Picture[]> {
	mkdirSync(options.folder, { recursive: true });
	const served = await serve(options.site, { port: 0, make: areaPagesOnDemand() });
	const pictures: Picture[] = [];
	let browser: Browser | undefined;
	try {
		browser = await chromium.launch(chromiumLaunch());
		for (const size of options.sizes) {
			for (const colours of options.colours) {
				const context = await browser.newContext({
					viewport: SIZES[size],
					colorScheme: colours,
					reducedMotion: 'reduce',
					hasTouch: size !== 'desktop',
					locale: 'en-GB',
					serviceWorkers: 'block'
				});
				await context.addInitScript(COMPILED_NAMES);
				for (const address of options.addresses) {
					const file = `${fileNameOf(address)}.${size}.${colours}.png`;
					const picture: Picture = { address, size, colours, file };
					try {
						await takeOne(context, `${served.url}${address}`, join(options.folder, file));
						pictures.push(picture);
						options.taken(picture, null);
					} catch (error) {
						options.taken(picture, error instanceof Error ? error.message : String(error));
					}
				}
				await context.close();
			}
		}
	} finally {
		await browser?.close();
		await served.close();
	}
	return pictures;
}
