import { describe, expect, it } from 'vitest';
import { addressKey, nameKey } from './name-key.ts';

describe('names', () => {
	it.each([
		['St. Mary’s Church &amp; Hall', 'Saint Marys Church and Hall'],
		['The Diss Library', 'Diss Library (Warm Space)'],
		['St Paulâ\u0080\u0099s Church, Gt Yarmouth', 'St Paul’s Church, Great Yarmouth'],
		['Great Yarmouth Food Bank', 'Great Yarmouth Foodbank'],
		['Christ Church C of E', 'Christ Church, Church of England']
	])('%s says the same as %s', (a, b) => {
		expect(nameKey(a).key).toBe(nameKey(b).key);
	});

	it('adds what a list of one kind leaves unsaid', () => {
		expect(nameKey('Hucclecote', 'library').key).toBe(nameKey('Hucclecote Library').key);
	});

	it('finds the number in the street', () => {
		expect(addressKey('The Hub, 34 Yarm Road, Stockton TS18 3NG').numbered).toBe('34 yarm road');
		expect(addressKey('Norwich, Norfolk').numbered).toBeNull();
	});
});
