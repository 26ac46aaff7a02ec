/** `npm run build`, last step: what is done to the site that Vite has written. */
import { join } from 'node:path';
import { PROJECT } from '../lib/paths.ts';
import { compressSite } from './compress.ts';

const started = performance.now();
const files = await compressSite(join(PROJECT, 'build'));
console.log(`${files} files compressed in ${((performance.now() - started) / 1000).toFixed(1)} s`);
