/** `npm run build`, last step: what is done to the site that Vite has written. */
import { join } from 'node:path';
import { PROJECT } from '../lib/paths.ts';
import { compressSite } from './compress.ts';
import { preloadEngine } from './preload-engine.ts';

const started = performance.now();
const manifest = join(PROJECT, '.svelte-kit/output/client/.vite/manifest.json');
const pages = await preloadEngine(join(PROJECT, 'build'), manifest);
console.log(`${pages} pages ask for the map engine`);
const files = await compressSite(join(PROJECT, 'build'));
console.log(`${files} files compressed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
