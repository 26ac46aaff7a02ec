import { POSTCODES_INDEX } from '$lib/postcodes/piece.ts';
import { readerOf, readManifest } from '$lib/server/packs.ts';
import { defaultState } from '$lib/url/map-state.ts';
import { buildView } from '$lib/view/view.ts';

/** Each region: what it is made of, and where its postcodes are listed. */
export function load() {
	return {
		summaries: Object.values(readManifest().regions).map((region) => {
			const view = buildView(region, { ...defaultState(), overlays: [] }, readerOf(region));
			if (!view) throw new Error(`the pack of ${region.slug} has no areas`);
			return {
				slug: region.slug,
				name: region.name,
				body: region.body,
				districts: view.areas.groups.district.map(({ name }) => name),
				size: view.areas.codes.length,
				files: region.files.flatMap(({ part, path }) =>
					part === POSTCODES_INDEX ? [{ part, path }] : []
				)
			};
		})
	};
}
