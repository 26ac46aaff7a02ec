/**
 * Files of mapping and spreadsheet programs in layouts that nobody wrote down, and lists in which some rows
 * are wrong: nothing is lost, and nothing moved, in silence.
 */
import { utils, write, type BookType } from '@e965/xlsx';
import fc from 'fast-check';
import type { FeatureCollection } from 'geojson';
import { topology } from 'topojson-server';
import { describe, expect, it } from 'vitest';
import { bring } from './fixture.ts';
import { delimited, ENCODINGS, LAID_OUT, STYLES } from './fixture-layouts.ts';
import { BRITISH_GRID, dbf, shp, WGS84, zipOf } from './readers/fixture.ts';
import { kmBetween } from './places.ts';
import type { ImportSession } from './session.ts';

const NAMES = ['name', 'venue name', 'facility name', 'hall', 'site title', 'warm space'];
const KINDS = ['kind', 'type', 'category', 'site type', 'sub type', 'type of venue'];

function expectPlaces(session: ImportSession, said: string, digits: number): void {
	expect(session.questions(), said).toEqual([]);
	const assets = session.result().map(({ asset }) => asset);
	expect(
		assets.map(({ name }) => name),
		said
	).toEqual(LAID_OUT.map(({ name }) => name));
	LAID_OUT.forEach(({ latitude, longitude }, at) => {
		expect(assets[at]?.latitude, said).toBeCloseTo(latitude, digits);
		expect(assets[at]?.longitude, said).toBeCloseTo(longitude, digits);
	});
}
const saidOf = (session: ImportSession): string =>
	JSON.stringify([session.table.headings, session.readings, session.table.notes]);

/** A heading as a shapefile keeps it: ten characters, none of them a space. */
const cut = (heading: string) => heading.replace(/[ .]/g, '_').slice(0, 10);

describe('a file of a mapping program', () => {
	const made = fc.record({
		name: fc.constantFrom(...NAMES),
		kind: fc.constantFrom(...KINDS),
		style: fc.constantFrom(...STYLES.slice(0, 4)),
		isGrid: fc.boolean(),
		isShape: fc.boolean(),
		turned: fc.boolean()
	});
	const headingsOf = ({
		name,
		kind,
		style,
		turned
	}: typeof made extends fc.Arbitrary<infer T> ? T : never) => {
		const both = [style(name.split(' ')), style(kind.split(' '))];
		return turned ? both.toReversed() : both;
	};
	const cellsOf = (name: string, turned: boolean) =>
		turned ? ['Village hall', name] : [name, 'Village hall'];

	it('keeps names, kinds and positions as a shapefile, whose headings are cut off', async () => {
		await fc.assert(
			fc.asyncProperty(made, async (one) => {
				const headings = headingsOf(one).map(cut);
				fc.pre(new Set(headings).size === headings.length);
				const session = await bring(
					zipOf({
						'a/places.shp': shp(
							LAID_OUT.map((p) =>
								one.isGrid ? [p.easting, p.northing] : [p.longitude, p.latitude]
							)
						),
						'a/places.dbf': dbf(
							headings.map((heading) => [heading, 40]),
							LAID_OUT.map(({ name }) => cellsOf(name, one.turned))
						),
						'a/places.prj': one.isGrid ? BRITISH_GRID : WGS84
					}),
					'places.zip'
				);
				expectPlaces(session, saidOf(session), one.isGrid ? 3 : 5);
				for (const { asset } of session.result()) {
					expect([asset.kind, asset.subkind], saidOf(session)).toEqual([
						'community-venue',
						'village-hall'
					]);
				}
			}),
			{ numRuns: 30 }
		);
	});

	it('keeps them as TopoJSON and as a map of uMap, points and areas alike', async () => {
		const format = fc.constantFrom('topojson', 'umap');
		await fc.assert(
			fc.asyncProperty(made, format, async (one, as) => {
				const headings = headingsOf(one);
				const features = LAID_OUT.map(({ name, longitude: x, latitude: y }) => ({
					type: 'Feature' as const,
					properties: Object.fromEntries(
						cellsOf(name, one.turned).map((cell, at) => [headings[at] ?? '', cell])
					),
					geometry: one.isShape
						? {
								type: 'Polygon' as const,
								coordinates: [
									[
										[x - 0.001, y - 0.001],
										[x + 0.001, y - 0.001],
										[x + 0.001, y + 0.001],
										[x - 0.001, y + 0.001],
										[x - 0.001, y - 0.001]
									]
								]
							}
						: { type: 'Point' as const, coordinates: [x, y] }
				}));
				const collection: FeatureCollection = { type: 'FeatureCollection', features };
				const text = JSON.stringify(
					as === 'topojson'
						? topology({ places: collection }, 1e6)
						: {
								type: 'umap',
								properties: { name: 'A map' },
								layers: [{ ...collection, _umap_options: { name: 'Halls' } }]
							}
				);
				const session = await bring(text, `places.${as}`);
				expectPlaces(session, saidOf(session), one.isShape ? 2 : 4);
			}),
			{ numRuns: 30 }
		);
	});
});

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WHOLE = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

