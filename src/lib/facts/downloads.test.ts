import { expect, it } from 'vitest';
import { formatSize } from './downloads.ts';

it('says sizes as people do', () => {
	expect(formatSize(12)).toBe('1 kB');
	expect(formatSize(74_210)).toBe('74 kB');
	expect(formatSize(999_600)).toBe('1.0 MB');
	expect(formatSize(1_540_000)).toBe('1.5 MB');
});
