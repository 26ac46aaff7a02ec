import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildSite, reasonToBuild } from './site.ts';

describe('reasonToBuild', () => {
	let root: string;
	const write = (path: string, text: string) => {
		mkdirSync(join(root, path, '..'), { recursive: true });
		writeFileSync(join(root, path), text);
	};
	const build = () =>
		buildSite(root, () => {
			write('static/packs/manifest.json', '{}');
			write('build/index.html', '<h1>Home</h1>');
			return true;
		});

	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'site-test-'));
		write('src/app.html', 'one');
		write('geodata/table.csv', 'code,value');
	});
	afterEach(() => rmSync(root, { recursive: true }));

	it('asks for a build when there is none', () => {
		expect(reasonToBuild(root)).toMatch(/no built site/);
	});
	it('is content after a build, whatever the dates of the sources', () => {
		expect(build()).toBe(true);
		utimesSync(join(root, 'src/app.html'), new Date(), new Date(Date.now() + 60_000));
		expect(reasonToBuild(root)).toBeNull();
	});
	it.each(['src/app.html', 'src/new.ts', 'geodata/table.csv', 'package-lock.json'])(
		'asks for a build when %s changed',
		(path) => {
			build();
			write(path, 'two');
			expect(reasonToBuild(root)).toMatch(/sources changed/);
		}
	);
	it('does not mind a changed test or pack', () => {
		build();
		write('src/app.test.ts', 'a test');
		write('static/packs/region.json', '[]');
		expect(reasonToBuild(root)).toBeNull();
	});
	it('asks for a build when something else wrote the built site', () => {
		build();
		write('build/extra.html', '');
		expect(reasonToBuild(root)).toMatch(/something else/);
	});
	it('asks for a build when the stamp is spoilt', () => {
		build();
		write('.cache/build.json', '{');
		expect(reasonToBuild(root)).toMatch(/something else/);
	});
	it('leaves no stamp when the build fails', () => {
		expect(buildSite(root, () => false)).toBe(false);
		write('build/index.html', '');
		expect(reasonToBuild(root)).not.toBeNull();
	});
});
