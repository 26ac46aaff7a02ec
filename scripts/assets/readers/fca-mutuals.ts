/**
 * The mutuals public register of the Financial Conduct Authority (`SocietyList.csv`): societies
 * for the benefit of the community, and co-operatives. The register spells one of its columns
 * "Full Registation Number"; the right spelling is read too.
 */
import { AssetTable } from '../asset-table.ts';
import type { AssetReader } from '../reader.ts';
import { dateOf } from './companies-house.ts';
import { hasAll, oglFrom, PLACED_BY_POSTCODE, separated } from './words.ts';

const NUMBER = ['Full Registation Number', 'Full Registration Number'] as const;
const COLUMNS = [
	'Society Number',
	'Society Name',
	'Registered As',
	'Society Address',
	'Registration Date',
	'Society Status'
] as const;
/** Before 2014 the two kinds of societies were not told apart. */
const KINDS = /community benefit|co-?operative|registered society|industrial and provident/i;

export const fcaMutuals: AssetReader = {
	id: 'fca-mutuals',
	title: 'mutuals register of the Financial Conduct Authority (CSV)',
	main: 'societies',
	recognise: (head) => (hasAll(head, ['Society Number', 'Society Name']) ? 'societies' : null),
	layout: (_, head) => ({
		columns: [...COLUMNS, NUMBER.find((name) => head.names.includes(name)) ?? NUMBER[0]],
		format: separated(head)
	}),
	async read(context) {
		const entry = {
			id: 'community-societies',
			title: 'Community benefit societies and co-operatives by registered office',
			publisher: 'Financial Conduct Authority',
			official: 'https://mutuals.fca.org.uk/',
			licence: 'OGL-3.0' as const,
			attribution: oglFrom('Financial Conduct Authority'),
			period: `register of ${context.collected}`,
			geography: 'points',
			coverage: 'United Kingdom',
			done: [
				'Registered societies; credit unions, building and friendly societies, clubs and those no longer registered left out',
				'Postcode taken from the end of the address',
				PLACED_BY_POSTCODE
			],
			defects: [
				'The place is the registered office',
				'Societies from before August 2014 may be of either kind'
			]
		};
		const table = new AssetTable(context, entry, 'society');
		let others = 0;
		for await (const row of context.rows('societies')) {
			const kind = row.text('Registered As') ?? '';
			if (row.text('Society Status') !== 'Registered' || !KINDS.test(kind)) {
				others++;
				continue;
			}
			const address = row.text('Society Address');
			table.add(row, {
				key: (row.text(NUMBER[0]) ?? row.required(NUMBER[1])).replace(/\W+/g, '-'),
				name: row.required('Society Name'),
				kind: 'charity',
				subkind: 'community-society',
				status: 'verified',
				registeredAddress: address,
				registeredPostcode: context.lookups.tidyPostcode(address),
				sourceDetail: row.text('Society Number'),
				firstSeen: row.day('Registration Date'),
				note: kind
			});
		}
		context.say(`${entry.id}: ${table.summary()}; ${others} others left out`);
		const collected = dateOf(context.collected);
		return [{ folder: 'assets', entry, collected, table: table.finish(collected) }];
	}
};
