import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOfText, wholeSentences, widthOf } from './text-width.ts';

const words = fc
	.array(fc.stringMatching(/^[!-~’–]{1,12}$/), { maxLength: 30 })
	.map((all) => all.join(' '));
const room = fc.record({ width: fc.integer({ min: 40, max: 400 }), size: fc.constant(10) });

describe('the lines of a text', () => {
	it('are no wider than they may be, and hold every letter in its order', () => {
		fc.assert(
			fc.property(words, room, fc.boolean(), (text, { width, size }, bold) => {
				const lines = linesOfText(text, { width, size, bold });
				for (const line of lines) expect(widthOf(line, size, bold)).toBeLessThanOrEqual(width);
				expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
			})
		);
	});

	it('break an address that is too wide, and say that there is more where they must end', () => {
		const link = `https://example.org/?${'area=E01026594&'.repeat(20)}`;
		expect(linesOfText(link, { width: 200, size: 10 }).join('')).toBe(link);
		const [one, two, ...more] = linesOfText(link, { width: 200, size: 10, most: 2 });
		expect(more).toEqual([]);
		expect(link.startsWith((one ?? '') + (two ?? '').replace(/…$/, ''))).toBe(true);
		expect(two).toMatch(/…$/);
	});
});

it('as many sentences stand as there is room for, none of them broken off', () => {
	const sentences = ['One hall is near.', 'Two are not.', 'Nobody knows of three.'];
	const of = (most: number) => wholeSentences(sentences, { width: 110, size: 10, most });
	expect(of(1)).toBe('One hall is near.');
	expect(of(2)).toBe('One hall is near. Two are not.');
	expect(of(9)).toBe(sentences.join(' '));
	expect(
		wholeSentences(['Far too long for a line of this width.'], { width: 20, size: 10, most: 1 })
	).toMatch(/width\.$/);
});
