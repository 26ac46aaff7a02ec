/**
 * NHS England, Primary Care Network Workforce, individual-level CSV of one or more censuses:
 * social prescribing link workers by network. Their rows are added to those of earlier censuses.
 *
 * The role stands in DETAILED_STAFF_ROLE or, in earlier files, in STAFF_ROLE.
 */
import { makeTable, type Cell, type Table } from '../../../src/lib/facts/table.ts';
import { round, sortRows } from '../../refresh/tables.ts';
import type { AssetReader } from '../reader.ts';
import { hasAll, oglFrom, separated } from './words.ts';

const COLUMNS = [
	'CENSUS_YEAR',
	'CENSUS_MONTH',
	'PCN_CODE',
	'PCN_NAME',
	'ICB_CODE',
	'UNIQUE_IDENTIFIER',
	'FTE'
] as const;
const ROLES = ['DETAILED_STAFF_ROLE', 'STAFF_ROLE'] as const;
const LINK_WORKER = /^social prescribing link workers?$/i;
const DATASET = 'link-workers-pcn';

interface Network {
	census: string;
	icb24: string;
	pcn: string;
	name: string;
	fte: number;
	people: Set<string>;
	records: number;
}

export const pcnWorkforce: AssetReader = {
	id: 'pcn-workforce',
	title: 'Primary Care Network Workforce, individual level (CSV): link workers by network',
	main: 'staff',
	recognise: (head) =>
		hasAll(head, ['PCN_CODE', 'FTE']) && ROLES.some((role) => head.names.includes(role))
			? 'staff'
			: null,
	layout: (_, head) => ({
		columns: [...COLUMNS, ROLES.find((role) => head.names.includes(role)) ?? ROLES[0]],
		format: separated(head)
	}),
	async read(context) {
		const found = new Map<string, Network>();
		let others = 0;
		for await (const row of context.rows('staff')) {
			if (!ROLES.some((role) => LINK_WORKER.test(row.text(role) ?? ''))) {
				others++;
				continue;
			}
			const year = row.required('CENSUS_YEAR');
			const month = row.required('CENSUS_MONTH').padStart(2, '0');
			if (!/^20\d{2}$/.test(year)) throw row.wrong('CENSUS_YEAR', `"${year}" is not a year`);
			if (!/^(0[1-9]|1[0-2])$/.test(month)) {
				throw row.wrong('CENSUS_MONTH', `"${month}" is not the number of a month`);
			}
			const census = `${year}-${month}`;
			const pcn = row.required('PCN_CODE');
			const ods = row.required('ICB_CODE');
			const icb24 = context.lookups.icbByOds.get(ods);
			if (icb24 === undefined) {
				throw row.wrong('ICB_CODE', `${ods} is not an ICB that the table of networks knows`);
			}
			const fte = row.amount('FTE');
			if (fte === null || fte < 0) throw row.wrong('FTE', 'is no full-time equivalent');
			const key = `${census} ${icb24} ${pcn}`;
			const network = found.get(key) ?? {
				census,
				icb24,
				pcn,
				name: row.required('PCN_NAME'),
				fte: 0,
				people: new Set<string>(),
				records: 0
			};
			network.fte += fte;
			network.people.add(row.text('UNIQUE_IDENTIFIER') ?? '');
			network.records++;
			found.set(key, network);
		}
		const networks = [...found.values()];
		const censuses = [...new Set(networks.map(({ census }) => census))].sort();
		const last = censuses.at(-1);
		if (last === undefined)
			throw new Error('the workforce file has no social prescribing link workers');
		context.say(
			`${DATASET}: ${networks.length} networks in ${censuses.join(', ')}; ${others} other records`
		);
		const earlier = await context.lookups.table(DATASET);
		return [
			{
				folder: 'tables',
				keepCopies: true,
				collected: last,
				entry: {
					id: DATASET,
					title: 'Social prescribing link workers by primary care network',
					publisher: 'NHS England (Primary Care Network Workforce)',
					official:
						'https://digital.nhs.uk/data-and-information/publications/statistical/primary-care-network-workforce',
					licence: 'OGL-3.0',
					attribution: oglFrom('NHS England; OHID Fingertips'),
					period: `to ${last}`,
					geography: 'networks',
					coverage: 'England',
					done: [
						'Summed from individual records; NHS codes of ICBs replaced by ONS codes',
						'People are different identifiers; records without one count as one person a network'
					],
					defects: [
						'A network without a row reported none, which does not mean zero',
						'Full-time equivalents can exceed people: contracted-in staff share blank identifiers'
					]
				},
				table: merged(earlier, networks, censuses)
			}
		];
	}
};

/** Rows of other censuses as they were, and the new ones. */
function merged(earlier: Table | null, networks: Network[], censuses: readonly string[]): Table {
	const made: Record<string, Cell[]> = {
		census: networks.map(({ census }) => census),
		icb24: networks.map(({ icb24 }) => icb24),
		pcn: networks.map(({ pcn }) => pcn),
		pcn_name: networks.map(({ name }) => name),
		fte: networks.map(({ fte }) => round(fte, 4)),
		headcount: networks.map(({ people }) => people.size),
		records: networks.map(({ records }) => records)
	};
	const kept = (earlier?.columns['census']?.values ?? []).flatMap((census, row) =>
		censuses.includes(String(census)) ? [] : [row]
	);
	const types = {
		census: 'code',
		icb24: 'code',
		pcn: 'code',
		pcn_name: 'text',
		fte: 'number',
		headcount: 'integer',
		records: 'integer'
	} as const;
	const table = makeTable(
		Object.fromEntries(
			Object.entries(types).map(([name, type]) => [
				name,
				{
					type,
					values: [
						...kept.map((row) => earlier?.columns[name]?.values[row] ?? null),
						...(made[name] ?? [])
					]
				}
			])
		)
	);
	return sortRows(table, ...Object.keys(types));
}
