import { describe, expect, it } from 'vitest';
import * as names from './names.ts';

const SOURCES = import.meta.glob<string>('../../**/*.svelte', {
	query: '?raw',
	import: 'default',
	eager: true
});

/** What a component draws, without its scripts, styles and comments. */
const markupOf = (source: string): string =>
	source.replaceAll(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '');

/** The words of what can be pressed, and of headings, where they are written out. */
function writtenOut(source: string): string[] {
	const texts = markupOf(source).matchAll(/>([^<>{}]+)<\/(?:a|button|summary|h[1-3])\s*>/g);
	const words = [...texts].map(([, text = '']) => text.replaceAll(/\s+/g, ' ').trim());
	// A link in the midst of a sentence is a part of that.
	return words.filter((text) => /^\p{Lu}/u.test(text));
}

const written = Object.entries(SOURCES).flatMap(([file, source]) =>
	[...new Set(writtenOut(source))].map((text) => ({ file, text }))
);

describe('names in the interface', () => {
	it('are found in the components', () => {
		expect(written.length).toBeGreaterThan(100);
	});

	it('of what can be pressed and of headings stand in one component, or in names.ts', () => {
		const files = new Map<string, string[]>();
		for (const { file, text } of written) files.set(text, [...(files.get(text) ?? []), file]);
		const twice = [...files].filter(([, of]) => of.length > 1);
		expect(twice).toEqual([]);
	});

	it('are not written out where names.ts has them', () => {
		const { PAGE_NAMES, ...others } = names;
		const named = new Set<string>([...Object.values(others), ...Object.values(PAGE_NAMES)]);
		expect(written.filter(({ text }) => named.has(text))).toEqual([]);
	});

	it('are each another', () => {
		const { PAGE_NAMES, ...others } = names;
		const all = [...Object.values(others), ...Object.values(PAGE_NAMES)];
		expect(new Set(all).size).toBe(all.length);
	});
});
