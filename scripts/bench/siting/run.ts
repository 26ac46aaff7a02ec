/**
 * The siting part of the bench: in a browser worker, on a region's real neighbourhoods and
 * buildings, beside HiGHS on the plain textbook model of the same question; growth with the
 * number of demand points; published p-median instances.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { build } from 'vite';
import type { Choice } from '../../../src/lib/siting/question.ts';
import { partsOf } from '../../../src/lib/siting/question.ts';
import { defaultSitingState } from '../../../src/lib/url/siting-state.ts';
import { PROJECT } from '../../lib/paths.ts';
import { readPart } from '../../lib/read-part.ts';
import { serve } from '../../lib/serve.ts';
import type { Packs } from '../packs.ts';
import { makeGraph, OPTIMA, parseGraph, type Graph } from './or-library.ts';
import type { Measured, Plain } from './page/worker.ts';

/** Seconds that a proof, and the plain model, may take. */
const LIMIT = 5;
const GRAPH_LIMIT = 60;

/** Runs a task of the page's worker; the worker dies with its page, so no run spoils the next. */
async function task<T>(page: Page, name: string, args: unknown[]): Promise<T> {
	return (await page.evaluate(
		async ({ name, args }) => {
			const api = Reflect.get(window, 'siting') as Record<
				string,
				(...args: unknown[]) => Promise<unknown>
			>;
			return await api[name]?.(...args);
		},
		{ name, args }
	)) as T;
}

const ms = (value: number) => `${(value / 1000).toFixed(2)} s`;
const percent = (gap: number | null) =>
	gap === null ? 'nothing proved' : `${(gap * 100).toFixed(3)}%`;
const told = ({ status, gap }: { status: string; gap: number | null }) =>
	status === 'optimal' ? 'proved' : `${status}, gap ${percent(gap)}`;

/** Measure and print, a line each. `orLibrary` is a folder with pmed1.txt …, if there is one. */
export async function sitingBench(
	browser: Browser,
	packs: Packs,
	region: string,
	orLibrary: string | undefined
): Promise<string[]> {
	const outDir = join(PROJECT, '.cache', 'siting');
	await build({
		root: fileURLToPath(new URL('page', import.meta.url)),
		base: './',
		configFile: false,
		logLevel: 'warn',
		worker: { format: 'es' },
		build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1200 }
	});
	const served = await serve(outDir, { port: 0 });
	const lines: string[] = [];
	const print = (line: string) => {
		lines.push(line);
		console.log(line);
	};
	const parts = partsFrom(packs, region);
	const open = async () => {
		const page = await browser.newPage();
		await page.goto(served.url);
		await page.waitForFunction(() => Reflect.has(window, 'siting'));
		await task(page, 'begin', [parts]);
		return page;
	};
	/** In a page of its own: what fails there fails there. */
	const alone = async <T>(name: string, args: unknown[]): Promise<T | string> => {
		const page = await open();
		try {
			return await task<T>(page, name, args);
		} catch (error) {
			return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
		} finally {
			await page.close();
		}
	};
	try {
		const choice: Choice = { ...defaultSitingState(), standing: [] };
		for (const aim of ['coverage', 'fair', 'fewest', 'travel', 'worst'] as const) {
			const numbers = aim === 'fewest' ? [null] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
			for (const p of numbers) {
				const ours = await alone<Measured>('measure', [{ ...choice, aim, hubs: 0 }, p, LIMIT]);
				const label = `${aim}${p === null ? '' : `, p ${p}`}`;
				if (typeof ours === 'string') {
					print(`${label}: no answer: ${ours}`);
					continue;
				}
				// What textbooks have no model of has none beside it.
				const theirs =
					aim === 'fair'
						? null
						: await alone<Plain>('plain', [{ ...choice, aim, hubs: 0 }, p, LIMIT]);
				const beside =
					theirs === null
						? ''
						: typeof theirs === 'string'
							? `; plain model: no answer: ${theirs}`
							: `; plain model: ${ms(theirs.milliseconds)}, ${theirs.objective?.toFixed(1) ?? 'no objective'}, ${told(theirs)}`;
				print(
					`${label}: ${ours.demand} x ${ours.sites}, first answer ${ms(ours.first)}, then ${ours.objective?.toFixed(1)} in ${ms(ours.proved)}, ${told(ours)}${beside}`
				);
			}
		}
		for (const [aim, people] of [
			['coverage', 600],
			['coverage', 2000],
			['coverage', 6000],
			['travel', 600],
			['travel', 2000],
			['travel', 6000]
		] as const) {
			const grown = await alone<Measured>('grown', [{ ...choice, aim, hubs: 0 }, 5, people, LIMIT]);
			print(
				typeof grown === 'string'
					? `growth, ${aim}, ${people}: no answer: ${grown}`
					: `growth, ${aim}, ${people} demand points: first answer ${ms(grown.first)}, then ${ms(grown.proved)}, ${told(grown)}`
			);
		}
		for (const { name, graph, best } of graphs(orLibrary)) {
			const found = await alone<Measured>('graph', [graph, GRAPH_LIMIT]);
			if (typeof found === 'string') {
				print(`${name}: no answer: ${found}`);
				continue;
			}
			const value = best ?? (found.status === 'optimal' ? found.objective : null);
			const off =
				value === null || found.firstObjective === null
					? 'best value not known'
					: `first answer ${percent(found.firstObjective / value - 1)} above the best`;
			print(
				`${name}: ${graph.nodes} nodes, p ${graph.p}: first answer ${ms(found.first)}, ${off}; then ${found.objective} in ${ms(found.proved)}, ${told(found)}${best === null ? '' : `; published ${best}`}`
			);
		}
	} finally {
		await served.close();
	}
	return lines;
}

function partsFrom(packs: Packs, region: string): Record<string, object> {
	const wanted = partsOf(defaultSitingState());
	const files = packs[region]?.files ?? [];
	return Object.fromEntries(
		wanted.map((part) => {
			const file = files.find((one) => one.part === part);
			if (!file) throw new Error(`the pack of ${region} has no part "${part}"`);
			return [part, readPart(join(PROJECT, 'build', file.path))];
		})
	);
}

/** The instance that is kept here, those of a folder, and graphs made as the library's are. */
function graphs(folder: string | undefined): { name: string; graph: Graph; best: number | null }[] {
	const from = folder ?? join(PROJECT, 'tests', 'data', 'or-library');
	const published = OPTIMA.flatMap((best, at) => {
		const path = join(from, `pmed${at + 1}.txt`);
		return existsSync(path)
			? [{ name: `pmed${at + 1}`, graph: parseGraph(readFileSync(path, 'utf8')), best }]
			: [];
	});
	if (folder !== undefined) return published;
	const made = [
		[100, 10],
		[200, 5],
		[200, 20],
		[200, 67],
		[400, 5],
		[400, 40],
		[600, 10],
		[900, 5],
		[900, 90]
	].map(([nodes = 0, p = 0]) => ({
		name: 'made as the OR-Library’s (not its own)',
		graph: makeGraph(nodes + p, nodes, p),
		best: null
	}));
	return [...published, ...made];
}
