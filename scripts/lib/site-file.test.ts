import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFile } from './site-file.ts';

describe('findFile', () => {
	const outside = mkdtempSync(join(tmpdir(), 'site-file-test-'));
	const root = join(outside, 'site');

	beforeAll(() => {
		for (const folder of ['site/a', 'site/.well', 'secret']) {
			mkdirSync(join(outside, folder), { recursive: true });
		}
		const files = ['index.html', 'a/index.html', 'b.html', 'c d.json', '.env', '.well/x.txt'];
		for (const file of files) writeFileSync(join(root, file), file);
		writeFileSync(join(outside, 'secret/s.txt'), 'secret');
		symlinkSync(join(outside, 'secret/s.txt'), join(root, 'link.txt'));
		symlinkSync(join(outside, 'secret'), join(root, 'linked'));
		symlinkSync(join(root, 'b.html'), join(root, 'inside.html'));
	});
	afterAll(() => rmSync(outside, { recursive: true }));

	it.each([
		['/', 'index.html'],
		['/a/', 'a/index.html'],
		['/b', 'b.html'],
		['/c%20d.json', 'c d.json']
	])('%s is %s', (path, file) => expect(findFile(root, path)).toEqual({ file }));

	it.each([
		['/a', '/a/'],
		['/b/', '/b']
	])('%s is at %s', (path, redirect) => expect(findFile(root, path)).toEqual({ redirect }));

	it.each([
		'/none',
		'//elsewhere.example',
		'/a//index.html',
		'/.env',
		'/.well/x.txt',
		'/../secret/s.txt',
		'/a/../../secret/s.txt',
		'/%2e%2e/secret/s.txt',
		'/./b.html',
		'/link.txt',
		'/linked/s.txt',
		'/inside.html',
		'/index.html/',
		'/b.html/x',
		`/${'x'.repeat(5000)}`
	])('%s is not there', (path) => expect(findFile(root, path)).toEqual({ missing: 'not there' }));

	it.each([
		'',
		'b',
		'/%',
		'/%zz',
		'/%ff',
		'/a%00',
		'/a%2fb',
		'/..%2f..%2fetc/passwd',
		'/a\\b',
		'/a%5cb',
		'/a%0a'
	])('%s is no path', (path) => expect(findFile(root, path)).toEqual({ missing: 'malformed' }));
});
