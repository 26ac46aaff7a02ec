/**
 * `npm run bench`: measures the built site beside a bare MapLibre page with the same polygons, in
 * the same browser, and prints each figure beside its bar. It isn't a test: it ends with 0 unless
 * it can't run at all. `.cache/bench.json` keeps the figures.
 *
 *     npm run bench -- [--with-build] [--with-extract] [--with-soak] [--region <slug>] [--times 30]
 *
 * `--with-extract` writes an invented register extract of 400 MB and measures its import
 * (about two minutes); `--only-extract` measures nothing else. `--only-gaps` measures the analysis of
 * gaps alone, without a browser, `--only-hostile` the reading of hostile texts. `--with-soak`
 * imports a file 200 times in the browser (some minutes), `--only-soak` does nothing else.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { chromiumLaunch } from '../lib/chromium.ts';
import { serve, type Served } from '../lib/serve.ts';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { PROJECT } from '../lib/paths.ts';
import { buildSite, ensureBuilt } from '../build/site.ts';
import { buildBarePage, isMapLibre } from './bare.ts';
import { EXTRACT_MEGABYTES, importExtract, MEMORY_BAR } from './extract.ts';
import { formatTable, median, notMeasured, timeRatio, type Figure } from './figures.ts';
import { gapsFigures } from './gaps.ts';
import { HOSTILE_BAR, hostileFigure } from './hostile.ts';
import { ROWS, timeImports } from './import.ts';
import { boundariesFile, pointsOf, readPacks, type Packs } from './packs.ts';
import { linkageFigure, listFigures } from './register.ts';
import { sitingBench } from './siting/run.ts';
import { SOAK_BAR, soakFigure } from './soak.ts';
import {
	canvasBox,
	followLink,
	hover,
	openMap,
	pan,
	repeatInTurns,
	switchEdition,
	type Repeat
} from './page.ts';

const BUILD = join(PROJECT, 'build');

const BARS = {
	repaint: { title: 'repaint when the layer changes', bar: 1.3, unit: 'x bare' },
	firstPaint: { title: 'first paint of the neighbourhoods', bar: 1.5, unit: 'x bare' },
	hover: { title: 'hover, to the bare frame', bar: 1.1, unit: 'x bare' },
	pan: { title: 'pan frame with all venues and schools', bar: 1.1, unit: 'x bare' },
	switching: { title: 'going to another region, to its own parts', bar: 1.01, unit: 'x own' },
	scripts: { title: 'map page scripts, gzip', bar: 1.5, unit: 'x bare' },
	pack: { title: 'pack, gzip', bar: 500, unit: 'kB' },
	firstVisit: { title: 'first visit in all, gzip', bar: 900, unit: 'kB' },
	import: { title: `import of ${ROWS} rows in the browser`, bar: 5, unit: 's' },
	build: { title: 'build of all regions', bar: 60, unit: 's' },
	extract: {
		title: 'import of a 400 MB extract, with its tables: memory',
		bar: MEMORY_BAR,
		unit: 'MB'
	}
} as const satisfies Record<string, Pick<Figure, 'title' | 'bar' | 'unit'>>;

/** The layers of points that are panned with. */
const PANNED = ['community-venues', 'schools'];
/** Zoom at which all of a region's points are in sight, or all but a few. */
const PAN_ZOOM = 9;

/** What was sent, answer by answer, since it was last emptied. */
type Sent = { path: string; bytes: number }[];

/** One of the two sites, served, with what it sent. */
interface Side {
	folder: string;
	served: Served;
	sent: Sent;
	/** Address of the map page. */
	url: string;
}

async function openSide(folder: string, path: string): Promise<Side> {
	const sent: Sent = [];
	const onServed = (sentPath: string, bytes: number) => sent.push({ path: sentPath, bytes });
	const served = await serve(folder, { port: 0, brotli: false, onServed });
	return { folder, served, sent, url: served.url + path };
}

const message = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The figure that `measure` takes, or why it could not be taken. */
async function attempt(
	bar: Pick<Figure, 'title' | 'bar' | 'unit'>,
	measure: () => Promise<Figure> | Figure
): Promise<Figure> {
	try {
		return await measure();
	} catch (error) {
		return notMeasured(bar, message(error).split('\n', 1)[0] ?? '');
	}
}

/** Gzip bytes of the scripts that were sent, each once; only those that `counts` says. */
function scriptBytes(side: Side, counts: (path: string) => boolean): number {
	const scripts = new Set(side.sent.map(({ path }) => path).filter((p) => /\.m?js$/.test(p)));
	return [...scripts]
		.filter(counts)
		.map((path) => gzipSync(readFileSync(join(side.folder, path)), { level: 9 }).length)
		.reduce((sum, bytes) => sum + bytes, 0);
}

/** Opens the page as a first visit, and leaves what that sent in `side.sent`. */
async function visit(browser: Browser, side: Side): Promise<void> {
	side.sent.length = 0;
	const opened = await openMap(browser, side.url);
	await opened.close();
}

function packFigures(packs: Packs): Figure[] {
	return Object.entries(packs).map(([region, { files }]) => ({
		...BARS.pack,
		title: `${BARS.pack.title}: ${region}`,
		value: files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1000,
		detail: `${files.length} files`
	}));
}

