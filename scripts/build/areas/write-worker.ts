/** A worker that writes pages of areas: it keeps the region that it wrote last. */
import { AreaSite } from './area-site.ts';
import { writeFiles, type WriteTask } from './write-files.ts';

/** Workers live as long as one build. */
let site: Promise<AreaSite> | undefined;

export default async function run({ folder, slug, codes }: WriteTask): Promise<void> {
	site ??= AreaSite.open();
	const areas = await site;
	for (const code of codes) {
		const files = areas.area(slug, code);
		if (!files) throw new Error(`${slug} has no area ${code}`);
		writeFiles(folder, `${slug}/areas/${code}`, files);
	}
}
