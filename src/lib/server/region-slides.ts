/** A region as slides, made with the site: one click, without scripts, and the same for everybody. */
import { toPptx } from '../export/pptx.ts';
import { hasPart, type RegionSummary } from '../facts/manifest.ts';
import { regionDeck } from '../report/region-deck.ts';
import { readPlan } from '../siting/reading.ts';
import { plainGaps } from './gaps.ts';
import { partsOfRegion, readCatalogue, readManifest } from './packs.ts';
import { exampleOnMap, workedExample } from './worked-example.ts';

/** The bytes of the presentation. Throws where the region's pack lacks what every region has. */
export async function regionSlides(region: RegionSummary): Promise<Uint8Array> {
	const { owner } = readManifest();
	const reader = partsOfRegion(region);
	const { question, plan } = await workedExample(region);
	const reading = readPlan({ question, plan, best: plan, isOwn: false, frontier: [], ties: null });
	const { variations } = await plainGaps(region);
	const deck = regionDeck({
		region,
		reader,
		has: (part) => hasPart(region, part),
		on: {
			boundaries: reader.get('lsoa21-boundaries'),
			basemap: reader.get('basemap'),
			look: { camera: null, bounds: region.bounds },
			selected: null
		},
		answer: variations,
		plan: {
			reading,
			scene: exampleOnMap({ question, plan }, reading.hubs)
		},
		said: { sources: readCatalogue().datasets, owner }
	});
	const { signal } = new AbortController();
	return toPptx(deck, { signal, progress: () => undefined });
}
