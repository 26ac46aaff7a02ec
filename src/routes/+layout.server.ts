import { notHeldOf } from '$lib/facts/missing.ts';
import { readManifest } from '$lib/server/packs.ts';

export function load() {
	const { owner, regions } = readManifest();
	return {
		owner,
		regions: Object.values(regions).map(({ slug, name, missing }) => ({
			slug,
			name,
			/** Whether any document of its own was read whose figures can be checked. */
			isChecked: notHeldOf(missing, ['published-documents']).length === 0
		}))
	};
}
