import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { givenBack } from '../build/give-back.ts';
import { pagesOf, serviceOf, uuidOf } from '../build/open-referral.ts';
import { selectRegion } from '../build/selection.ts';
import { SourceError } from '../refresh/source-error.ts';
import { fetchFeed } from './feed.ts';
import { linkedGeodata } from '../../tests/data/built.ts';
import { makeWorkshop, postcodesOf, type Workshop } from './fixture.ts';

const URL = 'https://directory.example.org/o/v3';
const FEED = {
	dataset: 'zzyzx-directory',
	publisher: 'Zzyzx Council',
	licence: 'OGL-3.0' as const,
	url: URL
};

const service = (id: number, postcode = 'ZE1 0AA') => ({
	id: `00000000-0000-4000-8000-00000000000${id}`,
	name: `Zzyzx service ${id}`,
	description: '<p>A <b>made-up</b> service.</p>',
	status: 'active',
	url: 'https://example.org/',
	organization: { id: 'x', name: 'Zzyzx Example Trust', description: 'Made up' },
	contacts: [{ id: 'c', phones: [{ id: 'p', number: '00000 000000' }] }],
	schedules: [{ id: 's', byday: 'MO,TU', opens_at: '09:00:00', closes_at: '12:30:00' }],
	service_areas: [{ id: 'a', name: 'Zzyzxshire' }],
	service_at_locations: [
		{
			id: 'l',
			location: {
				id: 'loc',
				name: 'Zzyzx Hall',
				latitude: 52.63,
				longitude: 1.3,
				addresses: [{ address_1: '1 Nowhere Row', city: 'Zzyzxton', postal_code: postcode }]
			}
		}
	]
});

/**
 * A directory with pages of two; lists leave out locations, as version 3 does. What it answers to
 * /robots.txt is none of what it was `asked` for.
 */
function server(
	all: ReturnType<typeof service>[],
	trouble: (address: string, asked: number) => Response | null = () => null,
	robots = () => new Response('', { status: 404 })
) {
	const asked: string[] = [];
	const rules: string[] = [];
	const get = (input: string | URL | Request): Promise<Response> => {
		const address = String(input);
		if (address.endsWith('/robots.txt')) {
			rules.push(address);
			return Promise.resolve(robots());
		}
		asked.push(address);
		const failed = trouble(address, asked.length);
		if (failed) return Promise.resolve(failed);
		const page = Number(/page=(\d+)/.exec(address)?.[1] ?? 0);
		const id = /services\/([^?]+)$/.exec(address)?.[1];
		const total_pages = Math.ceil(all.length / 2);
		const answer = id
			? all.find((one) => one.id === id)
			: {
					total_items: all.length,
					total_pages,
					page_number: page,
					last_page: page === total_pages,
					contents: all
						.slice((page - 1) * 2, page * 2)
						.map((one) => ({ ...one, service_at_locations: undefined }))
				};
		return Promise.resolve(Response.json(answer));
	};
	return { asked, rules, fetch: get as typeof fetch };
}

let shop: Workshop;
let file: string;
beforeEach(() => {
	shop = makeWorkshop();
	file = join(shop.root, 'feed/zzyzx.jsonl');
});
afterEach(() => shop.remove());

const lines = () => readFileSync(file, 'utf8').trimEnd().split('\n').length;

