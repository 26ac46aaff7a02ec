import { describe, expect, it } from 'vitest';
import { ownerSentence, parseOwner } from './owner.ts';

const owner = {
	organisation: 'Anyshire Council',
	role: 'Community data officer',
	email: 'data@anyshire.example',
	reviewed: '2026-11-03',
	next: '2027-02-03'
};

describe('the owner of a deployment', () => {
	it('is named with both reviews', () => {
		expect(ownerSentence(parseOwner(owner, 'owner.json'))).toBe(
			'Listings looked after by Community data officer, Anyshire Council (data@anyshire.example). Reviewed 3 November 2026, next due 3 February 2027.'
		);
	});

	it('is nobody in a demonstration, which says so', () => {
		expect(ownerSentence(null)).toBe('Demonstration: nobody looks after these listings.');
	});

	it.each([
		[{ ...owner, email: 'nobody' }, /^owner\.json, email: /],
		[{ ...owner, reviewed: 'May' }, /^owner\.json, reviewed: /],
		[{ ...owner, next: '2026-11-01' }, /the next review must be after the last/],
		[{ ...owner, role: ' ' }, /^owner\.json, role: /],
		[{ ...owner, phone: '1' }, /^owner\.json, phone: /]
	])('is refused: %j', (json, message) => {
		expect(() => parseOwner(json, 'owner.json')).toThrow(message);
	});
});
