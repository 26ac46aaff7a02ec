import { expect, it } from 'vitest';
import { contentsNav } from './contents.ts';
import { markup } from './html.ts';
import { ENGLISH, translator } from './translator.ts';

it('lists every heading with an id, kinds of places under the part that they stand in', () => {
	const page = [
		markup`<section><h2 id="near">Near <em>you</em></h2><h3 id="near-gp">GP practice</h3><h3>No id</h3></section>`,
		markup`<h2>Also none</h2><h2 id="about">About &amp; more</h2>`
	];
	const { text } = contentsNav(page, translator(ENGLISH));
	expect(text.replace(/\s+/g, ' ')).toContain('<h2 id="contents">On this page</h2>');
	const links = [...text.matchAll(/<a href="#([^"]*)">(.*?)<\/a>/g)].map(([, id, words]) => [
		id,
		words
	]);
	expect(links).toEqual([
		['near', 'Near <em>you</em>'],
		['near-gp', 'GP practice'],
		['about', 'About &amp; more']
	]);
	expect(text.indexOf('GP practice')).toBeLessThan(text.indexOf('</ul>'));
});
