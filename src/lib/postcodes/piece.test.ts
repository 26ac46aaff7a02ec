import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAreas } from '../areas/region.ts';
import { answerPostcode } from './answer.ts';
import {
	findPostcode,
	LEAST_IN_FILE,
	lsoaOf,
	makePiece,
	shareFiles,
	STEPS,
	type PostcodeRow
} from './piece.ts';

const row = (inward: string, lsoa21 = 'E01000001'): PostcodeRow => ({
	inward,
	lsoa21,
	longitude: 1.71234,
	latitude: 52.59876
});
const postcode = (inward: string) => ({ text: `NR31 ${inward}`, outward: 'NR31', inward });
const same = (code: string) => code;

describe('the files that pieces share', () => {
	const rows = (count: number) => Array.from({ length: count }, (_, i) => row(String(i + 100)));
	const piece = (outward: string, count: number) => makePiece(outward, '', rows(count), same);
	const named = (...sizes: number[]) =>
		shareFiles(sizes.map((size, i) => piece(`A${i}`, size))).map((file) =>
			file.map(({ outward }) => outward).join()
		);

	it('are told by no first half that has few postcodes', () => {
		expect(named(300, 1, 400)).toEqual(['A0,A1', 'A2']);
		expect(named(300, 200, 10, 60, 5)).toEqual(['A0', 'A1,A2,A3,A4']);
		expect(named(1, 2)).toEqual(['A0,A1']);
		expect(named()).toEqual([]);
	});

	it('hold every piece once, and enough wherever there are enough', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 12 }), (sizes) => {
				const files = shareFiles(sizes.map((size, i) => piece(`A${i}`, size)));
				const all = files.flat().map(({ outward }) => outward);
				expect(all.toSorted()).toEqual(sizes.map((_, i) => `A${i}`).toSorted());
				if (sizes.reduce((sum, size) => sum + size, 0) < LEAST_IN_FILE) {
					expect(files.length).toBeLessThanOrEqual(1);
					return;
				}
				for (const file of files) {
					expect(file.reduce((sum, { of }) => sum + of.length, 0)).toBeGreaterThanOrEqual(
						LEAST_IN_FILE
					);
				}
			})
		);
	});
});

describe('a piece of postcodes', () => {
	it('refuses a postcode that stands twice or is no postcode', () => {
		expect(() => makePiece('NR31', '', [row('6LA'), row('6LA')], same)).toThrow('stands twice');
		expect(() => makePiece('NR31', '', [row('6L')], same)).toThrow('not a postcode');
	});

	it('finds no postcode across two others, and none of another first half', () => {
		const piece = makePiece('NR31', '', [row('1AB'), row('2CD')], same);
		expect(findPostcode(piece, postcode('AB2'))).toBeNull();
		expect(findPostcode(piece, { ...postcode('1AB'), outward: 'NR3' })).toBeNull();
	});

	it('finds every postcode where it was put, and no other', () => {
		const letter = fc.constantFrom(...'ABDEFG');
		const inward = fc.tuple(fc.nat(9), letter, letter).map((all) => all.join(''));
		const rows = fc.uniqueArray(
			fc.record({
				inward,
				lsoa21: fc.constantFrom('E01000001', 'E01000002', 'E01000003'),
				longitude: fc.double({ min: -6, max: 2, noNaN: true }),
				latitude: fc.double({ min: 49, max: 61, noNaN: true })
			}),
			{ selector: ({ inward }) => inward, minLength: 1, maxLength: 60 }
		);
		const before = (code: string) =>
			({ E01000001: 'E01000001', E01000002: 'E01999999' })[code] ?? null;
		fc.assert(
			fc.property(rows, inward, (rows, other) => {
				const piece = JSON.parse(JSON.stringify(makePiece('NR31', '', rows, before)));
				for (const { inward, lsoa21, longitude, latitude } of rows) {
					const found = findPostcode(piece, postcode(inward));
					expect(found).toMatchObject({ lsoa21, lsoa11: before(lsoa21) });
					expect(Math.abs((found?.longitude ?? NaN) - longitude)).toBeLessThan(0.6 / STEPS);
					expect(Math.abs((found?.latitude ?? NaN) - latitude)).toBeLessThan(0.6 / STEPS);
				}
				const known = rows.some(({ inward }) => inward === other);
				expect(findPostcode(piece, postcode(other)) !== null).toBe(known);
			})
		);
	});

	it('keeps the vintages apart', () => {
		const piece = makePiece('NR31', '', [row('6LA')], () => null);
		const found = findPostcode(piece, postcode('6LA'));
		expect(found && [lsoaOf(found, '2021'), lsoaOf(found, '2011')]).toEqual(['E01000001', null]);
	});
});

describe('answerPostcode', () => {
	const areasOf = (vintage: '2021' | '2011') => {
		const one = { codes: ['X1'], names: ['Southtown'], of: [0] };
		return decodeAreas({
			kind: 'areas',
			part: `areas-${vintage}`,
			vintage,
			datasets: [],
			lsoa: {
				codes: ['E01000001'],
				names: ['Great Yarmouth 006A'],
				residents: [1],
				longitude: [1],
				latitude: [52]
			},
			msoa: one,
			district: { ...one, partOf: [null], notes: [null] },
			place: one
		});
	};
	const piece = makePiece('NR31', 'October 2025', [row('6LA')], () => null);
	const ask = (inward: string, vintage: '2021' | '2011' = '2021', from = piece) =>
		answerPostcode(postcode(inward), from, areasOf(vintage), 'Here');

	it('names the neighbourhood', () => {
		expect(ask('6LA')).toMatchObject({
			found: true,
			label: 'NR31 6LA',
			note: 'Southtown (Great Yarmouth 006A)',
			code: 'E01000001'
		});
	});

	it('says when the neighbourhood of an older map is not known', () => {
		expect(ask('6LA', '2011')).toMatchObject({
			found: true,
			code: null,
			note: 'we do not know its neighbourhood of 2011: several have been merged since'
		});
	});

	it('says what is wrong, and what a right one looks like', () => {
		expect(ask('9ZZ')).toEqual({
			found: false,
			problem:
				'NR31 9ZZ is not in our list of postcodes of Here, which is of October 2025. It may be newer than that, or no longer in use. Check it: one on the list looks like NR31 6LA. Or search for the name of the place.'
		});
		expect(answerPostcode(postcode('9ZZ'), null, areasOf('2021'), 'Here')).toMatchObject({
			problem: expect.stringContaining('none there begins with NR31')
		});
	});
});
