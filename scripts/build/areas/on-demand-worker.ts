/** The thread that makes pages of areas for a server: it keeps the regions that it used last. */
import { readManifest } from '../../../src/lib/server/packs.ts';
import type { Manifest } from '../../../src/lib/facts/manifest.ts';
import { AreaSite, fileAt } from './area-site.ts';
import { READY } from './ready.ts';

/** So many regions are kept open: each is about 70 MB, and takes a second to open. */
const KEPT = 3;

let open: { of: Manifest; site: Promise<AreaSite> } | null = null;

/**
 * The file at a path of the site; null where there is none such. Packs that a build made meanwhile
 * count from then on: it took away those that were read before.
 */
export default async function run(path: string): Promise<string | null> {
	const of = readManifest();
	if (open?.of !== of) open = { of, site: AreaSite.open(KEPT) };
	try {
		const site = await open.site;
		if (path !== READY) return fileAt(site, path);
		site.getReady();
		return null;
	} catch (error) {
		// What failed once, as beside a build, is tried again.
		open = null;
		throw error;
	}
}
