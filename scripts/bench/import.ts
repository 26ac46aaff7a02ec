/** Times the import of a long list in the browser, from the choice of the file to its report. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import {
	filesOf,
	POSTCODES_INDEX,
	STEPS,
	type PostcodePiece,
	type PostcodesIndex
} from '../../src/lib/postcodes/piece.ts';
import type { Packs } from './packs.ts';

export const ROWS = 50_000;

/** CSV of invented places: a third with postcodes as written, a third with them in small letters, a third with positions. */
function longList(
	postcodes: readonly string[],
	[longitude, latitude]: readonly [number, number]
): string {
	const rows = Array.from({ length: ROWS }, (_, i) => {
		const postcode = postcodes[(i * 7919) % postcodes.length] ?? '';
		const place = [`${postcode},,`, `${postcode.toLowerCase()},,`, `,${latitude},${longitude}`][
			i % 3
		];
		return `Invented Place ${i},Village hall,"${i} Invented Road, Exampleton",${place},Mon-Fri 9-5,01632 960001,www.example.org,Some words about it`;
	});
	return [
		'Venue name,Type,Address,Postcode,Lat,Long,Opening hours,Phone,Website,Notes',
		...rows
	].join('\n');
}

/** All postcodes of a region in the built site, and the position of one. */
function postcodesOf(build: string, packs: Packs, region: string) {
	const json = <T>(path: string) => JSON.parse(readFileSync(join(build, path), 'utf8')) as T;
	const index = packs[region]?.files.find(({ part }) => part === POSTCODES_INDEX);
	if (!index) throw new Error(`packs/manifest.json has no ${POSTCODES_INDEX} of ${region}`);
	const pieces = filesOf(json<PostcodesIndex>(index.path)).flatMap((path) =>
		json<PostcodePiece[]>(path)
	);
	const [first] = pieces;
	if (!first) throw new Error(`${region} has no postcodes`);
	const degrees = (corner: number, steps: number | undefined) => (corner + (steps ?? 0)) / STEPS;
	return {
		postcodes: pieces.flatMap(({ outward, inward }) =>
			(inward.match(/.{3}/g) ?? []).map((half) => `${outward} ${half}`)
		),
		middle: [
			degrees(first.corner[0], first.east[0]),
			degrees(first.corner[1], first.north[0])
		] as const
	};
}

/** Seconds of several imports, each on a fresh page. */
export async function timeImports(
	browser: Browser,
	site: { build: string; url: string },
	packs: Packs,
	region: string,
	times: number
): Promise<number[]> {
	const { postcodes, middle } = postcodesOf(site.build, packs, region);
	const buffer = Buffer.from(longList(postcodes, middle));
	const taken: number[] = [];
	for (let i = 0; i < times; i++) {
		const page = await browser.newPage();
		await page.goto(`${site.url}/${region}/assets/import/`, { waitUntil: 'networkidle' });
		await page
			.getByLabel('Choose files')
			.setInputFiles({ name: 'long.csv', mimeType: 'text/csv', buffer });
		await page.getByRole('heading', { name: 'Row by row' }).waitFor({ timeout: 120_000 });
		const duration = await page.evaluate(
			() => performance.getEntriesByName('import:check')[0]?.duration ?? NaN
		);
		taken.push(duration / 1000);
		await page.close();
	}
	return taken;
}
