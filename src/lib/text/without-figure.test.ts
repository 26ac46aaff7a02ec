import { expect, it } from 'vitest';
import { haveNone } from './without-figure.ts';

it('names those without a figure, or counts them where they are many', () => {
	expect(haveNone([])).toBeNull();
	expect(haveNone(['Waveney'])).toBe('Waveney has none');
	expect(haveNone(['Babergh', 'Ipswich'])).toBe('Babergh and Ipswich have none');
	expect(haveNone(['Babergh', 'Ipswich', 'Mid Suffolk'])).toBe('the other 3 have none');
});
