import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { compressSite } from './compress.ts';

it('puts both copies beside a text, and none beside a font', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'compress-'));
	try {
		const page = '<p>Ely</p>'.repeat(200);
		writeFileSync(join(folder, 'index.html'), page);
		writeFileSync(join(folder, 'a.woff2'), 'font');
		expect(await compressSite(folder)).toBe(1);
		const read = (name: string) => readFileSync(join(folder, name));
		expect(gunzipSync(read('index.html.gz')).toString()).toBe(page);
		expect(brotliDecompressSync(read('index.html.br')).toString()).toBe(page);
		expect(existsSync(join(folder, 'a.woff2.gz'))).toBe(false);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
