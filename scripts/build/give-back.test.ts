import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AssetSchema, type Asset } from '../../src/lib/register/asset.ts';
import type { Dataset } from '../../src/lib/catalogue/catalogue.ts';
import { listedEntry, registerCsv, registerGeoJson, withheldFor } from './give-back.ts';
import { areaServiceOf, entryOf } from './area-services.ts';
import { pagesOf, serviceOf, uuidOf } from './open-referral.ts';
import { NO_OWNER } from '../../src/lib/catalogue/owner.ts';

const ASSET: Asset = {
	id: 'x-1',
	name: 'Zzyzx Example Hall',
	kind: 'community-venue',
	subkind: 'village-hall',
	serves: null,
	address: '1 Nowhere Row, Zzyzxton',
	postcode: 'ZE1 0AA',
	longitude: -1.3,
	latitude: 52.6,
	pointSource: 'centre of the postcode',
	lsoa21: null,
	registeredAddress: null,
	registeredPostcode: null,
	areaOfOperation: 'Zzyzxshire',
	openingTimes: 'Mon 9 to 5',
	capacity: null,
	organisation: 'Zzyzx Example Trust',
	charityNumber: '99',
	companyNumber: null,
	phone: '0',
	email: null,
	url: null,
	source: 'x',
	sourceDetail: null,
	licence: 'OGL-3.0',
	collected: '2026-08',
	firstSeen: null,
	lastSeen: null,
	verified: '2026-08',
	verifiedBy: null,
	status: 'unverified',
	consent: null,
	note: '=HYPERLINK("http://example.org")'
};
const SOURCE = {
	id: 'x',
	publisher: 'Zzyzx Council',
	official: 'https://example.org/list',
	licence: 'OGL-3.0'
} as unknown as Dataset;
const geodata = { dataset: () => SOURCE };
/** A place that one source lists, or more. */
const place = (asset: Asset, ...more: Asset[]) => ({ asset, claims: [asset, ...more] });

describe('what is given back', () => {
	it.each([
		[{}, null],
		[{ licence: 'mixed' }, 'licence'],
		[{ licence: null }, 'licence'],
		[{ licence: 'constructor' }, 'licence'],
		[{ consent: false }, 'consent'],
		[{ consent: true }, null],
		[{ name: 'Zzyzx Women’s Refuge' }, 'sensitive'],
		[{ status: 'closed' as const }, 'closed']
	])('%o is withheld for %s', (more, why) => {
		expect(withheldFor({ ...ASSET, ...more })).toBe(why);
	});

	it('neutralises formulas and keeps numbers and quotation marks', () => {
		const csv = registerCsv([listedEntry(place(ASSET), geodata)], NO_OWNER);
		expect(csv).toContain(`"'=HYPERLINK(""http://example.org"")"`);
		expect(csv).toContain(',-1.3,52.6,');
		expect(csv).toContain('Source: Zzyzx Council, Open Government Licence v3.0');
		expect(csv.split('\n')[0]).toMatch(/^\ufeffid,.*,attribution,looked_after_by$/);
		expect(csv).toContain(`,${NO_OWNER}\n`);
	});

	it('gives an asset without a point as a feature without geometry', () => {
		const { features } = JSON.parse(
			registerGeoJson(
				[listedEntry(place({ ...ASSET, longitude: null, latitude: null }), geodata)],
				[]
			)
		) as { features: { geometry: unknown }[] };
		expect(features[0]?.geometry).toBeNull();
	});
});

