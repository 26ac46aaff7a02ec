/**
 * The register given back: CSV in the columns of the schema, GeoJSON, and files in the form of
 * the Open Referral UK API, a set a region. A place that several sources list stands once, as in the
 * directory, and names them all; services that documents name for a whole area follow. Left out are places whose organisation did not agree and sensitive
 * ones, and of the others what sources say that is closed or may not be passed on.
 */
import { ownerSentence } from '../../src/lib/catalogue/owner.ts';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ASSET_FIELDS, type Asset, type AssetField } from '../../src/lib/register/asset.ts';
import { LICENCES, type LicenceId } from '../../src/lib/catalogue/catalogue.ts';
import {
	columnsOf,
	documentOf,
	sourceLine,
	type Document,
	withOwner
} from '../../src/lib/document/document.ts';
import { toCsv } from '../../src/lib/export/csv.ts';
import { toGeoJson } from '../../src/lib/export/geojson.ts';
import { assetsTable } from '../../src/lib/register/export.ts';
import type { Download } from '../../src/lib/facts/downloads.ts';
import type { NamedService } from '../../src/lib/register/named-services.ts';
import { mergedPlaces } from '../../src/lib/register/directory/directory.ts';
import { pooled } from '../../src/lib/register/directory/field-check.ts';
import { collectionsOf } from '../../src/lib/register/freshness.ts';
import { isSensitive } from '../../src/lib/register/sensitive.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import type { Region } from '../../src/lib/server/regions.ts';
import { ownerOf } from '../../src/lib/server/owner.ts';
import { areaServiceOf, attributionOf, entryOf, NAMED_SERVICES } from './area-services.ts';
import { sourceOf, type Sheet } from './downloads.ts';
import { PAGE_SIZE, pagesOf, serviceOf, taxonomies, terms, type Json } from './open-referral.ts';
import type { PartContext } from './part.ts';
import { namedServicesPart } from './parts/named-services.ts';
import { claimOf } from './parts/register.ts';
import { linkRegister, type RegisterEntry } from './register.ts';

/** Licences under which what a source says may be passed on, its name beside it. */
const MAY_PASS_ON: ReadonlySet<LicenceId> = new Set<LicenceId>([
	'OGL-3.0',
	'OPL-3.0',
	'CC-BY-4.0',
	'Unlicense'
]);

/** A building or service, with what each source that may be passed on says of it. */
export interface PlaceGivenBack {
	/** Everything that its claims know of it, under the id of the leading one. */
	asset: Asset;
	/** The leading one first. */
	claims: readonly Asset[];
}

export interface GivenBack {
	/** By id. */
	places: PlaceGivenBack[];
	/** Datasets of which some are. */
	datasets: string[];
	/** Why entries of the region are not among them, with their number. */
	withheld: Record<'licence' | 'consent' | 'sensitive' | 'closed', number>;
}

/** Whether an asset may be given back, and if not, why not. */
export function withheldFor(asset: Asset): keyof GivenBack['withheld'] | null {
	const licence = asset.licence ?? '';
	if (!(Object.hasOwn(LICENCES, licence) && MAY_PASS_ON.has(licence as LicenceId)))
		return 'licence';
	if (asset.consent === false) return 'consent';
	if (isSensitive(asset)) return 'sensitive';
	return asset.status === 'closed' ? 'closed' : null;
}

/** Reasons that hold for a place as a whole, whichever of its sources gives them. */
const OF_PLACE: readonly (keyof GivenBack['withheld'])[] = ['sensitive', 'consent'];

/** The places inside a region that may be given back. */
export async function givenBack(geodata: Geodata, codes: ReadonlySet<string>): Promise<GivenBack> {
	const { records, held, merged, moving } = await geodata.once(linkRegister);
	const isInside = ({ home }: RegisterEntry) => home !== null && codes.has(home);
	const inside = records.filter(isInside).map((record) => ({
		...claimOf(record, merged.get(record.id) ?? record.id),
		...(moving.has(record.id) && { moves: true as const })
	}));
	const reasons = new Map(inside.map((claim) => [claim.id, withheldFor(claim)]));
	const hidden = new Map<string, keyof GivenBack['withheld']>(
		inside.flatMap(({ id, place }) => {
			const why = reasons.get(id);
			return why && OF_PLACE.includes(why) ? [[place, why] as const] : [];
		})
	);
	// Held back from every output already; whatever else is listed of such a place is too.
	for (const { id } of held) hidden.set(merged.get(id) ?? id, 'sensitive');
	const withheld = {
		licence: 0,
		consent: 0,
		sensitive: held.filter(isInside).length,
		closed: 0
	};
	const kept = inside.filter(({ id, place }) => {
		const why = hidden.get(place) ?? reasons.get(id) ?? null;
		if (why !== null) withheld[why]++;
		return why === null;
	});
	const places = mergedPlaces(kept, collectionsOf(records)).flatMap(
		({ claims, freshness }): PlaceGivenBack[] => {
			const lead = claims[0]?.asset;
			return lead
				? [
						{
							asset: { ...assetAlone(pooled({ lead, claims })), status: freshness.status },
							claims: claims.map(({ asset }) => assetAlone(asset))
						}
					]
				: [];
		}
	);
	places.sort(({ asset: a }, { asset: b }) => (a.id < b.id ? -1 : 1));
	return { places, datasets: [...new Set(kept.map(({ source }) => source))].sort(), withheld };
}

