/**
 * Lists in the layouts that councils, portals and mapping tools export (tests/data/lists; places,
 * people and contacts in them are invented), each with what is right.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bring, placesOf } from './fixture.ts';
import type { ImportSession } from './session.ts';

const places = placesOf(
	'Exampleshire',
	[
		{ lsoa21: 'E01000001', lsoa11: 'E01000001', west: 0.3, south: 52.4, size: 1.5 },
		{ lsoa21: 'E01000002', lsoa11: 'E01000002', west: -2.6, south: 51.2, size: 0.4 }
	],
	{
		'NR1 3QG': [1.2945, 52.6266, 0],
		'NR2 1NH': [1.288, 52.628, 0],
		'NR27 9HH': [1.3, 52.93, 0],
		'NR30 2ER': [1.7374, 52.6059, 0],
		'NR31 6LA': [1.718, 52.5617, 0],
		'PE30 1EX': [0.3969, 52.7565, 0],
		'BA1 1NX': [-2.3585, 51.3807, 1],
		'BA2 3HT': [-2.3739, 51.3764, 1],
		'BA2 9AH': [-2.401, 51.375, 1]
	},
	[0, 50, 3.5]
);

async function open(path: string): Promise<ImportSession> {
	const bytes = new Uint8Array(
		readFileSync(new URL(`../../../../tests/data/lists/${path}`, import.meta.url))
	);
	const session = await bring(bytes, path.split('/')[1], { places });
	for (const { word, kind } of session.summary().kindWords) {
		const other = { kind: 'other-service', subkind: null } as const;
		if (kind === null) await session.apply({ do: 'kind', word, kind: other });
	}
	return session;
}

const rowsOf = (session: ImportSession) =>
	session.table.rows.map((_, row) => {
		const { name, outcome, remarks } = session.view(row);
		return { name, outcome, said: remarks.map(({ text }) => text).join(' ') };
	});
const namesOf = (session: ImportSession) => rowsOf(session).map(({ name }) => name);
const asset = (session: ImportSession, name: string) =>
	session.result().find((one) => one.asset.name === name)?.asset;

describe('a list from a portal or a council', () => {
	it('with its position under “Location 1” stands there, and its address has no numbers of it', async () => {
		const session = await open('01-socrata-location/gp.csv');
		expect(session.questions()).toEqual([]);
		expect(asset(session, 'Alder Surgery')).toMatchObject({
			latitude: 51.376368,
			longitude: -2.373933,
			address: null
		});
		expect(asset(session, 'Birch Surgery')).toMatchObject({ latitude: 51.287835 });
		expect(asset(session, 'Damson Surgery')).toMatchObject({
			latitude: 51.385341,
			longitude: -2.352551,
			address: 'High Street, Bath'
		});
		const [, , cedar] = rowsOf(session);
		expect(cedar).toMatchObject({ name: 'Cedar Health Centre', outcome: 'look' });
		expect(cedar?.said).toContain('km from its postcode BA2 9AH');
	});

	it('with a geometry in a cell stands on it', async () => {
		const maps = await open('03-wkt-csv/mymaps.csv');
		expect(asset(maps, 'Invented Hall')).toMatchObject({ longitude: 1.2945, latitude: 52.6266 });
		expect(asset(maps, 'Invented Sea Hub')).toMatchObject({ longitude: 1.7374 });
		for (const name of ['Invented Walk', 'Invented Park']) {
			expect(asset(maps, name)?.longitude).toBeCloseTo(1.295, 2);
			expect(asset(maps, name)?.pointSource).toBe('a point on its line or in its area');
		}
		const json = await open('03-wkt-csv/geometry-json.csv');
		expect(asset(json, 'Invented Central Library')?.latitude).toBeCloseTo(51.383588, 5);
		const geom = await open('03-wkt-csv/the_geom.csv');
		expect(asset(geom, 'kml_2')?.longitude).toBeCloseTo(-2.389869, 5);
	});

	it('with two columns that may be the name takes the one that is called so', async () => {
		expect(namesOf(await open('06-service-before-name/libraries.csv'))).toEqual([
			'Invented Library',
			'Second Library',
			'Third Library'
		]);
		expect(namesOf(await open('06-service-before-name/activities.csv'))).toEqual([
			'Invented Village Hall',
			'Other Church Hall'
		]);
		expect(namesOf(await open('06-service-before-name/project-name.csv'))).toEqual([
			'Invented Chapel',
			'Invented Library'
		]);
	});

	it('of 58 columns is read by those that matter', async () => {
		const session = await open('08-give-food-dump/foodbanks.csv');
		expect(asset(session, 'Invented Foodbank')).toMatchObject({
			postcode: 'NR1 3QG',
			registeredPostcode: 'NR31 6LA',
			longitude: 1.2945
		});
		expect(asset(session, 'Sea Church Hall')).toMatchObject({
			organisation: 'Invented Foodbank',
			postcode: 'NR30 2ER',
			latitude: 52.6059
		});
		const [, , far, area] = rowsOf(session);
		expect(far).toMatchObject({ outcome: 'refused' });
		expect(area).toMatchObject({ name: 'Broadland', outcome: 'look' });
		expect(area?.said).toContain('it is an area and not a place');
	});

	it('with titles, groups, headings that come again, totals and sources has its places alone', async () => {
		const hubs = await open('11-excel-merged-headings/hubs.xlsx');
		expect(namesOf(hubs)).toEqual(['Invented Hall', 'Invented Library', 'Sea Hall']);
		expect(hubs.table.notes.join(' ')).toMatch(
			/read together: “Norwich” and “Great Yarmouth”.*headings stand in two rows, line 3 and 4.*“Total”/s
		);
		const grouped = await open('11-excel-merged-headings/grouped.xlsx');
		expect(namesOf(grouped)).toEqual([
			'Invented Hall',
			'Invented Library',
			'Sea Hall',
			'Cromer Invented Hall'
		]);
		expect(grouped.table.notes.join(' ')).toContain('“GREAT YARMOUTH”');
		const register = await open('12-preamble/ons-style.csv');
		expect(namesOf(register)).toEqual(['Invented Hall', 'Invented Pub']);
		expect(register.table.notes.join(' ')).toMatch(/line 6.*“Source: .*“© Crown copyright”/s);
		expect(register.summary().kindWords.map(({ word }) => word)).toContain(
			'Asset of Community Value'
		);
		const long = await open('12-preamble/long-preamble.csv');
		expect(namesOf(long)).toEqual(['Invented Hall', 'Invented Library']);
	});

	it('with postcodes as people write them says what is wrong with each', async () => {
		const session = await open('16-postcodes/list.csv');
		const rows = new Map(rowsOf(session).map(({ name, ...row }) => [name, row]));
		for (const name of ['Letter slip', 'Tbc', 'Unit', 'Dotted', 'Nbsp', 'Inside']) {
			expect(rows.get(`${name} hall`)?.outcome, name).toMatch(/fixed|accepted/);
		}
		expect(asset(session, 'Letter slip hall')?.postcode).toBe('NR30 2ER');
		expect(asset(session, 'Tbc hall')?.postcode).toBe('NR1 3QG');
		expect(rows.get('Two postcodes hall')).toMatchObject({ outcome: 'look' });
		expect(rows.get('Two postcodes hall')?.said).toContain('NR1 3QG and NR30 2ER');
		expect(rows.get('Old postcode hall')?.said).toContain('no longer in use');
		for (const name of ['Wales', 'Scotland', 'Belfast']) {
			expect(rows.get(`${name} hall`), name).toMatchObject({ outcome: 'refused' });
		}
	});

	it('with grid references, what3words, plus codes and UPRNs is placed or told what to do', async () => {
		const session = await open('24-other-locators/rural.csv');
		for (const name of ['Invented Farm Hall', 'Invented Barn']) {
			expect(asset(session, name)?.longitude).toBeCloseTo(1.2938, 2);
			expect(asset(session, name)?.latitude).toBeCloseTo(52.6266, 2);
		}
		const [, , chapel, hut] = rowsOf(session);
		expect(chapel?.said).toMatch(/what3words.*cannot be looked up here. Give it a postcode/);
		expect(hut?.said).toMatch(/plus code.*cannot be looked up here. Give it a postcode/);
		const column = await open('24-other-locators/gridref-column.csv');
		expect(asset(column, 'Invented Farm Hall')?.latitude).toBeCloseTo(52.6279, 2);
		expect(asset(column, 'Invented Barn')).toMatchObject({ address: 'The Street, Brundall' });
		expect(asset(column, 'Invented Barn')?.longitude).toBeCloseTo(1.44, 2);
	});
});
