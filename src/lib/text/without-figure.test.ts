import { expect, it } from 'vitest';
import { haveNone } from './without-figure.ts';

it('names those without a figure, or counts them where they are many', () => {
	expect(haveNone([])).toBeNull();
	expect(haveNone(['Waveney'])).toBe('no figure for Waveney');
	expect(haveNone(['Babergh', 'Ipswich'])).toBe('no figure for Babergh and Ipswich');
	expect(haveNone(['Babergh', 'Ipswich', 'Mid Suffolk'])).toBe('no figure for the other 3');
});
