/** What a reader takes away of a page: real files, by way of a worker, and what is said where one fails. */
import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import { strFromU8 } from 'fflate';
import {
	nodesOf,
	parseXml,
	partsOf,
	problemsOf
} from '../../src/lib/export/office-package.fixture.ts';
import { GAP_COLOURS } from '../../src/lib/layers/palettes.ts';
import { expect, test } from './fixtures.ts';
import { REGION } from './packs.ts';
import { openShare } from './region-page.ts';

test.use({
	// The program that is kept from coming on purpose.
	expectedProblems: [/ERR_FAILED/]
});

test('the gaps go away as a workbook, a GeoPackage, slides and a picture; where a paper fails, a workbook is offered', async ({
	page
}) => {
	await page.goto(`/${REGION}/gaps/`);
	const listed = page.getByRole('row').filter({ hasText: / of \d+$/ });
	await expect(listed.first()).toBeVisible();
	const dialog = await openShare(page);
	const take = async (name: RegExp | string) => {
		const [taken] = await Promise.all([
			page.waitForEvent('download'),
			dialog.getByRole('button', { name }).first().click()
		]);
		return { name: taken.suggestedFilename(), bytes: await readFile(await taken.path()) };
	};
	const book = await take(/^Excel/);
	expect(book.name).toMatch(/\.xlsx$/);
	const { SheetNames, Sheets } = read(book.bytes);
	const cover = utils.sheet_to_json<string[]>(Sheets[SheetNames[0] ?? ''] ?? {}, { header: 1 });
	// The answer of the page stands on the cover.
	const answer = (await page.locator('#gaps').textContent())?.trim();
	expect(cover.flat()).toContain(answer);
	const shapes = await take(/^GeoPackage/);
	expect(shapes.bytes.subarray(0, 15).toString()).toBe('SQLite format 3');

	// The slides open without repair, and hold the answer; the picture has the colour of gaps.
	const deck = await take(/^PowerPoint/);
	expect(problemsOf(deck.bytes)).toEqual([]);
	const said = [...partsOf(deck.bytes)]
		.filter(([path]) => /^ppt\/slides\/[^/]+\.xml$/.test(path))
		.flatMap(([, part]) => nodesOf(parseXml(strFromU8(part))))
		.map(({ text }) => text);
	expect(said.join(' ')).toContain(answer);
	const picture = await take(/^Picture, wide/);
	const colours = await page.evaluate(
		async (bytes) => {
			const image = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
			const canvas = new OffscreenCanvas(image.width, image.height);
			const context = canvas.getContext('2d');
			if (!context) throw new Error('no canvas');
			context.drawImage(image, 0, 0);
			const { data } = context.getImageData(0, 0, image.width, image.height);
			const counts: Record<string, number> = {};
			for (let at = 0; at < data.length; at += 4) {
				const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
				const colour = `#${((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0')}`;
				counts[colour] = (counts[colour] ?? 0) + 1;
			}
			return { width: image.width, height: image.height, counts };
		},
		[...picture.bytes]
	);
	expect([colours.width, colours.height]).toEqual([1920, 1080]);
	for (const standing of ['gap', 'not'] as const)
		expect(colours.counts[GAP_COLOURS[standing]] ?? 0, standing).toBeGreaterThan(500);

	await page.route('**/_app/immutable/**', (route) => route.abort());
	await dialog.getByRole('button', { name: /^Word/ }).click();
	await expect(dialog.getByRole('alert')).toContainText(/^\s*Word could not be made: /);
	await page.unroute('**/_app/immutable/**');
	expect((await take('Take Excel instead')).name).toBe(book.name);
	// Told where it was pressed, and in sight.
	await expect(
		dialog.getByRole('listitem').filter({ hasText: /^Word/ }).getByText('Excel saved.')
	).toBeInViewport();
});
