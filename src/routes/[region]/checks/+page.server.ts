import { readingFor, summaryOf } from '$lib/checks/reading.ts';
import { formatDocumentDate } from '$lib/text/document-date.ts';
import { notHeldOf } from '$lib/facts/missing.ts';
import { checkedFigures } from '$lib/server/checks.ts';
import { regionAt, regionEntries } from '$lib/server/region-route.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = regionEntries;

/** Only words go to the page: everything was worked out here. */
export const load: PageServerLoad = async ({ params }) => {
	const region = regionAt(params);
	const { lists, results, documents } = await checkedFigures();
	const reading = readingFor(region.slug, lists, results);
	const shown = new Set(
		reading.groups.flatMap(({ rows }) =>
			rows.flatMap(({ statements }) => statements.map(({ id }) => id))
		)
	);
	return {
		name: region.name,
		slug: region.slug,
		summary:
			notHeldOf(region.missing, ['published-documents'])[0] ??
			summaryOf(
				reading.counts,
				region.missing.find(({ dataset }) => dataset === 'published-statements')?.sentence
			),
		/** Whether some figures that must come out are of this region. */
		ownOfRegion: lists.some(
			({ region: slug, checks }) =>
				slug === region.slug && checks.some(({ claim }) => !('statement' in claim))
		),
		groups: reading.groups,
		parts: reading.parts,
		own: reading.own,
		documents: documents
			.filter(({ statements }) => statements.some((id) => shown.has(id)))
			.map(({ title, publisher, date }) => ({ title, publisher, date: formatDocumentDate(date) }))
	};
};
