import { describe, expect, it } from 'vitest';
import { isHashed, isWorthKeeping, keepingOf, stylesheetsOf } from './keeping.ts';

describe('keepingOf', () => {
	it.each([
		['/_app/immutable/chunks/DlScU6g0.js', 'for good'],
		['/packs/norfolk-and-waveney/basemap.0123456789ab.json', 'for good'],
		['/packs/norfolk-and-waveney/postcodes-index.0123456789ab.json', 'for good'],
		['/packs/norfolk-and-waveney/postcodes/NR31.0123456789ab.json', 'with its set'],
		['/', 'as a stand-in'],
		['/norfolk-and-waveney/', 'as a stand-in'],
		['/norfolk-and-waveney/__data.json', 'as a stand-in'],
		['/theme.js', 'as a stand-in'],
		['/packs/norfolk-and-waveney/downloads/a.csv', 'not at all'],
		['/packs/manifest.json', 'not at all'],
		['/_app/version.json', 'not at all'],
		['/service-worker.js', 'not at all']
	])('%s: %s', (path, keeping) => expect(keepingOf(path)).toBe(keeping));

	it('takes no name without a hash for a hashed one', () => {
		expect(isHashed('/packs/region/basemap.json')).toBe(false);
		expect(isHashed('/other/basemap.0123456789ab.json')).toBe(false);
	});
});

describe('isWorthKeeping', () => {
	const answer = { status: 200, redirected: false, type: 'basic', contentType: 'application/json' };
	const page = { ...answer, contentType: 'text/html; charset=utf-8' };
	const part = '/packs/region/basemap.0123456789ab.json';

	it('keeps files and pages', () => {
		expect(isWorthKeeping(part, answer)).toBe(true);
		expect(isWorthKeeping('/region/', page)).toBe(true);
		expect(isWorthKeeping('/offline.html', page)).toBe(true);
	});
	it('keeps no page that came instead of a file, nor a file instead of a page', () => {
		expect(isWorthKeeping(part, page)).toBe(false);
		expect(isWorthKeeping('/region/', answer)).toBe(false);
	});
	it.each([{ status: 500 }, { status: 206 }, { redirected: true }, { type: 'opaque' }])(
		'keeps no answer with %o',
		(change) => expect(isWorthKeeping(part, { ...answer, ...change })).toBe(false)
	);
});

it('stylesheetsOf finds what a page links to, and no scripts', () => {
	const html =
		'<link href="../_app/a.0123.css" rel="stylesheet"><link rel="modulepreload" href="../b.js">' +
		'<link rel="stylesheet" href="../_app/c.css" media="(x)"><a href="d.css">d</a>';
	expect(stylesheetsOf(html)).toEqual(['../_app/a.0123.css', '../_app/c.css']);
});
