import { readManifest } from '$lib/server/packs.ts';

export function load() {
	return {
		regions: Object.values(readManifest().regions).map(({ slug, name }) => ({ slug, name }))
	};
}
