/**
 * `npm run bench`: measures the built site beside a bare MapLibre page with the same polygons, in
 * the same browser, and prints each figure beside its bar. It isn't a test: it ends with 0 unless
 * it can't run at all. `.cache/bench.json` keeps the figures.
 *
 *     npm run bench -- [--with-build] [--with-extract] [--with-soak] [--region <slug>] [--times 30]
 *
 * `--with-extract` writes an invented register extract of 400 MB and measures its import
 * (about two minutes); `--only-extract` measures nothing else. `--only-gaps` measures the analysis of
 * gaps alone, `--only-hostile` the reading of hostile texts, `--only-server` the server under load,
 * all without a browser. `--with-soak` imports a file 200 times in the browser (some minutes),
 * `--only-soak` does nothing else.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { buildSite, ensureBuilt } from '../build/site.ts';
import { chromiumLaunch } from '../lib/chromium.ts';
import { PROJECT } from '../lib/paths.ts';
import { attempt, message } from './attempt.ts';
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
			'only-server': { type: 'boolean', default: false },
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
		onlyServer: values['only-server'],
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
			await soakRow(browser, region, options.withSoak),
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

try {
	await main();
} catch (error) {
	console.error(message(error));
	process.exitCode = 1;
}
