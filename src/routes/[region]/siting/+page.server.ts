import { namedSource } from '$lib/catalogue/notes.ts';
import { readCatalogue, readPart } from '$lib/server/packs.ts';
import { whyEmpty } from '$lib/facts/missing.ts';
import { EXACT, workedExample } from '$lib/server/worked-example.ts';
import { clinicsOf } from '$lib/siting/clinics.ts';
import { frontier } from '$lib/siting/frontier.ts';
import { hardlyServed, offerOf, questionFor, type OfferedPlan } from '$lib/siting/gains.ts';
import { nearTies } from '$lib/siting/near-ties.ts';
import { readPlan } from '$lib/siting/reading.ts';
import { solve } from '$lib/siting/solve.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** New hubs that the frontier goes to, as in the browser. */
const FRONTIER = 12;

/** The worked example is solved and proved here, so that the page says its result without scripts. */
export const load: PageServerLoad = async ({ params }) => {
	const region = regionAt(params);
	const { question, plan, find } = await workedExample(region);
	const { problem, standing } = question;
	const offers: OfferedPlan[] = [];
	for (const focus of hardlyServed(question, plan.open)) {
		const other = questionFor(question, focus, find, region.missing);
		offers.push(offerOf(other, await solve(other.problem, EXACT)));
	}
	const example = readPlan({
		question,
		plan,
		best: plan,
		isOwn: false,
		frontier: frontier(problem, { seed: 1, most: standing.length + FRONTIER, restarts: 2 }),
		ties: nearTies(problem, plan, { seed: 1, most: 8, restarts: 10 }),
		offers
	});
	return {
		region,
		// What the map below the plan needs; all else is loaded once the page is there.
		parts: (['areas-2021', 'deprivation-2025'] as const).map((part) => readPart(region, part)),
		example,
		clinics: clinicsOf(
			(['maternity-hubs', 'maternity-units'] as const).flatMap((part) =>
				whyEmpty(region.missing, part) === null ? [readPart(region, part)] : []
			)
		),
		sources: readCatalogue().datasets.map(namedSource)
	};
};
