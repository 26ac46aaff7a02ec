/**
 * `npm run bench`: measures the built site beside a bare MapLibre page with the same polygons, in
 * the same browser, and prints each figure beside its bar. It isn't a test: it ends with 0 unless
 * it can't run at all. `.cache/bench.json` keeps the figures.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { buildSite, ensureBuilt } from '../build/site.ts';
import { chromiumLaunch } from '../lib/chromium.ts';
import { carryOut, commandLine } from '../lib/command-line.ts';
import { PROJECT } from '../lib/paths.ts';
import { runCommand } from '../lib/run-command.ts';
import { attempt } from './attempt.ts';
import { BARS } from './bars.ts';
import { comparedFigures } from './compared.ts';
import { EXTRACT_MEGABYTES, importExtract } from './extract.ts';
import { type Figure, formatTable, median, notMeasured } from './figures.ts';
import { gapsFigures } from './gaps.ts';
import { HOSTILE_BAR, hostileFigure } from './hostile.ts';
import { timeImports } from './import.ts';
import { type Packs, readPacks } from './packs.ts';
import { linkageFigure, listFigures } from './register.ts';
import { firstVisitFigures, packFigures, switchingFigure } from './sent.ts';
import { BUILD, openSide } from './sides.ts';
import { serverFigures } from './server.ts';
import { sitingBench } from './siting/run.ts';
import { SOAK_BAR, soakFigure } from './soak.ts';

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

interface Options {
	withBuild?: true;
	withExtract?: true;
	withSoak?: true;
	onlyExtract?: true;
	onlyGaps?: true;
	onlyHostile?: true;
	onlyServer?: true;
	onlySoak?: true;
	region?: string;
	siting?: true;
	orLibrary?: string;
	times: number;
}

const command = commandLine(
	'bench',
	'Measure the built site beside a bare map of the same areas.',
	[
		['', 'measures all that is quick, about six minutes'],
		['--times 10', 'is a quick look'],
		['--only-extract', 'measures the import of 400 MB alone']
	]
)
	.option('--with-build', 'the build too')
	.option('--with-extract', 'the import of an invented extract of 400 MB too, about two minutes')
	.option('--with-soak', 'two hundred imports in the browser too, some minutes')
	.option('--only-extract', 'that import alone')
	.option('--only-gaps', 'the analysis of gaps alone, without a browser')
	.option('--only-hostile', 'the reading of hostile texts alone, without a browser')
	.option('--only-server', 'the server under load alone, without a browser')
	.option('--only-soak', 'the two hundred imports alone')
	.option('--siting', 'the plans of hubs alone')
	.option('--or-library <folder>', 'with --siting, problems of the OR-Library')
	.option('--region <slug>', 'the region that is shown')
	.option('--times <number>', 'how often each figure is taken', positiveWhole, 30)
	.action((options: Options) => measure(options));

/** Throws unless a text is a whole number above 0. */
function positiveWhole(text: string): number {
	const value = Number(text);
	if (Number.isInteger(value) && value > 0) return value;
	throw new Error(`--times must be a whole number above 0, not "${text}"`);
}

async function measure(options: Options): Promise<void> {
	const extract = await extractFigure(Boolean(options.withExtract ?? options.onlyExtract));
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
	const build = await buildFigure(options.withBuild === true);
	const packs = readPacks(BUILD);
	const region = options.region ?? Object.keys(packs)[0] ?? '';
	if (!(region in packs)) {
		throw new Error(`No region "${region}"; there are: ${Object.keys(packs).join(', ')}.`);
	}
	if (options.onlyServer) {
		console.log(formatTable(await serverFigures(BUILD, `/${region}/`)));
		return;
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
			await soakRow(browser, region, options.withSoak === true),
			...(await gapsFigures(region)),
			...(await serverFigures(BUILD, `/${region}/`)),
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

await runCommand('bench', () => carryOut(command, process.argv.slice(2)));
