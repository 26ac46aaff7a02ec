import { DEFAULT_EDITION, EDITIONS } from '$lib/facts/editions.ts';
import { readerOf, readManifest } from '$lib/server/packs.ts';
import { defaultState } from '$lib/url/map-state.ts';
import { buildView } from '$lib/view/view.ts';

/** Each region with the first of its findings, so that the list already says something. */
export function load() {
	return {
		edition: EDITIONS[DEFAULT_EDITION].title,
		summaries: Object.values(readManifest().regions).map((region) => {
			const view = buildView(region, { ...defaultState(), overlays: [] }, readerOf(region));
			if (!view) throw new Error(`the pack of ${region.slug} has no areas`);
			return {
				slug: region.slug,
				name: region.name,
				body: region.body,
				districts: view.areas.groups.district.map(({ name }) => name),
				finding: view.findings[0]?.text ?? ''
			};
		})
	};
}
