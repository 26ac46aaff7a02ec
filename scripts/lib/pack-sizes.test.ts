import { describe, expect, it } from 'vitest';
import { firstViewSize, packBar, packSize } from './pack-sizes.ts';

const file = (part: string, gzipBytes: number) => ({
	part,
	path: part,
	bytes: 0,
	gzipBytes,
	sha256: ''
});

const files = [
	file('areas-2021', 12_000),
	file('areas-2011', 11_000),
	file('lsoa21-boundaries', 100_000),
	file('basemap', 40_000),
	file('deprivation-2025', 4_000),
	file('community-venues', 26_000),
	file('picture', 37_000),
	file('register', 70_000)
];

describe('the size of a pack', () => {
	it('may be 500 kB, and more with each neighbourhood above 650', () => {
		expect([300, 650, 651, 1001].map(packBar)).toEqual([500, 500, 500.8, 780.8]);
	});

	it('is that of all its files', () => {
		const codes = Array.from({ length: 750 }, () => '');
		expect(packSize({ slug: 'here', files }, () => ({ lsoa: { codes } }))).toEqual({
			kilobytes: 300,
			bar: 580
		});
		expect(() => packSize({ slug: 'here', files: [] }, () => ({}))).toThrow('here has no areas');
	});

	it('is less for the first view of the map, which needs no other edition and no register', () => {
		expect(firstViewSize({ files }).kilobytes).toBe(219);
	});
});
