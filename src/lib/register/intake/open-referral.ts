/**
 * Services of an Open Referral UK directory, of version 3 (`contents`, services with
 * `service_at_locations`) and of versions 1 and 2 (`content`, locations with
 * `physical_addresses`): a page, a list or one service. A service at several locations is a
 * row each.
 */
import { formatCount } from '../../text/format.ts';
import { ASSET_FIELDS, type AssetField } from '../asset.ts';
import { readKind } from './kind-words.ts';
import type { Content } from './content.ts';
import { ImportError } from './import-error.ts';
import { cellOf } from '../../text/cells.ts';
import { isObject, list, object, type Json } from './json.ts';
import { LIMITS } from './limits.ts';
import { tooManyRows, type ImportTable } from './table.ts';

const FIELDS = [
	'id',
	'name',
	'kind',
	'serves',
	'address',
	'postcode',
	'longitude',
	'latitude',
	'areaOfOperation',
	'openingTimes',
	'organisation',
	'charityNumber',
	'companyNumber',
	'phone',
	'email',
	'url',
	'lastSeen',
	'verified',
	'status',
	'note'
] as const satisfies readonly AssetField[];
type ServiceRow = Partial<Record<(typeof FIELDS)[number], string>>;

/** The services in a JSON value, and how many there are in all if it is a page of more. */
function servicesOf(json: unknown): { services: Json[]; total: number | null } | null {
	if (Array.isArray(json)) {
		return isService(json[0]) ? { services: list(json), total: null } : null;
	}
	if (!isObject(json)) return null;
	for (const name of ['contents', 'content', 'services']) {
		const found = json[name];
		if (!Array.isArray(found)) continue;
		if (found.length > 0 && !isService(found[0])) return null;
		const total = json['total_items'] ?? json['totalElements'];
		return { services: list(found), total: typeof total === 'number' ? total : null };
	}
	return isService(json) ? { services: [json], total: null } : null;
}

const TELLING = [
	'service_at_locations',
	'organization',
	'organization_id',
	'service_taxonomys',
	'service_areas',
	'schedules'
];
const isService = (value: unknown): boolean =>
	isObject(value) &&
	'id' in value &&
	'name' in value &&
	TELLING.some((name) => Object.hasOwn(value, name));

export const recognises = (json: unknown): boolean => servicesOf(json) !== null;

export function parse({ json }: Content): ImportTable {
	const { services, total } = servicesOf(json) ?? { services: [], total: null };
	if (services.length === 0) {
		throw new ImportError(
			'This Open Referral file lists no services.',
			'It may be a page after the last: fetch the first page.'
		);
	}
	const rows: string[][] = [];
	const lines: number[] = [];
	services.forEach((service, at) => {
		for (const row of rowsOf(service)) {
			if (rows.length === LIMITS.rows) throw tooManyRows(LIMITS.rows + 1);
			rows.push(FIELDS.map((field) => (row[field] ?? '').slice(0, LIMITS.cell)));
			lines.push(at + 1);
		}
	});
	const placeless = services.filter((one) => list(one['service_at_locations']).length === 0).length;
	return {
		headings: FIELDS.map((field) => ASSET_FIELDS[field].column),
		rows,
		lines,
		lineWord: 'service',
		notes: [
			...(total !== null && total > services.length
				? [
						`This is one page of a longer list: it has ${formatCount(services.length)} of ${formatCount(total)} services. Bring the other pages too.`
					]
				: []),
			...(placeless > 0
				? [
						`${formatCount(placeless)} of ${formatCount(services.length)} services name no location. A list leaves locations out where each service has a page of its own.`
					]
				: [])
		]
	};
}

function rowsOf(service: Json): ServiceRow[] {
	const said = saidOf(service);
	const locations = service['service_at_locations'];
	// A row more than there may be is enough to refuse the file.
	const places = list(Array.isArray(locations) ? locations.slice(0, LIMITS.rows + 1) : null).map(
		(place) => object(place['location'])
	);
	const [only] = places;
	if (places.length <= 1) return [{ ...said, ...(only ? placed(only) : {}) }];
	return places.map((place, at) => ({
		...said,
		...placed(place),
		id: `${said.id ?? ''}-${cellOf(place['id']) || String(at + 1)}`
	}));
}

