/** What the documents of a region print and ask for, worked out while its page is prerendered. */
import { isCore20 } from '../indicators/core20.ts';
import { ETHNIC_GROUPS, type EthnicGroup } from '../indicators/people.ts';
import { strings, stringsBy } from '../facts/table.ts';
import { factNumbers } from '../facts/figures.ts';
import { notHeldOf } from '../facts/missing.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import { planActions, plansSummary, type PlanAction } from '../published/plans.ts';
import type { Printed } from '../published/spec.ts';
import {
	birthsByTrustTable,
	ethnicTable,
	languagesTable,
	unitsTable,
	type EthnicShares,
	type PrintedTable
} from '../published/tables.ts';
import { printedRows, themesOf, type PrintedTheme } from '../published/themes.ts';
import type { NamedService } from '../register/named-services.ts';
import { formatDocumentDate } from '../text/document-date.ts';
import { formatEstimate } from '../text/format.ts';
import { checkedFigures } from './checks.ts';
import { openGeodata, type Geodata } from './geodata.ts';
import { layerSentences } from './layer-sentences.ts';
import { datasetsOf, readManifest, readPart, readerOf } from './packs.ts';
import { readPrinted } from './printed.ts';

export interface DocumentSaid {
	id: string;
	title: string;
	publisher: string;
	date: string;
}

/** A place of birth in the region. */
export interface BirthPlace {
	id: string;
	name: string;
	/** "Obstetric unit". */
	kind: string;
	/** Of when, and who says so; null where no source confirms it. */
	confirmed: { date: string; source: string } | null;
}

export interface DocumentsSaid {
	/** That we hold no documents of the region, or of a part of it; empty where we hold them. */
	notHeld: string[];
	documents: DocumentSaid[];
	themes: PrintedTheme[];
	tables: (PrintedTable & { document: string; section: string | null })[];
	places: BirthPlace[];
	plans: { document: string; actions: PlanAction[] }[];
	summary: string;
	services: readonly NamedService[];
	/** Regions built here that lie in this one and have documents of their own. */
	within: { slug: string; name: string }[];
	sources: { id: string; title: string; period: string }[];
}

const DATASETS = [
	'published-documents',
	'published-statements',
	'published-statements-more',
	'published-plan-actions',
	'published-named-services'
];

/** All that the page of a region's documents says. */
export async function documentsSaid(region: RegionSummary): Promise<DocumentsSaid> {
	const geodata = openGeodata();
	const spec = readPrinted(geodata);
	const { results } = await checkedFigures();
	const rows = [
		...printedRows(await geodata.table('published-statements'), results),
		...printedRows(await geodata.table('published-statements-more'), [])
	];
	const themes = themesOf(spec.themes, rows, region.documents, results);
	const tables = await tablesOf(geodata, region, spec);
	const actions = planActions(
		await geodata.table('published-plan-actions'),
		spec.answers,
		region.documents
	);
	const places = birthPlaces(region);
	const used = [
		...DATASETS,
		...tables.map(({ dataset }) => dataset),
		...(tables.some(({ rows: all }) => all.some(({ cells }) => cells.some(({ ours }) => ours)))
			? ['residents-2021-ethnic-group']
			: []),
		...(places.length > 0 ? ['maternity-sites', 'maternity-evidence'] : [])
	];
	return {
		notHeld: notHeldOf(region.missing, ['published-documents']),
		documents: await documentsOf(geodata, region),
		themes,
		tables,
		places,
		plans: region.documents
			.map((document) => ({
				document,
				actions: actions.filter((action) => action.document === document)
			}))
			.filter(({ actions: some }) => some.length > 0),
		summary: plansSummary(actions),
		services: readPart(region, 'named-services').services,
		within: regionsWithin(region),
		sources: datasetsOf(used).map(({ id, title, period }) => ({ id, title, period }))
	};
}

async function documentsOf(geodata: Geodata, region: RegionSummary): Promise<DocumentSaid[]> {
	const table = await geodata.table('published-documents');
	const [titles, publishers, dates] = ['title', 'publisher', 'date'].map((name) =>
		stringsBy(table, 'document_id', name)
	);
	return strings(table, 'document_id')
		.filter((id) => region.documents.includes(id))
		.map((id) => ({
			id,
			title: titles?.get(id) ?? id,
			publisher: publishers?.get(id) ?? '',
			date: formatDocumentDate(dates?.get(id) ?? '')
		}));
}

