/**
 * Give Food: its daily dump (`foodbanks.csv`: a row a food bank and a row each of its
 * distribution points) or its API's list (`/api/2/foodbanks/`, JSON: food banks alone).
 */
import { AssetTable, webAddress, type AssetClaim } from '../asset-table.ts';
import type { AssetReader } from '../reader.ts';
import type { Row } from '../rows.ts';
import { dateOf } from './companies-house.ts';
import { hasAll, separated } from './words.ts';

const DUMP = [
	'id',
	'organisation_name',
	'location_name',
	'url',
	'phone_number',
	'email',
	'address',
	'postcode',
	'country',
	'lat_lng',
	'charity_number',
	'network',
	'is_area',
	'modified'
] as const;
const API = [
	'name',
	'slug',
	'address',
	'postcode',
	'country',
	'lat_lng',
	'network',
	'closed'
] as const;

const NETWORKS: Record<string, string> = {
	trussell: 'trussell',
	'trussell trust': 'trussell',
	ifan: 'ifan',
	independent: 'independent'
};

export const giveFood: AssetReader = {
	id: 'give-food',
	title: 'food banks of Give Food (CSV dump, or JSON of its API)',
	main: 'food-banks',
	recognise(head) {
		const columns = head.kind === 'json' ? API : DUMP.slice(0, 3);
		return hasAll(head, columns) ? 'food-banks' : null;
	},
	layout: (_, head) =>
		head.kind === 'json'
			? { columns: API, format: { kind: 'json', path: '$.*' } }
			: { columns: DUMP, format: separated(head) },
	async read(context) {
		const collected = dateOf(context.collected);
		const entry = {
			id: 'food-banks',
			title: 'Food banks',
			publisher: 'Give Food',
			official: 'https://www.givefood.org.uk/api/',
			licence: 'Unlicense' as const,
			attribution:
				'Food banks: Give Food. Contains OS data © Crown copyright and database right. Contains National Statistics data © Crown copyright and database right',
			period: collected,
			geography: 'points',
			coverage: 'England',
			done: [
				'Rows of England only; food banks that are closed kept as closed',
				'LSOA found from the point, by the generalised outline'
			],
			defects: [
				'The row of a food bank itself is its main or office address; rows of distribution points are named for it',
				'Where a food bank delivers to an area, the row has no point'
			]
		};
		const table = new AssetTable(context, entry, 'food');
		let others = 0;
		for await (const row of context.rows('food-banks')) {
			if (row.text('country') !== 'England') {
				others++;
				continue;
			}
			const dumped = row.text('organisation_name') !== null;
			table.add(row, dumped ? fromDump(row) : fromApi(row));
		}
		context.say(`food-banks: ${table.summary()}; ${others} outside England left out`);
		return [{ folder: 'assets', entry, collected, table: table.finish(collected) }];
	}
};

function fromDump(row: Row): AssetClaim {
	const [bank, location] = [row.required('organisation_name'), row.text('location_name')];
	const area = /^true$/i.test(row.text('is_area') ?? '');
	return {
		...common(row),
		key: row.required('id'),
		name: location === null ? bank : `${bank}: ${location}`,
		status: 'unverified',
		organisation: bank,
		charityNumber: row.text('charity_number'),
		phone: row.text('phone_number'),
		url: webAddress(row.text('url')),
		lastSeen: row.day('modified'),
		point: area ? null : pointOf(row),
		unplaced: area,
		sourceDetail: location === null ? 'food bank' : 'distribution point'
	};
}

function fromApi(row: Row): AssetClaim {
	const inside = (column: string, name: string): string | null => {
		const value = row.raw(column);
		const found =
			typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : null;
		return typeof found === 'string' && found !== '' ? found : null;
	};
	return {
		...common(row),
		key: row.required('slug'),
		name: row.required('name'),
		status: row.raw('closed') === true ? 'closed' : 'unverified',
		organisation: row.required('name'),
		charityNumber: inside('charity', 'registration_id'),
		phone: row.text('phone'),
		url: webAddress(inside('urls', 'homepage')),
		point: pointOf(row)
	};
}

const common = (row: Row) => ({
	kind: 'food-bank' as const,
	subkind: NETWORKS[row.text('network')?.toLowerCase() ?? ''] ?? null,
	address: lines(row.raw('address')),
	postcode: row.text('postcode'),
	email: row.text('email')
});

/** An address of several lines in one. */
const lines = (value: unknown): string | null =>
	typeof value === 'string' && value.trim() !== ''
		? value
				.split(/[\r\n]+/)
				.map((line) => line.trim().replace(/,$/, ''))
				.filter((line) => line !== '')
				.join(', ')
		: null;

function pointOf(row: Row): { longitude: number; latitude: number } | null {
	const text = row.text('lat_lng');
	if (text === null) return null;
	const [, latitude, longitude] = /^(-?\d+(?:\.\d*)?)\s*,\s*(-?\d+(?:\.\d*)?)$/.exec(text) ?? [];
	if (latitude === undefined || longitude === undefined) {
		throw row.wrong('lat_lng', `${JSON.stringify(text.slice(0, 40))} is not "latitude,longitude"`);
	}
	return { latitude: Number(latitude), longitude: Number(longitude) };
}
