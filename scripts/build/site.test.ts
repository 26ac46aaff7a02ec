import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reasonToBuild, writeSite, type MakeSite } from './site.ts';

let root: string;
const write = (path: string, text: string) => {
	mkdirSync(dirname(join(root, path)), { recursive: true });
	writeFileSync(join(root, path), text);
};
const make: MakeSite = (_root, folder) => {
	write('static/packs/manifest.json', '{}');
	writeFileSync(join(folder, 'index.html'), '<h1>Home</h1>');
	mkdirSync(join(folder, 'packs'));
	writeFileSync(join(folder, 'packs/region.json'), '[]');
	return Promise.resolve();
};

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'site-test-'));
	write('src/app.html', 'one');
	write('geodata/table.csv', 'code,value');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('reasonToBuild', () => {
	it('asks for a build when there is none', () => {
		expect(reasonToBuild(root)).toMatch(/no built site/);
	});
	it('is content after a build, whatever the dates of the sources', async () => {
		await writeSite(make, root);
		utimesSync(join(root, 'src/app.html'), new Date(), new Date(Date.now() + 60_000));
		expect(reasonToBuild(root)).toBeNull();
	});
	it.each(['src/app.html', 'src/new.ts', 'geodata/table.csv', 'package-lock.json'])(
		'asks for a build when %s changed',
		async (path) => {
			await writeSite(make, root);
			write(path, 'two');
			expect(reasonToBuild(root)).toMatch(/sources changed/);
		}
	);
	it('does not mind a changed test or pack', async () => {
		await writeSite(make, root);
		write('src/app.test.ts', 'a test');
		write('static/packs/region.json', '[]');
		expect(reasonToBuild(root)).toBeNull();
	});
	it.each([
		['a file too many', 'build/extra.html', ''],
		['a file cut short', 'build/packs/region.json', '']
	])('asks for a build when there is %s', async (_what, path, text) => {
		await writeSite(make, root);
		write(path, text);
		expect(reasonToBuild(root)).toMatch(/changed or are missing/);
	});
	it('asks for a build when a file is gone', async () => {
		await writeSite(make, root);
		rmSync(join(root, 'build/packs/region.json'));
		expect(reasonToBuild(root)).toMatch(/changed or are missing/);
	});
	it('asks for a build when the stamp is spoilt', async () => {
		await writeSite(make, root);
		write('.cache/build.json', '{');
		expect(reasonToBuild(root)).toMatch(/something else/);
	});
	it('asks for a build when other regions or compressed copies are wanted', async () => {
		await writeSite(make, root, { regions: ['a'] });
		expect(reasonToBuild(root, { regions: ['a'] })).toBeNull();
		expect(reasonToBuild(root, { regions: ['a', 'b'] })).toMatch(/other regions/);
		expect(reasonToBuild(root, { regions: ['a'], compress: true })).toMatch(/compressed/);
	});
});

describe('writeSite', () => {
	it('leaves the old site and its stamp where a build fails half way', async () => {
		await writeSite(make, root);
		const half: MakeSite = (_root, folder) => {
			writeFileSync(join(folder, 'index.html'), 'half a page');
			return Promise.reject(new Error('out of paper'));
		};
		await expect(writeSite(half, root)).rejects.toThrow('out of paper');
		expect(readFileSync(join(root, 'build/index.html'), 'utf8')).toBe('<h1>Home</h1>');
		expect(reasonToBuild(root)).toBeNull();
	});
	it('leaves no stamp where the first build fails', async () => {
		await expect(writeSite(() => Promise.reject(new Error('no')), root)).rejects.toThrow('no');
		expect(reasonToBuild(root)).toMatch(/no built site/);
	});
	it('serves the old site until the new one is whole, and cleans what a killed build left', async () => {
		await writeSite(make, root);
		write('.cache/site.new/index.html', 'left by a killed build');
		let seen = '';
		await writeSite((place, folder) => {
			seen = readFileSync(join(place, 'build/index.html'), 'utf8');
			writeFileSync(join(folder, 'index.html'), 'new');
			return Promise.resolve();
		}, root);
		expect(seen).toBe('<h1>Home</h1>');
		expect(readFileSync(join(root, 'build/index.html'), 'utf8')).toBe('new');
		expect(reasonToBuild(root)).toBeNull();
	});
	it('asks for a build again when a source was saved while it ran', async () => {
		await writeSite(async (place, folder) => {
			await make(place, folder);
			write('src/app.html', 'saved meanwhile');
		}, root);
		expect(reasonToBuild(root)).toMatch(/sources changed/);
	});
});
