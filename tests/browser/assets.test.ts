/** The directory of a region: the list agrees with the pack, is filtered by keyboard, and goes out for checking. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { read, utils, write } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { OWNER_COLUMN } from '../../src/lib/document/document.ts';
import { ASSET_FIELDS } from '../../src/lib/register/asset.ts';
import { unpackClaims } from '../../src/lib/register/register.ts';
import { CORRECT, ROUND, TEAM } from '../../src/lib/register/rounds/sheet.ts';
import type { AreasPart } from '../../src/lib/areas/parts.ts';
import type { RegisterPart } from '../../src/lib/register/parts.ts';
import { expect, expectAccessible, expectContrast, test } from './fixtures.ts';
import { combinations, SIZES } from './matrix.ts';
import { count, readPart, REGION } from './packs.ts';
import { POSTCODE, says } from './postcode.ts';
import { tabTo } from './region-page.ts';

const register = readPart<RegisterPart>(REGION, 'register');
const claims = unpackClaims(register);
const areas = readPart<AreasPart>(REGION, 'areas-2021');
/** How many places there are among some claims. */
const places = (some: typeof claims) => new Set(some.map(({ place }) => place)).size;
/** Listings of places that have not closed: the list leaves the others out. */
const listed = claims.filter(({ place }) =>
	claims.some((claim) => claim.place === place && claim.status !== 'closed')
);
type Row = Record<string, string>;
const ID = ASSET_FIELDS.id.label;
const ADDRESS = `/${REGION}/assets/`;

async function openDirectory(page: Page, query = ''): Promise<void> {
	await page.goto(ADDRESS + query);
	await expect(page.getByText('Loading the register…')).toBeHidden();
}
const heading = (page: Page) => page.getByRole('heading', { level: 2, name: /places?( in .*)?$/ });

test('the list has every place of the register once, and each can be read whole', async ({
	page
}) => {
	// What the browser keeps is looked for once by each that keeps something, and not ever again.
	await page.addInitScript(() => {
		const { databases } = IDBFactory.prototype;
		Reflect.set(window, 'looks', 0);
		IDBFactory.prototype.databases = function (this: IDBFactory) {
			Reflect.set(window, 'looks', Number(Reflect.get(window, 'looks')) + 1);
			return databases.call(this);
		};
	});
	await openDirectory(page);
	await expect(heading(page)).toHaveText(`${count(places(listed))} places`);
	const looks = () => page.evaluate(() => Number(Reflect.get(window, 'looks')));

	// The place that most lists know: every listing of it is named.
	const listings = new Map<string, number>();
	for (const { place } of claims) listings.set(place, (listings.get(place) ?? 0) + 1);
	const [most = ''] = [...listings].sort((a, b) => b[1] - a[1]).map(([place]) => place);
	const own = claims.filter(({ place }) => place === most);
	await openDirectory(page, `?asset=${most}`);
	const panel = page.getByRole('region').filter({ hasText: 'Who lists it' }).last();
	for (const { id } of own) await expect(panel).toContainText(id);
	await panel.getByText('Report a problem').click();
	await expect(panel.getByRole('link', { name: 'Write an e-mail' })).toHaveAttribute(
		'href',
		/^mailto:[^?]*\?subject=/
	);
	await panel.getByRole('button', { name: 'Back to the list' }).click();
	await expect(heading(page)).toBeVisible();
	expect(await looks()).toBeGreaterThan(0);
	expect(await looks()).toBeLessThan(10);
	expect(new URL(page.url()).searchParams.get('asset')).toBeNull();
});

