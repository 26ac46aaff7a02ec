/**
 * Services of an Open Referral UK directory, of version 3 (`contents`, services with
 * `service_at_locations`) and of versions 1 and 2 (`content`, locations with
 * `physical_addresses`): a page, a list, one service, or a page of services at locations. A service at
 * several locations is a row each.
 */
import { capitalise, formatCount, formatList, formatQuantity } from '../../../text/format.ts';
import { cellOf } from '../../../text/cells.ts';
import { ASSET_FIELDS } from '../../asset.ts';
import { readKind } from '../kind-words.ts';
import type { Content, ParseOptions } from '../content.ts';
import { ImportError } from '../import-error.ts';
import { isObject, list, object, type Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { tooManyRows, tooMuchText, type ImportTable } from '../table.ts';
import {
	placesOf,
	serviceRows,
	termsOf,
	type ServiceField,
	type ServiceSays
} from './service-rows.ts';

const FIELDS = [
	'id',
	'name',
	'kind',
	'serves',
	'address',
	'postcode',
	'longitude',
	'latitude',
	'pointSource',
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
] as const satisfies readonly ServiceField[];

/** A list of what a feed gives, and how many there are in all if it is a page of more. */
interface Listed {
	items: Json[];
	total: number | null;
}

/** The list in a JSON value; null where it is none of a feed. */
function listedIn(json: unknown): Listed | null {
	if (Array.isArray(json)) return { items: list(json), total: null };
	if (!isObject(json)) return null;
	for (const name of ['contents', 'content', 'services']) {
		const found = json[name];
		if (!Array.isArray(found)) continue;
		const total = json['total_items'] ?? json['totalElements'];
		return { items: list(found), total: typeof total === 'number' ? total : null };
	}
	return { items: [json], total: null };
}

const TELLING = [
	'service_at_locations',
	'organization',
	'organization_id',
	'service_taxonomys',
	'service_areas',
	'schedules'
];
const isService = (value: Json | undefined): boolean =>
	value !== undefined &&
	'id' in value &&
	'name' in value &&
	(TELLING.some((name) => Object.hasOwn(value, name)) || hasOwnLocations(value));
/** Organisations have locations as well, and no status. */
const hasOwnLocations = (value: Json): boolean =>
	'status' in value &&
	list(value['locations']).some(
		(one) => Array.isArray(one['addresses']) || Array.isArray(one['physical_addresses'])
	);
/** Of `/service_at_locations`: a location, and the service there. */
const isAtLocation = (value: Json | undefined): boolean =>
	value !== undefined &&
	isObject(value['location']) &&
	(isObject(value['service']) || 'service_id' in value);

/** Other lists of a feed, with the words for what they list. */
const OTHERS: readonly (readonly [words: string, path: string, telling: readonly string[]])[] = [
	['organisations', '/organizations', ['locations', 'website', 'organization_identifiers', 'logo']],
	['terms of a taxonomy', '/taxonomy_terms', ['taxonomy_detail', 'parent_id', 'taxonomy_id']],
	['taxonomies', '/taxonomies', ['version', 'uri']]
];
const PAGED = ['total_items', 'total_pages', 'page_number', 'totalElements', 'totalPages'];

/** What a page of a feed lists that are no services; null where it is none of these. */
function otherListIn(json: unknown): (typeof OTHERS)[number] | null {
	if (!isObject(json) || !PAGED.some((name) => Object.hasOwn(json, name))) return null;
	const first = listedIn(json)?.items[0];
	if (!first || !('id' in first) || !('name' in first)) return null;
	return OTHERS.find(([, , telling]) => telling.some((name) => Object.hasOwn(first, name))) ?? null;
}

/** An empty page of a feed is one too: a list after the last. */
const isEmptyPage = (json: unknown): boolean =>
	isObject(json) &&
	(PAGED.some((name) => Object.hasOwn(json, name)) || 'services' in json || 'contents' in json) &&
	listedIn(json)?.items.length === 0;

export function recognises(json: unknown): boolean {
	const first = listedIn(json)?.items[0];
	return isService(first) || isAtLocation(first) || isEmptyPage(json) || otherListIn(json) !== null;
}

export function parse({ json }: Content, { today }: ParseOptions = {}): ImportTable {
	const { items, total } = listedIn(json) ?? { items: [], total: null };
	if (items.length === 0) {
		throw new ImportError(
			'This Open Referral file lists no services.',
			'It may be a page after the last: fetch the first page.'
		);
	}
	const [first] = items;
	const other = isService(first) || isAtLocation(first) ? null : otherListIn(json);
	if (other) {
		const [words, path] = other;
		throw new ImportError(
			`This is a page of ${path} of an Open Referral UK feed: it lists ${words}, not services.`,
			'Fetch /services or, where each place is listed, /service_at_locations, and bring that.'
		);
	}
	const atLocations = isAtLocation(first);
	const services = atLocations ? items.map(serviceAt) : items;
	const rows: string[][] = [];
	const lines: number[] = [];
	const said: ServiceSays[] = [];
	let characters = 0;
	const emptyIsNone = services.some((one) => placesOf(one).length > 0);
	services.forEach((service, at) => {
		const most = LIMITS.rows + 1 - rows.length;
		const terms = termsOf(service);
		const kind = terms.find((term) => readKind(term) !== null) ?? terms[0] ?? '';
		for (const says of serviceRows(service, {
			most,
			emptyIsNone,
			...(today !== undefined && { today })
		})) {
			if (rows.length === LIMITS.rows) throw tooManyRows(LIMITS.rows + 1);
			const id = atLocations && says.location ? `${says.row.id ?? ''}-${says.location}` : null;
			const row = { ...says.row, kind, ...(id !== null && { id }) };
			const cells = FIELDS.map((field) => (row[field] ?? '').slice(0, LIMITS.cell));
			characters += cells.reduce((sum, { length }) => sum + length, 0);
			if (characters > LIMITS.characters) throw tooMuchText();
			rows.push(cells);
			lines.push(at + 1);
			said.push(says);
		}
	});
	const what = atLocations ? 'services at locations' : 'services';
	return {
		headings: FIELDS.map((field) => ASSET_FIELDS[field].column),
		rows,
		lines,
		lineWord: 'service',
		notes: [
			...(total !== null && total > items.length
				? [
						`This is one page of a longer list: it has ${formatCount(items.length)} of ${formatCount(total)} ${what}. Bring the other pages too.`
					]
				: []),
			...locationNotes(services, emptyIsNone),
			...serviceNotes(countsOf(said)),
			...lackingNotes(services)
		]
	};
}

/** A service at one location, as a service of version 3 has it. */
const serviceAt = (item: Json): Json => ({
	id: item['service_id'],
	...object(item['service']),
	service_at_locations: [item]
});

function locationNotes(services: readonly Json[], emptyIsNone: boolean): string[] {
	const without = services.filter((one) => placesOf(one).length === 0);
	const none = emptyIsNone
		? without.filter((one) => Array.isArray(one['service_at_locations'])).length
		: 0;
	const silent = without.length - none;
	return [
		...(none > 0
			? [
					`${capitalise(formatQuantity(none, 'service says', 'services say'))} that ${none === 1 ? 'it has' : 'they have'} no location, as what is online or by telephone. ${none === 1 ? 'It is' : 'They are'} kept without a position.`
				]
			: []),
		...(silent > 0
			? [
					`${formatCount(silent)} of ${formatCount(services.length)} services name no location (service_at_locations). A list leaves locations out where each service has a page of its own: /service_at_locations has them in one list.`
				]
			: [])
	];
}

/** How many rows say what a reader of the list should hear of. */
const countsOf = (said: readonly ServiceSays[]) => {
	const count = (is: (one: ServiceSays) => boolean) => said.filter(is).length;
	return {
		isVirtual: count(({ isVirtual }) => isVirtual),
		isPostal: count(({ isPostal }) => isPostal),
		state: count(({ state }) => state !== null),
		hasEnded: count(({ hasEnded }) => hasEnded)
	};
};

/** What single services say that changes what becomes of them. */
export function serviceNotes({
	isVirtual,
	isPostal,
	state,
	hasEnded
}: ReturnType<typeof countsOf>): string[] {
	const note = (rows: number, one: string, several: string, rest: string) =>
		rows > 0 ? [`${capitalise(formatQuantity(rows, one, several))} ${rest}`] : [];
	return [
		...note(
			isVirtual,
			'row is',
			'rows are',
			'of a location that is online or by telephone (virtual), and kept without a position.'
		),
		...note(
			isPostal,
			'row has',
			'rows have',
			'an address for letters alone, which is no place to go to: it was left out.'
		),
		...note(
			state,
			'row is',
			'rows are',
			'of a service that is not simply open or closed, such as “temporarily closed”: the note of the row begins with it.'
		),
		...note(
			hasEnded,
			'row has',
			'rows have',
			'opening times that have ended: look whether the service still runs.'
		)
	];
}

/** What a person needs of a service, by the fields of the standard that say it. */
const NEEDED: readonly (readonly [words: string, fields: readonly string[]])[] = [
	['name', ['name']],
	['organisation', ['organization', 'organization_id']],
	['status', ['status']],
	['opening times', ['schedules', 'regular_schedules', 'service_at_locations', 'locations']],
	['date', ['last_modified', 'assured_date']]
];

/** What no service of a feed says. */
function lackingNotes(services: readonly Json[]): string[] {
	const lacking = NEEDED.filter(([, fields]) =>
		services.every((service) => fields.every((name) => isBlank(service[name])))
	);
	if (lacking.length === 0) return [];
	return [
		`No service in this file says its ${formatList(lacking.map(([words, fields]) => `${words} (${fields[0]})`))}.`
	];
}

const isBlank = (value: unknown): boolean =>
	(cellOf(value) === '' && !isObject(value) && !Array.isArray(value)) ||
	(Array.isArray(value) && value.length === 0);
