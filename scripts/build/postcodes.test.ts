import { describe, expect, it } from 'vitest';
import { findPostcode, LEAST_IN_FILE, shareFiles } from '../../src/lib/postcodes/piece.ts';
import { readPostcode } from '../../src/lib/postcodes/postcode.ts';
import { projectFacts } from '../../tests/data/built.ts';
import { numbers, strings } from '../../src/lib/facts/table.ts';
import { postcodePieces } from './postcodes.ts';
import { selectRegion } from './selection.ts';

const geodata = projectFacts();
const table = await geodata.table('postcodes');
const postcodes = strings(table, 'postcode');
const lsoa21 = strings(table, 'lsoa21');
const longitude = numbers(table, 'longitude');
const latitude = numbers(table, 'latitude');

const regions = await Promise.all(
	geodata.regions().map(async (region) => {
		const selection = await selectRegion(geodata, region);
		const pieces = await postcodePieces({ geodata, region, selection });
		return { slug: region.slug, selection, pieces };
	})
);

describe('the pieces of postcodes', () => {
	it.each(regions)('hold every postcode of $slug once', ({ pieces, selection }) => {
		const all = pieces.flatMap(({ outward, inward }) =>
			(inward.match(/.../g) ?? []).map((half) => `${outward} ${half}`)
		);
		const inRegion = new Set(selection['2021'].codes);
		const wanted = postcodes.filter((_, row) => inRegion.has(lsoa21[row] ?? ''));
		expect(wanted.length).toBeGreaterThan(25_000);
		expect(all.sort()).toEqual(wanted.sort());
	});

	it.each(regions)('of $slug lie in files that none is told by', ({ pieces }) => {
		const files = shareFiles(pieces);
		expect(
			files
				.flat()
				.map(({ outward }) => outward)
				.sort()
		).toEqual(pieces.map(({ outward }) => outward).sort());
		const sizes = files.map((file) => file.reduce((sum, { of }) => sum + of.length, 0));
		expect(Math.min(...sizes)).toBeGreaterThanOrEqual(LEAST_IN_FILE);
	});

	it.each(regions)('give those of $slug their LSOA, and the place to ten metres', (region) => {
		const byOutward = new Map(region.pieces.map((piece) => [piece.outward, piece]));
		const inRegion = new Set(region.selection['2021'].codes);
		const wrong = postcodes.filter((text, row) => {
			if (!inRegion.has(lsoa21[row] ?? '')) return false;
			const reading = readPostcode(text);
			if (reading.kind !== 'postcode') return true;
			const piece = byOutward.get(reading.postcode.outward);
			const found = piece && findPostcode(piece, reading.postcode);
			return !(
				found &&
				found.lsoa21 === lsoa21[row] &&
				Math.abs(found.longitude - (longitude[row] ?? NaN)) < 6e-5 &&
				Math.abs(found.latitude - (latitude[row] ?? NaN)) < 6e-5
			);
		});
		expect(wrong).toEqual([]);
	});

	it.each(regions)('name LSOAs of 2011 of $slug, or none', ({ pieces, selection }) => {
		const inRegion = new Set(selection['2011'].codes);
		const named = pieces.flatMap(({ lsoa11 }) => Object.values(lsoa11));
		expect(named.filter((code) => code !== null && !inRegion.has(code))).toEqual([]);
		expect(named).not.toEqual([]);
	});
});