describe('a service of Open Referral UK', () => {
	const service = serviceOf(place(ASSET), geodata.dataset);

	it('says that the link is the source’s where the service has none', () => {
		expect(service['url']).toBe('https://example.org/list');
		expect(service['alert']).toContain('We do not know its own web address');
		const own = serviceOf(place({ ...ASSET, url: 'https://hall.example.org/' }), geodata.dataset);
		expect(own['url']).toBe('https://hall.example.org/');
		expect(own).not.toHaveProperty('alert');
	});

	it('gives no day of assurance where only a month is known, and no empty values', () => {
		expect(service).not.toHaveProperty('assured_date');
		expect(
			serviceOf(place({ ...ASSET, verified: '2026-08-01' }), geodata.dataset)['assured_date']
		).toBe('2026-08-01');
		expect(JSON.stringify(service)).not.toContain('null');
	});

	it('names every source and kind of a place that several list', () => {
		const other: Dataset = {
			...SOURCE,
			id: 'y',
			publisher: 'Zzyzx Libraries',
			licence: 'CC-BY-4.0'
		};
		const library: Asset = { ...ASSET, id: 'y-1', kind: 'library', subkind: null, source: 'y' };
		const both = place(ASSET, library);
		const dataset = (id: string) => (id === 'y' ? other : SOURCE);
		const made = serviceOf(both, dataset);
		expect(made['description']).toContain(
			'Sources: Zzyzx Council, 2026-08; Zzyzx Libraries, 2026-08;'
		);
		expect(made['description']).toContain('Licences: Open Government Licence v3.0; ');
		const terms = (made['attributes'] as { taxonomy_term: { code: string } }[]).map(
			(one) => one.taxonomy_term.code
		);
		expect(terms).toEqual([
			'assetgapmap:community-venue',
			'assetgapmap:community-venue/village-hall',
			'assetgapmap:library',
			'community_centre=village_hall',
			'amenity=library'
		]);
		const csv = registerCsv([listedEntry(both, { dataset })], NO_OWNER);
		expect(csv).toContain(',y-1,');
		expect(csv).toContain('Zzyzx Libraries');
	});

	it('guesses neither town nor county', () => {
		const [place] = service['service_at_locations'] as { location: { addresses: object[] } }[];
		expect(place?.location.addresses[0]).toMatchObject({
			address_1: '1 Nowhere Row, Zzyzxton',
			city: '',
			state_province: '',
			postal_code: 'ZE1 0AA'
		});
	});

	it('has the same identifiers every time, and others for others', () => {
		expect(serviceOf(place(ASSET), geodata.dataset)).toEqual(service);
		expect(uuidOf('a')).toMatch(
			/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
		);
		expect(uuidOf('a')).not.toBe(uuidOf('b'));
	});

	it('comes in pages that are never none', () => {
		expect(pagesOf([])).toHaveLength(1);
		expect(pagesOf([])[0]).toMatchObject({
			empty: true,
			total_items: 0,
			first_page: true,
			last_page: true
		});
		expect(pagesOf([{}, {}, {}], 2).map((page) => page['size'])).toEqual([2, 1]);
	});
});

describe('a service that a document names for a whole area', () => {
	const service = {
		id: 'named-some-service',
		name: 'Some service',
		what: 'help for parents',
		area: 'Norfolk',
		areaCode: 'E10000020',
		districts: ['E07000143'],
		kind: 'maternity',
		document: 'The plan',
		publisher: 'Some board',
		section: '5.2',
		dated: '2021-22'
	};

	it('is an entry without a place, as old as its document, and to confirm', () => {
		const entry = entryOf(service, { licence: 'quotation' });
		expect(v.safeParse(AssetSchema, entry).success).toBe(true);
		expect(entry).toMatchObject({
			longitude: null,
			lsoa21: null,
			areaOfOperation: 'Norfolk (E10000020)',
			collected: '2021',
			note: 'Help for parents. Named in 2021/22, to confirm.'
		});
		expect(entryOf({ ...service, dated: '2024-05' }, { licence: 'quotation' }).collected).toBe(
			'2024-05'
		);
	});

	it('has an area of service and no location', () => {
		const made = areaServiceOf(service, SOURCE);
		expect(made).not.toHaveProperty('service_at_locations');
		expect(made['service_areas']).toMatchObject([
			{ name: 'Norfolk', uri: expect.stringMatching(/E10000020$/) as string }
		]);
		expect(made['description']).toContain('Some board: The plan, section 5.2');
		const open = areaServiceOf({ ...service, areaCode: null, districts: null }, SOURCE);
		expect(JSON.stringify(open)).not.toContain('uri');
		expect(open['description']).toContain('the area it serves is to confirm');
	});
});
