/** Feeds of Open Referral UK: where people go, when, and what a feed leaves out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bring, bytesOf } from '../fixture.ts';
import { readTable } from '../formats.ts';
import { scheduleWords } from './schedule-words.ts';

const ORGANISATION = { id: 'o', name: 'Invented Trust' };
const PHYSICAL = { address_1: '1 Road', postal_code: 'NR3 1AA', address_type: 'physical' };
const POSTAL = { address_1: 'PO Box 1', postal_code: 'NR3 2AD', address_type: 'postal' };
const service = (more: object, ...locations: object[]) => ({
	id: 's1',
	name: 'Baby group',
	status: 'active',
	organization: ORGANISATION,
	service_at_locations: locations.map((location, i) => ({ id: `sal${i}`, location })),
	...more
});
const page = (...contents: object[]) => JSON.stringify({ total_items: contents.length, contents });
const tableOf = async (json: string) =>
	(await readTable({ name: 'feed.json', bytes: bytesOf(json) }, { today: '2026-11-27' })).table;

describe('a location', () => {
	it('is at its physical address, whatever its place in the list', async () => {
		const session = await bring(
			page(service({}, { id: 'l', addresses: [POSTAL, PHYSICAL] })),
			'feed.json'
		);
		expect(session.result()[0]?.asset).toMatchObject({ address: '1 Road', postcode: 'NR3 1AA' });
	});
	it('that is online has no point, though it has an address', async () => {
		const virtual = { id: 'l', location_type: 'virtual', latitude: 52.61, longitude: 1.21 };
		const session = await bring(
			page(service({}, { ...virtual, addresses: [POSTAL] })),
			'feed.json'
		);
		expect(session.result()[0]?.asset).toMatchObject({
			longitude: null,
			postcode: null,
			address: null,
			pointSource: 'none: kept without a position'
		});
		expect(session.table.notes.join()).toContain('One row is of a location that is online');
	});
	it('with an address for letters alone needs a look', async () => {
		const session = await bring(page(service({}, { id: 'l', addresses: [POSTAL] })), 'feed.json');
		expect(session.view(0).outcome).toBe('look');
		expect(session.table.notes.join()).toContain('One row has an address for letters alone');
	});
	it('whose coordinates are impossible is at its postcode', async () => {
		const session = await bring(
			page(service({}, { id: 'l', latitude: 100, longitude: 101, addresses: [PHYSICAL] })),
			'feed.json'
		);
		expect(session.result()[0]?.asset).toMatchObject({ longitude: 1.21, latitude: 52.61 });
	});
	it('that there is none of is believed where other services have some, and counted', async () => {
		const hall = { id: 'l', addresses: [PHYSICAL] };
		const session = await bring(
			page(service({}, hall), service({ id: 's2', name: 'Helpline' })),
			'feed.json'
		);
		expect(session.result().map(({ asset }) => asset.pointSource)).toEqual([
			'postcode centroid',
			'none: kept without a position'
		]);
		expect(session.table.notes.join()).toContain('One service says that it has no location');
		const { notes } = await tableOf(page(service({ service_at_locations: undefined })));
		expect(notes.join()).toContain('1 of 1 services name no location (service_at_locations)');
	});
	it('comes with its service from /service_at_locations', async () => {
		const item = (id: string, location: object) => ({
			id,
			service: { id: 's1', name: 'Baby group', status: 'active', organization: ORGANISATION },
			location
		});
		const session = await bring(
			page(
				item('a', { id: 'l1', addresses: [PHYSICAL] }),
				item('b', { id: 'l2', latitude: 52.63, longitude: 1.28 })
			),
			'feed.json'
		);
		expect(
			session
				.result()
				.map(({ asset }) => [asset.id, asset.name, asset.organisation, asset.latitude])
		).toEqual([
			['s1-l1', 'Baby group', 'Invented Trust', 52.61],
			['s1-l2', 'Baby group', 'Invented Trust', 52.63]
		]);
	});
});

describe('what a feed says of itself', () => {
	it('tells that a service is temporarily closed', async () => {
		const session = await bring(
			page(service({ status: 'temporarily closed', description: 'A group.' }, PHYSICAL_AT)),
			'feed.json'
		);
		const [one] = session.result();
		expect(one?.asset).toMatchObject({
			status: 'unverified',
			note: 'Temporarily closed. A group.'
		});
	});
	it('says which fields no service has', async () => {
		const { notes } = await tableOf(
			page(service({ organization: undefined, schedules: [], status: '' }, PHYSICAL_AT))
		);
		expect(notes.join()).toContain(
			'No service in this file says its organisation (organization), status (status) and date (last_modified).'
		);
	});
	it('is named where it lists no services', async () => {
		const organisations = page({ id: 'o1', name: 'Trust', website: 'x', locations: [] });
		await expect(tableOf(organisations)).rejects.toThrow('it lists organisations, not services');
		await expect(tableOf(page())).rejects.toThrow('lists no services');
	});
});
const PHYSICAL_AT = { id: 'l', addresses: [PHYSICAL] };

describe('a schedule', () => {
	const times = { opens_at: '10:00:00Z', closes_at: '12:00' };
	it.each([
		[{ byday: 'MO,WE', ...times }, 'Monday, Wednesday 10:00–12:00'],
		[{ weekday: 'MO', ...times }, 'Monday 10:00–12:00'],
		[{ freq: 'MONTHLY', byday: '1MO', ...times }, 'first Monday of the month 10:00–12:00'],
		[
			{ freq: 'MONTHLY', byday: '1TU,3TU', ...times },
			'first Tuesday and third Tuesday of the month 10:00–12:00'
		],
		[{ freq: 'MONTHLY', byday: '-1FR', ...times }, 'last Friday of the month 10:00–12:00'],
		[
			{ freq: 'MONTHLY', interval: 2, byday: '2TH', ...times },
			'second Thursday of every other month 10:00–12:00'
		],
		[
			{ freq: 'MONTHLY', bymonthday: '1,15', ...times },
			'1st day and 15th day of the month 10:00–12:00'
		],
		[{ freq: 'WEEKLY', interval: 2, byday: 'TU', ...times }, 'every other Tuesday 10:00–12:00'],
		[{ freq: 'WEEKLY', interval: 3, byday: 'TU', ...times }, 'Tuesday, every 3 weeks, 10:00–12:00'],
		[{ freq: 'DAILY', ...times }, 'every day 10:00–12:00'],
		[
			{ byday: 'TU', ...times, valid_to: '2023-03-31' },
			'ended on 31 March 2023: Tuesday 10:00–12:00'
		],
		[
			{ byday: 'TU', ...times, valid_to: '2027-03-31' },
			'Tuesday 10:00–12:00 (until 31 March 2027)'
		],
		[
			{ byday: 'TU', ...times, valid_from: '2027-01-01' },
			'Tuesday 10:00–12:00 (from 1 January 2027)'
		],
		[{ description: 'Term time only' }, 'Term time only'],
		[{}, '']
	])('%j is “%s”', (schedule, words) => {
		expect(scheduleWords(schedule, '2026-11-27')).toBe(words);
	});
	it('of any fields is read without a fault', () => {
		const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant('1MO,-1FR'));
		fc.assert(
			fc.property(
				fc.record({
					freq: value,
					interval: value,
					byday: value,
					bymonthday: value,
					opens_at: value,
					closes_at: value,
					valid_to: value,
					description: value
				}),
				(schedule) => {
					expect(scheduleWords(schedule, '2026-11-27')).not.toMatch(/undefined|NaN|null/);
				}
			)
		);
	});
	it('is the location’s as well as the service’s', async () => {
		const { rows, headings } = await tableOf(
			page(
				service(
					{ schedules: [{ byday: 'MO', ...times }] },
					{ ...PHYSICAL_AT, schedules: [{ byday: 'FR', ...times }] }
				)
			)
		);
		expect(rows[0]?.[headings.indexOf('opening_times')]).toBe(
			'Monday 10:00–12:00; Friday 10:00–12:00'
		);
	});
});