describe('a spreadsheet or a text with a column for each day', () => {
	it('has its hours with their days, old or new, of one sheet or several', async () => {
		const made = fc.record({
			format: fc.constantFrom('xlsx', 'biff8', 'ods', 'fods', 'csv'),
			name: fc.constantFrom(...NAMES),
			style: fc.constantFrom(...STYLES.slice(0, 6)),
			before: fc.constantFrom('', 'opening hours ', 'hours '),
			isLong: fc.boolean(),
			isWeekend: fc.boolean(),
			sheets: fc.constantFrom(1, 3),
			encode: fc.constantFrom(...ENCODINGS),
			separator: fc.constantFrom(',', ';', '\t', '~', '^'),
			hours: fc.array(fc.constantFrom('9am-5pm', '10:00-12:00', 'Closed', '', '-'), {
				minLength: 21,
				maxLength: 21
			})
		});
		await fc.assert(
			fc.asyncProperty(made, async (one) => {
				const days = one.isLong ? WHOLE.map((day) => day.toLowerCase()) : DAYS;
				const spans = one.isWeekend ? [...days.slice(0, 5), 'sat/sun'] : days;
				const words = one.isWeekend ? [...WHOLE.slice(0, 5), 'Saturday and Sunday'] : WHOLE;
				const isSpan = (day: string) => day.includes('/');
				const headings = [
					'Ref',
					one.style(one.name.split(' ')),
					'Latitude',
					'Longitude',
					...spans.map((day) =>
						isSpan(day) ? 'Sat/Sun' : one.style(`${one.before}${day}`.split(' '))
					)
				];
				const rows = LAID_OUT.map((place, at) => [
					String((at % 2) + 1),
					place.name,
					String(place.latitude),
					String(place.longitude),
					...spans.map((_, day) => one.hours[at * 7 + day] ?? '')
				]);
				const isText = one.format === 'csv';
				const count = isText ? 1 : one.sheets;
				const book = utils.book_new();
				for (let sheet = 0; sheet < count; sheet++) {
					const own =
						count === 1
							? rows.map((cells, at) => [String(at + 1), ...cells.slice(1)])
							: [['1', ...(rows[sheet] ?? []).slice(1)]];
					utils.book_append_sheet(
						book,
						utils.aoa_to_sheet([headings, ...own]),
						`District ${sheet}`
					);
				}
				const bytes = isText
					? one.encode(
							delimited(
								[headings, ...rows.map((cells, at) => [String(at + 1), ...cells.slice(1)])],
								one.separator
							)
						)
					: new Uint8Array(
							write(book, { type: 'array', bookType: one.format as BookType }) as ArrayBuffer
						);
				const session = await bring(bytes, `a.${one.format === 'biff8' ? 'xls' : one.format}`);
				const said = saidOf(session);
				expectPlaces(session, said, 5);
				session.result().forEach(({ asset }, at) => {
					const hours = words.flatMap((day, place) => {
						const cell = one.hours[at * 7 + place] ?? '';
						return cell === '' || cell === '-' ? [] : [`${day} ${cell}`];
					});
					expect(asset.openingTimes ?? '', said).toBe(hours.join('; '));
				});
			}),
			{ numRuns: 30 }
		);
	});
});

