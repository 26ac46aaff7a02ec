/**
 * Services of an Open Referral UK directory: a page or list of services saved from a feed of
 * version 3 (`contents`, services with `service_at_locations`) or of versions 1 and 2
 * (`content`, locations with `physical_addresses`), or the file that `--url` makes, a service a
 * line. A service at several locations becomes a row each.
 *
 * Versions are told apart service by service, by the names above. Names of version 3 were checked
 * against the profile's schemas (see tests/data/openreferral-schemas); those of versions 1 and 2
 * (`service_taxonomys`, `regular_schedules`, `physical_addresses` of a location with `address_1`,
 * `city`, `state_province`, `postal_code`) against public code that reads councils' feeds.
 */
import type { AssetKind } from '../../../src/lib/register/kinds.ts';
import { kindOfTerm, ownTerm } from '../../../src/lib/register/taxonomy.ts';
import { withoutBetween } from '../../../src/lib/text/scan.ts';
import { hashKey } from '../../refresh/assets.ts';
import { AssetTable, joinAddress, webAddress } from '../asset-table.ts';
import type { AssetReader } from '../reader.ts';
import type { Row } from '../rows.ts';
import { dateOf } from './companies-house.ts';

type Json = Record<string, unknown>;

const object = (value: unknown): Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.map(object) : []);
const text = (value: unknown): string | null => {
	const tidied = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
	return tidied === '' ? null : tidied;
};
const degrees = (value: unknown): number | null => {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : null;
};
/** A description is cut to a line. */
const LONGEST_NOTE = 400;

export const openReferral: AssetReader = {
	id: 'open-referral',
	title: 'services of an Open Referral UK feed, version 3 or 1/2 (JSON, or --url)',
	main: 'services',
	recognise: ({ kind, names }) =>
		kind === 'json' &&
		names.includes('id') &&
		names.includes('name') &&
		names.some((name) =>
			['service_at_locations', 'organization', 'organization_id', 'service_taxonomys'].includes(
				name
			)
		)
			? 'services'
			: null,
	layout: (_, { rows }) => ({
		columns: ['id', 'name'],
		format: { kind: 'json', path: rows ?? '$' }
	}),
	async read(context) {
		const { feed } = context;
		if (!feed) {
			throw new Error(
				'say whose services these are: --dataset <id> --publisher <name> --licence <licence>'
			);
		}
		const collected = dateOf(context.collected);
		const entry = {
			id: feed.dataset,
			title: `Services listed by ${feed.publisher}`,
			publisher: feed.publisher,
			official: feed.url,
			licence: feed.licence,
			attribution: `Services: ${feed.publisher}`,
			period: collected,
			geography: 'points',
			coverage: 'as the directory covers',
			done: [
				'A row a service and location; points of the source, else the centre of the postcode',
				'Kinds by the names of the directory’s taxonomy terms, where they speak of one',
				'Descriptions cut to a line and freed of markup'
			],
			defects: ['To be listed is a claim of the directory']
		};
		const table = new AssetTable(context, entry, `or-${feed.dataset}`);
		let misplaced = 0;
		for await (const row of context.rows('services')) {
			const service = Object.fromEntries(row.columns().map((name) => [name, row.raw(name)]));
			const places = list(service['service_at_locations']);
			const at = places.length > 0 ? places.map((place) => object(place['location'])) : [{}];
			const claim = said(row, service);
			for (const [index, location] of at.entries()) {
				const point = pointOf(location);
				const inEngland = point !== null && plausible(point);
				if (point !== null && !inEngland) misplaced++;
				table.add(row, {
					...claim,
					...placed(location, context.lookups.tidyPostcode, claim.name),
					key: hashKey(claim.sourceDetail, text(location['id']) ?? index),
					point: inEngland ? point : null
				});
			}
		}
		if (misplaced > 0) {
			context.say(`${feed.dataset}: ${misplaced} points outside England passed over`);
		}
		context.say(`${feed.dataset}: ${table.summary()}`);
		return [{ folder: 'assets', entry, collected, table: table.finish(collected) }];
	}
};

