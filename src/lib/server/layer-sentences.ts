import { DEFAULT_EDITION, EDITIONS } from '../facts/editions.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import { whyEmpty } from '../facts/missing.ts';
import { layerById } from '../layers/index.ts';
import { defaultState } from '../url/map-state.ts';
import { buildView } from '../view/view.ts';
import { readerOf } from './packs.ts';

/** The first sentence of a layer, and where among communities it has most; or why there is none. */
export function layerSentences(region: RegionSummary, id: string): string[] {
	const layer = layerById(id);
	const empty = layer
		.parts(EDITIONS[DEFAULT_EDITION])
		.flatMap((part) => whyEmpty(region.missing, part) ?? []);
	if (empty.length > 0) return empty;
	const pack = readerOf(region);
	const has = new Set<string>(region.files.map(({ part }) => part));
	const view = buildView(region, { ...defaultState(), layer: id, overlays: [] }, (part) =>
		has.has(part) ? pack.get(part) : undefined
	);
	const findings = view?.layers[0]?.contribution.findings ?? [];
	return findings
		.filter(({ id: finding }, at) => at === 0 || finding.endsWith('-community'))
		.map(({ text }) => text);
}
