/** Lists that no reader knows come in on the command line as they do on the page. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { strToU8, zipSync } from 'fflate';
import { spreadsheet } from '../../src/lib/register/intake/fixture-spreadsheet.ts';
import { dbf, shp, WGS84 } from '../../src/lib/register/intake/readers/fixture.ts';
import { makeWorkshop, postcodesOf, projectLookups, type Workshop } from './fixture.ts';

let shop: Workshop;
beforeEach(() => (shop = makeWorkshop()));
afterEach(() => shop.remove());

const NORWICH = 'E07000148';
const FEED = {
	dataset: 'zzyzx-halls',
	publisher: 'Zzyzx Council',
	licence: 'OGL-3.0' as const,
	url: 'https://example.org/'
};
const TABLE = 'assets/zzyzx-halls.parquet';
const bring = (files: string[], choices = {}) =>
	shop.run(files, { feed: FEED, collected: '2026-05-01', choices });
const namesIn = async () => (await shop.table(TABLE)).columns['name']?.values;

async function two() {
	const [one = '', other = ''] = await postcodesOf(NORWICH, 2);
	const lookups = await projectLookups();
	const at = (postcode: string) => lookups.postcode(postcode) ?? { longitude: NaN, latitude: NaN };
	return { one, other, a: at(one), b: at(other) };
}

describe('a list in a layout of the page', () => {
	it('is read in every format, with the same places', async () => {
		const { one, other, a, b } = await two();
		const csv = `Venue,Type,Postcode\nComfrey Hall,Village hall,${one}\nTansy Hall,Village hall,${other}\n`;
		const placemark = (name: string, { longitude, latitude }: typeof a) =>
			`<Placemark><name>${name}</name><Point><coordinates>${longitude},${latitude}</coordinates></Point></Placemark>`;
		const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${placemark('Comfrey Hall', a)}${placemark('Tansy Hall', b)}</Document></kml>`;
		const gpx = `<?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="${a.latitude}" lon="${a.longitude}"><name>Comfrey Hall</name></wpt><wpt lat="${b.latitude}" lon="${b.longitude}"><name>Tansy Hall</name></wpt></gpx>`;
		const shapes = {
			'halls.shp': shp([a, b].map(({ longitude, latitude }) => [longitude, latitude])),
			'halls.dbf': dbf([['name', 30]], [['Comfrey Hall'], ['Tansy Hall']]),
			'halls.prj': strToU8(WGS84)
		};
		const files: [string, string | Uint8Array][] = [
			['halls.txt', new Uint8Array(Buffer.from(`\ufeff${csv.replaceAll(',', '\t')}`, 'utf16le'))],
			['halls.kmz', zipSync({ 'doc.kml': strToU8(kml) })],
			['halls.gpx', gpx],
			['halls.zip', zipSync(shapes)],
			[
				'halls.xlsx',
				spreadsheet([
					['Halls'],
					['Venue', 'Postcode'],
					['Comfrey Hall', one],
					['Tansy Hall', other]
				])
			]
		];
		for (const [name, content] of files) {
			await bring([shop.file(name, content)]);
			expect(await namesIn(), name).toEqual(expect.arrayContaining(['Comfrey Hall', 'Tansy Hall']));
			const { longitude, latitude } = (await shop.table(TABLE)).columns;
			expect([...(longitude?.values ?? [])].sort(), name).toEqual(
				[a.longitude, b.longitude].map((x) => Math.round(x * 1e5) / 1e5).sort()
			);
			expect(latitude?.values.length, name).toBe(2);
		}
		const parts = Object.entries(shapes).map(([name, bytes]) => shop.file(name, bytes));
		await bring(parts);
		expect((await namesIn())?.length).toBe(2);
	});

	it('leaves out what the page would ask about, in its sentences, and what must not be found', async () => {
		const { one } = await two();
		const path = shop.file(
			'list.csv',
			`Venue,Postcode,Remarks\nComfrey Hall,${one},\nTansy Hall,,\nCardiff Hall,CF10 1AA,\nRose House,${one},Address confidential\nMallow Hall,${one} / NR1 3QG,\n`
		);
		const { said } = await bring([path]);
		const text = said.join('\n');
		expect(await namesIn()).toEqual(['Comfrey Hall']);
		expect(text).toContain('line 3, Tansy Hall: It has neither a postcode nor a position');
		expect(text).toMatch(/CF10 1AA is not in England/);
		expect(text).toMatch(/line 6, Mallow Hall: It has two postcodes/);
		expect(text).toContain('list.csv: held back are 5');
		expect(text).not.toContain('Rose House');
	});

	it('asks what it cannot know, and takes the answer', async () => {
		const { one, other } = await two();
		const path = shop.file(
			'timetable.csv',
			`Session,Venue,Postcode,What sort\nBaby massage,Hall,${one},Zumba\nStay and play,Hall,${one},Zumba\nBumps,Rooms,${other},Zumba\n`
		);
		await expect(bring([path])).rejects.toThrow(
			/column "Session": “Session” and “Venue” may each be the name.*--column "Session=name"/
		);
		const { said } = await bring([path], {
			columns: ['Session=name', 'What sort=kind'],
			kinds: ['Zumba=leisure centre']
		});
		expect(await namesIn()).toEqual(
			expect.arrayContaining(['Baby massage', 'Bumps', 'Stay and play'])
		);
		expect((await shop.table(TABLE)).columns['subkind']?.values[0]).toBe('leisure-or-sport');
		expect(said.join('\n')).not.toContain('no kind that is known');
	});

	it('says whose list it must be told to be, and names what is not read', async () => {
		const kml = shop.file('halls.kml', '<kml xmlns="http://www.opengis.net/kml/2.2"></kml>');
		await expect(shop.run([kml])).rejects.toThrow('say whose it is with --dataset');
		const pdf = shop.file('plan.pdf', '%PDF-1.7');
		await expect(bring([pdf])).rejects.toThrow(/it is a PDF; copy the table/);
	});
});
