import { countBy, countsByDistrict, makeDirectory } from '$lib/register/directory/directory.ts';
import { collectionsIn, unpackClaims } from '$lib/register/register.ts';
import { namedSource } from '$lib/catalogue/notes.ts';
import { readContact } from '$lib/text/contact.ts';
import { readCatalogue, readerOf } from '$lib/server/packs.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** Counts and coverage come with the page; the register itself is loaded when scripts run. */
export const load: PageServerLoad = ({ params }) => {
	const region = regionAt(params);
	const pack = readerOf(region);
	const areas = pack.areasOf('2021');
	const register = pack.get('register');
	const collections = collectionsIn(register);
	const { rows, reference } = makeDirectory(unpackClaims(register), [], areas, collections);
	const coverage = pack.get('coverage');
	const used = new Set([...register.datasets, ...coverage.datasets]);
	return {
		region,
		reference,
		assets: rows.length,
		statusCounts: Object.fromEntries(countBy(rows, ({ status }) => [status])),
		districts: areas.groups.district.map(({ code, name }) => ({ code, name })),
		// As on the map and in gaps: what has closed is no provision.
		counts: countsByDistrict(
			rows.filter(({ status }) => status !== 'closed'),
			areas
		),
		coverage,
		named: pack.get('named-services').services,
		sources: readCatalogue()
			.datasets.filter(({ id }) => used.has(id))
			.map(namedSource),
		contact: readContact(process.env['PUBLIC_CONTACT'])
	};
};