describe('a feed of services', () => {
	it('comes page by page with a pause between requests, and is imported', async () => {
		const [here = ''] = await postcodesOf('E07000148', 1);
		const { asked, rules, fetch } = server([service(1, here), service(2), service(3)]);
		const pauses: number[] = [];
		const sleep = (milliseconds: number) => (pauses.push(milliseconds), Promise.resolve());
		expect(await fetchFeed({ url: `${URL}/`, file, fetch, sleep, delay: 250 })).toBe(3);
		expect(asked).toHaveLength(5);
		expect(rules).toEqual(['https://directory.example.org/robots.txt']);
		expect(pauses).toEqual([250, 250, 250, 250, 250]);
		await shop.run([file], { feed: FEED, collected: '2026-08-01' });
		const table = await shop.table('assets/zzyzx-directory.parquet');
		expect(table.rows).toBe(3);
		const at = table.columns['name']?.values.indexOf('Zzyzx service 1') ?? -1;
		expect(
			Object.fromEntries(
				Object.entries(table.columns).map(([name, { values }]) => [name, values[at]])
			)
		).toMatchObject({
			kind: 'other-service',
			organisation: 'Zzyzx Example Trust',
			address: 'Zzyzx Hall, 1 Nowhere Row, Zzyzxton',
			postcode: here,
			phone: '00000 000000',
			opening_times: 'Monday, Tuesday 09:00–12:30',
			area_of_operation: 'Zzyzxshire',
			note: 'A made-up service.',
			lad24: 'E07000148',
			licence: 'OGL-3.0'
		});
	});

	it('is fetched by one of two runs at once, and the other finds it there', async () => {
		const { asked, fetch } = server([service(1), service(2), service(3)]);
		const sleep = () => Promise.resolve();
		const run = () => fetchFeed({ url: URL, file, fetch, sleep });
		expect(await Promise.all([run(), run()])).toEqual([3, 3]);
		expect(asked).toHaveLength(5);
		expect(lines()).toBe(3);
	});

	it.each([
		['a bare list', (all: object[]) => JSON.stringify(all)],
		['a bare list over lines', (all: object[]) => JSON.stringify(all, null, '\t')],
		['a page', (all: object[]) => JSON.stringify({ page_number: 1, contents: all })],
		['a page of older versions', (all: object[]) => JSON.stringify({ content: all })],
		['lines', (all: object[]) => all.map((one) => JSON.stringify(one)).join('\n')]
	])('saved as %s is imported', async (_, saved) => {
		const [here = ''] = await postcodesOf('E07000148', 1);
		const path = shop.file('saved.json', saved([service(1, here), service(2), service(3)]));
		await shop.run([path], { as: 'open-referral', feed: FEED, collected: '2026-08-01' });
		const table = await shop.table('assets/zzyzx-directory.parquet');
		expect(table.rows).toBe(3);
	});

	it('waits as long as the server asks, and longer each time', async () => {
		const { fetch } = server([service(1)], (_, asked) =>
			asked === 1
				? new Response('', { status: 429, headers: { 'retry-after': '7' } })
				: asked < 4
					? new Response('', { status: 503 })
					: null
		);
		const pauses: number[] = [];
		const sleep = (milliseconds: number) => (pauses.push(milliseconds), Promise.resolve());
		await fetchFeed({ url: URL, file, fetch, sleep, delay: 100 });
		expect(pauses.filter((pause) => pause !== 100)).toEqual([7000, 2000, 4000]);
	});

	it('goes on where it stopped, without asking again for what is here', async () => {
		const all = [1, 2, 3, 4, 5].map((id) => service(id));
		const down = (address: string) =>
			address.endsWith(`${all[2]?.id}`) ? new Response('', { status: 500 }) : null;
		const sleep = () => Promise.resolve();
		const first = server(all, down);
		await expect(fetchFeed({ url: URL, file, fetch: first.fetch, sleep })).rejects.toThrow(
			/did not answer after 6 tries \(answered 500\); run the same command again/
		);
		expect(lines()).toBe(2);
		const second = server(all);
		expect(await fetchFeed({ url: URL, file, fetch: second.fetch, sleep })).toBe(5);
		expect(second.asked.some((address) => address.endsWith(`${all[0]?.id}`))).toBe(false);
		expect(lines()).toBe(5);
		const third = server(all);
		expect(await fetchFeed({ url: URL, file, fetch: third.fetch, sleep })).toBe(5);
		expect(third.asked).toEqual([]);
	});

	it.each([
		['everybody', 'User-agent: *\nDisallow: /o/'],
		['this program by name', 'User-agent: asset-gap-map\nDisallow: /\n\nUser-agent: *\nAllow: /']
	])('is not fetched where its host says no to %s', async (_, text) => {
		const { asked, fetch } = server([service(1)], undefined, () => new Response(text));
		const sleep = () => Promise.resolve();
		await expect(fetchFeed({ url: URL, file, fetch, sleep })).rejects.toThrow(
			/^https:\/\/directory\.example\.org\/o\/v3\/services\?page=1&per_page=50: is not to be fetched by programs, says https:\/\/directory\.example\.org\/robots\.txt; ask the publisher for a file or for leave$/
		);
		expect(asked).toEqual([]);
	});

	it('stops at the part of it that its host keeps from programs', async () => {
		const text = 'User-agent: *\nDisallow: /o/v3/services/';
		const { asked, fetch } = server([service(1)], undefined, () => new Response(text));
		const sleep = () => Promise.resolve();
		await expect(fetchFeed({ url: URL, file, fetch, sleep })).rejects.toThrow(
			/is not to be fetched/
		);
		expect(asked).toHaveLength(1);
	});

	it('is fetched as slowly as its host asks, and never faster than it was told', async () => {
		const pauses: number[] = [];
		const said: string[] = [];
		const sleep = (milliseconds: number) => (pauses.push(milliseconds), Promise.resolve());
		const slow = server(
			[service(1)],
			undefined,
			() => new Response('User-agent: *\nCrawl-delay: 3')
		);
		const say = (line: string) => void said.push(line);
		await fetchFeed({ url: URL, file, fetch: slow.fetch, sleep, say, delay: 250 });
		expect(pauses).toEqual([3000, 3000]);
		expect(said[0]).toContain('asks for 3 seconds between requests');
		pauses.length = 0;
		const quick = server(
			[service(1)],
			undefined,
			() => new Response('User-agent: *\nCrawl-delay: 0.1')
		);
		const other = join(shop.root, 'feed/quick.jsonl');
		await fetchFeed({ url: URL, file: other, fetch: quick.fetch, sleep, delay: 250 });
		expect(pauses).toEqual([250, 250]);
	});

	it('is left alone while its host cannot say what it allows', async () => {
		const { asked, fetch } = server(
			[service(1)],
			undefined,
			() => new Response('', { status: 503 })
		);
		const sleep = () => Promise.resolve();
		await expect(fetchFeed({ url: URL, file, fetch, sleep })).rejects.toThrow(
			/robots\.txt: did not answer after 6 tries \(answered 503\)/
		);
		expect(asked).toEqual([]);
	});

	it('refuses what is no feed', async () => {
		const sleep = () => Promise.resolve();
		const page = () => Promise.resolve(new Response('<html>'));
		await expect(fetchFeed({ url: URL, file, fetch: page, sleep })).rejects.toThrow(
			/is a web page/
		);
		await expect(fetchFeed({ url: 'file:///etc/passwd', file, sleep })).rejects.toThrow(
			/not a web address of a feed/
		);
		await expect(
			fetchFeed({ url: URL, file, fetch: () => Promise.resolve(Response.json({ a: 1 })), sleep })
		).rejects.toThrow(/has no list of services/);
		expect(existsSync(`${file}.state.json`)).toBe(false);
	});

	it.each<[what: string, page: unknown, message: RegExp]>([
		['null', null, /page=1&per_page=50: is null, not a page of services; is this an Open/],
		['a list', [1], /is a list, not a page/],
		['a number', 7, /is a number, not a page/],
		['a text', 'x', /is a text, not a page/],
		['an object as its list', { contents: {} }, /has no list of services/],
		['null in its list', { contents: [null] }, /lists null where a service should be/],
		['a list in its list', { contents: [[]] }, /lists a list where/],
		['no id', { contents: [{ name: 'x' }] }, /lists a service without id/],
		['a true id', { contents: [{ id: true }] }, /lists a service without id/],
		['a way up for an id', { contents: [{ id: '..' }] }, /with "\.\." for an id/],
		['half a sign for an id', { contents: [{ id: '\ud800' }] }, /with "\\u\{d800\}" for an id/]
	])('says what is wrong with a page of %s', async (_, page, message) => {
		const fetch = () => Promise.resolve(new Response(JSON.stringify(page)));
		const sleep = () => Promise.resolve();
		await expect(fetchFeed({ url: URL, file, fetch, sleep })).rejects.toThrow(message);
	});

	it('says what is wrong with a service, and with its own notes', async () => {
		const sleep = () => Promise.resolve();
		const { fetch } = server([service(1)], (address) =>
			address.includes('?') ? null : Response.json(null)
		);
		await expect(fetchFeed({ url: URL, file, fetch, sleep })).rejects.toThrow(
			/0001: is null, not a service; tell the publisher/
		);
		writeFileSync(`${file}.state.json`, '{"url": 1}');
		await expect(fetchFeed({ url: URL, file, fetch, sleep })).rejects.toThrow(
			/state\.json: does not say how far the feed has come; remove it/
		);
	});

	it('ends where it would fill the disk, with what it has', async () => {
		const wide = (page: number) => ({
			contents: [{ id: page, note: 'x'.repeat(1_000_000), service_at_locations: [] }]
		});
		let page = 0;
		const fetch = (address: unknown) =>
			Promise.resolve(
				String(address).endsWith('robots.txt') ? new Response('') : Response.json(wide(++page))
			);
		const sleep = () => Promise.resolve();
		const maxBytes = 5 * 1024 ** 2;
		const again = () => fetchFeed({ url: URL, file, fetch: fetch as never, sleep, maxBytes });
		await expect(again()).rejects.toThrow(
			/^https:\/\/directory\.example\.org\/o\/v3: has services of more than 5 MB, as no directory/
		);
		expect(lines()).toBe(5);
		await expect(again()).rejects.toThrow(/has services of more than 5 MB/);
		expect(lines()).toBe(5);
	});

	it('is cut to what has come, and told from less', async () => {
		const all = [1, 2, 3].map((id) => service(id));
		const sleep = () => Promise.resolve();
		const state = { url: URL, page: 1, done: 2, services: 2, finished: false };
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(`${file}.state.json`, JSON.stringify(state));
		// Longer than a piece that is read, with half a line at its end.
		const wide = JSON.stringify({ id: 'é', note: 'é'.repeat(1_500_000) });
		writeFileSync(file, `${wide}\n{}\n{"half`);
		expect(await fetchFeed({ url: URL, file, fetch: server(all).fetch, sleep })).toBe(3);
		const found = readFileSync(file, 'utf8').split('\n');
		expect(found.slice(0, 2)).toEqual([wide, '{}']);
		expect(found[2]).toContain('Zzyzx service 3');
		expect(found.slice(3)).toEqual(['']);
		writeFileSync(file, `${wide}\n{}`);
		await expect(fetchFeed({ url: URL, file, fetch: server(all).fetch, sleep })).rejects.toThrow(
			/holds fewer than the 3 services that have come; remove it/
		);
	});

	it.each(['https://h/x?', 'https://h/x#', 'https://h/x?#', 'https://h/x?a', 'https://@h/x'])(
		'is not asked for at %s',
		async (url) => {
			const { fetch, rules } = server([]);
			await expect(fetchFeed({ url, file, fetch })).rejects.toThrow(/not a web address of a feed/);
			expect(rules).toEqual([]);
		}
	);

	it('takes any page for a feed or says what it is, in one line', async () => {
		await fc.assert(
			fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (page, item) => {
				const mixed = { contents: [item], total_pages: page };
				for (const [at, answer] of [page, mixed].entries()) {
					const own = join(shop.root, 'feed', `fuzz-${at}.jsonl`);
					rmSync(`${own}.state.json`, { force: true });
					const fetch = () => Promise.resolve(Response.json(answer));
					const sleep = () => Promise.resolve();
					const result = await fetchFeed({ url: URL, file: own, fetch, sleep }).catch(
						(error: unknown) => error
					);
					if (typeof result !== 'number') expect(result).toBeInstanceOf(SourceError);
				}
			})
		);
	});
});

