import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/lib/server/inputs.ts';
import { StageCache, type Stage } from './stage-cache.ts';

let folder: string;
let facts: Map<string, string>;
let cache: StageCache;
const stage: Stage = { name: 'england/linkage', code: 'c1', params: '' };
const keep = (of: Stage = stage) =>
	cache.keep(of, (next) => {
		mkdirSync(join(next, 'packs'));
		writeFileSync(join(next, 'packs/one.json'), '[1]');
		return Promise.resolve({ 'tables/a.csv': facts.get('tables/a.csv') ?? null, 'b.csv': null });
	});

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'stages-'));
	facts = new Map([['tables/a.csv', sha256('a')]]);
	cache = new StageCache(folder, (path) => facts.get(path) ?? null);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a stage', () => {
	it('is found good while code, request and facts are the same', async () => {
		expect(cache.find(stage)).toEqual({ good: false, because: null });
		const kept = await keep();
		const found = cache.find(stage);
		expect(found).toMatchObject({ good: true, folder: kept });
		expect(readFileSync(join(kept, 'packs/one.json'), 'utf8')).toBe('[1]');
	});

	it.each<[string, Partial<Stage>, RegExp]>([
		['its code', { code: 'c2' }, /its code changed/],
		['what is asked for', { params: 'x' }, /asked for changed/]
	])('is made again when %s changed', async (_what, change, because) => {
		await keep();
		const found = cache.find({ ...stage, ...change });
		expect(found.good || found.because).toMatch(because);
	});

	it('is made again when a fact changed, went, or came that was missed', async () => {
		await keep();
		for (const [path, hash] of [
			['tables/a.csv', sha256('changed')],
			['tables/a.csv', null],
			['b.csv', sha256('new')]
		] as const) {
			facts = new Map([['tables/a.csv', sha256('a')]]);
			if (hash === null) facts.delete(path);
			else facts.set(path, hash);
			const found = cache.find(stage);
			expect(found.good || found.because).toBe(`${path} changed`);
		}
	});

	it('is made again when what was kept is damaged, cut short or gone', async () => {
		const kept = await keep();
		const path = join(kept, 'packs/one.json');
		for (const spoil of [
			() => writeFileSync(path, '[2]'),
			() => writeFileSync(path, ''),
			() => rmSync(path)
		]) {
			spoil();
			const found = cache.find(stage);
			expect(found.good || found.because).toMatch(/damaged \(packs\/one\.json\)/);
		}
	});

	it.each(['{', '[]', '{"format":0}', ''])('is made again when its record is %j', async (text) => {
		const kept = await keep();
		writeFileSync(join(kept, 'stage.json'), text);
		const found = cache.find(stage);
		expect(found.good || found.because).toMatch(/another version/);
	});

	it('stays as it was where making it anew fails, and nothing half made is left', async () => {
		await keep();
		const fails = cache.keep(stage, (next) => {
			writeFileSync(join(next, 'half.json'), '[');
			return Promise.reject(new Error('killed'));
		});
		await expect(fails).rejects.toThrow('killed');
		expect(cache.find(stage)).toMatchObject({ good: true });
	});

	it('of a run that was killed is cleaned away', () => {
		const half = join(folder, '.new/half');
		mkdirSync(half, { recursive: true });
		writeFileSync(join(half, 'one.json'), '[');
		cache.clean();
		expect(cache.find({ ...stage, name: '.new/half' })).toEqual({ good: false, because: null });
		expect(() => readFileSync(join(half, 'one.json'))).toThrow();
	});
});
