/** What of a page's map a picture may show: what its link says, and nothing of where somebody is. */
import { findArea } from '../areas/region.ts';
import type { OnMap } from '../report/picture-of.ts';
import type { Placed } from '../url/held-back.ts';
import type { View } from '../view/view.ts';
import type { RegionSession } from './region-session.svelte.ts';

/** Null while the ground or the boundaries are on their way. */
export function onMapOf<State extends Placed>(
	session: Pick<RegionSession<State>, 'url' | 'region' | 'basemap' | 'boundariesOf'>,
	view: View
): OnMap | null {
	const { url, region, basemap } = session;
	const boundaries = session.boundariesOf(view.edition);
	if (!boundaries || !basemap) return null;
	const { area, camera } = url.said;
	return {
		boundaries,
		basemap,
		look: { camera, bounds: region.bounds },
		selected: area == null ? null : findArea(view.areas, area)
	};
}
