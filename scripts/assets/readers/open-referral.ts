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
import { serviceNotes } from '../../../src/lib/register/intake/readers/open-referral.ts';
import {
	serviceRows,
	termsOf,
	type ServiceRow
} from '../../../src/lib/register/intake/readers/service-rows.ts';
import { kindOfTerm, ownTerm } from '../../../src/lib/register/taxonomy.ts';
import { hashKey } from '../../refresh/assets.ts';
import { AssetTable, joinAddress, webAddress } from '../asset-table.ts';
import { feedEntry, type AssetReader } from '../reader.ts';
import type { Row } from '../rows.ts';
import { dateOf } from './companies-house.ts';

type Json = Record<string, unknown>;

/** A description is cut to a line. */
const LONGEST_NOTE = 400;
/** More locations than any service has. */
const MOST_LOCATIONS = 10_000;

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
			...feedEntry(feed, 'Services'),
			period: collected,
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
		const told = { isVirtual: 0, isPostal: 0, state: 0, hasEnded: 0 };
		for await (const row of context.rows('services')) {
			const service = Object.fromEntries(row.columns().map((name) => [name, row.raw(name)]));
			const rows = serviceRows(service, {
				most: MOST_LOCATIONS,
				today: collected,
				emptyIsNone: true
			});
			let place = 0;
			for (const says of rows) {
				const index = place++;
				const point = pointOf(says.row);
				const inEngland = point !== null && plausible(point);
				if (point !== null && !inEngland) misplaced++;
				for (const name of Object.keys(told) as (keyof typeof told)[]) if (says[name]) told[name]++;
				table.add(row, {
					...claimOf(row, service, says.row),
					address: addressOf(says.row),
					postcode: context.lookups.tidyPostcode(text(says.row.postcode)),
					key: hashKey(row.required('id'), says.location || index),
					unplaced: says.isVirtual,
					point: inEngland ? point : null
				});
			}
		}
		if (misplaced > 0) {
			context.say(`${feed.dataset}: ${misplaced} points outside England passed over`);
		}
		for (const note of serviceNotes(told)) context.say(`${feed.dataset}: ${note}`);
		context.say(`${feed.dataset}: ${table.summary()}`);
		return [{ folder: 'assets', entry, collected, table: table.finish(collected) }];
	}
};

const plausible = ({ longitude, latitude }: { longitude: number; latitude: number }) =>
	longitude > -7 && longitude < 2.2 && latitude > 49.8 && latitude < 56;

const text = (value: string | undefined): string | null => {
	const tidied = (value ?? '').replace(/\s+/g, ' ').trim();
	return tidied === '' ? null : tidied;
};

function pointOf(row: ServiceRow): { longitude: number; latitude: number } | null {
	const [longitude, latitude] = [row.longitude, row.latitude].map((degrees) =>
		text(degrees) === null ? NaN : Number(degrees)
	) as [number, number];
	return Number.isFinite(longitude) && Number.isFinite(latitude) ? { longitude, latitude } : null;
}

/** The address in one line; a location that has the service's own name is not named again. */
const addressOf = ({ name, address }: ServiceRow): string | null =>
	joinAddress(...(address ?? '').split(', ').map((part) => (part === name ? null : text(part))));

/** What is said of the service itself. */
function claimOf(row: Row, service: Json, said: ServiceRow) {
	const note = text(said.note);
	const verified = text(said.verified);
	return {
		name: row.required('name'),
		...kindOf(service),
		status: said.status === 'closed' ? ('closed' as const) : ('unverified' as const),
		serves: text(said.serves),
		areaOfOperation: text(said.areaOfOperation),
		openingTimes: text(said.openingTimes),
		organisation: text(said.organisation),
		phone: text(said.phone),
		email: text(said.email),
		url: webAddress(text(said.url)),
		verified: verified && /^\d{4}-\d{2}-\d{2}$/.test(verified) ? verified : null,
		verifiedBy: null,
		sourceDetail: row.required('id'),
		note: note && note.length > LONGEST_NOTE ? `${note.slice(0, LONGEST_NOTE)}…` : note
	};
}

/** The kind that one of its taxonomy terms speaks of, by name or identifier. */
function kindOf(service: Json): { kind: AssetKind; subkind: string | null } {
	const names = termsOf(service);
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