/** The tables that the region's documents print. Adding one is a line of the record. */
async function tablesOf(
	geodata: Geodata,
	region: RegionSummary,
	{ tables }: Printed
): Promise<DocumentsSaid['tables']> {
	const make: Readonly<
		Record<
			string,
			(table: Awaited<ReturnType<Geodata['table']>>, names: Record<string, string>) => PrintedTable
		>
	> = {
		'published-ethnic-group-by-district': (table) => ethnicTable(table, ethnicShares(region)),
		'published-maternity-units': unitsTable,
		'published-bsw-births-by-deprivation': (table, names) =>
			birthsByTrustTable(table, names, babiesSentence(region)),
		'published-bsw-languages-by-locality': (table) =>
			languagesTable(table, layerSentences(region, 'plus-english'))
	};
	const mine = tables.filter(({ document }) => region.documents.includes(document));
	return Promise.all(
		mine.map(async ({ dataset, document, section, names = {} }) => {
			const made = make[dataset];
			if (!made) throw new Error(`geodata/printed.json: nothing here shows a table ${dataset}`);
			return { ...made(await geodata.table(dataset), names), document, section };
		})
	);
}

/** Our own shares of ethnic groups, by the name of a district, of the region and of England. */
function ethnicShares(region: RegionSummary): Map<string, EthnicShares> {
	const pack = readerOf(region);
	const areas = pack.areasOf('2021');
	const facts = pack.get('ethnic-groups-2025');
	const columns = new Map(
		['total', ...ETHNIC_GROUPS].map((name) => [name, factNumbers(facts, name)] as const)
	);
	const shares = (sum: (name: string) => number): EthnicShares =>
		Object.fromEntries(ETHNIC_GROUPS.map((group) => [group, sum(group) / sum('total')])) as Record<
			EthnicGroup,
			number
		>;
	const sumOf = (members: readonly number[]) => (name: string) =>
		members.reduce((total, area) => total + (columns.get(name)?.[area] ?? NaN), 0);
	return new Map([
		...areas.groups.district.map(({ name, members }) => [name, shares(sumOf(members))] as const),
		[region.name, shares(sumOf([...areas.codes.keys()]))],
		['England', shares((name) => facts.england[name] ?? NaN)]
	]);
}

/** How many babies under one live in the region's most deprived neighbourhoods, where they live. */
function babiesSentence(region: RegionSummary): string {
	const deciles = factNumbers(readPart(region, 'deprivation-2025'), 'imd_decile');
	const babies = factNumbers(readPart(region, 'residents-aged-0-2025'), 'aged_0');
	const all = babies.reduce((sum, value) => sum + value, 0);
	const core = babies.reduce(
		(sum, value, area) => (isCore20(deciles[area] ?? NaN) ? sum + value : sum),
		0
	);
	return `Our own figure is by where people live, so it is another matter: of the ${formatEstimate(all)} babies under one in ${region.name}, ${formatEstimate(core)} live in the most deprived fifth of England’s neighbourhoods of 2025 (estimate, of mid-2020).`;
}

/** Where babies are born in the region, and whether a source confirms it. */
function birthPlaces(region: RegionSummary): BirthPlace[] {
	const part = readerOf(region).find('maternity-units');
	if (!part) return [];
	return part.ids.flatMap((id, at) => {
		if (part.lsoa21[at] === null) return [];
		const confirmed = part.confirmed?.[at] ?? null;
		return [
			{
				id,
				name: part.names[at] ?? id,
				kind: part.kinds[part.kindOf[at] ?? -1]?.label ?? '',
				confirmed: confirmed && {
					date: formatDocumentDate(confirmed.date),
					source: confirmed.source
				}
			}
		];
	});
}

/** Regions built here whose neighbourhoods all lie in this one, and that have documents. */
function regionsWithin(region: RegionSummary): DocumentsSaid['within'] {
	const here = new Set(readPart(region, 'areas-2021').lsoa.codes);
	return Object.values(readManifest().regions)
		.filter(({ slug, documents }) => slug !== region.slug && documents.length > 0)
		.filter((other) => readPart(other, 'areas-2021').lsoa.codes.every((code) => here.has(code)))
		.map(({ slug, name }) => ({ slug, name }));
}