/** With the fields of the schema and nothing else. */
const assetAlone = (asset: Asset): Asset =>
	Object.fromEntries(FIELDS.map((field) => [field, asset[field]])) as unknown as Asset;

/** Write a region's CSV and GeoJSON below the packs, its services below `data`. Returns the downloads, and the register as a sheet. */
export async function writeGivenBack(
	context: PartContext,
	{ packs, data }: { packs: string; data: string }
): Promise<{ downloads: Download[]; sheet: Sheet }> {
	const { geodata, region, selection } = context;
	const found = await givenBack(geodata, new Set(selection['2021'].codes));
	const { services: named } = await namedServicesPart.build(context);
	const entries = [
		...found.places.map((place) => listedEntry(place, geodata)),
		...named.map((service) => namedEntry(service, geodata))
	];
	const datasets = [...found.datasets, ...(named.length > 0 ? [NAMED_SERVICES] : [])];
	const owner = ownerSentence(ownerOf(geodata));
	const said = notesOf(geodata, region, { ...found, datasets });
	const notes = [...said, owner];
	const title = 'Asset register';
	const list: Download[] = [];
	const put = (path: string, text: string): number => {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		return Buffer.byteLength(text);
	};
	const download = (format: Download['format'], text: string) => {
		const file = `${region.slug}-asset-register.${format.toLowerCase()}`;
		const bytes = put(join(packs, region.slug, 'downloads', file), text);
		const path = `packs/${region.slug}/downloads/${file}`;
		list.push({ path, title, format, rows: entries.length, bytes, datasets });
	};
	download('CSV', registerCsv(entries, owner));
	download('GeoJSON', registerGeoJson(entries, notes));

	const folder = join(data, 'openreferral', region.slug);
	const services = [
		...found.places.map((place) => serviceOf(place, (id) => geodata.dataset(id))),
		...named.map((service) => areaServiceOf(service, geodata.dataset(NAMED_SERVICES)))
	];
	let bytes = 0;
	for (const page of pagesOf(services)) {
		const number = Number(page['page_number']);
		const text = JSON.stringify({ ...page, attribution: notes });
		bytes += put(join(folder, `services/${number}.json`), text);
		// The first page is also what the address of the list itself answers.
		if (number === 1) put(join(folder, 'services.json'), text);
	}
	bytes += put(join(folder, 'index.json'), JSON.stringify(aboutApi(region, notes), null, '\t'));
	list.push({
		path: `data/openreferral/${region.slug}/index.json`,
		title,
		format: 'Open Referral UK',
		rows: services.length,
		bytes,
		datasets
	});
	return { downloads: list, sheet: registerSheet(entries, { datasets, notes: said }) };
}

/** Write the taxonomies, which are the same for all regions. Empties the folder first. */
export function writeTaxonomy(data: string, owner: string): void {
	const folder = join(data, 'openreferral');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const write = (name: string, contents: Json[]) => {
		const [page] = pagesOf(contents, contents.length);
		writeFileSync(join(folder, `${name}.json`), JSON.stringify({ ...page, attribution: [owner] }));
	};
	write('taxonomies', taxonomies());
	write('taxonomy_terms', terms());
}

