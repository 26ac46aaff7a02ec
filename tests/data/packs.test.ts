/** The packs of the site as they were built: none is larger than it may be. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstViewSize, packSize } from '../../scripts/lib/pack-sizes.ts';
import { PACKS } from '../../scripts/lib/paths.ts';
import type { Manifest } from '../../src/lib/facts/manifest.ts';

const site = dirname(PACKS.replace(/\/$/, ''));
const read = (path: string): unknown => JSON.parse(readFileSync(join(site, path), 'utf8'));
const { regions } = read('packs/manifest.json') as Manifest;

describe.each(Object.values(regions))('the pack of $slug', (region) => {
	it('is within its bar, and so is what the map needs of it as it opens', () => {
		for (const { kilobytes, bar } of [packSize(region, read), firstViewSize(region)]) {
			expect(kilobytes).toBeGreaterThan(0);
			expect(kilobytes).toBeLessThanOrEqual(bar);
		}
	});
});
