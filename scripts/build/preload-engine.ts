/**
 * The map engine is a chunk of its own, which pages ask for once their scripts run. Pages that will
 * surely ask for it name it in their head, so that it comes and is compiled with the rest.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../lib/files.ts';

const ENGINE = 'src/lib/map/area-map.ts';

/** What Vite writes of each chunk in its manifest; only what is used here. */
export interface Chunk {
	file: string;
	imports?: string[];
	dynamicImports?: string[];
}
export type Manifest = Readonly<Record<string, Chunk>>;

/**
 * The page with the engine's chunks named in its head, where it names the chunk that asks for them;
 * else the page as it is. Throws where the manifest knows no engine.
 */
export function withEngine(html: string, manifest: Manifest): string {
	const engine = manifest[ENGINE];
	if (!engine) throw new Error(`the build's manifest has no ${ENGINE}`);
	const askers = Object.values(manifest).filter((chunk) => chunk.dynamicImports?.includes(ENGINE));
	const asker = askers.find(({ file }) => html.includes(`${file}" rel="modulepreload"`));
	if (!asker) return html;
	const [, root = ''] = new RegExp(`href="([^"]*)${asker.file}"`).exec(html) ?? [];
	const links = [engine, ...(engine.imports ?? []).flatMap((name) => manifest[name] ?? [])]
		.filter(({ file }) => !html.includes(`${file}" rel="modulepreload"`))
		.map(({ file }) => `<link href="${root}${file}" rel="modulepreload">`);
	return html.replace('</head>', `${links.join('')}</head>`);
}

/** Names the engine in every page of the built site that asks for it; returns how many do. */
export async function preloadEngine(folder: string, manifestFile: string): Promise<number> {
	const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Manifest;
	let pages = 0;
	for (const path of filesBelow(folder).filter((path) => path.endsWith('.html'))) {
		const file = join(folder, path);
		const html = await readFile(file, 'utf8');
		const preloading = withEngine(html, manifest);
		if (preloading === html) continue;
		await writeFile(file, preloading);
		pages += 1;
	}
	if (pages === 0) throw new Error('no page of the built site asks for the map engine');
	return pages;
}
