/** The map shows the facts, and can be moved, asked and printed. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { point } from '@turf/helpers';
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { combinations } from './matrix.ts';
import {
	count,
	EDITIONS,
	factsOf,
	fullName,
	loneVenue,
	mostDeprived,
	type Neighbourhood,
	REGION,
	REGIONS,
	shapesOf
} from './packs.ts';
import {
	coloursWithin,
	middleOf,
	offsetOnMap,
	openRegion,
	viewQuery,
	WIDE,
	type RegionPage
} from './region-page.ts';

/** Wide enough for the panel beside the map, and no larger: each pixel is drawn in software. */
test.use({ viewport: { width: 1000, height: 640 } });

/** Half the side of the patch of the map that is looked at, in pixels. */
const REACH = 4;

interface Spot {
	neighbourhood: Neighbourhood;
	x: number;
	y: number;
}

/** Spots in the open part of the map that lie, with the pixels around them, within one area. */
async function openSpots(
	region: RegionPage,
	neighbourhoods: readonly Neighbourhood[],
	shapes: ReturnType<typeof shapesOf>
): Promise<Spot[]> {
	const canvas = await region.canvas.boundingBox();
	if (!canvas) throw new Error('there is no map');
	const over = await Promise.all(
		[region.legend, region.mapButtons].map((part) => part.boundingBox())
	);
	const middle = region.view();
	const degreesPerPixel = 360 / (512 * 2 ** middle.zoom);
	const shapeOf = new Map(shapes.features.map((shape) => [String(shape.id), shape]));
	return neighbourhoods.flatMap((neighbourhood) => {
		const { x: right, y: down } = offsetOnMap(middle, neighbourhood);
		const x = Math.round(canvas.x + canvas.width / 2 + right);
		const y = Math.round(canvas.y + canvas.height / 2 + down);
		const within = (box: typeof canvas, margin: number) =>
			x > box.x - margin &&
			x < box.x + box.width + margin &&
			y > box.y - margin &&
			y < box.y + box.height + margin;
		const inSight = within(canvas, -20) && y < WIDE.height - 20;
		if (!inSight || over.some((box) => box && within(box, 20))) return [];
		const shape = shapeOf.get(neighbourhood.code);
		const { longitude, latitude } = neighbourhood;
		const away = (REACH + 3) * degreesPerPixel;
		const inside = [-away, away].every((east) =>
			[-away, away].every(
				(north) =>
					shape && booleanPointInPolygon(point([longitude + east, latitude + north * 0.6]), shape)
			)
		);
		return inside ? [{ neighbourhood, x, y }] : [];
	});
}

/** The colour that most pixels around each spot have, "#rrggbb". */
async function coloursAt(page: Page, spots: readonly Spot[]): Promise<string[]> {
	const picture = (await page.screenshot({ animations: 'disabled' })).toString('base64');
	const blank = await page.context().newPage();
	const colours = await blank.evaluate(
		async ([encoded, places, reach]) => {
			const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
			const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
			const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
			context?.drawImage(image, 0, 0);
			return places.map(({ x, y }) => {
				const side = 2 * reach + 1;
				const { data } = context?.getImageData(x - reach, y - reach, side, side) ?? { data: [] };
				const seen = new Map<string, number>();
				for (let i = 0; i < data.length; i += 4) {
					const colour = [data[i], data[i + 1], data[i + 2]]
						.map((part) => (part ?? 0).toString(16).padStart(2, '0'))
						.join('');
					seen.set(colour, (seen.get(colour) ?? 0) + 1);
				}
				const [most] = [...seen].sort((a, b) => b[1] - a[1]);
				return `#${most?.[0] ?? ''}`;
			});
		},
		[picture, spots.map(({ x, y }) => ({ x, y })), REACH] as const
	);
	await blank.close();
	return colours;
}

