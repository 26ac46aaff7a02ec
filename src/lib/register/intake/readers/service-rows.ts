/**
 * A service of an Open Referral directory as rows, one for each of its locations: the place that people
 * go to, whatever stands first in the list, and no place where there is none.
 */
import { cellOf } from '../../../text/cells.ts';
import { plainText } from '../../../text/markup.ts';
import { capitalise } from '../../../text/format.ts';
import type { AssetField } from '../../asset.ts';
import { isPerson } from '../evidence.ts';
import { beginsAsPerson } from '../given-names.ts';
import { isObject, list, object, type Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { PLACELESS } from '../placeless.ts';
import { hasEnded, scheduleWords } from './schedule-words.ts';

export type ServiceField = Exclude<
	AssetField,
	'subkind' | 'lsoa21' | 'source' | 'capacity' | 'consent'
>;
export type ServiceRow = Partial<Record<ServiceField, string>>;

/** What of a row a reader of the list should hear of. */
export interface ServiceSays {
	row: ServiceRow;
	/** The location is not one that people go to. */
	isVirtual: boolean;
	/** The only address is for letters. */
	isPostal: boolean;
	/** "temporarily closed", or another word than that it runs or has ended. */
	state: string | null;
	/** Every schedule of it ended. */
	hasEnded: boolean;
	/** Identifier of the location; empty where it has none. */
	location: string;
}

/** Locations of one service that are read; one more is enough to refuse the file. */
export interface RowOptions {
	most: number;
	/** ISO day, where it is known. */
	today?: string;
	/** An empty list of locations says that there is none: other services of the file have some. */
	emptyIsNone: boolean;
}

/** Words of a status that say no more than that the service runs. */
const RUNS = /^(active|open|approved|published|)$/;
const ENDED = /^(defunct|inactive|closed|withdrawn|ended)$/;

/**
 * The rows of a service, as they are asked for: what is said of it may stand in many. It has one,
 * without a place, where it names no location.
 */
export function* serviceRows(
	service: Json,
	{ most, today, emptyIsNone }: RowOptions
): Generator<ServiceSays> {
	const said = saidOf(service);
	const status = cellOf(service['status']).trim().toLowerCase();
	const state = RUNS.test(status) || ENDED.test(status) ? null : status;
	const alert = plainText(cellOf(service['alert']));
	const note = [state ? `${capitalise(state)}.` : '', alert, said.note ?? '']
		.filter((text) => text !== '')
		.join(' ');
	const given = service['service_at_locations'];
	const places = placesOf(service).slice(0, most);
	const ended = (schedule: Json) => today !== undefined && hasEnded(schedule, today);
	const words = (schedule: Json) => scheduleWords(schedule, today);
	// Once, and not for every place.
	const own = schedulesOf(service);
	const ownWords = fitting(own.map(words));
	const ownEnded = own.every(ended);
	for (const [at, place] of (places.length > 0 ? places : [null]).entries()) {
		const location = object(place?.['location']);
		const there = [...schedulesOf(place ?? {}), ...schedulesOf(location)];
		const where = placed(location);
		const id = cellOf(location['id']) || cellOf(place?.['id']);
		yield {
			row: {
				...said,
				note,
				status: ENDED.test(status) ? 'closed' : '',
				openingTimes: together([...ownWords, ...there.map(words)]),
				phone: said.phone || phoneOf(place ?? {}, location),
				...where.row,
				...(place === null && emptyIsNone && Array.isArray(given) && { pointSource: PLACELESS }),
				...(places.length > 1 && { id: `${said.id ?? ''}-${id || String(at + 1)}` })
			},
			isVirtual: where.isVirtual,
			isPostal: where.isPostal,
			state,
			hasEnded: own.length + there.length > 0 && ownEnded && there.every(ended),
			location: id
		};
	}
}

/** A service's places: those that link it to locations, or the locations themselves where it has these. */
export function placesOf(service: Json): Json[] {
	const links = list(service['service_at_locations']);
	return links.length > 0 ? links : list(service['locations']).map((location) => ({ location }));
}

/** Terms of a service that are looked at: none has so many. */
const MOST_TERMS = 500;

/** The names, and identifiers, of a service's taxonomy terms. */
export const termsOf = (service: Json): string[] =>
	[
		...list(service['attributes']).map((one) => object(one['taxonomy_term'])),
		...list(service['service_taxonomys']).map((one) => object(one['taxonomy']))
	]
		.slice(0, MOST_TERMS)
		.flatMap((term) =>
			[term['name'], term['term'], term['code']].map(cellOf).filter((name) => name !== '')
		);

/** Texts, each once, as far as one cell holds them. */
function fitting(texts: readonly string[]): string[] {
	let characters = 0;
	return [...new Set(texts)].filter((text) => (characters += text.length + 2) <= LIMITS.cell);
}

const schedulesOf = (of: Json): Json[] =>
	[of['schedules'], of['regular_schedules'], of['regular_schedule']].flatMap((value) =>
		isObject(value) ? [value] : list(value)
	);

/** The telephone number of a service, and not of a person by name. */
function phoneOf(...of: Json[]): string {
	const isNamed = (contact: Json) => {
		const name = cellOf(contact['name']).trim();
		return isPerson(name) && beginsAsPerson(name);
	};
	const phones = of.flatMap((one) => [
		...list(one['phones']),
		...list(one['contacts']).flatMap((contact) => (isNamed(contact) ? [] : list(contact['phones'])))
	]);
	return phones.map((phone) => cellOf(phone['number'])).find((number) => number !== '') ?? '';
}

function saidOf(service: Json): ServiceRow {
	const organisation = object(service['organization']);
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
		serves:
			first(service['eligibility_description']) ||
			together(list(service['eligibilitys']).map((one) => cellOf(one['eligibility']))) ||
			ages(service),
		areaOfOperation: together(
			list(service['service_areas']).map((area) => first(area['name'], area['service_area']))
		),
		organisation: cellOf(organisation['name']),
		charityNumber: identifier(/GB-CHC|charity/i),
		companyNumber: identifier(/GB-COH|company/i),
		phone: phoneOf(service, organisation),
		email: first(service['email'], organisation['email']),
		url: first(service['url'], organisation['website'], organisation['url']),
		lastSeen: cellOf(service['last_modified']).slice(0, 10),
		verified: cellOf(service['assured_date']).slice(0, 10),
		note: plainText(cellOf(service['description']))
	};
}