test('filters by keyboard, says how many there are, and clears', async ({ page }) => {
	await openDirectory(page);
	const kinds = page.locator('summary').filter({ hasText: /^\s*Kind/ });
	await tabTo(page, kinds);
	await page.keyboard.press('Enter');
	const libraries = page.getByRole('checkbox', { name: /^Libraries/ });
	await tabTo(page, libraries);
	await page.keyboard.press('Space');
	const expected = places(
		listed.filter(({ place }) =>
			listed.some((other) => other.place === place && other.kind === 'library')
		)
	);
	await expect(heading(page)).toHaveText(`${count(expected)} places`);
	await expect(page.getByRole('status').filter({ hasText: `${expected} places` })).toBeAttached();
	expect(new URL(page.url()).searchParams.get('kinds')).toBe('library');

	// What is typed stays on the page.
	await page.getByRole('searchbox').fill('zzzz nowhere');
	await expect(page.getByText(/Nothing in the register is like that/)).toBeVisible();
	expect(page.url()).not.toContain('zzzz');

	// A postcode means near here.
	await page.getByRole('searchbox').fill(POSTCODE);
	await expect(page.getByText(`Nearest to ${POSTCODE} first, in`)).toBeVisible();
	await expect(heading(page)).toHaveText(`${count(expected)} places`);
	await expect(page.getByRole('searchbox')).toHaveValue(POSTCODE);
	expect(says([page.url()], 'E01')).toEqual([]);
	await page.getByRole('button', { name: 'Clear the filters' }).first().click();
	await expect(heading(page)).toHaveText(`${count(places(listed))} places`);
	await page.goBack();
	await expect(heading(page)).toHaveText(`${count(expected)} places`);
});

test('a field check of a place goes out with the ids and columns of the register', async ({
	page
}) => {
	const district = areas.district.codes[0] ?? '';
	const inside = new Set(
		areas.lsoa.codes.filter((_, i) => areas.district.codes[areas.district.of[i] ?? -1] === district)
	);
	// What has closed is not asked about.
	const there = claims.filter(
		({ lsoa21, status }) => inside.has(lsoa21 ?? '') && status !== 'closed'
	);
	await openDirectory(page, `?part=check&place=${district}`);
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download CSV' }).click()
	]);
	const rows = parse(await readFile(await file.path(), 'utf8'), { columns: true }) as Row[];
	expect(Object.keys(rows[0] ?? {})).toEqual(
		expect.arrayContaining([CORRECT, ASSET_FIELDS.name.label, TEAM, ROUND, OWNER_COLUMN])
	);
	const placeOf = new Map(claims.map(({ id, place }) => [id, place]));
	const out = rows.map((row) => placeOf.get(row[ID] ?? ''));
	expect(new Set(out).size).toBe(rows.length);
	for (const { place } of there) expect(out).toContain(place);
});

test('a random check comes back from two teams, and both answers stand until one is chosen', async ({
	page
}) => {
	await openDirectory(page);
	await page.getByRole('link', { name: 'Check these places' }).click();
	await page.getByRole('radio', { name: /^a random sample/ }).check();
	await page.getByRole('spinbutton', { name: 'How many' }).fill('4');
	await page.getByRole('spinbutton', { name: 'How many' }).press('Enter');
	await expect(page.getByText('Four places to check.')).toBeVisible();
	expect(new URL(page.url()).searchParams.get('sample')).toBe('4');
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download the spreadsheet' }).click()
	]);
	const book = read(await readFile(await file.path()));
	const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
	const rows = utils.sheet_to_json<Row>(sheet, { defval: '' });
	expect(rows).toHaveLength(4);

	/** What a team sends back of some rows. */
	const filled = (name: string, team: string, answers: string[]) => {
		const back = answers.map((answer, at) => ({ ...rows[at], [CORRECT]: answer, [TEAM]: team }));
		const bytes = write(
			{ SheetNames: ['Field check'], Sheets: { 'Field check': utils.json_to_sheet(back) } },
			{ type: 'buffer', bookType: 'xlsx' }
		) as Buffer;
		return { name, mimeType: 'application/octet-stream', buffer: bytes };
	};
	await page
		.getByLabel('Files of answers')
		.setInputFiles([
			filled('a.xlsx', 'A', ['yes', 'yes', 'no']),
			filled('b.xlsx', 'B', ['no', 'yes', 'no', 'yes']),
			{ name: 'hall.csv', mimeType: 'text/csv', buffer: Buffer.from('name,postcode\nHall,BA1 1AA') }
		]);
	await expect(page.getByText('a.xlsx: three new answers.')).toBeVisible();
	await expect(page.getByRole('alert').filter({ hasText: 'hall.csv: ' })).toContainText(
		'This is not a field check'
	);
	await expect(page.getByText(/^Of 3 places checked, 2 were listed correctly/)).toBeVisible();
	const matter = page.getByRole('group', { name: /: Is it listed correctly\?$/ });
	await expect(matter).toHaveCount(1);
	await matter.getByRole('radio', { name: /^yes/ }).press('Space');
	const rate = page.getByText(/^Of 4 places checked, 3 were listed correctly/);
	await expect(rate).toBeVisible();
	await expectAccessible(page);

	// The answers, and what was decided between them, outlast the page.
	await page.reload();
	await expect(rate).toBeVisible();
	await expect(matter.getByRole('radio', { name: /^yes/ })).toBeChecked();
});

