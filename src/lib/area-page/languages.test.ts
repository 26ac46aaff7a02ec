import { describe, expect, it } from 'vitest';
import { readLanguage } from './languages.ts';
import { ENGLISH, published, translator } from './translator.ts';

const HEAD = {
	'@@locale': 'pl',
	'@@x-name': 'Polski',
	'@@x-direction': 'ltr',
	'@@x-signed-by': null,
	'@@x-signed-on': null
};
/** A file of a language whose messages are those of the site but for some. */
const file = (more: Record<string, string | null> = {}): string =>
	JSON.stringify({ ...HEAD, ...ENGLISH.messages, ...more });
const SIGNED = { '@@x-signed-by': 'interpreting service', '@@x-signed-on': '2026-12-01' };

describe('a language in a file', () => {
	it('has its own plurals, and is published when a role has signed it', () => {
		const polish = {
			'near.walk':
				'{minutes, plural, one {{shown} minuta pieszo} few {{shown} minuty pieszo} other {{shown} minut pieszo}}'
		};
		const draft = readLanguage(file(polish), 'pl.json');
		const signed = readLanguage(file({ ...polish, ...SIGNED }), 'pl.json');
		expect(draft).toMatchObject({ id: 'pl', lang: 'pl', name: 'Polski', signed: null });
		expect(published([draft])).toEqual([]);
		expect(published([draft, signed])).toEqual([signed]);
		const t = translator(signed);
		expect(
			[1, 2, 5].map((minutes) => t('near.walk', { minutes, shown: t.count(minutes) }).text)
		).toEqual(['1 minuta pieszo', '2 minuty pieszo', '5 minut pieszo']);
		expect(t.proper('St Mark’s Church').text).toBe(
			'<bdi lang="en-GB" dir="ltr">St Mark’s Church</bdi>'
		);
		expect(t.number(3)).toBe('3');
	});

	it.each<[string, string, string]>([
		['no JSON', '{', 'pl.json: this is not JSON'],
		['no language', file({ '@@locale': 'polish language' }), 'pl.json: @@locale: must be the tag'],
		['half a signature', file({ '@@x-signed-by': 'a role' }), 'pl.json: a signature is a role'],
		[
			'a day that is none',
			file({ ...SIGNED, '@@x-signed-on': 'today' }),
			'pl.json: @@x-signed-on:'
		],
		['a message too many', file({ 'help.titel': 'x' }), 'pl.json: there is no message help.titel'],
		[
			'a broken template',
			file({ 'near.walk': '{minutes, plural' }),
			'pl.json: near.walk is no template'
		],
		[
			'an unknown word',
			file({ 'near.far': '{miles} mil' }),
			'pl.json: near.far: nothing stands for miles'
		],
		[
			'a message too few',
			JSON.stringify({ ...HEAD, 'near.title': 'x' }),
			'pl.json: it lacks page.title'
		]
	])('is refused with %s, in one line', (_what, content, message) => {
		expect(() => readLanguage(content, 'pl.json')).toThrow(message);
	});
});
