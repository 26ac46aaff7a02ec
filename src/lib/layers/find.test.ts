import { describe, expect, it } from 'vitest';
import { LAYERS } from './index.ts';
import { matches } from './find.ts';

const titles = (sought: string) =>
	LAYERS.filter((layer) => matches(layer, sought)).map(({ id }) => id);

describe('finding a layer', () => {
	it('shows all of them for no words', () => {
		expect(titles('  ')).toHaveLength(LAYERS.length);
	});
	it('goes by beginnings of words, in any order, whatever the case', () => {
		expect(titles('FOOD bank')).toContain('food-banks');
		expect(titles('bank foo')).toContain('food-banks');
		expect(titles('ood')).not.toContain('food-banks');
	});
	it('finds nothing for nonsense, and does not stumble over symbols', () => {
		expect(titles('zzzz')).toEqual([]);
		expect(() => titles('(.*[')).not.toThrow();
	});
});