/** What the root of the API says of itself, and how files differ from a server. */
function aboutApi(region: Region, notes: string[]): Json {
	return {
		version: '3.0',
		profile: 'https://docs.openreferraluk.org/en/3.0-UK/',
		openapi_url:
			'https://raw.githubusercontent.com/openreferral/uk-profile/main/schema/openapi.json',
		name: `Asset register of ${region.name}`,
		services: 'services.json',
		service_pages: 'services/{page}.json',
		taxonomies: '../taxonomies.json',
		taxonomy_terms: '../taxonomy_terms.json',
		differences: [
			`These are files, not a server: a page holds ${PAGE_SIZE} services and has its number in its path; no parameter searches or filters.`,
			'Services on the pages are whole, with locations and attributes, so there is no file for each service and no list of service_at_locations.',
			'A service for a whole area has a service area and no location.',
			'A service without a web address of its own links to its source. Addresses are one line; town and county are left empty, not guessed.'
		],
		attribution: notes
	};
}

function notesOf(geodata: Geodata, region: Region, { datasets, withheld }: GivenBack): string[] {
	const { licence, sensitive, consent, closed } = withheld;
	return [
		`Asset register of ${region.name}: places inside the region, each with its sources, licences and date.`,
		...datasets.map((id) => sourceLine(sourceOf(geodata.dataset(id)))),
		'Services that documents name for a whole area stand after the places. They have no point, and are to confirm.',
		'A listing is a claim of its source. A place that several sources list is given once. What the first of them leaves out is filled in from the others.',
		`Left out of the sources’ entries: ${licence} of sources whose licence is not stated as one, ${sensitive} that must not be found, ${consent} whose organisation did not agree, ${closed} closed.`
	];
}

const FIELDS = Object.keys(ASSET_FIELDS) as AssetField[];

/** An entry of the register as it is given back. */
export interface Entry {
	asset: Asset;
	/** Ids under which other sources list it. */
	also: readonly string[];
	/** One a source. */
	attributions: readonly string[];
}

/** A place of the register, with the ids of the other claims about it. */
export const listedEntry = (
	{ asset, claims }: PlaceGivenBack,
	geodata: Pick<Geodata, 'dataset'>
): Entry => ({
	asset,
	also: claims.flatMap(({ id }) => (id === asset.id ? [] : [id])),
	attributions: [
		...new Set(
			claims.map(({ source }) => {
				const { publisher, licence } = geodata.dataset(source);
				return `Source: ${publisher}, ${LICENCES[licence].name}`;
			})
		)
	]
});

const namedEntry = (service: NamedService, geodata: Pick<Geodata, 'dataset'>): Entry => ({
	asset: entryOf(service, geodata.dataset(NAMED_SERVICES)),
	also: [],
	attributions: [attributionOf(service)]
});

/**
 * The register as a document: the columns of the schema, so that it can be brought back, the ids
 * under which other entries list the place, and the attribution of each row. What nobody knows is
 * left out where a format needs no empty cell.
 */
function registerDocument(entries: readonly Entry[]): Document {
	const assets = assetsTable(entries.map(({ asset }) => asset));
	return documentOf('Asset register', {
		...assets,
		columns: [...assets.columns, ...columnsOf(['also_listed_as', 'attribution'])],
		rows: entries.map(({ also, attributions }, row) => [
			...(assets.rows[row] ?? []).map((cell) => cell ?? undefined),
			also.length > 0 ? also.join(' ') : undefined,
			attributions.join('; ')
		])
	});
}

/** The register as a sheet of the data package, each column with what it holds. */
function registerSheet(
	entries: readonly Entry[],
	{ datasets, notes }: { datasets: string[]; notes: readonly string[] }
): Sheet {
	const [table] = registerDocument(entries).tables;
	const about = new Map<string, string>([
		...Object.values(ASSET_FIELDS).map(({ column, label }) => [column, label] as const),
		['also_listed_as', 'Identifiers under which other entries list the same place'],
		['attribution', 'How to name its sources']
	]);
	const columns = (table?.columns ?? []).map((column) => ({
		...column,
		about: about.get(column.label) ?? null
	}));
	return {
		name: 'register',
		title: 'Places and services that are listed',
		datasets,
		notes: notes.filter((note) => !note.startsWith('Source: ')),
		table: { columns, rows: table?.rows ?? [] }
	};
}

/** The register as CSV, with a last column that says who looks after the listings. */
export function registerCsv(entries: readonly Entry[], owner: string): string {
	const document = registerDocument(entries);
	const tables = document.tables.map((table) => withOwner(table, owner));
	return toCsv({ ...document, tables }, { spreadsheet: true });
}

/** The register as GeoJSON; the notes stand beside the features. */
export const registerGeoJson = (entries: readonly Entry[], notes: readonly string[]): string =>
	toGeoJson(registerDocument(entries), { members: { notes } });