/** Where a location is: at its physical address, whatever its place in the list. */
function placed(location: Json): { row: ServiceRow; isVirtual: boolean; isPostal: boolean } {
	const isVirtual = cellOf(location['location_type']) === 'virtual';
	if (isVirtual) return { row: { pointSource: PLACELESS }, isVirtual, isPostal: false };
	const addresses = [...list(location['addresses']), ...list(location['physical_addresses'])];
	const typeOf = (address: Json) => cellOf(address['address_type']).toLowerCase();
	const address =
		addresses.find((one) => typeOf(one) === 'physical') ??
		addresses.find((one) => !/^(postal|virtual)$/.test(typeOf(one)));
	const [longitude, latitude] = [cellOf(location['longitude']), cellOf(location['latitude'])];
	const isPostal = !address && addresses.length > 0;
	const lines = [
		location['name'],
		address?.['address_1'],
		address?.['address_2'],
		address?.['city'],
		address?.['state_province']
	].map(cellOf);
	return {
		row: {
			address: [...new Set(lines.map((line) => line.trim()))]
				.filter((line) => line !== '')
				.join(', '),
			postcode: cellOf(address?.['postal_code']),
			longitude,
			latitude
		},
		isVirtual,
		isPostal: isPostal && (longitude === '' || latitude === '')
	};
}

function ages(service: Json): string {
	const [from, to] = [cellOf(service['minimum_age']), cellOf(service['maximum_age'])];
	if (from && to) return `Ages ${from} to ${to}`;
	return from ? `Ages ${from} and over` : to ? `Ages up to ${to}` : '';
}

const together = (texts: readonly string[]): string =>
	[...new Set(texts)].filter((text) => text !== '').join('; ');
