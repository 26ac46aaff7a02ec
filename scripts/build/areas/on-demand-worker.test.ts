import { beforeEach, expect, it, vi } from 'vitest';
import type { Manifest } from '../../../src/lib/facts/manifest.ts';
import { AreaSite } from './area-site.ts';
import run from './on-demand-worker.ts';
import { READY } from './ready.ts';

const packs = vi.hoisted(() => ({ manifest: {} }));
vi.mock('../../../src/lib/server/packs.ts', () => ({ readManifest: () => packs.manifest }));
vi.mock('./area-site.ts', () => ({
	AreaSite: { open: vi.fn() },
	fileAt: (site: (path: string) => string, path: string) => site(path)
}));

/** Opens sites whose files say which of them they are of. */
const open = vi.mocked(AreaSite.open as () => Promise<unknown>);
const siteOf = (name: string) => (path: string) => {
	if (path === 'gone') throw new Error('not there any more');
	return name;
};

beforeEach(() => {
	packs.manifest = {} satisfies Partial<Manifest>;
	open.mockReset().mockResolvedValueOnce(siteOf('one')).mockResolvedValueOnce(siteOf('two'));
});

it('opens the site once for packs that stay', async () => {
	expect([await run('a'), await run('b')]).toEqual(['one', 'one']);
});

it('opens it again where a build took the packs away', async () => {
	expect(await run('a')).toBe('one');
	packs.manifest = {};
	expect(await run('a')).toBe('two');
});

it('reads ahead where it is asked to, and makes nothing', async () => {
	const getReady = vi.fn();
	open.mockReset().mockResolvedValueOnce({ getReady });
	expect(await run(READY)).toBeNull();
	expect(getReady).toHaveBeenCalledOnce();
});

it('opens it again after what could not be read', async () => {
	await expect(run('gone')).rejects.toThrow('not there');
	expect(await run('a')).toBe('two');
});
