import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	writeFileSync,
	type MakeDirectoryOptions,
	type RmOptions
} from 'node:fs';
import type * as Fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Catalogue } from '../../src/lib/catalogue/catalogue.ts';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { hashOfHashes, sha256 } from '../../src/lib/server/inputs.ts';
import { filesBelow } from './files.ts';
import { runProgram } from './run-program.ts';
import { finishSwap, swapIn } from './swap-in.ts';

/** Told before each operation on files, of what would be there if it were stopped half way. */
const watch = vi.hoisted(() => ({
	before: null as null | ((what: string, half: (() => void)[]) => void)
}));
vi.mock('node:fs', async (importOriginal) => {
	const fs = await importOriginal<typeof Fs>();
	return {
		...fs,
		mkdirSync: (path: string, options?: MakeDirectoryOptions) => {
			watch.before?.(`making ${path}`, []);
			return fs.mkdirSync(path, options);
		},
		renameSync: (from: string, to: string) => {
			watch.before?.(`renaming ${from}`, []);
			fs.renameSync(from, to);
		},
		writeFileSync: (path: string, data: Uint8Array | string) => {
			const half = () => fs.writeFileSync(path, data.slice(0, data.length / 2));
			watch.before?.(`writing ${path}`, [half]);
			fs.writeFileSync(path, data);
		},
		rmSync: (path: string, options?: RmOptions) => {
			const parts = options?.recursive === true ? filesBelow(path) : [];
			const away = (some: string[]) => () => {
				for (const part of some) fs.rmSync(join(path, part));
			};
			const some = parts.flatMap((_, at) => [parts.slice(0, at + 1), parts.slice(at)]);
			watch.before?.(`removing ${path}`, some.map(away));
			fs.rmSync(path, options);
		}
	};
});

let root: string;
let geodata: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'swap-'));
	geodata = join(root, 'geodata');
});
afterEach(() => rmSync(root, { recursive: true }));

/** Facts of a version: two tables and a folder of boundaries, described. */
function facts(version: string, tables: readonly string[]): Map<string, Buffer> {
	const files = new Map<string, Buffer>();
	const datasets: Catalogue['datasets'] = [];
	const described = (id: string, file: string, hash: string) =>
		datasets.push({
			id,
			title: id,
			publisher: 'Somebody',
			official: 'https://example.org/',
			licence: 'OGL-3.0',
			attribution: 'x',
			period: '2026',
			geography: 'LSOA 2021',
			coverage: 'England',
			covers: 'england',
			lineage: {
				copies: [{ file: 'a.csv', from: 'official', version: '1' }],
				done: [],
				defects: []
			},
			table: { file, rows: 1, sha256: hash, columns: ['code'] }
		} as Catalogue['datasets'][number]);
	for (const id of tables) {
		const bytes = Buffer.from(`code:text\n${version}\n`);
		files.set(`tables/${id}.csv`, bytes);
		described(id, `tables/${id}.csv`, sha256(bytes));
	}
	const shapes = ['x', 'y'].map((name): [string, Buffer] => [
		`boundaries/b/${name}.json`,
		Buffer.from(JSON.stringify({ version }))
	]);
	for (const [path, bytes] of shapes) files.set(path, bytes);
	described(
		'b',
		'boundaries/b/',
		hashOfHashes(shapes.map(([path, bytes]) => [path, sha256(bytes)]))
	);
	files.set('catalogue.json', Buffer.from(JSON.stringify({ format: 1, datasets })));
	return files;
}
const OLD = facts('old', ['one', 'left']);
const NEW = facts('new', ['one', 'more']);
const REMOVED = ['tables/left.csv'];

function write(files: ReadonlyMap<string, Buffer>): void {
	for (const [path, bytes] of files) {
		mkdirSync(dirname(join(geodata, path)), { recursive: true });
		writeFileSync(join(geodata, path), bytes);
	}
}
const there = () =>
	Object.fromEntries(
		filesBelow(geodata).map((path) => [path, readFileSync(join(geodata, path), 'utf8')])
	);
const as = (files: ReadonlyMap<string, Buffer>) =>
	Object.fromEntries([...files].map(([path, bytes]) => [path, bytes.toString()]).sort());

/** What a build would read: the version of everything, one word where all are one. */
async function read(): Promise<string> {
	const opened = openGeodata(geodata);
	const found = new Set<unknown>();
	for (const { id, table } of opened.catalogue.datasets) {
		if (table?.file.endsWith('/') === true) {
			for (const name of ['x', 'y'])
				found.add((opened.json(`${table.file}${name}.json`) as { version: string }).version);
		} else
			for (const { values } of Object.values((await opened.table(id)).columns))
				found.add(values[0]);
	}
	return [...found].join(' and ');
}

/** A swap in a process of its own, killed before its rename of that number. */
function killed(at: number): Promise<number | NodeJS.Signals | null> {
	const given = JSON.stringify([...NEW].map(([path, bytes]) => [path, bytes.toString()]));
	return runProgram(`
		import { renameSync } from 'node:fs';
		import { swapIn } from ${JSON.stringify(join(import.meta.dirname, 'swap-in.ts'))};
		const files = new Map(${given}.map(([path, text]) => [path, Buffer.from(text)]));
		let renames = 0;
		await swapIn(${JSON.stringify(geodata)}, files, ${JSON.stringify(REMOVED)}, {
			rename(from, to) {
				if (++renames === ${at}) process.kill(process.pid, 'SIGKILL');
				renameSync(from, to);
			}
		});`);
}