/** Two colours that no eye tells apart: software drawing rounds. */
function alike(one = '', other = ''): boolean {
	const parts = (colour: string) => [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
	const others = parts(other);
	return parts(one).every((part, i) => Math.abs(part - (others[i] ?? NaN)) <= 2);
}

for (const { slug, edition, title, tag } of combinations(
	{ slug: REGIONS, edition: EDITIONS },
	{ from: { edition: '2019' }, most: 2 }
)) {
	const what = 'the map has the colours of the legend, and names what lies there';
	test(`${what}: ${title}`, { tag }, async ({ page }) => {
		const facts = factsOf(slug, edition);
		const { latitude, longitude } = mostDeprived(facts);
		const view = [latitude.toFixed(4), longitude.toFixed(4), '11.50'].join(',');
		const query = `?edition=${edition}&with=none&view=${view}`;
		// On a smaller map the legend covers most of the neighbourhoods.
		await page.setViewportSize(WIDE);
		const region = await openRegion(page, slug, query);
		await expect(region.legendOf(`Deprivation decile in England, IoD ${edition}`)).toBeVisible();
		const colours = await region.decileColours();
		const spots = await openSpots(region, facts.neighbourhoods, shapesOf(slug, edition));
		expect(spots.length).toBeGreaterThan(12);

		await expect(async () => {
			const seen = await coloursAt(page, spots);
			const wrong = spots.flatMap(({ neighbourhood: { name, decile } }, i) =>
				alike(seen[i], colours[decile - 1]) ? [] : [`${name}, decile ${decile}: ${seen[i]}`]
			);
			// The name of a town may lie over one or two of them.
			expect(wrong.length, wrong.join('; ')).toBeLessThanOrEqual(spots.length / 10);
		}).toPass();

		const few = spots.filter((_, i) => i % Math.ceil(spots.length / 4) === 0);
		for (const { neighbourhood, x, y } of few) {
			await page.mouse.move(x, y);
			// Hidden from screen readers, so not found by role; the table has the same words.
			await expect(page.getByText(fullName(neighbourhood), { exact: true })).toBeVisible();
			await expect(
				page.getByText(`Decile ${neighbourhood.decile}, rank ${count(neighbourhood.rank)} of`)
			).toBeVisible();
		}
	});
}

test('going back brings the map of before; buttons and keys move it, and the address follows', async ({
	page
}) => {
	const { bounds } = factsOf(REGION, '2025');
	const region = await openRegion(page, REGION, '?with=none&view=52.6300,1.3000,11.00');
	await region.mapButtons.getByRole('button', { name: 'Zoom in' }).click();
	await expect.poll(() => region.view().zoom).toBeCloseTo(12, 1);
	await region.moreTopics();
	await region.layer('Food banks').check();
	await region.expectParameter('with', 'food-banks');
	await region.mapButtons.getByRole('button', { name: 'Zoom in' }).click();
	await expect.poll(() => region.view().zoom).toBeCloseTo(13, 1);
	await page.goBack();
	await region.expectParameter('with', 'none');
	await expect.poll(() => region.view().zoom).toBeCloseTo(12, 1);
	await expect(region.layer('Food banks')).not.toBeChecked();
	await region.mapButtons.getByRole('button', { name: 'Zoom in' }).click();
	await expect.poll(() => region.view().zoom, 'the map itself went back').toBeCloseTo(13, 1);

	await page.emulateMedia({ reducedMotion: 'reduce' });
	const press = (name: string) => region.mapButtons.getByRole('button', { name }).click();
	const moved = (how: string, value: () => number) => expect.poll(value, how);
	const start = region.view();
	await press('Zoom in');
	await moved('closer', () => region.view().zoom).toBeCloseTo(start.zoom + 1, 1);
	await press('Zoom out');
	await moved('farther', () => region.view().zoom).toBeCloseTo(start.zoom, 1);
	await press('Arrows to move the map');
	await press('Move north');
	await moved('north', () => region.view().latitude).toBeGreaterThan(start.latitude + 0.003);
	await press('Move south');
	await moved('south', () => region.view().latitude).toBeCloseTo(start.latitude, 2);
	await press('Move east');
	await moved('east', () => region.view().longitude).toBeGreaterThan(start.longitude + 0.003);
	await press('Move west');
	await moved('west', () => region.view().longitude).toBeCloseTo(start.longitude, 2);

	await region.canvas.focus();
	await page.keyboard.press('+');
	await moved('closer by key', () => region.view().zoom).toBeCloseTo(start.zoom + 1, 1);
	await page.keyboard.press('ArrowRight');
	await moved('east by key', () => region.view().longitude).toBeGreaterThan(
		start.longitude + 0.003
	);

	await press('Whole area');
	await expect(async () => {
		const canvas = await region.canvas.boundingBox();
		if (!canvas) throw new Error('there is no map');
		// The plain address shows the whole area, too; else the corners tell.
		if (region.parameter('view') === null) return;
		const [west, south, east, north] = bounds;
		const from = region.view();
		const { x: left, y: top } = offsetOnMap(from, { longitude: west, latitude: north });
		const { x: right, y: bottom } = offsetOnMap(from, { longitude: east, latitude: south });
		expect(left).toBeGreaterThan(-canvas.width / 2);
		expect(right).toBeLessThan(canvas.width / 2);
		expect(top).toBeGreaterThan(-canvas.height / 2);
		expect(bottom).toBeLessThan(canvas.height / 2);
	}).toPass();
});

test('a click on the map selects what lies there; Escape clears', async ({ page }) => {
	const worst = mostDeprived(factsOf(REGION, '2025'));
	const region = await openRegion(page, REGION, `?with=core20&${viewQuery(worst, 14)}`);
	const { x, y } = await middleOf(region);
	await page.mouse.click(x, y);
	await expect(region.details).toContainText(fullName(worst));
	await expect(region.details.getByRole('table').getByRole('row')).toHaveCount(5);
	await region.expectParameter('area', worst.code);
	await expect(region.said(`${fullName(worst)} selected.`)).toBeAttached();
	// The legend never takes more of the map than this, unless it is asked for all classes.
	const legend = await region.legend.boundingBox();
	expect(legend?.height).toBeLessThanOrEqual(160);
	// What was chosen lies beside the card and over the legend.
	const card = await region.details.boundingBox();
	await expect(async () => {
		const { x: right, y: down } = offsetOnMap(region.view(), worst);
		expect(x + right).toBeLessThan(card?.x ?? 0);
		expect(y + down).toBeLessThan(legend?.y ?? 0);
	}).toPass();
	await page.keyboard.press('Escape');
	await expect(region.details).toBeHidden();
	await region.expectParameter('area', null);
	await expect(region.said('Selection cleared.')).toBeAttached();

	// The same with keys: what is in the middle, then the next one that way.
	await openRegion(page, REGION, `?with=core20&${viewQuery(worst, 14)}`);
	await region.canvas.focus();
	await page.keyboard.press('Enter');
	await region.expectParameter('area', worst.code);
	await expect(region.said(`${fullName(worst)} selected.`)).toBeAttached();
	await region.canvas.focus();
	await page.keyboard.press('Shift+ArrowUp');
	await expect.poll(() => region.parameter('area')).not.toBe(worst.code);
	const next = factsOf(REGION, '2025').neighbourhoods.find(
		({ code }) => code === region.parameter('area')
	);
	expect(next?.latitude).toBeGreaterThan(worst.latitude);
	await expect(region.said(`${next ? fullName(next) : ''} selected.`)).toBeAttached();
});

/** A map with a venue in the middle, and that neighbourhood selected; the venue's popup open. */
async function openVenue(page: Page) {
	// Where the window is narrower, the card of the neighbourhood lies over the middle.
	await page.setViewportSize(WIDE);
	const venue = loneVenue(REGION);
	const query = `?with=community-venues&area=${venue.lsoa21}&${viewQuery(venue, 16)}`;
	const region = await openRegion(page, REGION, query);
	const { x, y } = await middleOf(region);
	await page.mouse.click(x, y);
	await expect(page.getByRole('heading', { name: venue.name })).toBeVisible();
	return { region, venue, close: page.getByRole('button', { name: 'Close popup' }) };
}

test('a venue on the map tells what is known of it; Escape closes that alone', async ({ page }) => {
	const { region, venue, close } = await openVenue(page);
	await expect(
		page.getByText(/^Last listed in .* Nobody has checked it on the ground\.$/).first()
	).toBeVisible();
	await expect(close).toBeFocused();
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	await expect(close).toBeHidden();
	await region.expectParameter('area', venue.lsoa21);
});

test('the way to another region leads to its own map and facts', async ({ page }) => {
	const [first = '', second = ''] = REGIONS;
	const facts = factsOf(second, '2025');
	const region = await openRegion(page, first, '?edition=2019&with=none');
	const areas = page.getByRole('navigation', { name: 'Areas' });
	await areas.getByText(factsOf(first, '2025').name).first().click();
	await areas.getByRole('link', { name: facts.name }).click();
	await expect(page.getByRole('heading', { level: 1, name: facts.name })).toBeVisible();
	await region.ready();
	await region.expectParameter('edition', null);
	await expect(region.radio('2025')).toBeChecked();
	await expect(region.canvas).toHaveAccessibleName(new RegExp(facts.name));
	const canvas = await region.canvas.boundingBox();
	const legend = await region.legend.boundingBox();
	if (!canvas || !legend) throw new Error('there is no map');
	const middle = { x: canvas.x + canvas.width / 2, y: (canvas.y + legend.y) / 2 };
	const names = facts.neighbourhoods.map(fullName);
	const map = page.getByRole('region', { name: `Map of ${facts.name}`, exact: true });
	const readout = map.getByText(/decile \d+, rank/i).locator('xpath=..');
	await expect(async () => {
		const said: string[] = [];
		// Along a line, as venues lie over some of it.
		for (let right = -90; right <= 90; right += 30) {
			await page.mouse.move(middle.x + right, middle.y);
			said.push(...(await readout.allTextContents()));
		}
		expect(
			names.find((name) => said.some((text) => text.includes(name))),
			said.join()
		).toBeDefined();
	}).toPass();
});

test('a legend longer than its box leaves the map above it whole, and a list of finds the map below it', async ({
	page
}) => {
	// Drawn as on a remote desktop: see docs/decisions/0030-one-frame.md.
	const region = await openRegion(page, REGION, '?view=52.6300,1.3000,11.00');
	const fold = page.locator('summary').filter({ hasText: 'Legend' });
	const [canvas, box] = [await region.canvas.boundingBox(), await fold.boundingBox()];
	if (!canvas || !box) throw new Error('there is no map');
	const clip = { x: box.x, y: canvas.y, width: box.width, height: box.y - canvas.y - 8 };
	const above = async () => (await page.screenshot({ clip })).toString('base64');
	const open = await above();
	await fold.press('Enter');
	await expect(region.legend).toBeHidden();
	expect((await above()) === open, 'the map is the same with and without the legend').toBe(true);

	await page.getByRole('combobox', { name: /^Find a postcode/ }).fill('norwich');
	await expect(page.getByRole('search').getByRole('option').first()).toBeVisible();
	const list = await page.getByRole('search').locator('.panel').boundingBox();
	if (!list) throw new Error('nothing was found');
	const foot = list.y + list.height + 8;
	const below = { x: list.x, y: foot, width: list.width, height: canvas.y + canvas.height - foot };
	expect(below.height).toBeGreaterThan(20);
	await expect.poll(() => coloursWithin(page, below)).toBeGreaterThan(30);
});

test('of two maps side by side each follows the other', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const query = '?edition=2025&with=none&compare=deprivation.2019&view=52.6300,1.3000,11.00';
	const region = await openRegion(page, REGION, query);
	const map = (edition: string) =>
		page.getByRole('region', { name: new RegExp(`^Map of .*: .*${edition}$`) });
	const closer = (edition: string) =>
		map(edition).getByRole('button', { name: 'Zoom in', exact: true }).click();
	await closer('2019');
	await expect.poll(() => region.view().zoom).toBeCloseTo(12, 1);
	// It was the second that moved: the first can only get there by following it.
	await closer('2025');
	await expect.poll(() => region.view().zoom).toBeCloseTo(13, 1);
	await closer('2019');
	await expect.poll(() => region.view().zoom).toBeCloseTo(14, 1);
	await expect(region.page.getByRole('group', { name: 'Legend of the second map' })).toBeVisible();
});

