/**
 * Get Information About Schools, all establishments (`edubasealldataYYYYMMDD.csv`, in
 * windows-1252): open schools and colleges, and children's centres where the file has them.
 *
 * The layout was checked against public code that reads the file by these names (each of
 * them, the encoding and dates as dd-mm-yyyy), and not against the
 * publisher's file itself.
 */
import { schoolSubkind } from '../../refresh/datasets/schools.ts';
import { AssetTable, joinAddress, webAddress } from '../asset-table.ts';
import type { AssetReader, EntryText, Made } from '../reader.ts';
import type { Row } from '../rows.ts';
import { dateOf } from './companies-house.ts';
import { hasAll, oglFrom, separated } from './words.ts';

const COLUMNS = [
	'URN',
	'EstablishmentName',
	'TypeOfEstablishment (name)',
	'EstablishmentTypeGroup (name)',
	'EstablishmentStatus (name)',
	'PhaseOfEducation (name)',
	'OpenDate',
	'Street',
	'Locality',
	'Address3',
	'Town',
	'County (name)',
	'Postcode',
	'SchoolWebsite',
	'TelephoneNum',
	'Easting',
	'Northing'
] as const;
/** Not in England, or not at a place. */
const ELSEWHERE = /welsh|overseas|offshore|online/i;

export const gias: AssetReader = {
	id: 'gias',
	title: 'Get Information About Schools, all establishments (CSV in windows-1252)',
	main: 'establishments',
	recognise: (head) =>
		hasAll(head, ['URN', 'EstablishmentName', 'EstablishmentStatus (name)'])
			? 'establishments'
			: null,
	layout: (_, head) => ({
		columns: COLUMNS,
		format: separated(head),
		encoding: 'windows-1252'
	}),
	async read(context) {
		const collected = dateOf(context.collected);
		const entry = (id: string, title: string, defects: string[]): EntryText => ({
			id,
			title,
			publisher: 'Department for Education (Get Information About Schools)',
			official: 'https://get-information-schools.service.gov.uk',
			licence: 'OGL-3.0',
			attribution: oglFrom('Department for Education'),
			period: collected,
			geography: 'points',
			coverage: 'England',
			done: [
				'Open establishments; those overseas, offshore, online and in Wales left out',
				'Grid references converted to longitude and latitude (within five metres)',
				'LSOA found from the point, by the generalised outline'
			],
			defects
		});
		const schools = entry('schools', 'Schools and colleges', [
			'A point may be that of the postcode'
		]);
		const hubs = entry('family-hubs', 'Children’s centres', [
			'Family hubs have no register of their own'
		]);
		const tables = {
			schools: new AssetTable(context, schools, 'school'),
			hubs: new AssetTable(context, hubs, 'children-centre')
		};
		let others = 0;
		for await (const row of context.rows('establishments')) {
			const [type, group, phase] = [
				row.text('TypeOfEstablishment (name)') ?? '',
				row.text('EstablishmentTypeGroup (name)') ?? '',
				row.text('PhaseOfEducation (name)') ?? ''
			];
			const open = /^open/i.test(row.text('EstablishmentStatus (name)') ?? '');
			if (!open || ELSEWHERE.test(`${type} ${group}`)) {
				others++;
				continue;
			}
			const urn = row.required('URN');
			if (!/^\d{5,7}$/.test(urn)) throw row.wrong('URN', `${JSON.stringify(urn)} is no URN`);
			const centre = /children.s centre/i.test(type);
			tables[centre ? 'hubs' : 'schools'].add(row, {
				key: urn,
				name: row.required('EstablishmentName'),
				kind: centre ? 'family-hub' : 'school',
				subkind: centre ? null : schoolSubkind(group, type, phase),
				status: 'verified',
				address: joinAddress(
					row.text('Street'),
					row.text('Locality'),
					row.text('Address3'),
					row.text('Town'),
					row.text('County (name)')
				),
				postcode: context.lookups.tidyPostcode(row.text('Postcode')),
				phone: row.text('TelephoneNum'),
				url: webAddress(row.text('SchoolWebsite')),
				point: gridOf(row),
				firstSeen: row.day('OpenDate'),
				sourceDetail: `URN ${urn}`,
				note: type === '' ? null : type
			});
		}
		context.say(`schools: ${tables.schools.summary()}; ${others} closed or elsewhere left out`);
		const made: Made[] = [
			{ folder: 'assets', entry: schools, collected, table: tables.schools.finish(collected) }
		];
		if (tables.hubs.counts.rows > 0) {
			context.say(`family-hubs: ${tables.hubs.summary()}`);
			made.push({ folder: 'assets', entry: hubs, collected, table: tables.hubs.finish(collected) });
		}
		return made;
	}
};

/** The grid reference, which is 0 where none is known. */
function gridOf(row: Row): { easting: number; northing: number } | null {
	const [easting, northing] = [row.amount('Easting'), row.amount('Northing')];
	return easting && northing ? { easting, northing } : null;
}
