import {
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync, strToU8 } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sharedText } from '../../src/lib/register/intake/fixture-spreadsheet.ts';
import { zipOf } from '../../src/lib/register/intake/fixture-zip.ts';
import { LIMITS } from '../../src/lib/register/intake/limits.ts';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { parseCatalogue } from '../../src/lib/catalogue/catalogue.ts';
import {
	annualReturn,
	areaOfOperation,
	charity,
	classification,
	csv,
	json,
	makeWorkshop,
	ods,
	postcodesOf,
	projectLookups,
	tsv,
	type Cells,
	type Workshop
} from './fixture.ts';

const NORWICH = 'E07000148';
const EXTRACT = 'publicextract.charity.json';
/** Many blanks, which come out small. */
const blanks = (bytes: number) => new Uint8Array(bytes).fill(32);
let shop: Workshop;
beforeEach(() => (shop = makeWorkshop()));
afterEach(() => shop.remove());

const catalogue = () =>
	parseCatalogue(JSON.parse(readFileSync(join(shop.geodata, 'catalogue.json'), 'utf8')));
const entry = (id: string) => catalogue().datasets.find((one) => one.id === id);
const bytes = () => readFileSync(join(shop.geodata, 'catalogue.json'), 'utf8');

describe('the register extract of charities', () => {
	it('becomes points, counts and areas, with classes and income joined', async () => {
		const [here = '', there = ''] = await postcodesOf(NORWICH, 2);
		const files = [
			shop.zip('publicextract.charity.zip', {
				[EXTRACT]: json([
					charity(1, { charity_contact_postcode: here.replace(' ', '') }),
					charity(2, {
						charity_contact_postcode: there,
						charity_company_registration_number: '01234567',
						latest_income: null,
						latest_acc_fin_period_end_date: null
					}),
					charity(3, { charity_contact_postcode: 'ZE1 0AA' }),
					charity(4, { charity_registration_status: 'Removed' }),
					charity(5, { linked_charity_number: 2, registered_charity_number: 1 }),
					charity(6, { charity_name: 'ZZYZX WOMEN’S REFUGE', charity_contact_postcode: here })
				])
			}),
			shop.file(
				'publicextract.charity_classification.json',
				json([
					classification(1, 'Who', 'Elderly/old People'),
					classification(1, 'Who', 'People With Disabilities'),
					classification(1, 'How', 'Provides Services')
				])
			),
			shop.file(
				'publicextract.charity_area_of_operation.json',
				json([
					areaOfOperation(1, 'Norfolk'),
					areaOfOperation(2, 'Norfolk'),
					areaOfOperation(2, 'Kent')
				])
			),
			shop.file(
				'publicextract.charity_annual_return_history.json',
				json([annualReturn(2, '2023-03-31', 100), annualReturn(2, '2024-03-31', 200)])
			)
		];
		const done = await shop.run(files);
		expect(done.changed).toEqual([
			'assets/charities.parquet',
			'catalogue.json',
			'tables/charities-by-area-of-operation.csv',
			'tables/charities-by-district.csv',
			'tables/charities-by-lsoa.csv'
		]);
		expect(done.said.join('\n')).toContain('2 removed or linked charities left out');

		const first = await shop.row('assets/charities.parquet', 'charity-1');
		expect(first).toMatchObject({
			name: 'ZZYZX EXAMPLE TRUST 1',
			kind: 'charity',
			subkind: 'charity',
			status: 'verified',
			verified: '2026-08-01',
			verified_by: 'register',
			collected: '2026-08-01',
			last_seen: '2026-08-01',
			first_seen: '2011-02-03',
			serves: 'Elderly/old People; People With Disabilities',
			area_of_operation: 'Norfolk',
			postcode: null,
			registered_postcode: here,
			// A contact's address may be a home; so may telephone and e-mail be a person's own.
			registered_address: null,
			phone: null,
			email: null,
			url: 'https://www.example.org/',
			lad24: NORWICH,
			point_source: 'centre of the postcode of the registered office',
			note: 'Income £12,345 in the year to 2025-03-31'
		});
		expect(first['longitude']).toBeTypeOf('number');
		expect(await shop.row('assets/charities.parquet', 'charity-2')).toMatchObject({
			registered_address: '1 Nowhere Row, Zzyzxton',
			company_number: '01234567',
			note: 'Income £200 in the year to 2024-03-31'
		});
		expect(await shop.row('assets/charities.parquet', 'charity-3')).toMatchObject({
			longitude: null,
			lsoa21: null,
			registered_postcode: 'ZE1 0AA'
		});
		// A refuge.
		await expect(shop.row('assets/charities.parquet', 'charity-6')).rejects.toThrow('has no row');

		expect(await shop.row('tables/charities-by-district.csv', NORWICH)).toEqual({
			lad24: NORWICH,
			name: 'Norwich',
			registered_charities: 3,
			total_income_gbp: 12_345 + 200 + 12_345
		});
		expect(await shop.row('tables/charities-by-area-of-operation.csv', 'Norfolk')).toMatchObject({
			registered_charities: 2
		});
		expect(entry('charities')).toMatchObject({
			imported: 'charity-commission',
			collected: '2026-08-01',
			table: { file: 'assets/charities.parquet', rows: 3 }
		});
		expect(entry('charities')?.lineage.copies).toHaveLength(4);
		expect(entry('charities-by-district')?.lineage).toMatchObject({
			copies: [],
			derivedFrom: ['charities']
		});
	});

	it('counts no district of which a part has no postcodes here', async () => {
		const { wholeDistricts } = await projectLookups();
		const [waveney = ''] = await postcodesOf('E07000244', 1);
		await shop.run([shop.file(EXTRACT, json([charity(1, { charity_contact_postcode: waveney })]))]);
		expect(wholeDistricts.has('E07000244')).toBe(false);
		const table = await shop.table('tables/charities-by-district.csv');
		expect(table.columns['lad24']?.values).not.toContain('E07000244');
		expect(await shop.row('tables/charities-by-district.csv', NORWICH)).toMatchObject({
			registered_charities: 0
		});
	});

	it('is the same from tab-separated text, plain, gzip or zip, with columns in any order', async () => {
		const [here = ''] = await postcodesOf(NORWICH, 1);
		const rows = [charity(1, { charity_contact_postcode: here }), charity(2)];
		const backwards = rows.map((row) => Object.fromEntries(Object.entries(row).reverse()));
		await shop.run([shop.file(EXTRACT, json(rows))]);
		const expected = readFileSync(join(shop.geodata, 'assets/charities.parquet'));
		for (const path of [
			shop.file('publicextract.charity.txt', tsv(rows)),
			shop.file('publicextract.charity.txt.gz', gzipSync(Buffer.from(tsv(backwards)))),
			shop.zip('charity.zip', { 'publicextract.charity.txt': tsv(backwards) })
		]) {
			await shop.run([path]);
			expect(readFileSync(join(shop.geodata, 'assets/charities.parquet'))).toEqual(expected);
		}
	});

	it('changes nothing the second time, and nothing at all when only tried', async () => {
		const path = shop.file(EXTRACT, json([charity(1)]));
		// Whoever is at work there is not waited for, nor is what they left half way finished.
		writeFileSync(`${shop.geodata}.lock`, 'somebody');
		mkdirSync(`${shop.geodata}.refresh`);
		const tried = await shop.run([path], { dryRun: true });
		expect(existsSync(`${shop.geodata}.refresh`)).toBe(true);
		expect(readFileSync(`${shop.geodata}.lock`, 'utf8')).toBe('somebody');
		rmSync(`${shop.geodata}.lock`);
		expect(tried.changed).toEqual([]);
		expect(tried.datasets).toContain('charities');
		expect(entry('charities')).toBeUndefined();
		expect((await shop.run([path])).changed).toContain('catalogue.json');
		expect((await shop.run([path])).changed).toEqual([]);
	});

	it('takes the test of sensitive records that it is given', async () => {
		const [here = ''] = await postcodesOf(NORWICH, 1);
		const path = shop.file(
			EXTRACT,
			json([1, 2].map((n) => charity(n, { charity_contact_postcode: here })))
		);
		await shop.run([path], { sensitive: ({ name }) => name.includes('TRUST 1') });
		expect(await shop.row('assets/charities.parquet', 'charity-2')).toBeDefined();
		await expect(shop.row('assets/charities.parquet', 'charity-1')).rejects.toThrow('has no row');
	});
});