function saidOf(service: Json): ServiceRow {
	const organisation = object(service['organization']);
	const status = cellOf(service['status']).toLowerCase();
	const terms = [
		...list(service['attributes']).map((one) => cellOf(object(one['taxonomy_term'])['name'])),
		...list(service['service_taxonomys']).map((one) => cellOf(object(one['taxonomy'])['name']))
	].filter((term) => term !== '');
	const phones = [
		...list(service['phones']),
		...list(service['contacts']).flatMap((contact) => list(contact['phones'])),
		...list(organisation['phones'])
	];
	const identifier = (scheme: RegExp) =>
		list(organisation['organization_identifiers'])
			.filter((one) =>
				scheme.test(`${cellOf(one['identifier_scheme'])} ${cellOf(one['identifier_type'])}`)
			)
			.map((one) => cellOf(one['identifier']))[0] ?? '';
	const first = (...values: unknown[]) => values.map(cellOf).find((text) => text !== '') ?? '';
	return {
		id: cellOf(service['id']),
		name: cellOf(service['name']),
		kind: terms.find((term) => readKind(term) !== null) ?? terms[0] ?? '',
		serves:
			first(service['eligibility_description']) ||
			together(list(service['eligibilitys']).map((one) => cellOf(one['eligibility']))) ||
			ages(service),
		areaOfOperation: together(
			list(service['service_areas']).map((area) => first(area['name'], area['service_area']))
		),
		openingTimes: together(
			[...list(service['schedules']), ...list(service['regular_schedules'])].map(hours)
		),
		organisation: cellOf(organisation['name']),
		charityNumber: identifier(/GB-CHC|charity/i),
		companyNumber: identifier(/GB-COH|company/i),
		phone: first(...phones.map((phone) => phone['number'])),
		email: first(service['email'], organisation['email']),
		url: first(service['url'], organisation['website'], organisation['url']),
		lastSeen: cellOf(service['last_modified']).slice(0, 10),
		verified: cellOf(service['assured_date']).slice(0, 10),
		status: /defunct|inactive/.test(status) ? 'closed' : '',
		note: withoutMarkup(cellOf(service['description']))
	};
}

function placed(location: Json): ServiceRow {
	const [address = {}] = [...list(location['addresses']), ...list(location['physical_addresses'])];
	const lines = [
		location['name'],
		address['address_1'],
		address['address_2'],
		address['city'],
		address['state_province']
	].map(cellOf);
	return {
		address: [...new Set(lines.map((line) => line.trim()))]
			.filter((line) => line !== '')
			.join(', '),
		postcode: cellOf(address['postal_code']),
		longitude: cellOf(location['longitude']),
		latitude: cellOf(location['latitude'])
	};
}

const DAYS: Readonly<Record<string, string>> = {
	MO: 'Monday',
	TU: 'Tuesday',
	WE: 'Wednesday',
	TH: 'Thursday',
	FR: 'Friday',
	SA: 'Saturday',
	SU: 'Sunday'
};

function hours(schedule: Json): string {
	const days = (cellOf(schedule['byday']) || cellOf(schedule['weekday']))
		.split(',')
		.map((day) => DAYS[day.trim().toUpperCase()] ?? day.trim())
		.join(', ');
	const [from, to] = ['opens_at', 'closes_at'].map((name) => cellOf(schedule[name]).slice(0, 5));
	if (from && to) return `${days} ${from}–${to}`.trim();
	return cellOf(schedule['description']);
}

function ages(service: Json): string {
	const [from, to] = [cellOf(service['minimum_age']), cellOf(service['maximum_age'])];
	if (from && to) return `Ages ${from} to ${to}`;
	return from ? `Ages ${from} and over` : to ? `Ages up to ${to}` : '';
}

const together = (texts: readonly string[]): string =>
	[...new Set(texts)].filter((text) => text !== '').join('; ');
/** Descriptions are often written in HTML; what is left is text, and is shown as such. */
const withoutMarkup = (text: string): string => text.replace(/<[^<>]{0,500}>/g, ' ');
