import { expect, it } from 'vitest';
import { readContact } from './contact.ts';

it('links e-mail and web addresses, and nothing else', () => {
	expect(readContact(' help@example.org ')).toEqual({
		text: 'help@example.org',
		href: 'mailto:help@example.org'
	});
	expect(readContact('https://example.org/contact')?.href).toBe('https://example.org/contact');
	expect(readContact('The Board, 1 High Street')?.href).toBeNull();
	expect(readContact('javascript:alert(1)')?.href).toBeNull();
	expect(readContact('a@b.org?bcc=c@d.org')?.href).toBeNull();
});

it('is nothing where nothing is set', () => {
	expect(readContact(undefined)).toBeNull();
	expect(readContact('  ')).toBeNull();
});
