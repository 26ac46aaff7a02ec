import { describe, expect, it } from 'vitest';
import { kept } from './kept.ts';

describe('what is kept with a thing', () => {
	it('is worked out once, and stays behind when another is made of it', () => {
		const one = { columns: {} };
		expect(kept(one, 'answer', () => 1)).toBe(1);
		expect(kept(one, 'answer', () => 2)).toBe(1);
		expect(kept({ ...one }, 'answer', () => 2)).toBe(2);
	});

	it('is not among its fields', () => {
		const one = { columns: {} };
		kept(one, 'answer', () => 1);
		expect(Object.keys(one)).toEqual(['columns']);
		expect(JSON.stringify(one)).toBe('{"columns":{}}');
	});
});
