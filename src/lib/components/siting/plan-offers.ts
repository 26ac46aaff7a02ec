/** The files of a plan that a reader can take away. */
import type { Document } from '$lib/document/document.ts';
import {
	filesOf,
	formatOf,
	smallWriters,
	type Offer,
	type OfferedFile
} from '$lib/export/formats.ts';
import type { Said } from '$lib/report/said.ts';
import type { PlanToAssess } from '$lib/report/ehia.ts';
import type * as Writers from '$lib/siting/export.ts';
import type { SitingReading } from '$lib/siting/reading.ts';

interface Plan {
	slug: string;
	regionName: string;
	/** Null while there is no plan. */
	reading: SitingReading | null;
	said: () => Said & { link: string };
	/** Fetches the code that writes them. */
	exports: () => Promise<typeof Writers>;
	/** Who goes where. */
	lines: (reading: SitingReading) => Writers.PlanLine[];
	/** Gives a document of the plan its map; null while that is on its way. */
	picture: ((of: Document) => Promise<Document>) | null;
	/** For whom the plan is nearer or further; null where nobody can say. */
	assessed: () => Promise<Pick<PlanToAssess, 'choice' | 'todayUnknown' | 'sets' | 'closures'>>;
}

/** An offer each of the plan, with evidence for people who assess it, of the buildings to visit, and of what is nearly as good. */
export function planOffers(plan: Plan): Offer[] {
	const { slug, reading, said, exports } = plan;
	const offer = (id: string, files: OfferedFile[]): Offer => ({
		id,
		code: () => Promise.all([exports(), smallWriters(files)]),
		title: null,
		files
	});
	const hasTies = reading !== null && reading.ties !== null;
	return [
		offer('plan', [
			...planFiles(plan),
			{
				format: 'docx',
				name: `${slug}-ehia-evidence-draft`,
				label: 'Open-data evidence for an EHIA: draft',
				about: 'a Word document',
				goodFor:
					'a Word document for people to finish: who lives nearer or further, and whom to ask',
				make: reading && (async (making) => writeEhia(plan, reading, making))
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

/** The plan in every format; programs that draw maps get its journeys, too. */
const planFiles = ({
	slug,
	regionName,
	reading,
	said,
	exports,
	lines,
	picture
}: Plan): OfferedFile[] =>
	filesOf({
		name: `${slug}-hubs`,
		about: 'the plan',
		has: ['table', 'shapes', 'paper', 'picture', 'slides'],
		waitsFor: picture ? [] : ['picture', 'slides'],
		document:
			reading &&
			(async (id) => {
				const { needs } = formatOf(id);
				if (needs === 'table' || needs === 'shapes') {
					return (await exports()).planTables(reading, said());
				}
				const { planPaper } = await import('$lib/report/plan-paper.ts');
				const paper = planPaper(regionName, reading, said());
				return picture ? picture(paper) : paper;
			})
	}).map((file) =>
		file.format === 'geojson' && reading
			? {
					...file,
					make: async () => (await exports()).planGeoJson(reading, lines(reading), said())
				}
			: file
	);

async function writeEhia(
	{ regionName, said, assessed }: Plan,
	reading: SitingReading,
	making: Parameters<NonNullable<OfferedFile['make']>>[0]
) {
	const [{ ehiaDraft }, { toDocx }, evidence] = await Promise.all([
		import('$lib/report/ehia.ts'),
		import('$lib/export/docx.ts'),
		assessed()
	]);
	making.signal.throwIfAborted();
	return toDocx(ehiaDraft({ regionName, reading, ...evidence }, said()), making);
}
