/**
 * Primary care networks and their practices: ePCN of the NHS Organisation Data Service, as
 * workbook (sheets "PCNDetails" and "PCN Core Partner Details") or as the two CSV files without
 * heading, epcn and epcncorepartnerdetails. Headings of the workbook break their lines; blanks
 * of any kind are read as one.
 *
 * The order of columns of epcn.csv is that of the workbook; it could not be confirmed.
 * A network's address is an office: networks are tables, not places that people go to.
 */
import { makeTable, type Cell, type Column } from '../../../src/lib/facts/table.ts';
import { sortRows } from '../../refresh/tables.ts';
import type { AssetReader, Made } from '../reader.ts';
import type { Layout, Row } from '../rows.ts';
import { dateOf } from './companies-house.ts';
import { oglFrom } from './words.ts';

const DETAILS = [
	'PCN Code',
	'PCN Name',
	'Current Sub ICB Loc Code',
	'Sub ICB Location',
	'Open Date',
	'Close Date',
	'Address Line 1',
	'Address Line 2',
	'Address Line 3',
	'Address Line 4',
	'Address Line 5',
	'Postcode'
] as const;
const PARTNERS = [
	'Partner Organisation Code',
	'Partner Name',
	'Practice Parent Sub ICB Loc Code',
	'Practice Parent Sub ICB Loc Name',
	'PCN Code',
	'PCN Name',
	'PCN Parent Sub ICB Loc Code',
	'PCN Parent Sub ICB Loc Name',
	'Practice to PCN Relationship Start Date',
	'Practice to PCN Relationship End Date',
	'Practice Sub ICB and PCN Sub ICB Match?'
] as const;
const SHEETS = { networks: 'PCNDetails', members: 'PCN Core Partner Details' } as const;

const PCN = /^U\d{5}$/;

export const pcn: AssetReader = {
	id: 'ods-epcn',
	title:
		'ePCN of the NHS Organisation Data Service: networks and their practices (workbook or CSV)',
	main: 'networks',
	recognise({ kind, names, member }) {
		if (kind === 'xlsx') return names.includes(SHEETS.networks) ? 'networks' : null;
		if (kind !== 'csv') return null;
		if (names.length === DETAILS.length && PCN.test(names[0] ?? '')) return 'networks';
		return names.length === PARTNERS.length && /^epcncorepartner/.test(member) ? 'members' : null;
	},
	layout(table, { kind }): Layout {
		const all = table === 'networks' ? DETAILS : PARTNERS;
		if (kind !== 'xlsx') {
			return { columns: [], headerless: all, format: { kind: 'csv', delimiter: ',' } };
		}
		const needed =
			table === 'networks'
				? DETAILS.slice(0, 6)
				: [...PARTNERS.slice(0, 2), ...PARTNERS.slice(4, 6), ...PARTNERS.slice(8, 10)];
		return {
			columns: needed,
			format: { kind: 'xlsx', sheet: table === 'networks' ? SHEETS.networks : SHEETS.members }
		};
	},
	async read(context) {
		const collected = dateOf(context.collected);
		const base = {
			publisher: 'NHS England (Organisation Data Service)',
			official: 'https://digital.nhs.uk/services/organisation-data-service',
			licence: 'OGL-3.0' as const,
			attribution: oglFrom('NHS England'),
			period: `register of ${collected}`,
			coverage: 'England',
			defects: []
		};
		const networks = columnsOf(['pcn', 'name', 'sub_icb_ods', 'opened', 'postcode']);
		const seen = new Set<string>();
		let closed = 0;
		for await (const row of context.rows('networks')) {
			const code = pcnOf(row);
			if (seen.has(code)) throw row.wrong('PCN Code', `${code} stands twice`);
			seen.add(code);
			if (row.day('Close Date') !== null) {
				closed++;
				continue;
			}
			networks.push([
				code,
				row.required('PCN Name'),
				row.text('Current Sub ICB Loc Code'),
				row.day('Open Date'),
				context.lookups.tidyPostcode(row.text('Postcode'))
			]);
		}
		context.say(`pcns-registered: ${networks.rows()} networks; ${closed} closed left out`);
		const made: Made[] = [
			{
				folder: 'tables',
				collected,
				entry: {
					...base,
					id: 'pcns-registered',
					title: 'Primary care networks as registered',
					geography: 'networks',
					done: ['Open networks; the address is an office and is left out but for its postcode']
				},
				table: sortRows(networks.table(), 'pcn')
			}
		];
		if (!context.has('members')) return made;
		const members = columnsOf(['practice_code', 'pcn', 'pcn_name', 'since']);
		let ended = 0;
		for await (const row of context.rows('members')) {
			if (row.day('Practice to PCN Relationship End Date') !== null) {
				ended++;
				continue;
			}
			members.push([
				row.required('Partner Organisation Code'),
				pcnOf(row),
				row.required('PCN Name'),
				row.day('Practice to PCN Relationship Start Date')
			]);
		}
		context.say(`pcn-members: ${members.rows()} memberships; ${ended} ended left out`);
		return [
			...made,
			{
				folder: 'tables',
				collected,
				entry: {
					...base,
					id: 'pcn-members',
					title: 'Practices of primary care networks',
					geography: 'networks',
					done: ['Memberships without a date of ending']
				},
				table: sortRows(members.table(), 'practice_code', 'pcn')
			}
		];
	}
};

function pcnOf(row: Row): string {
	const code = row.required('PCN Code');
	if (!PCN.test(code))
		throw row.wrong('PCN Code', `${JSON.stringify(code)} is no code of a network`);
	return code;
}

/** Columns of texts, filled by rows. */
function columnsOf(names: readonly string[]) {
	const values: Cell[][] = names.map(() => []);
	return {
		push: (cells: Cell[]) => values.forEach((column, at) => column.push(cells[at] ?? null)),
		rows: () => values[0]?.length ?? 0,
		table: () =>
			makeTable(
				Object.fromEntries(
					names.map((name, at): [string, Column] => [
						name,
						{ type: name.includes('name') ? 'text' : 'code', values: values[at] ?? [] }
					])
				)
			)
	};
}
