/** The thread that makes pages of areas for a server: it keeps the region that it opened last. */
import { AreaSite, fileAt } from './area-site.ts';

let site: Promise<AreaSite> | null = null;

/** The file at a path of the site; null where there is none such. */
export default async function run(path: string): Promise<string | null> {
	site ??= AreaSite.open();
	// What failed once, as beside a build, is tried again.
	site.catch(() => (site = null));
	return fileAt(await site, path);
}
