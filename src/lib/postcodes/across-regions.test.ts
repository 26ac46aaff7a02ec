import { describe, expect, it } from 'vitest';
import { answerAcross, mostLocalFirst } from './across-regions.ts';
import { makePiece } from './piece.ts';
import { readPostcode, type Postcode } from './postcode.ts';

const postcode = (text: string): Postcode => {
	const reading = readPostcode(text);
	if (reading.kind !== 'postcode') throw new Error(text);
	return reading.postcode;
};
const row = (inward: string) => ({
	inward,
	lsoa21: 'E01000001',
	longitude: 1,
	latitude: 52
});
const piece = (outward: string, inwards: string[]) =>
	makePiece(outward, 'October 2025', inwards.map(row), (code) => code);

const county = { slug: 'county', name: 'County', size: 900 };
const district = { slug: 'district', name: 'District', size: 90 };
const far = { slug: 'far', name: 'Far', size: 10 };

describe('a postcode and several regions', () => {
	it('opens in the most local that has it', () => {
		const pieces = {
			county: piece('AB1', ['1AA', '1AB']),
			district: piece('AB1', ['1AB']),
			far: null
		};
		const asked = mostLocalFirst([county, far, district]).map((region) => ({
			region,
			piece: pieces[region.slug as keyof typeof pieces]
		}));
		expect(asked.map(({ region }) => region.slug)).toEqual(['far', 'district', 'county']);
		expect(answerAcross(postcode('AB1 1AB'), asked)).toMatchObject({
			found: true,
			region: district
		});
		expect(answerAcross(postcode('AB1 1AA'), asked)).toMatchObject({ found: true, region: county });
	});

	it('is said not to be in use where its first half is known', () => {
		const answer = answerAcross(postcode('AB1 9ZZ'), [
			{ region: far, piece: null },
			{ region: district, piece: piece('AB1', ['1AB']) }
		]);
		expect(answer).toMatchObject({
			found: false,
			problem: expect.stringMatching(
				/^AB1 9ZZ is not in our list of postcodes of District, which is of October 2025\. It may be newer/
			)
		});
	});

	it('is said to be outside where none has its first half', () => {
		const asked = [district, far].map((region) => ({ region, piece: null }));
		expect(answerAcross(postcode('AB1 9ZZ'), asked)).toEqual({
			found: false,
			problem: 'AB1 9ZZ is outside the areas of this site. This site covers District and Far.'
		});
		const many = Array.from({ length: 36 }, () => ({ region: far, piece: null }));
		expect(answerAcross(postcode('AB1 9ZZ'), many)).toMatchObject({
			problem: expect.stringContaining('covers 36 areas of England')
		});
	});
});
