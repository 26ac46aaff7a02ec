import { formatSize } from '$lib/facts/downloads.ts';
import { readDownloads } from '$lib/server/downloads.ts';
import { readCatalogue, readManifest } from '$lib/server/packs.ts';

export function load() {
	return {
		datasets: readCatalogue().datasets,
		downloads: Object.values(readManifest().regions).map(({ slug, name }) => ({
			slug,
			name,
			tables: byTitle(slug)
		}))
	};
}

/** The files of a region, those of one table in several formats together. */
function byTitle(slug: string) {
	const tables = new Map<
		string,
		{
			title: string;
			rows: number;
			datasets: string[];
			files: { path: string; format: string; size: string }[];
		}
	>();
	for (const { title, rows, datasets, path, format, bytes } of readDownloads(slug)) {
		const table = tables.get(title) ?? { title, rows, datasets, files: [] };
		table.files.push({ path, format, size: formatSize(bytes) });
		tables.set(title, table);
	}
	return [...tables.values()];
}
