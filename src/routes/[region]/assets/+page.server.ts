import { countBy } from '$lib/register/directory/directory.ts';
import { namedSource } from '$lib/catalogue/notes.ts';
import { readContact } from '$lib/text/contact.ts';
import { datasetsOf, readerOf } from '$lib/server/packs.ts';
import { placesOf } from '$lib/server/places.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** Counts and coverage come with the page; the register itself is loaded when scripts run. */
export const load: PageServerLoad = ({ params }) => {
	const region = regionAt(params);
	const pack = readerOf(region);
	const { rows, reference, areas, counts } = placesOf(region);
	const coverage = pack.get('coverage');
	const used = [...pack.get('register').datasets, ...coverage.datasets];
	return {
		region,
		reference,
		assets: rows.length,
		statusCounts: Object.fromEntries(countBy(rows, ({ status }) => [status])),
		districts: areas.groups.district.map(({ code, name }) => ({ code, name })),
		counts,
		coverage,
		named: pack.get('named-services').services,
		sources: datasetsOf(used).map(namedSource),
		contact: readContact(process.env['PUBLIC_CONTACT'])
	};
};
