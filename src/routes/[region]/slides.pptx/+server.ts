/** A region as slides, made with the site: one click, without scripts, and the same for everybody. */
import { error } from '@sveltejs/kit';
import { PartReader } from '$lib/facts/reader.ts';
import { FORMATS } from '$lib/export/formats.ts';
import { toPptx } from '$lib/export/pptx.ts';
import { regionDeck } from '$lib/report/region-deck.ts';
import { plainGaps } from '$lib/server/gaps.ts';
import { readCatalogue, readManifest, readerOf } from '$lib/server/packs.ts';
import { workedExample } from '$lib/server/worked-example.ts';
import { planLines } from '$lib/siting/lines.ts';
import { readPlan } from '$lib/siting/reading.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	Object.keys(readManifest().regions).map((region) => ({ region }));

export const GET: RequestHandler = async ({ params }) => {
	const { owner, regions } = readManifest();
	const region = regions[params.region];
	if (!region) error(404, `There is no region “${params.region}” here.`);
	const has = (part: string) => region.files.some((file) => file.part === part);
	const pack = readerOf(region);
	const reader = new PartReader((part) => (has(part) ? pack.get(part) : undefined));
	const { question, plan } = await workedExample(region);
	const reading = readPlan({ question, plan, best: plan, isOwn: false, frontier: [], ties: null });
	const { variations } = await plainGaps(region);
	const { instance } = question.problem;
	const deck = regionDeck({
		region,
		reader,
		has,
		on: {
			boundaries: reader.get('lsoa21-boundaries'),
			basemap: reader.get('basemap'),
			look: { camera: null, bounds: region.bounds },
			selected: null
		},
		answer: variations,
		plan: {
			reading,
			scene: {
				hubs: reading.hubs,
				lines: planLines(question, plan, reading.hubs),
				candidates: question.sites.filter((_, at) => instance.states[at] === 'candidate')
			}
		},
		said: { sources: readCatalogue().datasets, owner }
	});
	const { signal } = new AbortController();
	const file = await toPptx(deck, { signal, progress: () => undefined });
	return new Response(file, { headers: { 'content-type': FORMATS.pptx.type } });
};
