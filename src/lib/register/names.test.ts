import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordinaryCase, placeName } from './names.ts';

describe('ordinary case', () => {
	it.each([
		['JAMES PAGET UNIVERSITY HOSPITAL', 'James Paget University Hospital'],
		['SOUTH NORFOLK HIP PCN', 'South Norfolk HIP PCN'],
		['BRUNEL HEALTH GROUP PCN4', 'Brunel Health Group PCN4'],
		['STONE and ECCLESHALL PCN', 'Stone and Eccleshall PCN'],
		["QUEEN ELIZABETH HOSPITAL, KING'S LYNN", "Queen Elizabeth Hospital, King's Lynn"],
		["ST MICHAEL'S HOSPITAL", "St Michael's Hospital"],
		[
			'HEALTH CENTRE, LAWSON STREET, STOCKTON-ON-TEES',
			'Health Centre, Lawson Street, Stockton-on-Tees'
		],
		['THE DENSHAM SURGERY', 'The Densham Surgery'],
		['DENTAL HEALTH STOP (THREE TUNS PARADE)', 'Dental Health Stop (Three Tuns Parade)'],
		["DR O'BRIENS PRACTICE", "Dr O'Briens Practice"],
		['MCDONNELL & CO LTD', 'McDonnell & Co Ltd'],
		['M.F.VAIYA CHEMIST', 'M.F.Vaiya Chemist'],
		['J.M. HUGHES', 'J.M. Hughes'],
		['PHARMACY2U.CO.UK', 'Pharmacy2u.co.uk'],
		['16A HIGH STREET, 2ND FLOOR, M8', '16A High Street, 2nd Floor, M8'],
		['NHS WALK-IN CENTRE', 'NHS Walk-in Centre'],
		['ASHTON UNDER LYNE', 'Ashton under Lyne'],
		['BURY ST EDMUNDS', 'Bury St Edmunds']
	])('%s', (given, expected) => {
		expect(ordinaryCase(given)).toBe(expected);
	});

	it('leaves alone what is not in capitals', () => {
		for (const name of ['The Aldgate School', 'JCoSS', 'Norwich PCN', 'UTC Swindon', '', '12']) {
			expect(ordinaryCase(name)).toBe(name);
		}
	});

	it('changes case and nothing else, and once is enough', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Z0-9 .,'()&/-]{0,40}$/), (name) => {
				const once = ordinaryCase(name);
				expect(once.toUpperCase()).toBe(name);
				expect(ordinaryCase(once.toUpperCase())).toBe(once);
			})
		);
	});
});

describe('the name of a place', () => {
	it.each([
		['WARM SPACES - Waterlane Leisure Centre', 'Waterlane Leisure Centre'],
		['Warm Spaces - Hoxne Playing Field Pavilion', 'Hoxne Playing Field Pavilion'],
		['Aylsham Methodist Church Warm Space', 'Aylsham Methodist Church'],
		['Percy Community Centre - Free Warm Space', 'Percy Community Centre'],
		['Sheringham Salvation Army - Warm Space', 'Sheringham Salvation Army'],
		// Without the campaign these would be towns, or nothing.
		['Cromer Warm Space', 'Cromer Warm Space'],
		['Warm Welcome Space', 'Warm Welcome Space'],
		['WARM SPACES - ', 'WARM SPACES - '],
		['safe haven norwich', 'safe haven norwich']
	])('%s', (given, expected) => {
		expect(placeName(given)).toBe(expected);
	});

	it('is cut, never changed, and once is enough', () => {
		fc.assert(
			fc.property(fc.string(), (name) => {
				const once = placeName(name);
				expect(name.toLowerCase()).toContain(once.toLowerCase());
				expect(once === '' && name !== '').toBe(false);
			})
		);
	});
});
