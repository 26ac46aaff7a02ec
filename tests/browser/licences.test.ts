/** What the site passes on of others' work goes out with its licence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../scripts/lib/files.ts';
import { importGraph } from '../../scripts/lib/import-graph.ts';
import { PROJECT } from '../../scripts/lib/paths.ts';
import { expect, test } from './fixtures.ts';

/** The files of `src` that come to a browser: what pages and the files they start lead to. */
function filesOfPages(): Set<string> {
	const graph = importGraph(PROJECT, ['src']);
	const files = new Set(
		filesBelow(PROJECT, 'src/routes').filter(
			(path) => path.endsWith('.svelte') || /\+(page|layout)\.ts$/.test(path)
		)
	);
	for (const path of files) {
		for (const imported of graph.get(path) ?? []) {
			// Only types can come from there: the framework lets no page have its code.
			if (!imported.startsWith('src/lib/server/')) files.add(imported);
		}
	}
	return files;
}

/** The packages that a file imports more than types of. */
function packagesOf(path: string): string[] {
	const text = readFileSync(join(PROJECT, path), 'utf8');
	const imports = text.matchAll(
		/^\s*import (?!type\b)(?:[^'";]*? from )?'((?:@[^/']+\/)?[^./$'][^/'?]*)/gm
	);
	return [...imports].map(([, name = '']) => name).filter((name) => !name.startsWith('$'));
}

/** The packages that the source maps of an installed one name. */
function namedByMapsOf(name: string): Set<string> {
	const folder = join(PROJECT, 'node_modules', name);
	const maps = filesBelow(folder).filter(
		(path) => path.endsWith('.map') && !path.includes('node_modules/')
	);
	const names = maps.flatMap((path) => {
		const { sources = [] } = JSON.parse(readFileSync(join(folder, path), 'utf8')) as {
			sources?: string[];
		};
		const found = sources.flatMap((source) => [
			...source.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)\//g)
		]);
		return found.map(([, other = '']) => other);
	});
	return new Set(names);
}

test('every package that pages and workers import stands in the licences, with its text', async ({
	page,
	request
}) => {
	await page.goto('/data/');
	const link = page.getByRole('link', { name: 'licences of the software and of the font' });
	const answer = await request.get(await link.evaluate((a: HTMLAnchorElement) => a.href));
	expect(answer.headers()['content-type']).toBe('text/plain; charset=utf-8');
	const text = await answer.text();
	const names = new Set([...filesOfPages()].flatMap(packagesOf));
	expect(names.size).toBeGreaterThan(20);
	// Of the font, of the framework, of a worker alone, and of what another package brought along.
	const also = ['@fontsource-variable/public-sans', '@sveltejs/kit', 'highs', 'd3-path'];
	const missing = [...names, ...also].filter((name) => !text.includes(`\n${name} `));
	expect(missing).toEqual([]);
	// And whatever the source maps of these name, wherever in a package they are.
	const listed = text.split('\n').filter((line) => /^\S+ \d+\.\d+\.\d\S* \(.+\)$/.test(line));
	const within = listed.flatMap((line) => Array.from(namedByMapsOf(line.split(' ', 1)[0] ?? '')));
	expect(within.length).toBeGreaterThan(10);
	expect(within.filter((name) => !text.includes(`\n${name} `))).toEqual([]);
	expect(text).toContain('SIL OPEN FONT LICENSE');
	expect(text).toContain('Permission is hereby granted, free of charge');
});