describe('saved lists of services', () => {
	it('come back as what was given back', async () => {
		const geodata = linkedGeodata();
		const here = geodata.regions()[0];
		if (!here) throw new Error('no region');
		const { codes } = (await selectRegion(geodata, here))['2021'];
		const { places } = await givenBack(geodata, new Set(codes));
		const some = places.slice(0, 200);
		const assets = some.map(({ asset }) => asset);
		const page = pagesOf(
			some.map((place) => serviceOf(place, (id) => geodata.dataset(id))),
			200
		);
		await shop.run([shop.file('page.json', JSON.stringify(page[0]))], {
			feed: FEED,
			collected: '2026-08-01'
		});
		const table = await shop.table('assets/zzyzx-directory.parquet');
		const column = (name: string) => table.columns[name]?.values ?? [];
		const ids = column('source_detail');
		expect(table.rows).toBe(assets.length);
		for (const asset of assets) {
			const row = ids.indexOf(uuidOf(asset.id));
			const back = (name: string) => column(name)[row];
			expect({
				name: back('name'),
				kind: back('kind'),
				subkind: back('subkind'),
				point: [back('longitude'), back('latitude')],
				postcode: back('postcode'),
				address: back('address'),
				openingTimes: back('opening_times')
			}).toEqual({
				name: asset.name.replace(/\s+/g, ' ').trim(),
				kind: asset.kind,
				subkind: asset.subkind,
				point: [asset.longitude, asset.latitude],
				postcode: asset.postcode,
				address: asset.address,
				openingTimes: asset.openingTimes
			});
		}
	});

	it('are read in both versions; points that are nowhere near are passed over', async () => {
		const three = {
			total_pages: 1,
			contents: [{ ...service(1), service_at_locations: [] }, service(2)]
		};
		const two = {
			totalElements: 1,
			content: [
				{
					id: '7',
					name: 'Zzyzx old service',
					description: 'Old',
					status: 'inactive',
					service_taxonomys: [],
					organization: { name: 'Zzyzx' },
					eligibilitys: [{ eligibility: 'Adults' }],
					service_at_locations: [
						{
							location: {
								id: 'o',
								latitude: '1.30',
								longitude: '52.63',
								physical_addresses: [
									{ address_1: '2 Nowhere Row', city: 'Zzyzxton', postal_code: 'ZE1 0AA' }
								]
							}
						}
					]
				}
			]
		};
		const first = await shop.run([shop.file('three.json', JSON.stringify(three))], {
			feed: FEED,
			collected: '2026-08-01'
		});
		expect(first.said.join()).toContain('2 rows; 1 placed');
		const second = await shop.run([shop.file('two.json', JSON.stringify(two))], {
			feed: FEED,
			collected: '2026-08-01'
		});
		expect(second.said.join()).toContain('1 points outside England passed over');
		const table = await shop.table('assets/zzyzx-directory.parquet');
		expect(table.columns['status']?.values).toEqual(['closed']);
		expect(table.columns['serves']?.values).toEqual(['Adults']);
		expect(table.columns['longitude']?.values).toEqual([null]);
	});

	it('need a name, a publisher and a licence', async () => {
		const path = shop.file('one.json', JSON.stringify({ contents: [service(1)] }));
		await expect(shop.run([path], { collected: '2026' })).rejects.toThrow(/--publisher/);
	});
});