describe('what is refused, in one line and with nothing written', () => {
	const refuse = async (files: () => string[], message: RegExp) => {
		const before = bytes();
		await expect(shop.run(files())).rejects.toThrow(message);
		expect(bytes()).toBe(before);
		expect(() => statSync(join(shop.geodata, 'assets/charities.parquet'))).toThrow();
	};
	const without = (row: Cells, name: string): Cells =>
		Object.fromEntries(Object.entries(row).filter(([key]) => key !== name));

	it('a column is missing', async () => {
		await refuse(
			() => [shop.file(EXTRACT, json([charity(1), without(charity(2), 'latest_income')]))],
			/^publicextract\.charity\.json, row 2, column "latest_income": is missing;/
		);
		await refuse(
			() => [shop.file('publicextract.charity.txt', tsv([without(charity(1), 'latest_income')]))],
			/^publicextract\.charity\.txt, row 1, column "latest_income": is missing;/
		);
	});

	it('a number is none', async () => {
		await refuse(
			() => [
				shop.file(
					'publicextract.charity.txt',
					tsv([charity(1), charity(2, { latest_income: 'NaN' })])
				)
			],
			/^publicextract\.charity\.txt, row 3, column "latest_income": "NaN" is not a number/
		);
		await refuse(
			() => [
				shop.file(
					EXTRACT,
					json([charity(1), charity(2, { latest_income: 54_321 })]).replace('54321', 'NaN')
				)
			],
			/^publicextract\.charity\.json, row 2: is broken after row 1, perhaps truncated/
		);
	});

	it('a charity stands twice', async () => {
		await refuse(
			() => [shop.file(EXTRACT, json([charity(1), charity(1)]))],
			/^publicextract\.charity\.json, row 2: 1 stands twice/
		);
	});

	it('a file was cut off', async () => {
		const whole = json([charity(1), charity(2), charity(3)]);
		await refuse(
			() => [shop.file(EXTRACT, whole.slice(0, -300))],
			/^publicextract\.charity\.json, row 3: is broken after row 2, perhaps truncated/
		);
		const text = tsv([charity(1), charity(2)]);
		await refuse(
			() => [shop.file('publicextract.charity.txt', text.slice(0, -120))],
			/^publicextract\.charity\.txt, row 3: broken table, perhaps truncated/
		);
	});

	it('an archive was cut off', async () => {
		const path = shop.zip('publicextract.charity.zip', { [EXTRACT]: json([charity(1)]) });
		truncateSync(path, statSync(path).size - 60);
		await refuse(() => [path], /^publicextract\.charity\.zip: cannot be opened as a zip archive/);
		const packed = gzipSync(Buffer.from(json(Array.from({ length: 900 }, (_, i) => charity(i)))));
		await refuse(
			() => [shop.file(`${EXTRACT}.gz`, packed.subarray(0, packed.length - 200))],
			/perhaps truncated/
		);
	});

	it('an archive unpacks to what no table is', async () => {
		const endless = blanks(80 * 1024 * 1024);
		endless.set(strToU8(json([charity(1)]).slice(0, -1)));
		const bomb = shop.file('bomb.zip', zipOf({ [EXTRACT]: endless }));
		await refuse(
			() => [bomb],
			/bomb\.zip › publicextract\.charity\.json: unpacks to \d+ MB and more/
		);
	});

	it('a workbook unpacks to what none is, or defines entities of its own', async () => {
		const workbook = (name: string, sheet: Uint8Array) =>
			shop.file(name, zipOf({ 'xl/worksheets/sheet1.xml': sheet }));
		await refuse(
			() => [workbook('ePCN.xlsx', blanks(LIMITS.unpackedBytes + 1))],
			/^ePCN\.xlsx: cannot be read as a workbook \(.*unpacks to more than 200 MB/
		);
		await refuse(
			() => [workbook('ePCN.xlsx', strToU8('<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'))],
			/entities of its own/
		);
	});

	it('a workbook shows one text in more cells than can be read', async () => {
		await refuse(
			() => [shop.file('ePCN.xlsx', sharedText('x'.repeat(900_000), 20, 20))],
			/120 million characters/
		);
	});

	it('a web page, an empty file, no file, another table', async () => {
		await refuse(
			() => [shop.file(EXTRACT, '<!DOCTYPE html><html>Service unavailable</html>')],
			/: This is a web page, not a table; the download may have led to a page that asks you to log in/
		);
		await refuse(() => [shop.file(EXTRACT, '')], /is empty/);
		await refuse(() => [join(shop.root, 'nowhere.csv')], /nowhere\.csv: there is no such file/);
		await refuse(
			() => [shop.file('cats.csv', 'name,colour\nTom,grey\n')],
			/^cats\.csv, row 1: is not a file that any reader knows by its columns/
		);
		await refuse(
			() => [
				shop.file(
					'publicextract.charity_classification.json',
					json([classification(1, 'Who', 'x')])
				)
			],
			/charity-commission: the file of charity is missing/
		);
	});

	it('one file of several is wrong', async () => {
		await refuse(
			() => [
				shop.file(EXTRACT, json([charity(1)])),
				shop.file(
					'publicextract.charity_annual_return_history.json',
					json([annualReturn(1, '2024-03-31', 1)]).replace('2024-03-31T', 'soon')
				)
			],
			/annual_return_history\.json, row 1, column "fin_period_end_date": .* is not a date/
		);
	});
});

describe('two imports at once', () => {
	it('both come into the catalogue, the second after the first', async () => {
		const [one, other] = ['zzyzx-one', 'zzyzx-other'].map((dataset) =>
			shop.run(
				[shop.file(`${dataset}.json`, JSON.stringify([{ id: '1', name: 'Z', organization: {} }]))],
				{
					collected: '2026-08-01',
					feed: { dataset, publisher: 'Z', licence: 'OGL-3.0', url: 'https://example.org/' }
				}
			)
		);
		const said = (await Promise.all([one, other])).flatMap((done) => done?.said ?? []);
		expect(said.join()).toContain('Another refresh or import is running');
		expect(entry('zzyzx-one')?.table?.rows).toBe(1);
		expect(entry('zzyzx-other')?.table?.rows).toBe(1);
	});
});

describe('companies and societies', () => {
	const company = (number: string, more: Cells = {}): Cells => ({
		CompanyName: `ZZYZX EXAMPLE ${number} C.I.C.`,
		' CompanyNumber': number,
		'RegAddress.CareOf': '',
		'RegAddress.POBox': '',
		'RegAddress.AddressLine1': '2 NOWHERE ROW',
		' RegAddress.AddressLine2': '',
		'RegAddress.PostTown': 'ZZYZXTON',
		'RegAddress.County': '',
		'RegAddress.Country': 'ENGLAND',
		'RegAddress.PostCode': '',
		CompanyCategory: 'Community Interest Company',
		CompanyStatus: 'Active',
		CountryOfOrigin: 'United Kingdom',
		DissolutionDate: '',
		IncorporationDate: '07/09/2020',
		'SICCode.SicText_1': '96090 - Other service activities n.e.c.',
		URI: 'http://business.data.gov.uk/id/company/' + number,
		...more
	});

	it('keeps active community interest companies, at their registered office', async () => {
		const [here = ''] = await postcodesOf(NORWICH, 1);
		const done = await shop.run([
			shop.file(
				'BasicCompanyDataAsOneFile-2026-08-01.csv',
				csv([
					company('99000001', { 'RegAddress.PostCode': here }),
					company('99000002', { CompanyCategory: 'Private Limited Company' }),
					company('99000003', { CompanyStatus: 'Liquidation' })
				])
			)
		]);
		expect(done.said.join()).toContain('2 other or inactive companies left out');
		expect(
			await shop.row('assets/community-interest-companies.parquet', 'cic-99000001')
		).toMatchObject({
			subkind: 'cic',
			registered_address: '2 NOWHERE ROW, ZZYZXTON',
			registered_postcode: here,
			address: null,
			first_seen: '2020-09-07',
			collected: '2026-08-01',
			lad24: NORWICH
		});
	});

	it('keeps registered societies, with the postcode at the end of the address', async () => {
		const [here = ''] = await postcodesOf(NORWICH, 1);
		const society = (number: number, more: Cells = {}): Cells => ({
			'Society Number': number,
			'Society Suffix': 'R',
			'Full Registation Number': `${number}R`,
			'Society Name': `Zzyzx Example Society ${number} Limited`,
			'Registered As': 'Community Benefit Society',
			'Society Address': `3 Nowhere Row, Zzyzxton, ${here}`,
			'Registration Date': '01/02/2019',
			'Deregistration Date': '',
			'Registration Act': 'Co-operative and Community Benefit Societies Act 2014',
			'Society Status': 'Registered',
			...more
		});
		const rows = [
			society(1),
			society(2, { 'Registered As': 'Credit Union' }),
			society(3, { 'Society Status': 'Deregistered' })
		];
		await expect(shop.run([shop.file('SocietyList.csv', csv(rows))])).rejects.toThrow(
			/--collected/
		);
		await shop.run([shop.file('SocietyList.csv', csv(rows))], { collected: '2026-08-01' });
		expect(await shop.row('assets/community-societies.parquet', 'society-1R')).toMatchObject({
			subkind: 'community-society',
			registered_postcode: here,
			lad24: NORWICH,
			note: 'Community Benefit Society'
		});
		expect((await shop.table('assets/community-societies.parquet')).rows).toBe(1);
	});
});

describe('NHS directories', () => {
	it('reads practices, dispensaries and sites without a heading, told apart by name', async () => {
		const [here = ''] = await postcodesOf(NORWICH, 1);
		const open = { 5: '4 NOWHERE ROW', 6: 'ZZYZXTON', 10: here, 11: '19740401' };
		const files = [
			shop.file(
				'epraccur.csv',
				ods({ ...open, 1: 'Z99901', 2: 'ZZYZX SURGERY', 13: 'A', 18: '00000 000001', 26: '4' }) +
					ods({ ...open, 1: 'Z99902', 2: 'ZZYZX PRISON', 13: 'A', 26: '5' }) +
					ods({ ...open, 1: 'Z99903', 2: 'ZZYZX OLD SURGERY', 12: '20200101', 13: 'C', 26: '4' })
			),
			shop.file('edispensary.csv', ods({ ...open, 1: 'ZZ901', 2: 'ZZYZX CHEMIST' })),
			shop.file(
				'ets.csv',
				ods({ ...open, 1: 'ZZZ01', 2: 'ZZYZX HOSPITAL MATERNITY' }) +
					ods({ ...open, 1: 'ZZZ02', 2: 'ZZYZX CAR PARK' })
			)
		];
		await shop.run(files, { collected: '2026-08-28' });
		expect(await shop.row('assets/gp-practice-sites.parquet', 'gp-Z99901')).toMatchObject({
			name: 'ZZYZX SURGERY',
			address: '4 NOWHERE ROW, ZZYZXTON',
			postcode: here,
			phone: '00000 000001',
			source_detail: 'Z99901',
			lad24: NORWICH,
			first_seen: '1974-04-01'
		});
		expect((await shop.table('assets/gp-practice-sites.parquet')).rows).toBe(1);
		expect((await shop.table('assets/pharmacies.parquet')).rows).toBe(1);
		expect(
			await shop.row('assets/maternity-sites-named.parquet', 'maternity-named-ZZZ01')
		).toMatchObject({
			subkind: 'department'
		});
		expect(entry('pharmacies')?.imported).toBe('ods-edispensary');
	});

	it('refuses a report of another number of columns', async () => {
		const line = ods({ 1: 'Z99901', 2: 'X', 26: '4' }).replace(/,""\r\n$/, '\r\n');
		await expect(
			shop.run([shop.file('epraccur.csv', line)], { as: 'ods-epraccur', collected: '2026' })
		).rejects.toThrow(/epraccur\.csv, row 1: has 26 columns, this layout has 27/);
	});

	it('reads networks and their practices', async () => {
		const network = [
			'U99901',
			'ZZYZX PCN',
			'00A',
			'NHS ZZYZX ICB - 00A',
			'20190701',
			'',
			'5 NOWHERE ROW',
			'',
			'',
			'',
			'',
			''
		];
		const member = (end: string) => [
			'Z99901',
			'ZZYZX SURGERY',
			'00A',
			'x',
			'U99901',
			'ZZYZX PCN',
			'00A',
			'x',
			'20190701',
			end,
			'Y'
		];
		const line = (cells: string[]) => cells.map((cell) => `"${cell}"`).join(',') + '\r\n';
		await shop.run(
			[
				shop.file('epcn.csv', line(network)),
				shop.file('epcncorepartnerdetails.csv', line(member('')) + line(member('20210101')))
			],
			{ collected: '2026-08-28' }
		);
		expect(await shop.row('tables/pcns-registered.csv', 'U99901')).toMatchObject({
			name: 'ZZYZX PCN',
			opened: '2019-07-01'
		});
		expect((await shop.table('tables/pcn-members.csv')).rows).toBe(1);
	});

	it('adds a census of link workers to the earlier ones, and replaces its own', async () => {
		const before = await shop.table('tables/link-workers-pcn.parquet');
		const staff = (id: string, fte: string, more: Cells = {}): Cells => ({
			DATA_SOURCE: 'NWRS Staff',
			CENSUS_YEAR: 2031,
			CENSUS_MONTH: 3,
			PCN_CODE: 'U99901',
			PCN_NAME: 'ZZYZX PCN',
			SUB_ICB_CODE: '26A',
			SUB_ICB_NAME: 'x',
			ICB_CODE: 'QMM',
			ICB_NAME: 'x',
			COMM_REGION_CODE: 'Y61',
			COMM_REGION_NAME: 'x',
			UNIQUE_IDENTIFIER: id,
			STAFF_GROUP: 'Direct Patient Care',
			DETAILED_STAFF_ROLE: 'Social Prescribing Link Workers',
			FTE: fte,
			...more
		});
		const rows = [
			staff('1', '0.5'),
			staff('1', '0.25'),
			staff('', '1'),
			staff('2', '1', { DETAILED_STAFF_ROLE: 'Pharmacists' })
		];
		const path = shop.file('individual level march 2031.csv', csv(rows));
		await shop.run([path]);
		const after = await shop.table('tables/link-workers-pcn.parquet');
		expect(after.rows).toBe(before.rows + 1);
		const at = after.columns['census']?.values.indexOf('2031-03') ?? -1;
		expect(
			Object.fromEntries(
				Object.entries(after.columns).map(([name, { values }]) => [name, values[at]])
			)
		).toMatchObject({ pcn: 'U99901', fte: 1.75, headcount: 2, records: 3 });
		expect(entry('link-workers-pcn')?.lineage.copies).toHaveLength(2);
		expect((await shop.run([path])).changed).toEqual([]);
		await expect(
			shop.run([shop.file('other.csv', csv([staff('1', '1', { ICB_CODE: 'QZZ' })]))])
		).rejects.toThrow(/row 2, column "ICB_CODE": QZZ is not an ICB/);
	});
});

describe('schools, libraries and food banks', () => {
	const school = (urn: number, more: Cells = {}): Cells => ({
		URN: urn,
		'LA (code)': 926,
		EstablishmentName: `Zzyzx Éxample School ${urn}`,
		'TypeOfEstablishment (name)': 'Community school',
		'EstablishmentTypeGroup (name)': 'Local authority maintained schools',
		'EstablishmentStatus (name)': 'Open',
		'PhaseOfEducation (name)': 'Primary',
		OpenDate: '01-09-1998',
		Street: 'Nowhere Row',
		Locality: '',
		Address3: '',
		Town: 'Zzyzxton',
		'County (name)': 'Norfolk',
		Postcode: '',
		SchoolWebsite: 'www.example.org',
		TelephoneNum: '0',
		Easting: 623_000,
		Northing: 308_500,
		...more
	});

	it('reads the schools in the encoding that they come in, at their grid reference', async () => {
		const text = csv([
			school(999001),
			school(999002, { 'EstablishmentStatus (name)': 'Closed' }),
			school(999003, { 'EstablishmentTypeGroup (name)': 'Welsh schools' }),
			school(999004, {
				'TypeOfEstablishment (name)': "Children's centre",
				Easting: 0,
				Northing: 0
			})
		]);
		await shop.run([shop.file('edubasealldata20260801.csv', Buffer.from(text, 'latin1'))]);
		const row = await shop.row('assets/schools.parquet', 'school-999001');
		expect(row).toMatchObject({
			name: 'Zzyzx Éxample School 999001',
			subkind: 'primary',
			collected: '2026-08-01',
			first_seen: '1998-09-01',
			point_source: 'grid reference of the source',
			lad24: NORWICH
		});
		expect(row['longitude']).toBeCloseTo(1.29, 1);
		expect((await shop.table('assets/schools.parquet')).rows).toBe(1);
		expect(await shop.row('assets/family-hubs.parquet', 'children-centre-999004')).toMatchObject({
			kind: 'family-hub',
			longitude: null
		});
	});

	it('reads static libraries and whether they are open', async () => {
		const [here = ''] = await postcodesOf(NORWICH, 1);
		const library = (name: string, more: Cells = {}): Cells => ({
			'Reporting service': 'Zzyzx County Council',
			Name: name,
			Type: 'Static Library',
			'Address 1': 'Nowhere Row',
			'Address 2': 'Zzyzxton',
			'Address 3': '',
			Postcode: here,
			'Operation in 2022': 'LA',
			'Operation in 2023': 'CR',
			'Year closed': '',
			...more
		});
		await shop.run([
			shop.file(
				'basic-dataset-for-libraries-2023.csv',
				csv([
					library('Zzyzx Central'),
					library('Zzyzx Old', { 'Operation in 2023': '', 'Year closed': '2022' }),
					library('Zzyzx Van', { Type: 'Mobile Library' })
				])
			)
		]);
		const table = await shop.table('assets/libraries.parquet');
		expect(table.rows).toBe(2);
		expect(new Set(table.columns['status']?.values)).toEqual(new Set(['verified', 'closed']));
		expect(table.columns['subkind']?.values).toContain('community-run');
		expect(entry('libraries')?.collected).toBe('2023');
	});

	it.each([
		['UTF-16', 'utf16le' as const, '\ufeff', 'The file is in UTF-16'],
		['Windows-1252', 'latin1' as const, '', 'It was read as Windows-1252']
	])('reads a table in %s, and says so as the page does', async (_, encoding, mark, note) => {
		const [here = ''] = await postcodesOf(NORWICH, 1);
		const text = csv([
			{
				'Reporting service': 'Zzyzx County Council',
				Name: 'Zzyzx Café',
				Type: 'Static Library',
				'Address 1': 'Nowhere Row',
				'Address 2': '',
				'Address 3': '',
				Postcode: here,
				'Operation in 2022': 'LA',
				'Operation in 2023': 'LA',
				'Year closed': ''
			}
		]);
		const { said } = await shop.run([
			shop.file('basic-dataset-for-libraries-2023.csv', Buffer.from(mark + text, encoding))
		]);
		const table = await shop.table('assets/libraries.parquet');
		expect(table.columns['name']?.values).toEqual(['Zzyzx Café']);
		expect(said.join(' ')).toContain(note);
	});

	it('reads food banks from the dump and from the API', async () => {
		const [here = ''] = await postcodesOf(NORWICH, 1);
		const bank = (id: string, more: Cells = {}): Cells => ({
			id,
			organisation_name: 'Zzyzx Food Bank',
			location_name: '',
			url: 'https://example.org/',
			phone_number: '0',
			email: 'x@example.org',
			address: 'Nowhere Row\nZzyzxton',
			postcode: here,
			country: 'England',
			lat_lng: '52.63,1.30',
			charity_number: '99',
			network: 'IFAN',
			is_area: 'False',
			modified: '2026-08-28 17:44:37.630803',
			...more
		});
		await shop.run(
			[
				shop.file(
					'foodbanks.csv',
					csv([
						bank('a'),
						bank('b', { location_name: 'Hall' }),
						bank('c', { is_area: 'True' }),
						bank('d', { country: 'Wales' })
					])
				)
			],
			{ collected: '2026-08-28' }
		);
		expect(await shop.row('assets/food-banks.parquet', 'food-b')).toMatchObject({
			name: 'Zzyzx Food Bank: Hall',
			address: 'Nowhere Row, Zzyzxton',
			subkind: 'ifan',
			last_seen: '2026-08-28',
			lad24: NORWICH,
			status: 'unverified',
			verified: null
		});
		expect((await shop.row('assets/food-banks.parquet', 'food-c'))['longitude']).toBeNull();
		await shop.run(
			[
				shop.file(
					'foodbanks.csv',
					csv([
						bank('a', { remarks: 'Open to all' }),
						bank('b', { remarks: 'Address confidential' })
					])
				)
			],
			{ collected: '2026-08-28' }
		);
		// No reader uses that column.
		const kept = (await shop.table('assets/food-banks.parquet')).columns['id']?.values;
		expect(kept).toEqual(['food-a']);
		const api = [
			{
				name: 'Zzyzx Food Bank',
				alt_name: null,
				slug: 'zzyzx',
				phone: '0',
				email: 'x@example.org',
				address: 'Nowhere Row\r\nZzyzxton',
				postcode: here,
				closed: true,
				country: 'England',
				lat_lng: '52.63,1.30',
				network: 'Trussell',
				urls: { homepage: 'https://example.org/' },
				charity: { registration_id: '99' }
			}
		];
		await shop.run([shop.file('foodbanks.json', JSON.stringify(api))], { collected: '2026-08-28' });
		expect(await shop.row('assets/food-banks.parquet', 'food-zzyzx')).toMatchObject({
			status: 'closed',
			subkind: 'trussell',
			charity_number: '99',
			url: 'https://example.org/'
		});
		await expect(
			shop.run([shop.file('foodbanks.csv', csv([bank('a', { lat_lng: '1.30,52.63' })]))], {
				collected: '2026'
			})
		).rejects.toThrow(/foodbanks\.csv, row 2: the point 1\.3, 52\.63 is not in England/);
	});
});

describe('a service at many places', () => {
	it('is called what can be seen of its name, and judged by it', async () => {
		const [here = ''] = await postcodesOf(NORWICH, 1);
		const place = { location: { addresses: [{ postal_code: here }] } };
		const service = (id: string, name: string) => ({
			id,
			name,
			organization: {},
			service_at_locations: [place]
		});
		const done = await shop.run(
			[
				shop.file(
					'services.json',
					json([
						service('1', '\u202eZzyzx\u0000 \u3164Hall\u200b'),
						service('2', 'Zzyzx Re\u00adfuge')
					] as never)
				)
			],
			{
				collected: '2026-08-01',
				feed: { dataset: 'zzyzx', publisher: 'Z', licence: 'OGL-3.0', url: 'https://example.org/' }
			}
		);
		expect(done.said.join()).toContain(
			'2 rows; 1 placed; 1 held back: places that must not be found'
		);
		const { columns } = await openGeodata(shop.geodata).table('zzyzx');
		expect(columns['name']?.values).toEqual(['Zzyzx Hall']);
	});

	it('is read, and asked whether it must not be found, once', async () => {
		const asked: string[] = [];
		const [here = ''] = await postcodesOf(NORWICH, 1);
		const place = { location: { addresses: [{ postal_code: here }] } };
		const done = await shop.run(
			[
				shop.file(
					'services.json',
					json([
						{
							id: '1',
							name: 'Zzyzx',
							organization: {},
							service_at_locations: [place, place, place]
						},
						{
							id: '2',
							name: 'Zzyzx refuge',
							organization: {},
							service_at_locations: [place, place]
						}
					] as never)
				)
			],
			{
				collected: '2026-08-01',
				feed: { dataset: 'zzyzx', publisher: 'Z', licence: 'OGL-3.0', url: 'https://example.org/' },
				sensitive: ({ name }) => {
					asked.push(name);
					return name.includes('refuge');
				}
			}
		);
		expect(asked).toEqual(['Zzyzx', 'Zzyzx refuge']);
		expect(done.said.join()).toContain(
			'5 rows; 3 placed; 2 held back: places that must not be found'
		);
	});
});
