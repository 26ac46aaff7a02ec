import { describe, expect, it, vi } from 'vitest';
import type { RegionSummary } from '../facts/manifest.ts';
import { oncePerPack } from './once-per-pack.ts';

const region = (slug: string, sha256 = 'a') =>
	({ slug, missing: [], files: [{ path: `${slug}.json`, sha256 }] }) as unknown as RegionSummary;

describe('what is worked out once a pack', () => {
	it('is not worked out again while the pack is the same', async () => {
		const make = vi.fn(({ slug }: RegionSummary) => Promise.resolve(slug));
		const once = oncePerPack(make);
		expect(await once(region('a'))).toBe('a');
		expect(await once(region('b'))).toBe('b');
		expect(await once(region('a'))).toBe('a');
		expect(make).toHaveBeenCalledTimes(2);
		await once(region('a', 'another'));
		expect(make).toHaveBeenCalledTimes(3);
	});

	it('is not worked out again where it is nothing', () => {
		const make = vi.fn(() => undefined);
		const once = oncePerPack(make);
		expect([once(region('a')), once(region('a'))]).toEqual([undefined, undefined]);
		expect(make).toHaveBeenCalledTimes(1);
	});

	it('keeps few regions: those asked for last', async () => {
		const make = vi.fn(({ slug }: RegionSummary) => Promise.resolve(slug));
		const once = oncePerPack(make);
		for (const slug of ['a', 'b', 'c', 'd', 'e', 'f', 'a', 'g']) await once(region(slug));
		make.mockClear();
		await once(region('a'));
		expect(make).not.toHaveBeenCalled();
		await once(region('b'));
		expect(make).toHaveBeenCalledTimes(1);
	});
});
