import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RegionSummary } from '../facts/manifest.ts';
import type { Part } from '../facts/parts.ts';
import { MAP_CODEC } from '../url/map-state.ts';
import { RegionSession } from './region-session.svelte.ts';

vi.mock('$app/paths', () => ({ asset: (path: string) => `/site${path}` }));
vi.mock('$app/navigation', () => ({
	afterNavigate: () => undefined,
	pushState: (address: string) => addresses.push(['step', address]),
	replaceState: (address: string) => addresses.push(['detail', address])
}));
const addresses: [string, string][] = [];

const file = (part: string) => ({
	part,
	path: `packs/${part}.json`,
	bytes: 0,
	gzipBytes: 0,
	sha256: ''
});
const region: RegionSummary = {
	slug: 'testshire',
	name: 'Testshire',
	body: '',
	validity: '',
	documents: [],
	missing: [],
	bounds: [0, 0, 1, 1],
	files: ['areas-2021', 'basemap', 'lsoa21-boundaries', 'picture'].map(file)
};
const basemap = { kind: 'basemap', part: 'basemap' };
/** What the server answers, by path; anything else is not there. */
let answers: Record<string, unknown>;
let said: string[];

const start = (parts: readonly Part[] = []) =>
	new RegionSession({ region, codec: MAP_CODEC, parts, say: (text) => said.push(text) });

beforeEach(() => {
	answers = {};
	said = [];
	addresses.length = 0;
	vi.stubGlobal('location', { pathname: '/testshire', hash: '' });
	vi.stubGlobal('navigator', { onLine: true });
	vi.stubGlobal('fetch', (path: string) =>
		Promise.resolve(
			path in answers
				? new Response(JSON.stringify(answers[path]))
				: new Response('', { status: 404 })
		)
	);
});

describe('the session of a page of a region', () => {
	it("has the parts of the page and the reader's own, if an empty one, from the beginning", () => {
		const session = start([basemap as unknown as Part]);
		expect(session.basemap).toBe(basemap);
		expect(session.loader.get('yours')).toMatchObject({ ids: [] });
		expect(session.has('areas-2021')).toBe(true);
		expect(session.has('charities')).toBe(false);
		expect(session.still).toBe('/site/packs/picture.json');
	});

	it('says what is under way until something failed, and tries that again', async () => {
		const session = start();
		await session.loader.ensure(['basemap']);
		expect(session.groundFailed).toBe(true);
		expect(session.failed).toBe(true);
		expect(session.underWay(['The answer'])).toEqual([]);
		answers['/site/packs/basemap.json'] = basemap;
		await session.loader.retry();
		expect(session.basemap).toEqual(basemap);
		expect(session.groundFailed).toBe(false);
		expect(session.underWay(['The answer'])).toEqual(['The answer']);
	});

	it('waits for all that is on its way, and goes on without what cannot be had', async () => {
		const { loader } = start();
		expect(loader.whatCame(['basemap', 'yours'])).toBeNull();
		answers['/site/packs/basemap.json'] = basemap;
		await loader.ensure(['basemap', 'areas-2021']);
		expect([...(loader.whatCame(['basemap', 'areas-2021', 'yours'])?.keys() ?? [])]).toEqual([
			'basemap',
			'yours'
		]);
	});

	it('writes a step that can be taken back and says it; where the map rests is a detail', () => {
		const session = start();
		session.go({ area: 'E01000001' }, 'Alder selected.');
		session.rest({ latitude: 52, longitude: 1, zoom: 9 });
		expect(said).toEqual(['Alder selected.']);
		expect(addresses.map(([kind]) => kind)).toEqual(['step', 'detail']);
		expect(addresses[1]?.[1]).toMatch(/^\/testshire\?.*area=E01000001/);
		expect(session.url.state).toMatchObject({ area: 'E01000001', camera: { zoom: 9 } });
	});

	it('writes nothing of what a postcode found, and makes a link with it when asked', () => {
		vi.stubGlobal('location', { pathname: '/testshire', hash: '', origin: 'http://site' });
		const { url } = start();
		url.goToFound({ by: 'postcode', area: 'E01000001', longitude: 1, latitude: 52 });
		url.note({ camera: { latitude: 52, longitude: 1, zoom: 14 } });
		url.go({ edition: '2019' });
		expect(addresses.map(([kind]) => kind)).toEqual(['step', 'detail', 'step']);
		expect(addresses.map(([, address]) => address).join()).not.toMatch(/area|view|E01000001/);
		expect(url.state).toMatchObject({ area: 'E01000001', camera: { zoom: 14 } });
		expect(url.holdsArea).toBe(true);
		expect(url.link(null)).not.toMatch(/area|view/);
		expect(url.link([1.01, 52.01])).toContain('area=E01000001&view=52.0100,1.0100,12.00');
		url.go({ area: 'E01000002' });
		expect(url.holdsArea).toBe(false);
		expect(addresses.at(-1)?.[1]).toMatch(/area=E01000002$/);
	});
});
