import { readCatalogue } from '$lib/server/packs.ts';

export function load() {
	return { datasets: readCatalogue().datasets };
}
