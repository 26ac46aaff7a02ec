/** The files of a plan that a reader can take away. */
import type { Document } from '$lib/document/document.ts';
import { filesOf, type Offer, type OfferedFile } from '$lib/export/formats.ts';
import type * as Writers from '$lib/siting/export.ts';
import type { SitingReading } from '$lib/siting/reading.ts';

interface Plan {
	slug: string;
	/** Null while there is no plan. */
	reading: SitingReading | null;
	said: () => Writers.SaidOfPlan;
	/** Fetches the code that writes them. */
	exports: () => Promise<typeof Writers>;
	/** Who goes where. */
	lines: (reading: SitingReading) => Writers.PlanLine[];
	/** Makes what the page says and its map shows; null while that is on its way. */
	picture: (() => Promise<Document>) | null;
}

/** An offer each of the plan, of the buildings to visit, and of what is nearly as good. */
export function planOffers({ slug, reading, said, exports, lines, picture }: Plan): Offer[] {
	const offer = (id: string, files: OfferedFile[]): Offer => ({
		id,
		code: exports,
		title: null,
		files
	});
	const hasTies = reading !== null && reading.ties !== null;
	return [
		offer('plan', [
			...filesOf({
				name: `${slug}-hubs`,
				about: 'the plan',
				has: ['picture'],
				document: picture
			}),
			{
				format: 'csv',
				name: `${slug}-hubs`,
				label: 'Plan as CSV',
				make: reading && (async () => (await exports()).planCsv(reading, said()))
			},
			{
				format: 'geojson',
				name: `${slug}-hubs`,
				label: 'Plan as GeoJSON',
				make:
					reading && (async () => (await exports()).planGeoJson(reading, lines(reading), said()))
			}
		]),
		offer('visits', [
			{
				format: 'csv',
				name: `${slug}-visit-sheets`,
				label: 'Visit sheets as CSV',
				about: 'a row for each building to ask',
				make: reading && (async () => (await exports()).visitCsv(reading.hubs, said()))
			}
		]),
		offer('nearly', [
			{
				format: 'csv',
				name: `${slug}-hubs-nearly-as-good`,
				label: 'Other buildings as CSV',
				about: 'those that would do nearly as well as a hub of the plan',
				make: hasTies ? async () => (await exports()).tiesCsv(reading, said()) : null
			}
		])
	];
}
