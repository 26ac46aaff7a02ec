import { describe, expect, it } from 'vitest';
import { makeTable, type Cell, type ColumnType } from '../../../src/lib/facts/table.ts';
import type { AssetsPart } from '../../../src/lib/register/parts.ts';
import type { PartContext } from '../part.ts';
import { Selected } from '../selection.ts';
import { linkWorkersPart } from './networks.ts';

type Rows = Record<string, Cell>[];

/** A table of rows, whose columns are those of the first. */
function table(rows: Rows) {
	const typeOf = (value: Cell): ColumnType => (typeof value === 'number' ? 'number' : 'text');
	return makeTable(
		Object.fromEntries(
			Object.entries(rows[0] ?? {}).map(([name, first]) => [
				name,
				{ type: typeOf(first), values: rows.map((row) => row[name] ?? null) }
			])
		)
	);
}

const worker = (pcn: string, fte: number, census = '2022-09', icb24 = 'B1') => ({
	census,
	icb24,
	pcn,
	pcn_name: `${pcn} PCN`,
	fte
});
const practice = (pcn: string, practice_code: string, patients: number, longitude: Cell = 1) => ({
	longitude,
	latitude: longitude === null ? null : 52,
	pcn,
	pcn_name: `${pcn} PCN`,
	practice_code,
	icb_ods: 'QAA',
	patients,
	lsoa21: 'E01000001'
});

const SQUARE = {
	type: 'Topology',
	objects: {
		lsoa11: {
			type: 'GeometryCollection',
			geometries: [{ type: 'Polygon', id: 'E01000001', arcs: [[0]] }]
		}
	},
	arcs: [
		[
			[0, 51],
			[2, 51],
			[2, 53],
			[0, 51]
		]
	]
};

/** The part of a region with one neighbourhood, which is all of the board B1, or half of it. */
async function built(workers: Rows, practices: Rows, whole = true): Promise<AssetsPart> {
	const tables: Record<string, Rows> = {
		'link-workers-pcn': workers,
		'pcn-practices-2022-23': practices,
		'gp-practices': [{ imd_score: 30, practice_code: 'P1' }],
		pcns: [{ icb24: 'B1', icb_ods: 'QAA' }]
	};
	const ours = { lsoa21: 'E01000001', lsoa11: 'E01000001', icb24: 'B1', icb22: 'B1' };
	const others = { lsoa21: 'E01000002', lsoa11: 'E01000002', icb24: 'B1', icb22: 'B1' };
	const context = {
		geodata: {
			table: (name: string) => Promise.resolve(table(tables[name] ?? [])),
			dataset: () => ({ publisher: 'NHS England' }),
			json: () => SQUARE
		},
		region: { name: 'Testshire', slug: 'testshire' },
		selection: {
			'2021': new Selected('2021', table(whole ? [ours] : [ours, others]), [0]),
			'2011': new Selected('2011', table([ours]), [0])
		}
	};
	return linkWorkersPart.build(context as unknown as PartContext);
}

describe('link workers of networks', () => {
	const ordinary = practice('U00001', 'P1', 1000);

	it('stand where the practices of their network are, and none is without a place', async () => {
		const part = await built(
			[worker('U00001', 1.5)],
			[ordinary, practice('U00001', 'P2', 3000, 2)]
		);
		expect(part.ids).toEqual(['U00001']);
		expect(part.longitude).toEqual([1.75]);
		expect(part.figures).toEqual({
			fte: [1.5],
			patients: [4000],
			practices: [2],
			imd_score: [30]
		});
		expect(part.unplaced).toBeUndefined();
	});

	it('count where no practice of their network is known: it has no place and no patients', async () => {
		const part = await built([worker('U00001', 1.5), worker('U00002', 0.5)], [ordinary]);
		expect(part.ids).toEqual(['U00001']);
		expect(part.unplaced).toEqual({
			ids: ['U00002'],
			names: ['U00002 PCN'],
			figures: { fte: [0.5], patients: [null], practices: [null], imd_score: [null] }
		});
	});

	it('of a network whose practices had closed are not reported, of no patients', async () => {
		const part = await built([worker('U00001', 1.5)], [ordinary, practice('U00003', 'P3', 0)]);
		expect(part.ids).toEqual(['U00001']);
		expect(part.unplaced).toMatchObject({
			ids: ['U00003'],
			figures: { fte: [null], patients: [0], practices: [0] }
		});
	});

	it('of a network whose patients are all with practices of another board are that board’s', async () => {
		const elsewhere = { ...practice('U00003', 'P5', 700), icb_ods: 'QBB' };
		const part = await built(
			[worker('U00001', 1.5)],
			[ordinary, practice('U00003', 'P3', 0), elsewhere]
		);
		expect([part.ids, part.unplaced]).toEqual([['U00001'], undefined]);
	});

	it('of a network whose practices have no point keep its patients', async () => {
		const part = await built(
			[worker('U00004', 2)],
			[practice('U00004', 'P4', 500, null), ordinary]
		);
		expect(part.unplaced).toMatchObject({
			ids: ['U00004'],
			figures: { fte: [2], patients: [500], practices: [1] }
		});
	});

	it('leave out the placeholder, earlier censuses, and other boards', async () => {
		const part = await built(
			[
				worker('U00000', 9),
				worker('U00005', 1, '2022-03'),
				worker('U00006', 1, '2022-09', 'B2'),
				worker('U00001', 1)
			],
			[ordinary]
		);
		expect([part.ids, part.unplaced]).toEqual([['U00001'], undefined]);
	});

	it('without a practice belong to a region only with all of their board', async () => {
		const part = await built([worker('U00002', 0.5), worker('U00001', 1)], [ordinary], false);
		expect([part.ids, part.unplaced]).toEqual([['U00001'], undefined]);
	});
});
