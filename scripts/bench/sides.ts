/** The sites that are measured, served, and what each sent. */
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { PROJECT } from '../lib/paths.ts';
import { serve, type Served } from '../lib/serve.ts';
import { openMap } from './page.ts';

/** Where the built site is. */
export const BUILD = join(PROJECT, 'build');

/** What was sent, answer by answer, since it was last emptied. */
export type Sent = { path: string; bytes: number }[];

/** One of the two sites, served, with what it sent. */
export interface Side {
	folder: string;
	served: Served;
	sent: Sent;
	/** Address of the map page. */
	url: string;
}

/** Serve a folder; `path` is that of its map page. */
export async function openSide(folder: string, path: string): Promise<Side> {
	const sent: Sent = [];
	const onServed = (sentPath: string, bytes: number) => sent.push({ path: sentPath, bytes });
	const served = await serve(folder, { port: 0, brotli: false, onServed });
	return { folder, served, sent, url: served.url + path };
}

/** Milliseconds in which a page fetches what it keeps for later, beside what it shows. */
const FOR_LATER = 5000;

/**
 * Opens the page as a first visit, and leaves what that sent in `side.sent`, with what comes once
 * the page is at rest.
 */
export async function visit(browser: Browser, side: Side): Promise<void> {
	side.sent.length = 0;
	const opened = await openMap(browser, side.url);
	await opened.page.waitForTimeout(FOR_LATER);
	await opened.page.waitForLoadState('networkidle');
	await opened.close();
}
