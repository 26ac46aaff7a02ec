import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sayOwner } from './owner-on-pages.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'owner-test-'));
	for (const page of ['404.html', 'offline.html']) {
		writeFileSync(join(folder, page), `<p>${page}</p><!-- owner -->`);
	}
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the pages without a layout', () => {
	it('name the owner as text', () => {
		sayOwner(folder, 'Looked after by A & B <$&>.');
		expect(readFileSync(join(folder, 'offline.html'), 'utf8')).toBe(
			'<p>offline.html</p><p>Looked after by A &amp; B &lt;$&amp;&gt;.</p>'
		);
	});

	it('stop the build where one has no place for the sentence', () => {
		writeFileSync(join(folder, '404.html'), '<p>none</p>');
		expect(() => sayOwner(folder, 'x')).toThrow('static/404.html has no <!-- owner -->');
	});
});
