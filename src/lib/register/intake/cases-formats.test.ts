/**
 * Files in formats, encodings and states that people have them in (tests/data/lists; places, people
 * and contacts in them are invented), each with what is right.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bring, placesOf } from './fixture.ts';
import { readTable } from './formats.ts';
import type { ImportSession } from './session.ts';

const places = placesOf(
	'Exampleshire',
	[
		{ lsoa21: 'E01000001', lsoa11: 'E01000001', west: 0.3, south: 52.4, size: 1.5 },
		{ lsoa21: 'E01000002', lsoa11: 'E01000002', west: -2.6, south: 51.2, size: 0.4 }
	],
	{
		'NR1 3QG': [1.2945, 52.6266, 0],
		'NR30 2ER': [1.7374, 52.6059, 0],
		'NR31 6LA': [1.718, 52.5617, 0],
		'BA1 1NX': [-2.3585, 51.3807, 1],
		'BA2 3HT': [-2.3739, 51.3764, 1]
	},
	[0, 50, 3.5]
);

const bytesIn = (path: string) =>
	new Uint8Array(readFileSync(new URL(`../../../../tests/data/lists/${path}`, import.meta.url)));
async function open(path: string): Promise<ImportSession> {
	const session = await bring(bytesIn(path), path.split('/')[1], { places });
	for (const { word, kind } of session.summary().kindWords) {
		const other = { kind: 'other-service', subkind: null } as const;
		if (kind === null) await session.apply({ do: 'kind', word, kind: other });
	}
	return session;
}
const assetsIn = async (path: string) => (await open(path)).result().map(({ asset }) => asset);
const said = (session: ImportSession, row: number) =>
	session
		.view(row)
		.remarks.map(({ text }) => text)
		.join(' ');

describe('a list in another encoding, or with another sign between its cells', () => {
	it.each(['excel-unicode-text.txt', 'umap-fr-cp1252.csv', 'umap-fr-utf16le.csv'])(
		'%s reads as it was meant',
		async (file) => {
			const [cafe, hall] = await assetsIn(`10-encodings/${file}`);
			expect(cafe).toMatchObject({
				name: 'Café Invented – “The Nook”',
				latitude: 52.6266,
				longitude: 1.2945
			});
			expect(hall?.name).toBe('St Mary’s Hall');
		}
	);
	it('of an old Mac is read as one, and that is said', async () => {
		const session = await open('10-encodings/mac-roman.csv');
		expect(session.result().map(({ asset }) => asset.name)).toEqual([
			'Café Invented',
			'St Mary’s Hall'
		]);
		expect(session.table.notes.join()).toContain('Mac OS Roman');
	});
	it('that was broken before is mended, and each row says so', async () => {
		const session = await open('10-encodings/mojibake.csv');
		expect(session.result().map(({ asset }) => asset.name)).toEqual([
			'Café Invented',
			'St Mary’s Hall'
		]);
		expect(session.view(0).outcome).toBe('fixed');
		expect(said(session, 0)).toContain('“CafÃ© Invented” is broken text');
		expect(said(session, 0)).toContain('mended as “Café Invented”');
	});
	it('that names its sign in a line above is read by it, and its lines are counted', async () => {
		const session = await open('10-encodings/sep-line.csv');
		expect(session.result()[0]?.asset.name).toBe('Invented Hall');
		expect(session.view(0).line).toBe(3);
	});
});

describe('a feed of services', () => {
	it('places each where people go, and says when', async () => {
		const bytes = bytesIn('18-oruk-feeds/addresses-and-schedules.json');
		const { table } = await readTable({ name: 'a.json', bytes }, { today: '2026-11-27' });
		const at = (heading: string) => table.headings.indexOf(heading);
		const times = table.rows.map((row) => row[at('opening_times')]);
		expect(table.rows[0]?.[at('postcode')]).toBe('NR1 3QG');
		expect(table.rows[1]?.[at('postcode')]).toBe('');
		expect(times.slice(2, 5)).toEqual([
			'first Monday of the month 10:00–12:00',
			'ended on 31 March 2023: every other Tuesday 10:00–12:00',
			'Friday 09:00–10:00'
		]);
		expect(table.rows).toHaveLength(7);
		expect(table.rows[6]?.[at('note')]).toBe('Temporarily closed.');
		expect(table.notes.join(' ')).toMatch(
			/online or by telephone.*“temporarily closed”.*have ended/
		);
	});
	it('with impossible coordinates uses its postcodes, and needs no place for what is online', async () => {
		const session = await open('18-oruk-feeds/odd-values.json');
		const assets = session.result().map(({ asset }) => asset);
		expect(assets.map(({ postcode, longitude }) => [postcode, longitude])).toEqual([
			['NR1 3QG', 1.2945],
			['NR30 2ER', 1.7374],
			['NR31 6LA', 1.718],
			[null, null]
		]);
		expect(assets[2]).toMatchObject({
			openingTimes: 'Monday, Wednesday 09:00–17:00',
			kind: 'food-bank',
			note: 'Temporarily closed.'
		});
	});
	it('of services at locations is read, and one of organisations named', async () => {
		const [one] = await assetsIn('18-oruk-feeds/service_at_locations.json');
		expect(one).toMatchObject({
			name: 'Invented Counselling',
			organisation: 'Invented Org',
			postcode: 'NR1 3QG',
			longitude: 1.2945
		});
		await expect(open('18-oruk-feeds/organisation-list.json')).rejects.toThrow(
			'/organizations of an Open Referral UK feed'
		);
	});
});

describe('a file of a map', () => {
	it('of OpenStreetMap is read by its tags', async () => {
		const session = await open('20-osm-geojson/overpass-turbo.geojson');
		const [hall, food] = session.result().map(({ asset }) => asset);
		expect(hall).toMatchObject({
			name: 'Invented Hall',
			kind: 'community-venue',
			address: '1 The Street, Norwich',
			postcode: 'NR1 3QG',
			phone: '+44 1603 000000',
			url: 'https://example.org',
			openingTimes: 'Mo-Fr 09:00-17:00'
		});
		expect(food).toMatchObject({ kind: 'food-bank', postcode: 'NR30 2ER' });
		expect(session.view(2)).toMatchObject({ outcome: 'look' });
		expect(session.view(2).name).not.toContain('node/3');
	});
	it('with links in its cells has what they lead to', async () => {
		const [library] = await assetsIn('20-osm-geojson/styled.geojson');
		expect(library).toMatchObject({
			email: 'library@example.org',
			url: 'http://example.org/library'
		});
		expect(library?.longitude).toBeCloseTo(1.2947, 3);
	});
	it.each([
		['bng-crs-polygon.geojson', ['Grid Hall', 'Grid Park', 'Grid Park without postcode']],
		['bng-no-crs.geojson', ['Grid Hall', 'Grid Park']],
		['bom.geojson', ['Bom Hall']],
		['lat-lng-props-null-geometry.geojson', ['Null Hall', 'Both Hall']],
		['lines.geojsonl', ['Line Hall 0', 'Line Hall 1', 'Line Hall 2']],
		['nested-props.geojson', ['Nested Hall']],
		['string-coords.geojson', ['Text Hall']],
		['swapped.geojson', ['Swapped Hall', 'Right Hall']],
		['topojson.json', ['Topo Hall']]
	])('%s stands where its geometry is', async (file, names) => {
		const session = await open(`30-odd-geojson/${file}`);
		session.table.rows.forEach((_, row) => expect(said(session, row)).not.toContain('no position'));
		const assets = session.result().map(({ asset }) => asset);
		expect(assets.map(({ name }) => name)).toEqual(names);
		assets.forEach(({ name, longitude, latitude }) => {
			const isSea = name === 'Both Hall' || name === 'Right Hall';
			expect(longitude).toBeCloseTo(isSea ? 1.7374 : 1.2945, 2);
			expect(latitude).toBeCloseTo(isSea ? 52.6059 : 52.6266, 2);
		});
	});
	it('in web mercator is turned into degrees', async () => {
		const [hall] = (await open('30-odd-geojson/mercator.geojson')).table.rows;
		expect(Number(hall?.[0])).toBeCloseTo(1.2945, 3);
		expect(Number(hall?.[1])).toBeCloseTo(52.66, 1);
	});
	it('whose properties say other positions stands on its geometry', async () => {
		const session = await open('30-odd-geojson/property-xy-beside-geometry.geojson');
		const [far] = session.page('look', 0, 9).rows;
		expect(far?.remarks[0]?.text).toMatch(/km from where its properties .* say it is/);
		await session.apply(session.decisionsFor('confirm-looks'));
		const assets = session.result().map(({ asset }) => asset);
		expect(assets.map(({ longitude, latitude }) => [longitude, latitude])).toEqual([
			[1.7374, 52.6059],
			[1.2945, 52.6266],
			[1.2945, 52.6266]
		]);
	});
});

describe('a list that a spreadsheet program went over', () => {
	it('has its opening times together with their days', async () => {
		const [hub] = await assetsIn('21-hours-in-columns/days.csv');
		expect(hub?.openingTimes).toBe('Monday 10am-2pm; Tuesday closed; Wednesday 10am-2pm');
		const [pharmacy] = await assetsIn('21-hours-in-columns/pharmacies.csv');
		expect(pharmacy?.name).toBe('A Invented Pharmacy');
		expect(pharmacy?.openingTimes).toMatch(/^Monday 08:30-13:00,14:00-17:30; Tuesday/);
	});
	it('has its zeros back, and no number that was cut short', async () => {
		const session = await open('25-excel-damage/cqc.csv');
		const [dental, hall] = session.result().map(({ asset }) => asset);
		expect(dental).toMatchObject({ phone: '01225000003', charityNumber: null, capacity: 1200 });
		expect(hall).toMatchObject({ phone: null, charityNumber: '0123456' });
		expect([dental, hall].map((one) => one?.verified ?? one?.lastSeen)).toEqual([
			'2014-03-24',
			'2014-03-24'
		]);
		expect(said(session, 0)).toContain('cut “1.123E+06” short');
		expect(said(session, 1)).toContain('cut “4.41225E+11” short');
	});
});
