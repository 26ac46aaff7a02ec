import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicEmail, publicPhone, publicUrl, slippedDomains } from './contacts.ts';
import { aClaim } from './fixture.ts';
import { contactLinks, contactsByPlace } from './place-contacts.ts';

describe('contacts', () => {
	it.each([
		['01642 672351', '01642 672351'],
		[' 0117  9699 626 ', '0117 9699 626'],
		['01642 672351 ext 2', null],
		['0800 1111 11', '0800 1111 11'],
		['020 7946 000', null],
		['07700 90000', null],
		['0466 000 0000', null],
		['tel:999', null],
		['', null]
	])('the telephone number in “%s” is %s', (text, phone) => {
		expect(publicPhone(text)).toBe(phone);
	});

	it.each([
		['caister.lib@libraries.norfolk.gov.uk', 'caister.lib@libraries.norfolk.gov.uk'],
		['Bude Library <Bude.Library@example.org>', 'bude.library@example.org'],
		['strensall@example.org', 'strensall@example.org'],
		['info@example.org', 'info@example.org'],
		['caroline.smith@example.gov.uk', null],
		['strensall.smith@example.gov.uk', null],
		['info@example.org or hall@example.org', null],
		['https://example.org/form-enquiry', null],
		['info.@example.org', null]
	])('the mailbox in “%s” is %s', (text, email) => {
		expect(publicEmail(text, ['Strensall', 'City of York', null])).toBe(email);
	});

	it.each([
		['https://bath.foodbank.org.uk', 'https://bath.foodbank.org.uk/'],
		['http://example.org/a b', 'http://example.org/a%20b'],
		['javascript:alert(1)', null],
		['https://user:word@example.org', null],
		['example.org', null]
	])('the web address in “%s” is %s', (text, url) => {
		expect(publicUrl(text)).toBe(url);
	});

	it('nothing that a list holds becomes another kind of link', () => {
		const any = fc.oneof(
			fc.string(),
			fc.webUrl(),
			fc.emailAddress(),
			fc.constant('data:text/html,x')
		);
		fc.assert(
			fc.property(any, any, any, (phone, email, url) => {
				for (const { href } of contactLinks({ phone, email, url }, new Set())) {
					expect(href).toMatch(/^(tel:0\d{9,10}$|mailto:[^?&\s]+$|https?:\/\/\S+$)/);
				}
			}),
			{ numRuns: 30 }
		);
	});

	it('has no link to a mailbox at a domain that is a letter off one of many more', () => {
		const usual = Array.from({ length: 10 }, (_, at) => `library${at}@libraries.example.org`);
		const slips = ['a@libraruies.example.org', 'b@librariesexample.org', 'c@libaries.example.org'];
		const others = ['d@library-friends.example.org', 'e@example.net', null];
		const slipped = slippedDomains([...usual, ...slips, ...others]);
		expect([...slipped]).toEqual(slips.map((email) => email.slice(2)));
		// Where neither is of many, nobody knows which is right.
		expect([...slippedDomains([...usual.slice(1), ...slips])]).toEqual([]);
		const claims = [...usual, ...slips].map((email, at) =>
			aClaim({ id: `l${at}`, place: `l${at}`, phone: '01603 000000', email })
		);
		const found = contactsByPlace(claims, {});
		const labels = (id: string) => found(id)[0]?.links.map(({ label }) => label);
		expect(labels('l0')).toEqual(['Telephone', 'E-mail']);
		expect(labels('l10')).toEqual(['Telephone']);
	});

	it('stay with the listing they are from, and are found by place and by listing', () => {
		const found = contactsByPlace(
			[
				aClaim({
					id: 'a',
					place: 'p',
					name: 'Mile Cross',
					kind: 'library',
					note: 'Open 30 hours a week in 2023, all of them staffed',
					phone: '01603 000000',
					collected: '2023'
				}),
				aClaim({
					id: 'b',
					place: 'p',
					name: 'Warm Saturdays',
					openingTimes: 'Sa 14:00-15:30',
					sourceDetail: 'ww',
					lastSeen: '2026-08-17'
				}),
				aClaim({ id: 'c', place: 'p' }),
				aClaim({ id: 'd', place: 'p', phone: '01603 111111', status: 'closed' })
			],
			{ ww: { title: 'Warm Welcome', url: null } }
		);
		expect(found('c')).toEqual(found('p'));
		expect(found('p')).toEqual([
			{
				id: 'a',
				name: 'Mile Cross',
				said: 'list of libraries, 2023',
				links: [{ label: 'Telephone', text: '01603 000000', href: 'tel:01603000000' }],
				hours: [],
				note: 'Open 30 hours a week in 2023, all of them staffed'
			},
			{
				id: 'b',
				name: 'Warm Saturdays',
				said: 'Warm Welcome, August 2026',
				links: [],
				hours: ['Saturday 14:00–15:30'],
				note: null
			}
		]);
		expect(found('unknown')).toEqual([]);
	});
});
