/** What a server is given that has a site without pages of areas: they are made when asked for. */
import type { MakeFile } from '../../lib/made-file.ts';
import { AreaSite, fileAt } from './area-site.ts';

/** Paths that may be of a page of an area, so that nothing is opened for any other. */
const OURS = /^(?:postcodes|[a-z0-9-]+\/areas)\//;

/** Makes the files of pages of areas from the packs, as the build would have written them. */
export function areaPagesOnDemand(): MakeFile {
	let site: Promise<AreaSite> | null = null;
	return async (path) => {
		if (!OURS.test(path)) return null;
		site ??= AreaSite.open();
		// What failed once, as beside a build, is tried again.
		site.catch(() => (site = null));
		return fileAt(await site, path);
	};
}
