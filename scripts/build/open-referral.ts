/**
 * Assets as services of Open Referral UK 3.0 (the UK profile of HSDS 3.0). What is not known is
 * left out; what the standard demands and nobody knows (a web address, a town) is filled in a
 * way that cannot be taken for a fact, and said: see docs/import-assets.md.
 */
import { createHash } from 'node:crypto';
import type { Asset } from '../../src/lib/register/asset.ts';
import {
	ASSET_KINDS,
	ASSET_STATUSES,
	subkindLabel,
	type AssetKind
} from '../../src/lib/register/kinds.ts';
import {
	OSM_TAG_IDS,
	OSM_TAXONOMY,
	osmPageOf,
	osmTagOf,
	TAXONOMY,
	taxonomyTerms,
	termId
} from '../../src/lib/register/taxonomy.ts';
import { LICENCES, type Dataset } from '../../src/lib/catalogue/catalogue.ts';

/** Services a page. */
export const PAGE_SIZE = 50;

export type Json = Record<string, unknown>;

/** Kinds that are organisations themselves: the service and who provides it have one name. */
const OWN_ORGANISATION: ReadonlySet<AssetKind> = new Set<AssetKind>([
	'food-bank',
	'gp-practice',
	'pharmacy',
	'dentist',
	'school',
	'charity'
]);

/** An identifier in the form of a UUID (version 5 of RFC 9562, by SHA-1), the same for the same text. */
export function uuidOf(text: string): string {
	const hash = createHash('sha1').update(`asset-gap-map ${text}`).digest();
	hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
	hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
	const hex = hash.toString('hex', 0, 16);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20)
	].join('-');
}

/**
 * A place as a whole service, with all that belongs to it and every source.
 *
 * @param dataset finds the catalogue's entry of a source
 */
export function serviceOf(
	{ asset, claims }: { asset: Asset; claims: readonly Asset[] },
	dataset: (id: string) => Dataset
): Json {
	const id = uuidOf(asset.id);
	const source = dataset(asset.source);
	const own = asset.url !== null;
	const checked = asset.verified !== null && /^\d{4}-\d{2}-\d{2}$/.test(asset.verified);
	return clean({
		id,
		name: asset.name,
		description: describe(asset, claims, dataset),
		url: own ? asset.url : source.official,
		...(!own && {
			alert: 'We do not know its own web address. The link leads to the source that lists it.'
		}),
		email: asset.email,
		status: 'active',
		...(checked && { assured_date: asset.verified }),
		organization: organisationOf(asset),
		schedules:
			asset.openingTimes === null
				? null
				: [{ id: uuidOf(`schedule ${asset.id}`), service_id: id, description: asset.openingTimes }],
		service_areas:
			asset.areaOfOperation === null
				? null
				: [
						{
							id: uuidOf(`area ${asset.id}`),
							service_id: id,
							name: asset.areaOfOperation,
							service_area: asset.areaOfOperation
						}
					],
		service_at_locations: [
			{ id: uuidOf(`at ${asset.id}`), service_id: id, location: locationOf(asset) }
		],
		contacts:
			asset.phone === null
				? null
				: [
						{
							id: uuidOf(`contact ${asset.id}`),
							service_id: id,
							phones: [{ id: uuidOf(`phone ${asset.id}`), number: asset.phone }]
						}
					],
		attributes: attributesOf(asset, claims, id)
	});
}

/** What it is, for whom, who says so, of when. */
function describe(
	asset: Asset,
	claims: readonly Asset[],
	dataset: (id: string) => Dataset
): string {
	const sources = claims.map((claim) => ({ ...claim, entry: dataset(claim.source) }));
	const said = [
		...new Set(sources.map(({ entry, collected }) => `${entry.publisher}, ${collected}`))
	];
	const licences = [...new Set(sources.map(({ entry }) => LICENCES[entry.licence].name))];
	const { about } = ASSET_KINDS[asset.kind];
	const subkind = asset.subkind === null ? undefined : subkindLabel(asset.kind, asset.subkind);
	return [
		subkind && `${subkind}.`,
		about,
		asset.serves && `For: ${asset.serves}.`,
		asset.note && `${asset.note}.`,
		`${said.length > 1 ? 'Sources' : 'Source'}: ${said.join('; ')}; ${ASSET_STATUSES[asset.status]}.`,
		`${licences.length > 1 ? 'Licences' : 'Licence'}: ${licences.join('; ')}.`
	]
		.filter(Boolean)
		.join(' ')
		.replace(/\.\./g, '.');
}

