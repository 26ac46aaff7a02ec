import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { licences } from './scripts/build/licences.ts';
import { packsMeanwhile } from './scripts/build/packs-meanwhile.ts';
import { drawsFrom } from './scripts/lib/property-draws.ts';
import { APART, FACTS_APART } from './scripts/lib/tests-apart.ts';

/** Tests that have modules of their own. */
const apart = `${APART}**/*.test.ts`;

/** Gives tests that import fast-check the same draws in every run (scripts/lib/property-tests.ts). */
function propertyTests(): Plugin {
	const ours = fileURLToPath(import.meta.resolve('./scripts/lib/property-tests.ts'));
	return {
		name: 'property-tests',
		enforce: 'pre',
		resolveId: {
			filter: { id: /^fast-check$/ },
			handler: (_, importer) => (importer === ours ? undefined : ours)
		}
	};
}

/** Has workbooks packed without workers made of the page's own bytes, which our policy forbids. */
function packedInStep(): Plugin {
	const ours = fileURLToPath(import.meta.resolve('./src/lib/export/zip-in-step.ts'));
	return {
		name: 'packed-in-step',
		enforce: 'pre',
		resolveId: {
			filter: { id: /^fflate$/ },
			handler: (_, importer) =>
				importer?.endsWith('/write-excel-file/modules/zip/zipToArrayBuffer.js') ? ours : undefined
		}
	};
}

export default defineConfig({
	plugins: [
		sveltekit(),
		licences(import.meta.dirname),
		packsMeanwhile(import.meta.dirname),
		propertyTests(),
		packedInStep()
	],
	build: {
		target: 'es2022',
		chunkSizeWarningLimit: 1200,
		// A name of the interface stands where it is used, not in a file that every page fetches.
		rolldownOptions: { optimization: { inlineConst: { mode: 'all', pass: 1 } } }
	},
	worker: { format: 'es', plugins: () => [licences(import.meta.dirname), packedInStep()] },
	test: {
		environment: 'node',
		provide: { draws: drawsFrom(process.env) },
		// As many as there are cores: the runner would leave one idle, which is half of two.
		maxWorkers: availableParallelism(),
		// Room for what is new: tests read and drop whole tables, and a fifth of their time was clearing up.
		execArgv: ['--max-semi-space-size=64'],
		// For what hangs; a machine that is busy or eight times slower must pass.
		testTimeout: 15 * 60_000,
		hookTimeout: 15 * 60_000,
		projects: [
			{
				// Half of their time was reading the same modules anew for each file, and the same tables.
				extends: true,
				test: {
					name: 'together',
					include: ['src/**/*.test.ts', 'tests/data/**/*.test.ts', 'scripts/**/*.test.ts'],
					exclude: [apart, ...FACTS_APART],
					isolate: false,
					globalSetup: './tests/data/ensure-packs.ts'
				}
			},
			{
				extends: true,
				test: {
					name: 'apart',
					include: [apart, ...FACTS_APART],
					globalSetup: './tests/data/ensure-packs.ts'
				}
			}
		]
	}
});
