import { readManifest } from '$lib/server/packs.ts';

export function load() {
	const { owner, regions } = readManifest();
	return {
		owner,
		regions: Object.values(regions).map(({ slug, name }) => ({ slug, name }))
	};
}
