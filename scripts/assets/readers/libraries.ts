/**
 * Arts Council England, basic dataset for libraries: static libraries in the newest year that
 * the file has. Column names are those of the 2023 release as Libraries Hacked enhanced it
 * ("Name", "Type", "Operation in 2023"); those of the Arts Council's own file ("Library name",
 * "Library type") could not be confirmed and are read as well.
 */
import { AssetTable, joinAddress } from '../asset-table.ts';
import { hashKey } from '../../refresh/assets.ts';
import type { AssetReader, Head } from '../reader.ts';
import type { Row } from '../rows.ts';
import { oglFrom, PLACED_BY_POSTCODE, separated } from './words.ts';

const NAMES = {
	service: ['Reporting service', 'Reporting Service'],
	name: ['Name', 'Library name', 'Library Name'],
	type: ['Type', 'Library type', 'Type of library'],
	closed: ['Year closed', 'Year Closed'],
	postcode: ['Postcode'],
	address1: ['Address 1'],
	address2: ['Address 2'],
	address3: ['Address 3']
} as const;
const OPERATION = /^operation in (\d{4})$/i;
const RUN_BY: Record<string, string> = {
	LA: 'council-run',
	LAU: 'council-run',
	ICL: 'commissioned',
	CR: 'community-run',
	C: 'commissioned'
};

const nameIn = (head: Head, column: keyof typeof NAMES) =>
	NAMES[column].find((name) => head.names.includes(name)) ?? NAMES[column][0];
const newest = (head: Head) =>
	head.names
		.filter((name) => OPERATION.test(name))
		.sort()
		.at(-1) ?? 'Operation in 2023';
const read = (row: Row, column: keyof typeof NAMES) =>
	NAMES[column].map((name) => row.text(name)).find((text) => text !== null) ?? null;

export const libraries: AssetReader = {
	id: 'libraries',
	title: 'basic dataset for libraries of Arts Council England (CSV)',
	main: 'libraries',
	recognise: (head) =>
		NAMES.service.some((name) => head.names.includes(name)) &&
		head.names.some((name) => OPERATION.test(name))
			? 'libraries'
			: null,
	layout: (_, head) => ({
		columns: [
			...(Object.keys(NAMES) as (keyof typeof NAMES)[]).map((column) => nameIn(head, column)),
			newest(head)
		],
		format: separated(head)
	}),
	async read(context) {
		let year = '';
		const entry = {
			id: 'libraries',
			title: 'Public libraries',
			publisher: 'Arts Council England',
			official:
				'https://www.artscouncil.org.uk/supporting-arts-museums-and-libraries/supporting-libraries',
			licence: 'OGL-3.0' as const,
			attribution: oglFrom('Arts Council England'),
			period: '',
			geography: 'points',
			coverage: 'England',
			done: [
				'Static libraries; mobile and prison libraries and archives left out',
				PLACED_BY_POSTCODE
			],
			defects: ['A temporary closure counts as open']
		};
		const table = new AssetTable(context, entry, 'library');
		const times = new Map<string, number>();
		let others = 0;
		for await (const row of context.rows('libraries')) {
			year ||=
				row
					.columns()
					.filter((name) => OPERATION.test(name))
					.sort()
					.at(-1) ?? '';
			if (!/static/i.test(read(row, 'type') ?? '')) {
				others++;
				continue;
			}
			const [service, name, postcode] = [
				read(row, 'service'),
				read(row, 'name'),
				read(row, 'postcode')
			];
			if (name === null) throw row.wrong('Name', 'is empty, a value is needed');
			const operation = row.text(year);
			const open = operation !== null && read(row, 'closed') === null;
			const hash = hashKey(service, name, postcode);
			const before = times.get(hash) ?? 0;
			times.set(hash, before + 1);
			table.add(row, {
				key: before === 0 ? hash : `${hash}-${before + 1}`,
				name,
				kind: 'library',
				subkind: RUN_BY[operation ?? ''] ?? 'other',
				status: open ? 'verified' : 'closed',
				address: joinAddress(read(row, 'address1'), read(row, 'address2'), read(row, 'address3')),
				postcode: context.lookups.tidyPostcode(postcode),
				organisation: service
			});
		}
		context.say(`libraries: ${table.summary()}; ${others} mobile, prison or archive left out`);
		const when = context.collected ?? OPERATION.exec(year)?.[1] ?? null;
		if (when === null) throw new Error('give the year of the libraries with --collected');
		return [
			{
				folder: 'assets',
				entry: { ...entry, period: when },
				collected: when,
				table: table.finish(when)
			}
		];
	}
};
