import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { fileNameOf, listedAddresses, pageAddresses } from './addresses.ts';

it('lists every page once, and areas by what stands for them', () => {
	const site = mkdtempSync(join(tmpdir(), 'pages-'));
	for (const path of [
		'index.html',
		'404.html',
		'a/index.html',
		'a/areas/E01/index.html',
		'a/list.csv'
	]) {
		mkdirSync(dirname(join(site, path)), { recursive: true });
		writeFileSync(join(site, path), '');
	}
	expect(pageAddresses(site, [{ slug: 'a', codes: ['E07', 'E01'] }])).toEqual([
		'/',
		'/404.html',
		'/a/',
		'/a/?area=E01',
		'/a/areas/E01/',
		'/a/areas/E07/'
	]);
	rmSync(site, { recursive: true });
});

it('names files so that any system takes them', () => {
	expect(fileNameOf('/')).toBe('home');
	expect(fileNameOf('/a/?area=E01&with=x,y')).toBe('a-area-E01-with-x-y');
	expect(fileNameOf(`/${'x'.repeat(500)}`).length).toBeLessThan(200);
});

it('reads addresses and leaves what is said of them', () => {
	expect(listedAddresses('# Map\n/a/\n\tsays Hello\n\n/b/?c=d\n')).toEqual(['/a/', '/b/?c=d']);
});
