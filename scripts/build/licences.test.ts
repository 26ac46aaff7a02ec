import { describe, expect, it } from 'vitest';
import { licencesText, type Bundled } from './licences.ts';

const MIT: Bundled = {
	name: 'a',
	version: '1.0.0',
	licence: 'MIT',
	text: 'Do as you like.',
	notice: ''
};

describe('licencesText', () => {
	it('has each package once, with its text, and those of one text together', () => {
		const other = { ...MIT, name: 'c', licence: 'ISC', text: 'Keep this.', notice: 'By C.' };
		const text = licencesText([MIT, { ...MIT, name: 'b' }, other, MIT]);
		expect(text.split('Do as you like.')).toHaveLength(2);
		expect(text).toContain('a 1.0.0 (MIT)\nb 1.0.0 (MIT)\n\nDo as you like.\n');
		expect(text).toContain('c 1.0.0 (ISC)\n\nKeep this.\n\nBy C.\n');
	});
	it('is the same in whatever order they were met', () => {
		const other = { ...MIT, name: 'c', text: 'Keep this.' };
		expect(licencesText([other, MIT])).toBe(licencesText([MIT, other]));
	});
	it('names the packages that bring none', () => {
		const without = [{ ...MIT, text: '' }, MIT, { ...MIT, name: 'b', licence: '' }];
		expect(() => licencesText(without)).toThrow('No licence text came with a, b:');
	});
});
