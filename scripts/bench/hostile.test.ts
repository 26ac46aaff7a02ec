import { describe, expect, it } from 'vitest';
import { attacks, FILE_READERS, refusing, TEXT_READERS } from './hostile.ts';

/**
 * How long it takes is for the bench; here each must answer or refuse, and one that took the cube
 * of a few thousand characters, as an expression once did, would not come to its end.
 */
describe('whatever reads a text of strangers answers', () => {
	const texts = attacks(4_000);
	it.each(Object.entries(TEXT_READERS))('%s', async (_, read) => {
		for (const text of texts) await expect(refusing(read, text)).resolves.toBeDefined();
	});
	// Signs alone: whole files take longer, and are made of the above.
	const some = texts.filter((_, i) => i % 8 === 0);
	it.each(Object.entries(FILE_READERS))('%s', async (_, read) => {
		for (const text of some) await expect(refusing(read, text)).resolves.toBeDefined();
	});
});