test('printed before the map is drawn, the page has the still picture', async ({ page }) => {
	// The map never gets what it is drawn on.
	await page.route(/\/basemap/, () => undefined);
	await page.goto(`/${REGION}/`);
	const picture = page.locator('img.print');
	const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
	await expect.poll(width).toBeGreaterThan(100);
	await expect(picture).toBeHidden();
	await page.emulateMedia({ media: 'print' });
	await expect(picture).toBeVisible();
});

test('printed, the page has a picture of the map', async ({ page }) => {
	await page.setViewportSize({ width: 718, height: 1000 });
	const region = await openRegion(page, REGION);
	await page.emulateMedia({ media: 'print' });
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	const picture = page.getByRole('img', { name: /^Map of/ });
	await expect(picture).toBeVisible();
	await expect(region.legend).toBeVisible();
	const colours = await picture.evaluate(async (image: HTMLImageElement) => {
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = canvas.height = 64;
		const context = canvas.getContext('2d');
		context?.drawImage(image, 0, 0, 64, 64);
		const { data } = context?.getImageData(0, 0, 64, 64) ?? { data: [] };
		return new Set(Array.from({ length: 4096 }, (_, i) => `${data[4 * i]},${data[4 * i + 1]}`))
			.size;
	});
	expect(colours).toBeGreaterThan(10);
});
