import { spawnSync } from 'node:child_process';
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT } from '../lib/paths.ts';
import { runProgram } from '../lib/run-program.ts';
import { KIT_FOLDER, KIT_VARIABLE, reasonToBuild, writeSite, type MakeSite } from './site.ts';

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
		['a file cut short', 'build/packs/region.json', ''],
		['a file of the same size with another content', 'build/packs/region.json', '{}']
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

describe('what the framework generates', () => {
	/** The folder that the settings name, read anew in a process with these variables. */
	const folderWith = (variables: Record<string, string>) => {
		const { href } = pathToFileURL(join(PROJECT, 'svelte.config.js'));
		const script = `console.log((await import('${href}')).default.kit.outDir)`;
		return spawnSync(process.execPath, ['--input-type=module', '-e', script], {
			cwd: PROJECT,
			encoding: 'utf8',
			env: { ...process.env, [KIT_VARIABLE]: undefined, ...variables }
		}).stdout.trim();
	};

	it('for a build is nothing that tests, checks or the development server write over', () => {
		expect(folderWith({})).toBe('.svelte-kit');
		expect(folderWith({ [KIT_VARIABLE]: KIT_FOLDER })).toBe(KIT_FOLDER);
		// Theirs are these folders and files beside them.
		expect(KIT_FOLDER).not.toMatch(/^\.svelte-kit(\/(generated|output|types).*)?$/);
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
	it('puts nothing in place where another build took over', async () => {
		await writeSite(make, root);
		const late: MakeSite = (_root, folder) => {
			writeFileSync(join(folder, 'index.html'), 'late');
			write('.cache/site.new/theirs/index.html', 'half');
			return Promise.resolve();
		};
		const check = () => {
			throw new Error('taken over');
		};
		await expect(writeSite(late, root, {}, { check })).rejects.toThrow('taken over');
		expect(readFileSync(join(root, 'build/index.html'), 'utf8')).toBe('<h1>Home</h1>');
		expect(readFileSync(join(root, '.cache/site.new/theirs/index.html'), 'utf8')).toBe('half');
	});
	it('puts the old site back where the new one cannot take its place', async () => {
		await writeSite(make, root);
		const rename = (from: string, to: string) => {
			if (to.endsWith('build')) throw new Error('no room');
			renameSync(from, to);
		};
		await expect(writeSite(make, root, {}, { rename })).rejects.toThrow('no room');
		expect(reasonToBuild(root)).toBeNull();
	});
});

describe('a build that is killed', () => {
	/** Builds in a process of its own, which is killed in the midst of the pages or before a rename. */
	const killed = (at: 'in the pages' | number) =>
		runProgram(`
			import { renameSync, writeFileSync } from 'node:fs';
			import { writeSite } from ${JSON.stringify(join(import.meta.dirname, 'site.ts'))};
			const at = ${JSON.stringify(at)};
			const die = () => process.kill(process.pid, 'SIGKILL');
			let renames = 0;
			await writeSite((root, folder) => {
				writeFileSync(folder + '/index.html', 'new');
				if (at === 'in the pages') die();
				return Promise.resolve();
			}, ${JSON.stringify(root)}, {}, { rename(from, to) {
				if (++renames === at) die();
				renameSync(from, to);
			} });`);

	it.each(['in the pages', 1, 2, 3] as const)(
		'(%s) leaves the old site or the new, and the next build is whole',
		async (at) => {
			await writeSite(make, root);
			write('src/app.html', 'two');
			expect(await killed(at)).toBe('SIGKILL');
			expect(reasonToBuild(root)).not.toBeNull();
			let seen = '';
			await writeSite((place, folder) => {
				seen = readFileSync(join(place, 'build/index.html'), 'utf8');
				return make(place, folder);
			}, root);
			expect(seen).toBe(at === 3 ? 'new' : '<h1>Home</h1>');
			expect(reasonToBuild(root)).toBeNull();
			expect(readdirSync(join(root, '.cache')).sort()).toEqual(['build.json', 'site.new']);
			expect(readdirSync(join(root, '.cache/site.new'))).toEqual([]);
		}
	);

	it('takes with it what it had started', async () => {
		const end = JSON.stringify(new URL('./end-with-parent.js', import.meta.url).href);
		write(
			'parent.mjs',
			`
			import { spawn } from 'node:child_process';
			const child = spawn(process.execPath, ['--import', ${end}, '-e', 'setInterval(() => {}, 1000)'], {
				stdio: ['ignore', 'inherit', 'inherit', 'ipc']
			});
			child.once('spawn', () => {
				console.log(child.pid);
				process.kill(process.pid, 'SIGKILL');
			});`
		);
		const { stdout, signal } = spawnSync(process.execPath, [join(root, 'parent.mjs')]);
		expect(signal).toBe('SIGKILL');
		// Its output is closed when the child is gone as well, and not before.
		expect(stdout.toString()).toMatch(/^\d+\n$/);
	});

	it('does not keep what it had started once that has done its work', () => {
		const end = JSON.stringify(new URL('./end-with-parent.js', import.meta.url).href);
		write(
			'parent.mjs',
			`
			import { spawn } from 'node:child_process';
			spawn(process.execPath, ['--import', ${end}, '-e', 'console.log("done")'], {
				stdio: ['ignore', 'inherit', 'inherit', 'ipc']
			}).once('exit', (code) => console.log(code));`
		);
		const { stdout } = spawnSync(process.execPath, [join(root, 'parent.mjs')]);
		expect(stdout.toString()).toBe('done\n0\n');
	});
});
