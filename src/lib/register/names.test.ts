import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ordinaryCase, placeName, postcodeOnce, shownName, toldApart } from './names.ts';

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

describe('the name that a place is shown by', () => {
	const venue = (name: string, address: string | null = null, moves = false) =>
		shownName({ name, kind: 'community-venue', address, moves });

	it('says that a food bank is one', () => {
		const bank = (name: string) => shownName({ name, kind: 'food-bank', address: null });
		expect(bank('Swindon')).toBe('Swindon food bank');
		expect(bank('Adat Yeshua Foodbank')).toBe('Adat Yeshua Foodbank');
		expect(bank('Caister Community Larder')).toBe('Caister Community Larder');
	});

	it('says that a library is one', () => {
		const library = (name: string) => shownName({ name, kind: 'library', address: null });
		expect(library('Kesgrave')).toBe('Kesgrave library');
		expect(library('Great Yarmouth Library')).toBe('Great Yarmouth Library');
		expect(library('Blunsdon Community Book Collection')).toBe(
			'Blunsdon Community Book Collection'
		);
	});

	it('says which it is where the name says only what', () => {
		const service = (kind: string, name: string, postcode: string | null = 'SN1 3AB') =>
			shownName({ name, kind, address: null, postcode });
		expect(service('dentist', 'Dental Surgery')).toBe('Dental Surgery (SN1 3AB)');
		expect(service('dentist', '11-13')).toBe('11-13 (SN1 3AB)');
		expect(service('pharmacy', 'The Pharmacy')).toBe('The Pharmacy (SN1 3AB)');
		expect(service('gp-practice', 'The Medical Centre')).toBe('The Medical Centre (SN1 3AB)');
		expect(service('dentist', 'High Street Dental Surgery')).toBe('High Street Dental Surgery');
		expect(service('pharmacy', 'Boots')).toBe('Boots');
		expect(service('dentist', 'Dental Surgery', null)).toBe('Dental Surgery');
	});

	it('says where it is that something meets', () => {
		expect(venue('Saturday Warm Space', 'Park Baptist Church, Norfolk NR30 2JN', true)).toBe(
			'Saturday Warm Space (at Park Baptist Church)'
		);
		expect(venue('Mindfulness Cafe', 'Thrive, Norfolk IP22 2EL', true)).toBe(
			'Mindfulness Cafe (at Thrive)'
		);
		expect(venue('Fish on Fridays', 'West Row Village Hall, SUFFOLK IP28 8NY')).toBe(
			'Fish on Fridays (at West Row Village Hall)'
		);
	});

	it('says which it is of many of one name', () => {
		expect(venue('Warm Space', 'Old Sarum Community Centre, Wiltshire SP4 6GH')).toBe(
			'Warm Space (at Old Sarum Community Centre)'
		);
		const hall = { name: 'Village Hall', kind: 'community-venue', postcode: 'NR29 4NH' };
		expect(shownName({ ...hall, address: 'The Village Hall,, Great Yarmouth' })).toBe(
			'Village Hall (NR29 4NH)'
		);
		expect(venue('Lyng Village Hall', 'Lyng, Norfolk')).toBe('Lyng Village Hall');
	});

	it('tells two of one name apart that are near each other, by postcode', () => {
		const of = (name: string, postcode: string | null) => ({ name, postcode });
		expect(
			toldApart([of('Council', 'NR4 6XE'), of('Council', 'NR4 7JJ'), of('Council', 'NR9 1AA')])
		).toEqual(['Council (NR4 6XE)', 'Council (NR4 7JJ)', 'Council']);
		expect(toldApart([of('Hall', null), of('Hall', null)])).toEqual(['Hall', 'Hall']);
		expect(postcodeOnce('Dome, Swindon SN3 3BS SN3 3BS', 'SN3 3BS')).toBe('Dome, Swindon SN3 3BS');
		expect(postcodeOnce('Dome', null)).toBe('Dome');
	});

	it('adds nothing to a building, to a street, or to a name that says where', () => {
		expect(venue('Revive Cafe', 'Alive Church, Norwich')).toBe('Revive Cafe');
		expect(venue('Souper friday', 'priory street, corsham, wiltshire')).toBe('Souper friday');
		expect(venue('Saturday Warm Space', '12 Sheep Street, Highworth')).toBe('Saturday Warm Space');
		expect(venue('Warm Wednesdays at Lynn Museum', 'Lynn Museum, Norfolk')).toBe(
			'Warm Wednesdays at Lynn Museum'
		);
		expect(venue('St Mary’s Church', 'St Mary’s Church, Norwich', true)).toBe('St Mary’s Church');
	});

	it('leaves out the campaign of a directory, and touches no register', () => {
		expect(venue('WARM SPACES - Eye Family Hub')).toBe('Eye Family Hub');
		expect(venue('WARM SPACES - ')).toBe('WARM SPACES - ');
		expect(venue('Theatre Royal - WARM WELCOME SPACE')).toBe('Theatre Royal');
		expect(venue('Cromer Warm Space')).toBe('Cromer Warm Space');
		expect(shownName({ name: 'Well', kind: 'pharmacy', address: null })).toBe('Well');
	});
});
