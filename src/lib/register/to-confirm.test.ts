import { expect, it } from 'vitest';
import { toConfirmWords } from './to-confirm.ts';

it('is said of what such a list alone names', () => {
	expect(toConfirmWords(['family-hubs'])).toBe('listed by DfE, to confirm');
	expect(toConfirmWords(['family-hubs', 'warm-welcome'])).toBeNull();
	expect(toConfirmWords(['libraries'])).toBeNull();
	expect(toConfirmWords([])).toBeNull();
});
