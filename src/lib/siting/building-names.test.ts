import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communityCentre, villageHall } from './building-names.ts';

describe('the building that a listing is in', () => {
	it.each([
		[
			'NR5 Community Hub',
			'Cadge Road Community Centre, Norwich, NR5 8DD',
			'Cadge Road Community Centre'
		],
		['Lawn Community Centre', 'Guildford Avenue, Lawn, SN3 1JL', 'Lawn Community Centre'],
		['Cozy Cafe Holt Community Centre', 'Holt Community Centre, Holt', 'Holt Community Centre'],
		['Percy Community Centre - Free Warm Space', null, 'Percy Community Centre'],
		['Lunch at Penhill Community Centre', null, 'Penhill Community Centre'],
		['Memory Lane', 'ALL SAINTS COMMUNITY ROOMS MUNDESLEY', 'All Saints Community Rooms'],
		['Marvellous Mums', 'Wellspring Family Centre, Dereham', 'Wellspring Family Centre'],
		// An event, a company, a café, an allotment, and a centre without a name.
		['Saturday Warm Space', 'Shrublands Youth & Adult Centre, Gorleston', null],
		['TLC Dinner Choices Limited', 'Norwich, NR32HF', null],
		['Revive Community Cafe', 'Alive Church, Norwich', null],
		['Women Like Me - Allotment Sessions', 'Lowestoft NR32 2QL, UK', null],
		['The Wild Hub Winter Lounge', 'Community Centre, Cambridgeshire', null]
	])('“%s”, %s', (name, address, expected) => {
		expect(communityCentre({ name, address })).toBe(expected);
	});

	it('may be a village hall', () => {
		const found = (name: string, address: string | null = null) => villageHall({ name, address });
		expect(found('Alburgh Breakfast Club', 'Alburgh Village Hall, Norfolk')).toBe(
			'Alburgh Village Hall'
		);
		expect(found('The Management Committee of the Jephson Village Hall')).toBe(
			'Jephson Village Hall'
		);
		expect(found('Village Hall', 'The Village Hall,, Great Yarmouth')).toBeNull();
		expect(found('Lyng and District Community Hall')).toBeNull();
	});

	it('has a name of its own, whatever the listing says', () => {
		fc.assert(
			fc.property(fc.string(), fc.option(fc.string()), (name, address) => {
				const found = communityCentre({ name, address });
				expect(
					found === null || /^\S.* [A-Z][a-z]+ (Centre|Hall|Rooms?|Building)$/s.test(found)
				).toBe(true);
			})
		);
		const words = fc.constantFrom('at', 'the', 'Community', 'Centre', 'Hall', 'St', 'Mary’s', ',');
		fc.assert(
			fc.property(fc.array(words), (all) => {
				const found = communityCentre({ name: all.join(' '), address: null });
				expect(found).not.toBe('Community Centre');
				expect(found ?? '').not.toMatch(/^(the|at) community/i);
			})
		);
	});
});
