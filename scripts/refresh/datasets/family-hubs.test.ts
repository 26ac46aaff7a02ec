import { describe, expect, it } from 'vitest';
import { makeTable, optionalStrings, strings, type Table } from '../../../src/lib/facts/table.ts';
import { readMadeCopies, type Rows } from '../fixture.ts';
import { column } from '../tables.ts';
import { familyHubs } from './family-hubs.ts';

const TABLES = {
	'areas-lsoa21': makeTable({
		lsoa21: column('code', ['E01000001']),
		lad24: column('code', ['E07000001']),
		icb24: column('code', ['E54000001'])
	})
};
const row = (name: string, more: Rows[number] = {}): Rows[number] => ({
	name,
	address: 'High Street, Anytown',
	postcode: 'AB1 2CD',
	latitude: 52,
	longitude: 1,
	in_gias: 1,
	in_hub_list: 0,
	lsoa21: 'E01000001',
	...more
});
const read = (first: Rows, county: Rows) =>
	readMadeCopies(familyHubs, [first, county], TABLES) as Table;

describe('family hubs and children’s centres', () => {
	it('are each once, as the county’s file has them', () => {
		const table = read(
			[row('Acorns', { lsoa21: '' }), row('Beeches', { lsoa21: '' })],
			[row('Acorns'), row('Acorns', { postcode: 'AB1 2CE' })]
		);
		const found = strings(table, 'name')
			.map((name, at) => `${name} ${optionalStrings(table, 'lsoa21')[at] ?? 'elsewhere'}`)
			.sort();
		expect(found).toEqual(['Acorns E01000001', 'Acorns E01000001', 'Beeches elsewhere']);
	});

	it('are to be confirmed, whichever list has them', () => {
		const table = read([row('Acorns', { in_gias: 0, in_hub_list: 1 })], [row('Beeches')]);
		expect(new Set(strings(table, 'status'))).toEqual(new Set(['unverified']));
		expect([...strings(table, 'note')].sort()).toEqual([
			'Listed by DfE, to confirm: a children’s centre in the register of schools',
			'Listed by DfE, to confirm: on the list of family hub sites'
		]);
	});

	it('are refused where neither list has one', () => {
		expect(() => read([row('Acorns', { in_gias: 0 })], [row('Beeches')])).toThrow(
			'Acorns is in neither list of the department'
		);
	});
});