async function firstVisitFigures(browser: Browser, packs: Packs): Promise<Figure[]> {
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
async function switchingFigure(browser: Browser, packs: Packs, region: string): Promise<Figure> {
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
async function comparedFigures(
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

/** A long list of the reader's own, read and checked. */
async function importFigure(browser: Browser, packs: Packs, region: string): Promise<Figure> {
	return attempt(BARS.import, async () => {
		const side = await openSide(BUILD, '/');
		try {
			const site = { build: BUILD, url: side.served.url };
			const seconds = await timeImports(browser, site, packs, region, 3);
			const detail = `median of ${seconds.map((one) => one.toFixed(1)).join(', ')} s, with loading what places them`;
			return { ...BARS.import, value: median(seconds), detail };
		} finally {
			await side.served.close();
		}
	});
}

/** Memory over 200 imports. */
async function soakRow(browser: Browser, region: string, asked: boolean): Promise<Figure> {
	if (!asked) return notMeasured(SOAK_BAR, 'ask for it with --with-soak');
	return attempt(SOAK_BAR, async () => {
		const side = await openSide(BUILD, '/');
		try {
			return await soakFigure(browser, side.served.url, region);
		} finally {
			await side.served.close();
		}
	});
}

/** Builds the site: timed where asked for, else only where it must be. */
async function buildFigure(timed: boolean): Promise<Figure> {
	// Compressed copies are what a browser gets, and what is measured.
	const request = { compress: true, log: (line: string) => console.log(line) };
	if (!timed) {
		await ensureBuilt(request);
		return notMeasured(BARS.build, 'ask for it with --with-build');
	}
	const start = performance.now();
	await buildSite(request);
	const detail = `on ${availableParallelism()} cores; the bar is meant for two`;
	return { ...BARS.build, value: (performance.now() - start) / 1000, detail };
}

/** The import of a large extract: its largest resident set. */
async function extractFigure(asked: boolean): Promise<Figure> {
	if (!asked) return notMeasured(BARS.extract, 'ask for it with --with-extract');
	return attempt(BARS.extract, async () => {
		const { megabytes, charities, seconds, memory } = await importExtract(EXTRACT_MEGABYTES);
		const detail = `${charities} charities in ${megabytes.toFixed(0)} MB, ${seconds.toFixed(0)} s`;
		return { ...BARS.extract, value: memory, detail };
	});
}

function readOptions() {
	const { values } = parseArgs({
		options: {
			'with-build': { type: 'boolean', default: false },
			'with-extract': { type: 'boolean', default: false },
			'with-soak': { type: 'boolean', default: false },
			'only-soak': { type: 'boolean', default: false },
			'only-extract': { type: 'boolean', default: false },
			'only-gaps': { type: 'boolean', default: false },
			'only-hostile': { type: 'boolean', default: false },
			region: { type: 'string' },
			siting: { type: 'boolean', default: false },
			'or-library': { type: 'string' },
			times: { type: 'string', default: '30' }
		}
	});
	const times = Number(values.times);
	if (!Number.isInteger(times) || times < 1) {
		throw new Error(`--times must be a whole number above 0, not "${values.times}".`);
	}
	return {
		withExtract: values['with-extract'] || values['only-extract'],
		onlyExtract: values['only-extract'],
		onlyGaps: values['only-gaps'],
		onlyHostile: values['only-hostile'],
		withBuild: values['with-build'],
		withSoak: values['with-soak'] || values['only-soak'],
		onlySoak: values['only-soak'],
		region: values.region,
		siting: values.siting,
		orLibrary: values['or-library'],
		times
	};
}

async function main(): Promise<void> {
	const options = readOptions();
	const extract = await extractFigure(options.withExtract);
	if (options.onlyExtract) {
		console.log(formatTable([extract]));
		return;
	}
	if (options.onlyHostile) {
		console.log(formatTable([await attempt(HOSTILE_BAR, hostileFigure)]));
		return;
	}
	if (options.onlyGaps) {
		const slug = options.region ?? openGeodata().regions()[0]?.slug ?? '';
		console.log(formatTable(await gapsFigures(slug)));
		return;
	}
	const build = await buildFigure(options.withBuild);
	const packs = readPacks(BUILD);
	const region = options.region ?? Object.keys(packs)[0] ?? '';
	if (!(region in packs)) {
		throw new Error(`No region "${region}"; there are: ${Object.keys(packs).join(', ')}.`);
	}
	const browser = await chromium.launch(chromiumLaunch());
	try {
		if (options.siting) {
			await sitingBench(browser, packs, region, options.orLibrary);
			return;
		}
		if (options.onlySoak) {
			console.log(formatTable([await soakRow(browser, region, true)]));
			return;
		}
		const figures = [
			...(await comparedFigures(browser, packs, region, options.times)),
			...packFigures(packs),
			linkageFigure(),
			...listFigures(BUILD, packs),
			...(await firstVisitFigures(browser, packs)),
			await attempt(BARS.switching, () => switchingFigure(browser, packs, region)),
			await importFigure(browser, packs, region),
			await attempt(HOSTILE_BAR, hostileFigure),
			await soakRow(browser, region, options.withSoak),
			...(await gapsFigures(region)),
			build,
			extract
		];
		const machine = `Chromium ${browser.version()}, software drawing, ${cpus()[0]?.model ?? '?'}`;
		console.log(`\n${region}: ${machine}, ${availableParallelism()} cores\n`);
		console.log(formatTable(figures));
		mkdirSync(join(PROJECT, '.cache'), { recursive: true });
		writeFileSync(
			join(PROJECT, '.cache', 'bench.json'),
			JSON.stringify({ when: new Date().toISOString(), machine, region, figures }, null, '\t')
		);
	} finally {
		await browser.close();
	}
}

try {
	await main();
} catch (error) {
	console.error(message(error));
	process.exitCode = 1;
}
