import { namedSource } from '$lib/catalogue/notes.ts';
import { readCatalogue, readPart } from '$lib/server/packs.ts';
import { whyEmpty } from '$lib/facts/missing.ts';
import { exampleReading } from '$lib/server/worked-example.ts';
import { clinicsOf } from '$lib/siting/clinics.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** The worked example is solved and proved here, so that the page says its result without scripts. */
export const load: PageServerLoad = async ({ params }) => {
	const region = regionAt(params);
	return {
		region,
		// What the map below the plan needs; all else is loaded once the page is there.
		parts: (['areas-2021', 'deprivation-2025'] as const).map((part) => readPart(region, part)),
		example: await exampleReading(region),
		clinics: clinicsOf(
			(['maternity-hubs', 'maternity-units'] as const).flatMap((part) =>
				whyEmpty(region.missing, part) === null ? [readPart(region, part)] : []
			)
		),
		sources: readCatalogue().datasets.map(namedSource)
	};
};
