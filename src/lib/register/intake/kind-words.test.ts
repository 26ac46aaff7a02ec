import { describe, expect, it } from 'vitest';
import { kindLabel } from './row-kind.ts';
import { readKind } from './kind-words.ts';

const read = (words: string) => {
	const found = readKind(words);
	return found && kindLabel(found.kind, found.subkind);
};

describe('words for kinds of place', () => {
	it.each([
		['Men’s shed', 'Community venue'],
		["Men's Sheds", 'Community venue'],
		['Youth club', 'Community venue'],
		['Day Centre', 'Community venue'],
		['Lunch club', 'Community venue'],
		['Repair Café', 'Community venue'],
		['Allotments', 'Community venue'],
		['Community garden', 'Community venue'],
		['Baby bank', 'Other community service'],
		['Post Office', 'Other community service'],
		['Village Hall', 'Community venue: Village hall'],
		['Methodist Church', 'Community venue: Place of worship'],
		['C of E', 'Community venue: Place of worship'],
		['Quaker meeting house', 'Community venue: Place of worship'],
		['Mosque', 'Community venue: Place of worship'],
		['Leisure centres', 'Community venue: Leisure or sport'],
		['Family Hub', 'Family hub or children’s centre'],
		['Stay and play', 'Community venue: Children and families'],
		['Community pantries', 'Food bank'],
		['community_centre', 'Community venue: Community centre'],
		['place_of_worship', 'Community venue: Place of worship'],
		['social prescribing', 'Social prescribing link worker']
	])('%s is a %s', (words, label) => {
		expect(read(words)).toBe(label);
	});

	it('keeps words that say more than the kind', () => {
		expect(readKind('Men’s shed')).toMatchObject({ exact: true, saysMore: true });
		expect(readKind('Village hall')).toMatchObject({ saysMore: false, named: true });
		expect(readKind('Foodbank')).toMatchObject({ saysMore: false });
	});

	it.each(['Zumba', 'Country', 'Green', 'Purple category', ''])('asks what “%s” is', (words) => {
		expect(readKind(words)).toBeNull();
	});
});
