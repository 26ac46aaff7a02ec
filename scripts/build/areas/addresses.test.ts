import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { PROJECT } from '../../lib/paths.ts';
import { nameAddresses, OWN_ADDRESS, robots } from './addresses.ts';
import { toPng } from './rasterise.ts';

describe('addresses of the pages of a site', () => {
	const folder = mkdtempSync(join(tmpdir(), 'addresses-'));
	const put = (path: string, text: string) => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	const read = (path: string) => readFileSync(join(folder, path), 'utf8');
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	it('stand in the frame of every page, as it is itself', () => {
		expect(readFileSync(join(PROJECT, 'src/app.html'), 'utf8')).toContain(OWN_ADDRESS);
	});

	it('are whole where it is known where the site is, and else relative; what may not be listed is not', () => {
		put('index.html', OWN_ADDRESS);
		put('norfolk/gaps/index.html', `<head>${OWN_ADDRESS}</head>`);
		put('norfolk/embed/index.html', `${OWN_ADDRESS}<meta name="robots" content="noindex"/>`);
		put('404.html', 'no page of its own');
		expect(nameAddresses(folder, null).sort()).toEqual(['', 'norfolk/gaps/']);
		expect(read('norfolk/gaps/index.html')).toContain('href="./"');
		expect(nameAddresses(folder, 'https://example.org/a&b').sort()).toEqual(['', 'norfolk/gaps/']);
		expect(read('norfolk/gaps/index.html')).toBe(
			'<head><link rel="canonical" href="https://example.org/a&amp;b/norfolk/gaps/" /></head>'
		);
		expect(read('404.html')).toBe('no page of its own');
	});

	it('are refused where a page has no place for one', () => {
		put('index.html', '<head></head>');
		expect(() => nameAddresses(folder, 'https://example.org')).toThrow(/index\.html has no/);
	});

	it('lead robots to the sitemap', () => {
		expect(robots('https://example.org')).toContain('Sitemap: https://example.org/sitemap.xml');
	});
});

describe('a picture of shapes', () => {
	it('becomes pixels of its own size, the same each time', async () => {
		const svg =
			'<svg xmlns="http://www.w3.org/2000/svg" width="12" height="6"><path d="M0 0h6v6H0z" fill="#4a2fa8"/></svg>';
		const png = Buffer.from(await toPng(svg));
		expect(png.subarray(1, 4).toString()).toBe('PNG');
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([12, 6]);
		expect(Buffer.from(await toPng(svg)).equals(png)).toBe(true);
		await expect(toPng('no picture')).rejects.toThrow();
	});
});
