/** Files that come together are read as one list where they are one, and one after another where not. */
import { describe, expect, it } from 'vitest';
import { bytesOf, CONTEXT } from './fixture.ts';
import { ImportError } from './import-error.ts';
import { dbf, shp, THREE, WGS84 } from './readers/fixture.ts';
import { ImportSession } from './session.ts';
import { nameTogether, readFiles } from './together.ts';

const file = (name: string, text: string | Uint8Array) => ({
	name,
	bytes: typeof text === 'string' ? bytesOf(text) : text
});
const namesOf = async (files: readonly ReturnType<typeof file>[], sheet?: number) => {
	const { table } = await readFiles(files, sheet === undefined ? {} : { sheet });
	const session = new ImportSession(table, CONTEXT);
	await session.check();
	return { names: session.result().map(({ asset }) => asset.name), table, session };
};
const north = file('north.csv', 'Venue,Postcode\nComfrey Hall,NR3 1AA\n');
const south = file('south.csv', 'Venue,Postcode\nTansy Hall,NR3 2AD\n');
const clubs = file(
	'clubs.csv',
	'Club,Age group,Phone,Lat,Long\nMallow Club,8 to 12,01603 000001,52.6215,1.2211\n'
);

describe('files that come together', () => {
	it('are called after the first', () => {
		expect(nameTogether(['a.csv'])).toBe('a.csv');
		expect(nameTogether(['a.csv', 'b.csv'])).toBe('a.csv and b.csv');
		expect(nameTogether(['a.csv', 'b.csv', 'c.csv'])).toBe('a.csv and 2 others');
	});

	it('are one list where their columns are alike, be they of one name or not', async () => {
		expect((await namesOf([north, south])).names).toEqual(['Comfrey Hall', 'Tansy Hall']);
		const twice = await namesOf([north, { ...south, name: 'north.csv' }]);
		expect(twice.names).toEqual(['Comfrey Hall', 'Tansy Hall']);
		expect(twice.table.sheets?.rest).toEqual([]);
	});

	it('are joined where they name each other’s rows', async () => {
		const { names, table, session } = await namesOf([
			file('venues.csv', 'id,name,postcode\nV1,Comfrey Hall,NR3 1AA\nV2,Tansy Hall,NR3 2AD\n'),
			file(
				'sessions.csv',
				'id,name,venue_id,day\nS1,Baby massage,V2,Monday\nS2,Stay and play,V1,Friday\n'
			)
		]);
		expect(names).toEqual(['Baby massage', 'Stay and play']);
		expect(session.result().map(({ asset }) => asset.postcode)).toEqual(['NR3 2AD', 'NR3 1AA']);
		expect(table.notes.join(' ')).toContain('name each other’s rows');
	});

	it('make a shapefile of its parts, and name what is none of them', async () => {
		const { names, table } = await namesOf([
			file(
				'halls.dbf',
				dbf(
					[['name', 30]],
					THREE.map(({ name }) => [name])
				)
			),
			file('halls.prj', WGS84),
			north,
			file('halls.shp', shp(THREE.map(({ longitude, latitude }) => [longitude, latitude])))
		]);
		expect(names).toEqual(THREE.map(({ name }) => name));
		expect(table.notes[0]).toContain('“north.csv” is no part of the shapefile');
	});

	it('come one after another where they have nothing to do with each other', async () => {
		const first = await namesOf([north, clubs, south]);
		expect(first.names).toEqual(['Comfrey Hall', 'Tansy Hall']);
		expect(first.table.sheets?.rest).toEqual([1]);
		expect(first.table.notes.join(' ')).toContain(
			'“clubs.csv” has other columns and was not read with them: it comes next.'
		);
		expect((await namesOf([north, clubs, south], 1)).names).toEqual(['Mallow Club']);
	});

	it('say what is wrong with each that cannot be read', async () => {
		const { names, table } = await namesOf([north, file('plan.pdf', '%PDF-1.7')]);
		expect(names).toEqual(['Comfrey Hall']);
		expect(table.notes.join(' ')).toMatch(/“plan.pdf” could not be read: .*PDF/);
		const both = readFiles([file('a.pdf', '%PDF-1.7'), file('b.pdf', '%PDF-1.7')]);
		await expect(both).rejects.toThrow(/PDF/);
		await expect(readFiles([north, file('empty.csv', '')])).rejects.toThrow(ImportError);
		await expect(readFiles(Array.from({ length: 60 }, () => north))).rejects.toThrow('at most 50');
	});
});
