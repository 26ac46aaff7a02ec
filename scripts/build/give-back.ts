/**
 * The register given back: CSV in the columns of the schema, GeoJSON, and files in the form of
 * the Open Referral UK API, a set a region. Left out are assets whose organisation did not agree,
 * sensitive ones, closed ones, and those whose source's licence does not let them be passed on.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { ASSET_FIELDS, type Asset, type AssetField } from '../../src/lib/assets/asset.ts';
import { LICENCES, type LicenceId } from '../../src/lib/catalogue/catalogue.ts';
import type { Download } from '../../src/lib/region/downloads.ts';
import { isSensitive } from '../../src/lib/assets/sensitive.ts';
import type { Geodata, Region } from '../lib/geodata.ts';
import { sourceNote } from './downloads.ts';
import { PAGE_SIZE, pagesOf, serviceOf, taxonomy, terms, type Json } from './open-referral.ts';
import { assetDatasets, assetsOf } from './register-rows.ts';
import type { Selection } from './selection.ts';

/** Licences under which what a source says may be passed on, its name beside it. */
const MAY_PASS_ON: ReadonlySet<LicenceId> = new Set<LicenceId>([
	'OGL-3.0',
	'OPL-3.0',
	'CC-BY-4.0',
	'Unlicense'
]);

export interface GivenBack {
	/** By id. */
	assets: Asset[];
	/** Datasets of which some are. */
	datasets: string[];
	/** Why assets of the region are not among them, with their number. */
	withheld: Record<'licence' | 'consent' | 'sensitive' | 'closed', number>;
}

/** Whether an asset may be given back, and if not, why not. */
export function withheldFor(asset: Asset): keyof GivenBack['withheld'] | null {
	const licence = asset.licence ?? '';
	if (!(Object.hasOwn(LICENCES, licence) && MAY_PASS_ON.has(licence as LicenceId))) return 'licence';
	if (asset.consent === false) return 'consent';
	if (isSensitive(asset)) return 'sensitive';
	return asset.status === 'closed' ? 'closed' : null;
}

/** The assets inside a region that may be given back. */
export async function givenBack(geodata: Geodata, codes: ReadonlySet<string>): Promise<GivenBack> {
	const assets: Asset[] = [];
	const withheld = { licence: 0, consent: 0, sensitive: 0, closed: 0 };
	for (const dataset of assetDatasets(geodata)) {
		for (const asset of await assetsOf(geodata, dataset, codes)) {
			const why = withheldFor(asset);
			if (why === null) assets.push(asset);
			else withheld[why]++;
		}
	}
	assets.sort((a, b) => (a.id < b.id ? -1 : 1));
	return { assets, datasets: [...new Set(assets.map(({ source }) => source))].sort(), withheld };
}

/** Write a region's CSV and GeoJSON below the packs, its services below `data`. Returns the downloads. */
export async function writeGivenBack(
	{ geodata, region, selection }: { geodata: Geodata; region: Region; selection: Selection },
	{ packs, data }: { packs: string; data: string }
): Promise<Download[]> {
	const found = await givenBack(geodata, new Set(selection['2021'].codes));
	const { assets, datasets } = found;
	const notes = notesOf(geodata, region, found);
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
		list.push({ path, title, format, rows: assets.length, bytes, datasets });
	};
	download('CSV', registerCsv(assets, geodata));
	download('GeoJSON', registerGeoJson(assets, notes));

	const folder = join(data, 'openreferral', region.slug);
	const services = assets.map((asset) => serviceOf(asset, geodata.dataset(asset.source)));
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
	return list;
}

/** Write the taxonomy, which is the same for all regions. Empties the folder first. */
export function writeTaxonomy(data: string): void {
	const folder = join(data, 'openreferral');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const write = (name: string, contents: Json[]) => {
		const [page] = pagesOf(contents, contents.length);
		writeFileSync(join(folder, `${name}.json`), JSON.stringify(page));
	};
	write('taxonomies', [taxonomy()]);
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
			'A service without a web address of its own links to its source. Addresses are one line; town and county are left empty, not guessed.'
		],
		attribution: notes
	};
}

function notesOf(geodata: Geodata, region: Region, { datasets, withheld }: GivenBack): string[] {
	const { licence, sensitive, consent, closed } = withheld;
	return [
		`Asset register of ${region.name}: assets inside the region, each with its source, licence and date.`,
		...datasets.map((id) => sourceNote(geodata.dataset(id))),
		'To be listed is a claim of the source. The same place may stand here more than once, by several sources.',
		`Left out: ${licence} of sources whose licence is not stated as one, ${sensitive} that must not be found, ${consent} whose organisation did not agree, ${closed} closed.`
	];
}

const FIELDS = Object.keys(ASSET_FIELDS) as AssetField[];

/**
 * The register as CSV: the columns of the schema, so that it can be brought back, and the
 * attribution of each row. A text that a spreadsheet would take for a formula stays a text.
 */
export function registerCsv(assets: readonly Asset[], geodata: Pick<Geodata, 'dataset'>): string {
	const header = [...FIELDS.map((field) => ASSET_FIELDS[field].column), 'attribution'];
	const rows = assets.map((asset) => [
		...FIELDS.map((field) => {
			const value = asset[field];
			return typeof value === 'boolean' ? String(value) : value;
		}),
		attributionOf(asset, geodata)
	]);
	return stringify([header, ...rows], { bom: true, escape_formulas: true });
}

function attributionOf(asset: Asset, geodata: Pick<Geodata, 'dataset'>): string {
	const { publisher, licence } = geodata.dataset(asset.source);
	return `Source: ${publisher}; ${LICENCES[licence].name}`;
}

/** The register as GeoJSON (RFC 7946); the notes stand beside the features. */
export function registerGeoJson(assets: readonly Asset[], notes: readonly string[]): string {
	const features = assets.map((asset) => ({
		type: 'Feature',
		id: asset.id,
		geometry:
			asset.longitude === null || asset.latitude === null
				? null
				: { type: 'Point', coordinates: [asset.longitude, asset.latitude] },
		properties: Object.fromEntries(
			FIELDS.flatMap((field) =>
				field === 'longitude' || field === 'latitude' || asset[field] === null
					? []
					: [[ASSET_FIELDS[field].column, asset[field]]]
			)
		)
	}));
	return JSON.stringify({ type: 'FeatureCollection', notes, features });
}
