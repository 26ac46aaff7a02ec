import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NAMED_NOTE, NAMED_TITLE } from '../register/named-services.ts';
import { figure, markup, type Piece } from './html.ts';
import { readLanguage } from './languages.ts';
import {
	ENGLISH,
	PSEUDO,
	PSEUDO_RTL,
	published,
	SHORT,
	translator,
	type Edition,
	type MessageId
} from './translator.ts';

const ids = Object.keys(ENGLISH.messages) as MessageId[];
/** Values for any template. */
const VALUES = {
	minutes: 2,
	practices: 2,
	level: 'msoa',
	venues: 2,
	places: 3,
	lately: 2,
	link: (words: Piece) => markup`<a>${words}</a>`,
	...Object.fromEntries(
		'shown note count distance month role list metres kinds people year children older hundred child old cars carers five patients area region name number online phone owner source when counts all some districts organisation email'
			.split(' ')
			.map((name) => [name, `[${name}]`])
	)
};
const placesIn = (text: string) => [...text.matchAll(/\[\w+\]/g)].map(([place]) => place).sort();

describe('sentences from templates', () => {
	it('take figures with their source, and choose the form of a number', () => {
		const t = translator(ENGLISH);
		const walk = (minutes: number) => t('near.walk', { minutes, shown: String(minutes) }).text;
		expect([walk(1), walk(12)]).toEqual(['1 minute on foot', '12 minutes on foot']);
		expect(t('about.people', { people: figure('9,341', 'a'), year: '2021' }).text).toBe(
			'<span data-source="a">9,341</span> people lived here in March 2021.'
		);
		expect(t('near.hours', { list: markup`<b>${'A & B'}</b>` }).text).toContain('<b>A &amp; B</b>');
	});

	it.each<[string, Edition]>([
		['a short version', SHORT],
		['a pseudo-language', PSEUDO],
		['one from right to left', PSEUDO_RTL]
	])('are all there in %s, and say nothing that the English does not', (_name, edition) => {
		const [t, english] = [translator(edition), translator(ENGLISH)];
		for (const id of ids) {
			const [theirs, ours] = [placesIn(t(id, VALUES).text), placesIn(english(id, VALUES).text)];
			expect(ours, id).toEqual(expect.arrayContaining(theirs));
		}
	});

	it('choose the word of a level, and write lists, months and counts by the rules of the language', () => {
		const t = translator(ENGLISH);
		expect(t('near.from', { level: 'lsoa' }).text).toContain('this neighbourhood live');
		expect(t('near.from.wide', { level: 'place' }).text).toContain('this locality live');
		expect(t.list([markup`<i>a</i>`, markup`b`, markup`c`]).text).toBe('<i>a</i>, b and c');
		expect([t.month('2025-10'), t.month('2026-08-17'), t.month('2023')]).toEqual([
			'October 2025',
			'August 2026',
			'2023'
		]);
		const polish = translator({ ...ENGLISH, lang: 'pl' });
		expect(polish.list([markup`a`, markup`b`]).text).toBe('a i b');
		expect(polish.month('2025-10')).toBe('październik 2025');
	});

	it('are changed in every literal text by a pseudo-language, and in no value', () => {
		const t = translator(PSEUDO);
		expect(t('near.walk', { minutes: 2, shown: '[2 minutes]' }).text).toBe(
			'[2 minutes] míñútéš~ óñ fóót~'
		);
	});

	it('are whole in every file that lies there, signed or not', () => {
		const folder = join(import.meta.dirname, 'messages');
		const files = readdirSync(folder);
		expect(files).toEqual(expect.arrayContaining(['en-GB.json', 'en-GB-short.json']));
		for (const file of files) {
			const content = readFileSync(join(folder, file), 'utf8');
			if (!file.startsWith('en-GB')) readLanguage(content, file);
			else {
				expect(Object.keys(JSON.parse(content) as object), file).toEqual(ids);
				// What stands there twice would be read once, and the first of the two in vain.
				expect(content.match(/^\t"/gm), file).toHaveLength(ids.length);
			}
		}
	});

	it('say the same on the page of a place as the directory does', () => {
		expect(ENGLISH.messages['named.title']).toBe(NAMED_TITLE);
		expect(ENGLISH.messages['named.note']).toBe(NAMED_NOTE);
	});

	it('have fifteen words at most in the short version', () => {
		const t = translator(SHORT);
		for (const id of ids) {
			for (const sentence of t(id, VALUES).text.split(/(?<=[.?!])\s/)) {
				expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(15);
			}
		}
	});

	it('are published in the language of the site, and in others once a role has signed them', () => {
		const polish = { ...ENGLISH, id: 'pl', lang: 'pl' };
		const signed = { ...polish, signed: { role: 'interpreting service', date: '2026-12-01' } };
		expect(published([ENGLISH, SHORT, PSEUDO, PSEUDO_RTL, polish, signed])).toEqual([
			ENGLISH,
			SHORT,
			signed
		]);
	});
});