test('pairs are decided by keyboard, and a decision can be taken back', async ({ page }) => {
	await openDirectory(page, '?part=duplicates');
	const pairs = register.uncertain.length;
	const first = page.getByRole('heading', { name: `Pair 1 of ${count(pairs)}` });
	await tabTo(page, page.getByRole('button', { name: /^The same place/ }));
	await page.keyboard.press('s');
	await expect(page.getByText(`${pairs} pairs to decide on, 1 decided.`)).toBeVisible();
	await expect(page.getByRole('heading', { name: `Pair 2 of ${count(pairs)}` })).toBeFocused();
	await page.keyboard.press('z');
	await expect(first).toBeFocused();
	await expect(page.getByText(`${pairs} pairs to decide on, 0 decided.`)).toBeVisible();
});

test('decisions stay in this browser, go out as a file and come back', async ({ page }) => {
	await openDirectory(page, '?part=duplicates');
	const decided = (count: number) => page.getByText(new RegExp(`to decide on, ${count} decided`));
	await page.getByRole('button', { name: /^The same place/ }).click();
	await expect(decided(1)).toBeVisible();
	await page.getByRole('button', { name: /^Different places/ }).click();
	await expect(decided(2)).toBeVisible();
	await page.reload();
	await expect(decided(2)).toBeVisible();

	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Download the decisions' }).click()
	]);
	const text = await readFile(await file.path());
	await page.getByRole('button', { name: 'Remove all decisions' }).click();
	await expect(decided(0)).toBeVisible();
	const chooser = page.locator('input[type=file]');
	await chooser.setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: text });
	await expect(page.getByText('Two decisions taken over from mine.csv.')).toBeVisible();
	await expect(decided(2)).toBeVisible();
	// A file is one step.
	await page.getByRole('button', { name: /^Undo Z/ }).click();
	await expect(decided(0)).toBeVisible();

	const other = Buffer.from('name,postcode\nA hall,BA1 1AA\n');
	await chooser.setInputFiles({ name: 'hall.csv', mimeType: 'text/csv', buffer: other });
	await expect(page.getByRole('alert')).toContainText('not a file of decisions');
	await expectAccessible(page);
});

/** A place to check in the field, and a place to read whole. */
const STATES: Record<string, string> = {
	'a field check': '?part=check&place=' + (areas.msoa.codes[0] ?? ''),
	'an asset': `?asset=${claims[0]?.place ?? ''}`
};
for (const { state, title, tag } of combinations({ state: Object.keys(STATES), size: SIZES })) {
	test(`the list and ${title} are accessible`, { tag }, async ({ page }) => {
		for (const query of ['', STATES[state]]) {
			await openDirectory(page, query);
			await expectAccessible(page);
			await expectContrast(page, 'dark');
			await page.emulateMedia({ colorScheme: 'light' });
		}
	});
}

test(
	'on a phone the list comes before the map, and fits',
	{ tag: '@phone-only' },
	async ({ page }) => {
		await openDirectory(page);
		await expect(heading(page)).toBeVisible();
		const map = page.getByRole('region', { name: /^Map of/ });
		await expect(map).toBeHidden();
		await page.getByRole('button', { name: 'Map', exact: true }).tap();
		await expect(map).toBeVisible();
		await expect(heading(page)).toBeHidden();
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width).toBeLessThanOrEqual(390);
	}
);

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('counts, coverage and how to report are there, and nothing that would do nothing', async ({
		page
	}) => {
		await page.goto(ADDRESS);
		const counts = page.getByRole('table', { name: /by kind and district/ });
		const libraries = counts.getByRole('row').filter({ hasText: 'Libraries' });
		const expected = places(listed.filter(({ kind }) => kind === 'library'));
		await expect(libraries.getByRole('cell').last()).toHaveText(count(expected));
		await expect(page.getByRole('table', { name: /^Who surveyed what/ })).toContainText(
			'not surveyed'
		);
		await expect(page.getByRole('heading', { name: /Something is wrong/ })).toBeVisible();
		await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
		await expect(page.getByRole('main').getByRole('searchbox')).toHaveCount(0);
	});
});
