import { assetTable, PLACE_SPECS, type AssetClaim, hashKey, textOf } from '../assets.ts';
import { LSOA, OPTIONAL_TEXT, TEXT } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import { joined } from '../tables.ts';

type Claimed = Pick<AssetClaim, 'kind' | 'subkind' | 'status'>;

/** What the words of the list's `service_status` begin with, and what they mean here. */
const SERVICES: [start: string, claimed: Claimed][] = [
	['obstetric hospital', { kind: 'maternity-unit', subkind: 'obstetric', status: 'verified' }],
	[
		'freestanding midwifery unit',
		{ kind: 'maternity-unit', subkind: 'freestanding-midwifery', status: 'unverified' }
	],
	[
		'antenatal/postnatal clinics only',
		{ kind: 'maternity-hub-or-clinic', subkind: 'clinic', status: 'unverified' }
	],
	[
		'midwifery clinic',
		{ kind: 'maternity-hub-or-clinic', subkind: 'clinic', status: 'unverified' }
	],
	[
		'community maternity hub',
		{ kind: 'maternity-hub-or-clinic', subkind: 'hub', status: 'unverified' }
	],
	[
		'community midwife base',
		{ kind: 'maternity-hub-or-clinic', subkind: 'midwife-base', status: 'unverified' }
	]
];

/** Maternity units, hubs and clinics compiled for two regions, with the evidence for each. */
export const maternitySites: DatasetReader = {
	id: 'maternity-sites',
	folder: 'assets',
	after: ['areas-lsoa21'],
	read(context) {
		const { name, postcode, longitude, latitude, point_source } = PLACE_SPECS;
		const sites = context.csv({
			name,
			postcode,
			longitude,
			latitude,
			point_source,
			site_code: OPTIONAL_TEXT,
			service_status: TEXT,
			evidence: TEXT
		});
		// The list has no LSOA; the national list of named sites has the same places with theirs.
		const located = context.csv({ postcode: TEXT, lsoa21: LSOA }, { copy: 1 });
		const { path } = context.source(1);
		const columns = { ...sites.columns, ...joined(path, sites, located, 'postcode', ['lsoa21']) };
		const places = { rows: sites.rows, columns: columns as typeof columns & { lsoa21: never } };
		return assetTable(context, places, 'maternity', (row, file) => {
			const words = String(row.service_status);
			const service = SERVICES.find(([start]) => words.startsWith(start));
			if (!service) {
				throw new SourceError(file, `${JSON.stringify(words)} is not a known kind of service`);
			}
			return {
				key: hashKey(row.name, row.postcode),
				...service[1],
				source_detail: textOf(row.site_code),
				note: `${words}. Evidence: ${String(row.evidence)}`
			};
		});
	}
};
