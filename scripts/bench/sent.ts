/** How much is sent: packs, first visits, and going from one region to another. */
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { firstViewSize, packSize } from '../lib/pack-sizes.ts';
import { readPart } from '../lib/read-part.ts';
import { attempt } from './attempt.ts';
import { BARS } from './bars.ts';
import { type Figure, notMeasured } from './figures.ts';
import type { Packs } from './packs.ts';
import { followLink, openMap } from './page.ts';
import { BUILD, openSide, type Sent, visit } from './sides.ts';

/** Every pack that was built, and what of it the first view of the map needs. */
export function packFigures(packs: Packs): Figure[] {
	const read = (path: string): unknown => readPart(join(BUILD, path));
	return Object.values(packs).flatMap((region): Figure[] => {
		const sizes = [
			{ ...BARS.pack, ...packSize(region, read) },
			{ ...BARS.firstView, ...firstViewSize(region) }
		];
		return sizes.map(({ title, unit, bar, kilobytes }) => ({
			title: `${title}: ${region.slug}`,
			unit,
			bar,
			value: kilobytes,
			detail: `${region.files.length} files in the pack`
		}));
	});
}

/** All that a first visit to the map page of each region sends. */
export async function firstVisitFigures(browser: Browser, packs: Packs): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const region of Object.keys(packs)) {
		const bar = { ...BARS.firstVisit, title: `${BARS.firstVisit.title}: ${region}` };
		const side = await openSide(BUILD, `/${region}/`);
		const figure = await attempt(bar, async () => {
			await visit(browser, side);
			const bytes = side.sent.reduce((sum, sent) => sum + sent.bytes, 0);
			return { ...bar, value: bytes / 1000, detail: `${side.sent.length} requests, with headers` };
		});
		figures.push(figure);
		await side.served.close();
	}
	return figures;
}

/**
 * What going from one region's page to another's by the site's own link sends, to what the other
 * region's page cannot do without: its parts as a first visit loads them, and the data of the page.
 */
export async function switchingFigure(
	browser: Browser,
	packs: Packs,
	region: string
): Promise<Figure> {
	const other = Object.keys(packs).find((slug) => slug !== region);
	if (other === undefined) return notMeasured(BARS.switching, 'there is one region alone');
	const side = await openSide(BUILD, `/${other}/`);
	const bytesOf = (sent: Sent, counts: (path: string) => boolean) =>
		sent.filter(({ path }) => counts(path)).reduce((sum, { bytes }) => sum + bytes, 0);
	try {
		await visit(browser, side);
		const parts = bytesOf(side.sent, (path) => path.startsWith(`/packs/${other}/`));
		const opened = await openMap(browser, `${side.served.url}/${region}/`);
		try {
			side.sent.length = 0;
			await followLink(opened.page, other);
		} finally {
			await opened.close();
		}
		// The service worker fetches the page whole, for when there is no connection.
		const kept = (path: string) => path === `/${other}/`;
		const data = bytesOf(side.sent, (path) => path === `/${other}/__data.json`);
		const all = bytesOf(side.sent, (path) => !kept(path));
		const again = side.sent.filter(({ path }) => /\.(m?js|css|woff2?)$/.test(path)).length;
		const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
		const detail =
			`${kB(all)}, own ${kB(parts + data)}; scripts, styles and fonts again: ${again}; ` +
			`kept for later besides: ${kB(bytesOf(side.sent, kept))}`;
		return { ...BARS.switching, value: all / (parts + data), detail };
	} finally {
		await side.served.close();
	}
}
