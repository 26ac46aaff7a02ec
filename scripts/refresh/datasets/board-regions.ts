import { indexBy, strings, type Table } from '../../../src/lib/facts/table.ts';
import { REGION_FORMAT, type RegionFile, type Relative } from '../../../src/lib/server/regions.ts';
import type { DatasetReader, ReadContext } from '../dataset.ts';

/** Boards were joined and divided on this day. */
const CHANGED_ON = '2026-04-01';

/** A region for each board of April 2026: what a lookup can know of it. */
export const boardRegions: DatasetReader = {
	id: 'board-regions',
	after: ['areas-lsoa11', 'areas-lsoa21', 'lsoa11-lsoa21', 'boards-lsoa21', 'boards'],
	read(context) {
		const boards = context.table('boards');
		const names = strings(boards, 'name');
		const facts = factsOf(context);
		return strings(boards, 'icb26').map((code, row) => {
			const body = names[row] ?? code;
			const members = facts.members.get(code) ?? [];
			const region = makeRegion(code, body, members, facts);
			return {
				path: `regions/boards/${code}.json`,
				text: JSON.stringify(region, null, '\t') + '\n',
				areas: members.length
			};
		});
	}
};

interface BoardFacts {
	/** Rows of the areas of 2021 by board of 2026. */
	members: Map<string, number[]>;
	/** Codes of CCGs by board, on either vintage of LSOAs. */
	ccgs: Map<string, Set<string>>;
	ccgNames: Map<string, string>;
	column(name: string): readonly string[];
	/** Rows by code of a column. */
	wholes(name: string): Map<string, number>;
}

function factsOf(context: ReadContext): BoardFacts {
	const [areas, areas11, links, boards] = [
		'areas-lsoa21',
		'areas-lsoa11',
		'lsoa11-lsoa21',
		'boards-lsoa21'
	].map((id) => context.table(id)) as [Table, Table, Table, Table];
	const boardOf = new Map<string, string>();
	const codes = strings(boards, 'icb26');
	strings(boards, 'lsoa21').forEach((lsoa, row) => boardOf.set(lsoa, codes[row] ?? ''));

	const members = new Map<string, number[]>();
	const ccgs = new Map<string, Set<string>>();
	const addTo = (board: string, ccg: string) => {
		ccgs.set(board, (ccgs.get(board) ?? new Set()).add(ccg));
	};
	const ccg21 = strings(areas, 'ccg19');
	strings(areas, 'lsoa21').forEach((lsoa, row) => {
		const board = boardOf.get(lsoa) ?? '';
		const list = members.get(board) ?? [];
		members.set(board, list);
		list.push(row);
		addTo(board, ccg21[row] ?? '');
	});
	const [row11, ccg11] = [indexBy(areas11, 'lsoa11'), strings(areas11, 'ccg19')];
	const to = strings(links, 'lsoa21');
	strings(links, 'lsoa11').forEach((lsoa, i) => {
		addTo(boardOf.get(to[i] ?? '') ?? '', ccg11[row11.get(lsoa) ?? -1] ?? '');
	});
	const ccgNames = new Map<string, string>();
	const named = strings(areas11, 'ccg19_name');
	ccg11.forEach((code, row) => ccgNames.set(code, named[row] ?? code));
	const counted = new Map<string, Map<string, number>>();
	const column = (name: string) => strings(areas, name);
	return {
		members,
		ccgs,
		ccgNames,
		column,
		wholes(name) {
			const known = counted.get(name) ?? new Map<string, number>();
			if (known.size === 0) {
				for (const code of column(name)) known.set(code, (known.get(code) ?? 0) + 1);
			}
			counted.set(name, known);
			return known;
		}
	};
}

function makeRegion(
	code: string,
	body: string,
	members: readonly number[],
	facts: BoardFacts
): RegionFile {
	const name = body.replace(/^NHS /, '').replace(/ Integrated Care Board$/, '');
	const districts = groupsOf('lad24', members, facts).map((one) => ({
		code: one.code,
		...(one.part
			? {
					name: `${one.name} (part)`,
					partOf: one.name,
					note: 'Only a part of the district belongs to this board.'
				}
			: { name: one.name })
	}));
	const former = groupsOf('icb24', members, facts);
	const [only] = former;
	const isOld = former.length === 1 && only?.code === code && !only.part;
	const places = [...(facts.ccgs.get(code) ?? [])].sort().map((ccg) => ({
		code: ccg,
		name: (facts.ccgNames.get(ccg) ?? ccg).replace(/^NHS /, '').replace(/ CCG$/, '')
	}));
	return {
		format: REGION_FORMAT,
		slug: slugOf(name),
		name,
		body,
		kind: 'board',
		area: [{ vintage: 'icb26', codes: [code] }],
		...(!isOld && { since: CHANGED_ON, cameFrom: former }),
		districts: { vintage: 'lad24', items: districts },
		places: {
			vintage: 'ccg19',
			note: 'Places follow the clinical commissioning groups of 2019.',
			items: places
		},
		documents: []
	};
}

/** The areas of a column that some neighbourhoods lie in, and whether only a part of each does. */
function groupsOf(column: string, members: readonly number[], facts: BoardFacts): Relative[] {
	const [codes, names] = [facts.column(column), facts.column(`${column}_name`)];
	const found = new Map<string, { name: string; count: number }>();
	for (const row of members) {
		const code = codes[row] ?? '';
		const one = found.get(code) ?? { name: names[row] ?? code, count: 0 };
		one.count += 1;
		found.set(code, one);
	}
	return [...found]
		.map(([code, { name, count }]) => ({
			code,
			name,
			part: count < (facts.wholes(column).get(code) ?? 0)
		}))
		.sort((a, b) => (a.code < b.code ? -1 : 1));
}

const slugOf = (name: string): string =>
	name
		.toLowerCase()
		.replaceAll(/[^a-z]+/g, '-')
		.replaceAll(/^-|-$/g, '');