/** What may be wrong with a row, and what becomes of it: brought as it is, or shown with a reason. */
const FAULTS = {
	none: {},
	unnamed: { name: 'NULL' },
	far: { latitude: '52.7', longitude: '1.2' },
	turned: { latitude: '1.21', longitude: '52.61' },
	nowhere: { latitude: '', longitude: '', postcode: '' },
	zero: { latitude: '0', longitude: '0' },
	twoPostcodes: { postcode: 'NR3 1AA or NR3 2AD', latitude: '', longitude: '' },
	remark: { postcode: 'NR3 1AA (rear door)', latitude: '', longitude: '' },
	noPostcode: { postcode: 'ask' },
	held: { remarks: 'Women’s refuge' },
	notPublished: { remarks: 'Do not publish' },
	postal: { address: 'PO Box 12, Exampleton' }
} as const;
type Fault = keyof typeof FAULTS;
/** Faults of rows that may come in as they are: none, or put right with a remark. */
const MAY_COME: ReadonlySet<Fault> = new Set(['none', 'turned', 'zero', 'remark', 'noPostcode']);

describe('a list in which some rows are wrong', () => {
	it('has every row brought where it is, or shown with the reason', async () => {
		const faults = Object.keys(FAULTS) as Fault[];
		const made = fc.record({
			rows: fc.array(fc.constantFrom(...faults), { minLength: 1, maxLength: 12 }),
			hasTotal: fc.boolean(),
			separator: fc.constantFrom(',', ';', '\t', '|', '~')
		});
		await fc.assert(
			fc.asyncProperty(made, async ({ rows, hasTotal, separator }) => {
				const given = rows.map((fault, at) => ({
					name: `Invented Hall ${at}`,
					address: `${at + 1} Market Place`,
					postcode: 'NR3 1AA',
					latitude: '52.61',
					longitude: '1.21',
					remarks: '',
					...FAULTS[fault]
				}));
				const text = delimited(
					[
						['Venue', 'Address', 'Post code', 'Lat', 'Long', 'Remarks'],
						...given.map((row) => Object.values(row)),
						...(hasTotal ? [[`Total: ${rows.length} halls`, '', '', '', '', '']] : [])
					],
					separator
				);
				const session = await bring(text.replaceAll('’', "'"));
				const said = text + saidOf(session);
				const { rows: all, counts } = session.summary();
				expect(all, said).toBe(rows.length);
				expect(
					Object.values(counts).reduce((sum, n) => sum + n, 0),
					said
				).toBe(rows.length);
				if (hasTotal) expect(session.table.notes.join(' '), said).toContain('Total');
				const brought = new Map(session.result().map(({ asset }) => [asset.name, asset]));
				rows.forEach((fault, at) => {
					const { outcome, remarks } = session.view(at);
					const asset = brought.get(`Invented Hall ${at}`);
					if (outcome === 'accepted' || outcome === 'fixed') {
						expect(MAY_COME.has(fault), `${fault} ${said}`).toBe(true);
						const { longitude, latitude } = asset ?? {};
						expect(kmBetween(longitude ?? 0, latitude ?? 0, 1.21, 52.61), said).toBeLessThan(0.2);
						if (fault !== 'none') expect(remarks.length, `${fault} ${said}`).toBeGreaterThan(0);
						return;
					}
					expect(asset, said).toBeUndefined();
					expect(
						remarks.some(({ kind }) => kind === outcome),
						`${fault} ${said}`
					).toBe(true);
					if (fault === 'held' || fault === 'notPublished') expect(outcome, said).toBe('held');
				});
			}),
			{ numRuns: 60 }
		);
	});
});
