/** The thread that makes pages of areas for a server: it keeps the region that it opened last. */
import { readManifest } from '../../../src/lib/server/packs.ts';
import type { Manifest } from '../../../src/lib/facts/manifest.ts';
import { AreaSite, fileAt } from './area-site.ts';

let open: { of: Manifest; site: Promise<AreaSite> } | null = null;

/**
 * The file at a path of the site; null where there is none such. Packs that a build made meanwhile
 * count from then on: it took away those that were read before.
 */
export default async function run(path: string): Promise<string | null> {
	const of = readManifest();
	if (open?.of !== of) open = { of, site: AreaSite.open() };
	try {
		return fileAt(await open.site, path);
	} catch (error) {
		// What failed once, as beside a build, is tried again.
		open = null;
		throw error;
	}
}
