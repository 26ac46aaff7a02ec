/** From a row of a table of `geodata/assets` to an asset as the schema has it. */
import * as v from 'valibot';
import { AssetSchema, type Asset } from './asset.ts';

/** A row as the tables have it; columns that a table lacks are null. */
export type RegisterRow = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Columns of the tables whose name is not the schema's, by field. */
const OTHER_NAMES: Partial<Record<keyof Asset, string>> = { openingTimes: 'opening_hours' };

/**
 * The asset that a row of the register is. Nothing a table says of it is lost: areas above
 * the neighbourhood follow from that, and `group` stays with the row. What a table doesn't
 * say but means is said: a row listed as open by an official register was verified by it
 * when it was collected; a note that is a web address is one.
 *
 * @param licence id of the source's licence in the catalogue
 * @throws where the row is not an asset, with its id and the column that is wrong
 */
export function assetOf(row: RegisterRow, licence: string | null): Asset {
	const read = (column: string) => row[column] ?? null;
	const field = (name: keyof Asset, column: string) =>
		read(OTHER_NAMES[name] ?? column) ?? read(column);
	const official = row['status'] === 'verified';
	const note = read('note');
	const noteIsAddress = typeof note === 'string' && /^https?:\/\/\S+$/.test(note);
	const result = v.safeParse(AssetSchema, {
		id: read('id'),
		name: read('name'),
		kind: read('kind'),
		subkind: read('subkind'),
		serves: read('serves'),
		address: read('address'),
		postcode: read('postcode'),
		longitude: read('longitude'),
		latitude: read('latitude'),
		pointSource: read('point_source'),
		lsoa21: read('lsoa21'),
		registeredAddress: read('registered_address'),
		registeredPostcode: read('registered_postcode'),
		areaOfOperation: read('area_of_operation'),
		openingTimes: field('openingTimes', 'opening_times'),
		capacity: read('capacity'),
		organisation: read('organisation'),
		charityNumber: read('charity_number'),
		companyNumber: read('company_number'),
		phone: read('phone'),
		email: read('email'),
		url: read('url') ?? (noteIsAddress ? note : null),
		source: read('source'),
		sourceDetail: read('source_detail'),
		licence: read('licence') ?? licence,
		collected: read('collected'),
		firstSeen: read('first_seen'),
		lastSeen: read('last_seen'),
		verified: read('verified') ?? (official ? read('collected') : null),
		verifiedBy: read('verified_by') ?? (official && !row['verified'] ? 'register' : null),
		status: read('status'),
		consent: read('consent'),
		note: noteIsAddress && !row['url'] ? null : note
	});
	if (!result.success) {
		const [issue] = result.issues;
		throw new Error(`${String(row['id'])}, ${v.getDotPath(issue) ?? 'row'}: ${issue.message}`);
	}
	return result.output;
}
