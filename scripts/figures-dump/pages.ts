/** Opens addresses of the built site in a browser, one after the other in each of a few tabs. */
import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { chromiumLaunch, COMPILED_NAMES } from '../lib/chromium.ts';
import { serve } from '../lib/serve.ts';
import type { Address } from './addresses.ts';
import { figuresOf, filesIn } from './files.ts';
import { readFigures } from './read-page.ts';
import type { FigureRow } from './row.ts';
import { settle, showAll, watchRequests } from '../lib/settled.ts';
import { SHARE_OR_DOWNLOAD } from '../../src/lib/text/names.ts';

/** A day that all pages take for today: what they say of ages must not hang on the calendar. */
const TODAY = new Date('2026-12-01T12:00:00Z');
const FILE_BUTTON = /\b(CSV|GeoJSON)\b/;

export interface PagesOptions {
	/** Folder of the built site. */
	build: string;
	addresses: readonly Address[];
	/** How many are open at once. */
	tabs: number;
	take: (rows: readonly FigureRow[]) => void;
	/** Told of each address when it is read. */
	read?: (address: Address, rows: number, seconds: number) => void;
}

/** Hands on the figures of each address. Throws where a page fails, or says something can't be had. */
export async function pageFigures(options: PagesOptions): Promise<void> {
	const site = await serve(options.build, { port: 0 });
	let browser: Browser | undefined;
	try {
		// Without WebGL the map gives way to a still picture; all figures are there, and much sooner.
		browser = await chromium.launch({ ...chromiumLaunch(), args: ['--disable-3d-apis'] });
		const left = [...options.addresses];
		const failures: string[] = [];
		const tab = async (open: Browser): Promise<void> => {
			const context = await newContext(open);
			for (let address = left.shift(); address; address = left.shift()) {
				const started = performance.now();
				try {
					const rows = await readAddress(context, site.url, address);
					options.take(rows);
					options.read?.(address, rows.length, (performance.now() - started) / 1000);
				} catch (error) {
					// The others are read all the same: one run tells everything that is wrong.
					failures.push(error instanceof Error ? error.message : String(error));
				}
			}
			await context.close();
		};
		const open = browser;
		await Promise.all(Array.from({ length: options.tabs }, () => tab(open)));
		if (failures.length > 0) throw new Error(failures.join('\n'));
	} finally {
		await browser?.close();
		await site.close();
	}
}

async function newContext(browser: Browser): Promise<BrowserContext> {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 800 },
		serviceWorkers: 'block',
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		reducedMotion: 'reduce'
	});
	await context.clock.setFixedTime(TODAY);
	await context.addInitScript(COMPILED_NAMES);
	return context;
}

async function readAddress(
	context: BrowserContext,
	site: string,
	address: Address
): Promise<FigureRow[]> {
	const page = await context.newPage();
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	const openRequests = watchRequests(page);
	const { path } = address;
	await page.goto(site + path);
	await settle(page, openRequests);
	await showAll(page, openRequests);
	await expectProved(page);
	const figures = await page.evaluate(readFigures);
	const rows = figures.map((figure): FigureRow => ({ path, source: 'page', ...figure }));
	// One by one: a file may have more figures than a call takes arguments.
	for (const row of address.files ? await takeFiles(page, path, openRequests) : []) rows.push(row);
	if (errors.length > 0) throw new Error(`${path}: ${errors.join('; ')}`);
	await page.close();
	return rows;
}

/** An answer that was not proved is the best that was found in time: another machine finds another. */
async function expectProved(page: Page): Promise<void> {
	const unproved = page.locator('[data-status=feasible]');
	if ((await unproved.count()) > 0 && !page.url().includes('plan=')) {
		throw new Error(`${page.url()}: ${await unproved.first().innerText()}`);
	}
}

/** The figures of each file that a button of the page makes. */
async function takeFiles(
	page: Page,
	path: string,
	openRequests: () => number
): Promise<FigureRow[]> {
	// What a page gives away comes with its dialog, which is fetched when somebody asks for it.
	const share = page.getByRole('button', { name: SHARE_OR_DOWNLOAD });
	if ((await share.count()) > 0) {
		await share.click();
		await page.getByRole('dialog', { name: SHARE_OR_DOWNLOAD }).waitFor();
		await settle(page, openRequests);
		await page.keyboard.press('Escape');
	}
	const inSight = page.locator('main button:enabled').filter({ visible: true });
	// A dialog need not be open for what it offers.
	const buttons = inSight
		.or(page.locator('dialog button:enabled'))
		.filter({ hasText: FILE_BUTTON });
	const rows: FigureRow[] = [];
	for (const button of await buttons.all()) {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			button.evaluate((element: HTMLButtonElement) => element.click())
		]);
		const name = download.suggestedFilename();
		for (const file of filesIn(name, await readFile(await download.path())))
			for (const row of figuresOf({ path, source: 'download', ...file })) rows.push(row);
		await download.delete();
	}
	return rows;
}
