import { notHeldOf } from '$lib/facts/missing.ts';
import { newestOf } from '$lib/register/freshness.ts';
import { readCatalogue, readManifest } from '$lib/server/packs.ts';

export function load() {
	const { owner, regions } = readManifest();
	return {
		owner,
		/** The newest day that a list was read: of when the data are. */
		dataDay: newestOf(readCatalogue().datasets.map(({ collected }) => collected ?? null)),
		regions: Object.values(regions).map(({ slug, name, missing }) => ({
			slug,
			name,
			/** Whether any document of its own was read whose figures can be checked. */
			isChecked: notHeldOf(missing, ['published-documents']).length === 0
		}))
	};
}
