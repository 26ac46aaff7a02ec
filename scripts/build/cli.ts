/** `npm run build`, first half: the packs. */
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { GIVEN_BACK, PACKS } from '../lib/paths.ts';
import { buildPacks } from './packs.ts';

const started = performance.now();
const manifest = await buildPacks(openGeodata(), PACKS, GIVEN_BACK);
for (const { slug, files } of Object.values(manifest.regions)) {
	const kilobytes = files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / 1000;
	console.log(`${slug}: ${files.length} parts, ${kilobytes.toFixed(0)} kB gzip`);
}
console.log(`packs built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