describe('a swap', () => {
	it('puts all in place, says what changed, and does nothing a second time', async () => {
		write(OLD);
		writeFileSync(join(geodata, 'by-hand.json'), '1');
		const changed = await swapIn(geodata, NEW, REMOVED);
		expect(changed).toEqual([...NEW.keys(), ...REMOVED].sort());
		expect(there()).toEqual({ ...as(NEW), 'by-hand.json': '1' });
		expect(await swapIn(geodata, NEW, REMOVED)).toEqual([]);
		expect(readdirSync(root)).toEqual(['geodata']);
	});

	// The journal, five files, one that goes.
	it.each([1, 2, 3, 4, 5, 6, 7])(
		'killed at rename %i ends all old or all new, and is never read mixed',
		async (at) => {
			write(OLD);
			expect(await killed(at)).toBe('SIGKILL');
			const before = await read().catch((error: unknown) => String(error));
			expect(before).toMatch(
				/^(old|new)$|geodata\/(tables\/one\.csv|tables\/left\.csv|boundaries\/b\/) is not what .* Run the refresh/
			);
			expect(await finishSwap(geodata)).toBe(at > 1);
			expect(there()).toEqual(as(at > 1 ? NEW : OLD));
			expect(await read()).toBe(at > 1 ? 'new' : 'old');
			expect(readdirSync(root).filter((name) => name !== 'geodata.lock')).toEqual(['geodata']);
			expect(await finishSwap(geodata)).toBe(false);
		}
	);

	it('stopped before or within any operation on files ends all old or all new', async () => {
		write(OLD);
		/** What is on disk: the texts of files by path, and null for folders. */
		const onDisk = () =>
			readdirSync(root, { recursive: true, withFileTypes: true })
				.filter(({ name }) => name !== 'geodata.lock')
				.map((entry): [string, string | null] => {
					const path = join(entry.parentPath, entry.name);
					return [relative(root, path), entry.isFile() ? readFileSync(path, 'utf8') : null];
				});
		const stops: [string, ReturnType<typeof onDisk>][] = [];
		const put = (found: ReturnType<typeof onDisk>, into: string) => {
			for (const [path, text] of found) {
				if (text === null) mkdirSync(join(into, path), { recursive: true });
			}
			for (const [path, text] of found) {
				if (text !== null) writeFileSync(join(into, path), text);
			}
		};
		watch.before = (what, halves) => {
			if (what.includes('.lock')) return;
			const { before } = watch;
			watch.before = null;
			const whole = onDisk();
			stops.push([`before ${what}`, whole]);
			for (const half of halves) {
				half();
				stops.push([`within ${what}`, onDisk()]);
				for (const name of ['geodata', 'geodata.refresh'])
					rmSync(join(root, name), { recursive: true, force: true });
				put(whole, root);
			}
			watch.before = before;
		};
		await swapIn(geodata, NEW, REMOVED);
		watch.before = null;
		expect(there()).toEqual(as(NEW));
		expect(stops.length).toBeGreaterThan(30);

		const ends = new Set<string>();
		for (const [what, found] of stops) {
			rmSync(root, { recursive: true });
			mkdirSync(root);
			put(found, root);
			const before = await read().catch((error: unknown) => String(error));
			expect(before, what).toMatch(/^(old|new)$|Run the refresh/);
			await finishSwap(geodata);
			const end = await read();
			expect(there(), what).toEqual(as(end === 'new' ? NEW : OLD));
			expect(
				readdirSync(root).filter((name) => name !== 'geodata.lock'),
				what
			).toEqual(['geodata']);
			ends.add(end);
		}
		expect(ends).toEqual(new Set(['old', 'new']));
	});

	it('has no eighth rename', async () => {
		write(OLD);
		expect(await killed(8)).toBe(0);
		expect(there()).toEqual(as(NEW));
	});

	it('finishes another before it begins, and puts away what was never decided', async () => {
		write(OLD);
		expect(await killed(3)).toBe('SIGKILL');
		mkdirSync(join(root, 'geodata.refresh-Ab12'));
		expect(await swapIn(geodata, new Map([['more.json', Buffer.from('1')]]), [])).toEqual([
			'more.json'
		]);
		expect(there()).toEqual({ ...as(NEW), 'more.json': '1' });
		expect(existsSync(join(root, 'geodata.refresh-Ab12'))).toBe(false);
	});

	it('that fails half way is finished by the next one', async () => {
		write(OLD);
		let renames = 0;
		const rename = (from: string, to: string) => {
			if (++renames === 4) throw new Error('no room');
			renameSync(from, to);
		};
		await expect(swapIn(geodata, NEW, REMOVED, { rename })).rejects.toThrow('no room');
		expect(await finishSwap(geodata)).toBe(true);
		expect(there()).toEqual(as(NEW));
	});
});

describe('facts', () => {
	it.each([
		[
			'table',
			'tables/one.csv',
			'geodata/tables/one.csv is not what geodata/catalogue.json describes'
		],
		['boundary', 'boundaries/b/x.json', 'geodata/boundaries/b/ is not what']
	])('with a %s of another time are refused by name', async (_, path, message) => {
		write(OLD);
		writeFileSync(join(geodata, path), NEW.get(path) ?? '');
		await expect(read()).rejects.toThrow(message);
	});
});