const plausible = ({ longitude, latitude }: { longitude: number; latitude: number }) =>
	longitude > -7 && longitude < 2.2 && latitude > 49.8 && latitude < 56;

function pointOf(location: Json): { longitude: number; latitude: number } | null {
	const [longitude, latitude] = [degrees(location['longitude']), degrees(location['latitude'])];
	return longitude === null || latitude === null ? null : { longitude, latitude };
}

/** What is said of the service itself. */
function said(row: Row, service: Json) {
	const organisation = object(service['organization']);
	const status = text(service['status'])?.toLowerCase();
	const closed = status === 'defunct' || status === 'inactive';
	const phone = [
		...list(service['phones']),
		...list(service['contacts']).flatMap((contact) => list(contact['phones']))
	].map((one) => text(one['number']))[0];
	const schedules = [...list(service['schedules']), ...list(service['regular_schedules'])].flatMap(
		(schedule) => hours(schedule) ?? []
	);
	const areas = list(service['service_areas']).flatMap(
		(area) => text(area['name']) ?? text(area['service_area']) ?? []
	);
	const who = list(service['eligibilitys']).flatMap((one) => text(one['eligibility']) ?? []);
	const description = text(withoutBetween(service['description']?.toString() ?? '', '<', '>'));
	const assured = text(service['assured_date'])?.slice(0, 10);
	return {
		name: row.required('name'),
		...kindOf(service),
		status: closed ? ('closed' as const) : ('unverified' as const),
		serves: text(service['eligibility_description']) ?? (who.length > 0 ? who.join('; ') : null),
		areaOfOperation: areas.length > 0 ? areas.join('; ') : null,
		openingTimes: schedules.length > 0 ? schedules.join('; ') : null,
		organisation: text(organisation['name']),
		phone: phone ?? null,
		email: text(service['email']) ?? text(organisation['email']),
		url: webAddress(text(service['url'])) ?? webAddress(text(organisation['website'])),
		verified: assured && /^\d{4}-\d{2}-\d{2}$/.test(assured) ? assured : null,
		verifiedBy: null,
		sourceDetail: row.required('id'),
		note:
			description && description.length > LONGEST_NOTE
				? `${description.slice(0, LONGEST_NOTE)}…`
				: description
	};
}

/** The kind that one of its taxonomy terms speaks of, by name or identifier. */
function kindOf(service: Json): { kind: AssetKind; subkind: string | null } {
	const terms = [
		...list(service['attributes']).map((one) => object(one['taxonomy_term'])),
		...list(service['service_taxonomys']).map((one) => object(one['taxonomy']))
	];
	const names = terms.flatMap((term) =>
		[term['code'], term['term'], term['name']].flatMap((name) => text(name) ?? [])
	);
	const own = names.flatMap((name) => ownTerm(name) ?? []);
	// Of several kinds the first is what it is above all; the more specific word for it may follow.
	const [first] = own;
	return (
		own.find(({ kind, subkind }) => kind === first?.kind && subkind !== null) ??
		first ?? {
			kind: names.map(kindOfTerm).find((kind) => kind !== null) ?? 'other-service',
			subkind: null
		}
	);
}

function hours(schedule: Json): string | null {
	const days = text(schedule['byday']) ?? text(schedule['weekday']);
	const [from, to] = [text(schedule['opens_at']), text(schedule['closes_at'])];
	if (from && to) return `${days ? `${days} ` : ''}${from.slice(0, 5)}–${to.slice(0, 5)}`;
	return text(schedule['description']);
}

/**
 * Address of a location: `addresses` in version 3, `physical_addresses` before. The location's
 * name is part of it, where that is not the service's own.
 */
function placed(
	location: Json,
	tidy: (text: string | null) => string | null,
	service: string | null
) {
	const [address = {}] = [...list(location['addresses']), ...list(location['physical_addresses'])];
	const name = text(location['name']);
	return {
		address: joinAddress(
			name === service ? null : name,
			text(address['address_1']),
			text(address['city']),
			text(address['state_province'])
		),
		postcode: tidy(text(address['postal_code']))
	};
}
