import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRules } from './robots.ts';

const AT = 'http://h.example/robots.txt';
const rules = (text: string) => readRules(AT, text, 'asset-gap-map/0.1');
const NO = /is not to be fetched by programs, says http:\/\/h\.example\/robots\.txt/;

describe('a robots.txt', () => {
	it.each([
		['/secret', '/secret/x'],
		['/secret', '/%73ecret/x'],
		['/secret', '/%73%65%63%72%65%74'],
		['/%73ecret', '/secret/x'],
		['/a~b', '/a%7Eb'],
		['/a%2fb', '/a%2Fb'],
		['/*?q=x', '/o?q=%78'],
		['//secret', '//secret/x'],
		['/secret', '//secret/x'],
		['/a/secret', '/a///secret'],
		['/a!b', '/a%21b'],
		['/a%3Bb', '/a;b'],
		['/', '//elsewhere.example/x']
	])('that says no to %s says so to %s', (pattern, path) => {
		const { heed } = rules(`User-agent: *\nDisallow: ${pattern}`);
		expect(() => heed(`https://h.example${path}`)).toThrow(NO);
	});

	it.each([
		['/a/b', '/a%2Fb'],
		['/%2573ecret', '/secret'],
		['/a%2Ab', '/acb'],
		['/secret', '/%2573ecret']
	])('that says no to %s does not mean %s', (pattern, path) => {
		const { heed } = rules(`User-agent: *\nDisallow: ${pattern}`);
		expect(() => heed(`https://h.example${path}`)).not.toThrow();
	});

	it('says the same of an address however its letters are written', () => {
		const letters = fc.string({ unit: fc.constantFrom(...'abz059-._~'), minLength: 1 });
		fc.assert(
			fc.property(letters, fc.array(fc.boolean()), (word, coded) => {
				const { heed } = rules(`User-agent: *\nDisallow: /o/${word}`);
				const written = [...word]
					.map((sign, at) => (coded[at] ? `%${sign.charCodeAt(0).toString(16)}` : sign))
					.join('');
				// "." and ".." are ways to other addresses, in either form.
				fc.pre(!/^\.{1,2}$/.test(word));
				expect(() => heed(`http://h.example/o/${written}`)).toThrow(NO);
			})
		);
	});

	it.each([
		['rules with wildcards', 'Disallow: /*a*a*b\n'.repeat(30_000)],
		['rules', 'Disallow: /a\n'.repeat(30_000)],
		['wildcards in a rule', `Disallow: /${'*a'.repeat(100_000)}`]
	])('of endless %s is refused, not passed over', (_, text) => {
		expect(() => rules(`User-agent: *\n${text}`)).toThrow(
			/has more rules than can be gone through/
		);
	});

	it('is not asked of an endless address', () => {
		const { heed } = rules('User-agent: *\nDisallow: /*x');
		expect(() => heed(`http://h.example/${'a'.repeat(6000)}`)).toThrow(
			/a…: is an address of more than 2000 signs; tell the publisher/
		);
		expect(() => heed(`http://h.example/${'a'.repeat(1900)}`)).not.toThrow();
	});
});
