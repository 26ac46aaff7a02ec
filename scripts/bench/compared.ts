/** What is held against a bare page with the same polygons, in the same browser, in turns. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';
import { attempt, message } from './attempt.ts';
import { buildBarePage, isMapLibre } from './bare.ts';
import { BARS } from './bars.ts';
import { type Figure, notMeasured, timeRatio } from './figures.ts';
import { boundariesFile, type Packs, pointsOf } from './packs.ts';
import {
	canvasBox,
	hover,
	openMap,
	pan,
	type Repeat,
	repeatInTurns,
	switchEdition
} from './page.ts';
import { BUILD, openSide, type Side, visit } from './sides.ts';

/** The layers of points that are panned with. */
const PANNED = ['community-venues', 'schools'];

/** Zoom at which all of a region's points are in sight, or all but a few. */
const PAN_ZOOM = 9;

/** Gzip bytes of the scripts that were sent, each once; only those that `counts` says. */
function scriptBytes(side: Side, counts: (path: string) => boolean): number {
	const scripts = new Set(side.sent.map(({ path }) => path).filter((p) => /\.m?js$/.test(p)));
	return [...scripts]
		.filter(counts)
		.map((path) => gzipSync(readFileSync(join(side.folder, path)), { level: 9 }).length)
		.reduce((sum, bytes) => sum + bytes, 0);
}

async function scriptsFigure(browser: Browser, site: Side, bare: Side): Promise<Figure> {
	await visit(browser, site);
	await visit(browser, bare);
	const ours = scriptBytes(site, () => true);
	const theirs = scriptBytes(bare, isMapLibre);
	const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
	const detail = `${kB(ours)}, bare MapLibre with its worker ${kB(theirs)}`;
	return { ...BARS.scripts, value: ours / theirs, detail };
}

/** First visits to both pages in turns, so that a busy moment of the machine meets both. */
async function firstPaintFigure(browser: Browser, site: Side, bare: Side, times: number) {
	const paints: { site: number[]; bare: number[] } = { site: [], bare: [] };
	for (let i = 0; i < times; i++) {
		for (const [times, side] of [
			[paints.site, site],
			[paints.bare, bare]
		] as const) {
			const opened = await openMap(browser, side.url);
			times.push(opened.firstPaint);
			await opened.close();
		}
	}
	return timeRatio(BARS.firstPaint, paints.site, paints.bare);
}

/** Repeats the same on both pages, open beside each other, in turns. */
async function compare(
	browser: Browser,
	bar: Pick<Figure, 'title' | 'bar'>,
	[site, bare]: readonly [Side, Side],
	repeat: Repeat,
	times: number,
	frames = false
): Promise<Figure> {
	const ours = await openMap(browser, site.url, { frames });
	try {
		const theirs = await openMap(browser, bare.url, { frames });
		try {
			const pages = [ours.page, theirs.page];
			const [siteTimes = [], bareTimes = []] = await repeatInTurns(pages, repeat, times);
			return timeRatio(bar, siteTimes, bareTimes);
		} finally {
			await theirs.close();
		}
	} finally {
		await ours.close();
	}
}

/** Both maps are dragged over the middle of the region, with the same points on both. */
async function panFigure(
	browser: Browser,
	packs: Packs,
	region: string,
	[site, bare]: readonly [Side, Side],
	times: number
): Promise<Figure> {
	const [west = 0, south = 0, east = 0, north = 0] = packs[region]?.bounds ?? [];
	const middle = [(south + north) / 2, (west + east) / 2].map((degrees) => degrees.toFixed(4));
	const view = [...middle, PAN_ZOOM].join();
	const sides = [
		{ ...site, url: `${site.url}?with=${PANNED.join()}&view=${view}` },
		{ ...bare, url: `${bare.url}&view=${view}` }
	] as const;
	return compare(browser, BARS.pan, sides, pan, times, true);
}

/** Everything that is held against the bare page, for one region. */
export async function comparedFigures(
	browser: Browser,
	packs: Packs,
	region: string,
	times: number
): Promise<Figure[]> {
	const compared = [BARS.scripts, BARS.firstPaint, BARS.repaint, BARS.hover, BARS.pan];
	const site = await openSide(BUILD, `/${region}/`);
	let bare: Side | undefined;
	try {
		// The site first: the bare map gets the size of its map.
		const opened = await openMap(browser, site.url);
		const box = await canvasBox(opened.page).finally(() => opened.close());
		const folder = await buildBarePage(
			boundariesFile(BUILD, packs, region),
			PANNED.map((part) => pointsOf(BUILD, packs, region, part))
		);
		bare = await openSide(folder, `/?width=${box.width}&height=${box.height}`);
		const sides = [site, bare] as const;
		return [
			await attempt(BARS.scripts, () => scriptsFigure(browser, ...sides)),
			await attempt(BARS.firstPaint, () => firstPaintFigure(browser, ...sides, times)),
			await attempt(BARS.repaint, () =>
				compare(browser, BARS.repaint, sides, switchEdition, times)
			),
			await attempt(BARS.hover, () => compare(browser, BARS.hover, sides, hover, times)),
			await attempt(BARS.pan, () => panFigure(browser, packs, region, sides, times))
		];
	} catch (error) {
		return compared.map((bar) => notMeasured(bar, message(error).split('\n', 1)[0] ?? ''));
	} finally {
		await site.served.close();
		await bare?.served.close();
	}
}