function organisationOf(asset: Asset): Json | null {
	const name = asset.organisation ?? (OWN_ORGANISATION.has(asset.kind) ? asset.name : null);
	if (name === null) return null;
	const id = uuidOf(`organisation ${asset.charityNumber ?? asset.companyNumber ?? name}`);
	const identifier = (scheme: string, type: string, value: string | null) =>
		value === null
			? []
			: [
					{
						id: uuidOf(`${scheme} ${value} ${id}`),
						organization_id: id,
						identifier_scheme: scheme,
						identifier_type: type,
						identifier: value
					}
				];
	const identifiers = [
		...identifier('GB-CHC', 'Charity number', asset.charityNumber),
		...identifier('GB-COH', 'Company number', asset.companyNumber)
	];
	return {
		id,
		name,
		description: `${name}, as named by the source of the service.`,
		...(identifiers.length > 0 && { organization_identifiers: identifiers })
	};
}

/** Its place. Sources give addresses as one line: town and county stay empty, and are not guessed. */
function locationOf(asset: Asset): Json {
	const id = uuidOf(`location ${asset.id}`);
	const known = asset.address !== null || asset.postcode !== null;
	return clean({
		id,
		location_type: 'physical',
		name: asset.name,
		latitude: asset.latitude,
		longitude: asset.longitude,
		description: asset.pointSource === null ? null : `Point: ${asset.pointSource}`,
		addresses: known
			? [
					{
						id: uuidOf(`address ${asset.id}`),
						location_id: id,
						address_1: asset.address ?? '',
						city: '',
						state_province: '',
						postal_code: asset.postcode ?? '',
						country: 'GB',
						address_type: 'physical'
					}
				]
			: null
	});
}

/** Every kind that one of its sources says it is: ours first, then the tags that mean the same. */
export function attributesOf(asset: Asset, claims: readonly Asset[], service: string): Json[] {
	const all = [asset, ...claims];
	const codes = [
		...all.flatMap(({ kind, subkind }) => [
			termId(kind),
			...(subkind !== null && subkindLabel(kind, subkind) !== undefined
				? [termId(kind, subkind)]
				: [])
		]),
		...all.flatMap(({ kind, subkind }) => osmTagOf(kind, subkind) ?? [])
	];
	return [...new Set(codes)].map((code) => ({
		id: uuidOf(`attribute ${asset.id} ${code}`),
		link_id: service,
		link_entity: 'service',
		link_type: 'service_type',
		taxonomy_term_id: uuidOf(`term ${code}`),
		taxonomy_term: TERMS.get(code)
	}));
}

/** The taxonomies, ours first, as the standard has them. */
export const taxonomies = (): Json[] => [
	{
		id: uuidOf(`taxonomy ${TAXONOMY.id}`),
		name: TAXONOMY.name,
		description: TAXONOMY.description,
		version: TAXONOMY.version
	},
	{
		id: uuidOf(`taxonomy ${OSM_TAXONOMY.id}`),
		name: OSM_TAXONOMY.name,
		description: OSM_TAXONOMY.description,
		uri: OSM_TAXONOMY.uri,
		version: OSM_TAXONOMY.version
	}
];

/** The terms of both, as the standard has them. */
export const terms = (): Json[] => [
	...taxonomyTerms().map(({ id, parent, name, description }) => ({
		id: uuidOf(`term ${id}`),
		code: id,
		name,
		term: name,
		description,
		...(parent !== null && { parent_id: uuidOf(`term ${parent}`) }),
		taxonomy: TAXONOMY.name,
		taxonomy_id: uuidOf(`taxonomy ${TAXONOMY.id}`)
	})),
	...OSM_TAG_IDS.map((tag) => {
		const page = osmPageOf(tag);
		return {
			id: uuidOf(`term ${tag}`),
			code: tag,
			name: tag,
			term: tag,
			description: `What OpenStreetMap tags ${tag}`,
			...(page !== null && { term_uri: page }),
			taxonomy: OSM_TAXONOMY.name,
			taxonomy_id: uuidOf(`taxonomy ${OSM_TAXONOMY.id}`)
		};
	})
];

const TERMS: ReadonlyMap<string, Json> = new Map(
	terms().map((term) => [String(term['code']), term])
);

/** Pages of a list, as the API of the standard answers them; one empty page of an empty list. */
export function pagesOf(contents: readonly Json[], size = PAGE_SIZE): Json[] {
	const total = Math.max(1, Math.ceil(contents.length / size));
	return Array.from({ length: total }, (_, at) => {
		const page = contents.slice(at * size, (at + 1) * size);
		return {
			total_items: contents.length,
			total_pages: total,
			page_number: at + 1,
			size: page.length,
			first_page: at === 0,
			last_page: at === total - 1,
			empty: page.length === 0,
			contents: page
		};
	});
}

/** Without what is null: the standard has no empty values. */
const clean = (object: Json): Json =>
	Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
