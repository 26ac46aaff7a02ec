import { describe, expect, it } from 'vitest';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../lib/paths.ts';
import { namedInMaps, packageOf } from './carried.ts';
import { licencesText, packagesOf, type Bundled } from './licences.ts';

const MIT: Bundled = {
	name: 'a',
	version: '1.0.0',
	licence: 'MIT',
	text: 'Do as you like.',
	notice: ''
};

describe('licencesText', () => {
	it('has each package once, with its text, and those of one text together', () => {
		const other = { ...MIT, name: 'c', licence: 'ISC', text: 'Keep this.', notice: 'By C.' };
		const text = licencesText([MIT, { ...MIT, name: 'b' }, other, MIT]);
		expect(text.split('Do as you like.')).toHaveLength(2);
		expect(text).toContain('a 1.0.0 (MIT)\nb 1.0.0 (MIT)\n\nDo as you like.\n');
		expect(text).toContain('c 1.0.0 (ISC)\n\nKeep this.\n\nBy C.\n');
	});
	it('is the same in whatever order they were met', () => {
		const other = { ...MIT, name: 'c', text: 'Keep this.' };
		expect(licencesText([other, MIT])).toBe(licencesText([MIT, other]));
	});
	it('names the packages that bring none', () => {
		const without = [{ ...MIT, text: '' }, MIT, { ...MIT, name: 'b', licence: '' }];
		expect(() => licencesText(without)).toThrow('No licence text came with a, b:');
	});
});

describe('packagesOf', () => {
	const MODULES = join(PROJECT, 'node_modules');
	const ENGINE = join(MODULES, 'maplibre-gl/dist/maplibre-gl.mjs');
	const names = (files: string[]) => packagesOf(files).map(({ name }) => name);

	it('has what the map engine was bundled with, by name', () => {
		expect(names([ENGINE])).toEqual(
			expect.arrayContaining([
				...['maplibre-gl', 'earcut', 'gl-matrix', 'pbf', 'potpack', 'murmurhash-js', 'bidi-js'],
				...['@mapbox/point-geometry', '@mapbox/tiny-sdf', '@mapbox/unitbezier'],
				...['@mapbox/vector-tile', '@maplibre/geojson-vt', '@maplibre/mlt', '@maplibre/vt-pbf'],
				...['@maplibre/maplibre-gl-style-spec', 'kdbush', 'quickselect', 'tinyqueue']
			])
		);
	});
	it.each([
		['read-excel-file', 'modules/saxen/parser.js', 'saxen'],
		['csv-stringify', 'lib/utils/get.js', 'lodash'],
		['mjolnir.js', 'dist/hammerjs/index.js', 'hammerjs']
	])('has the copy that %s holds', (holder, file, name) => {
		const path = join(MODULES, holder, file);
		expect(existsSync(path)).toBe(true);
		expect(names([path])).toEqual([holder, name]);
	});
	it.each([
		['jszip', 'dist/jszip.min.js', ['immediate', 'lie', 'pako', 'setimmediate']],
		['docx', 'dist/index.mjs', ['nanoid', 'fflate']],
		['sql.js', 'dist/sql-wasm-browser.js', ['emscripten', 'musl']]
	])('has what %s was bundled with, each with its text', (holder, file, others) => {
		const packages = packagesOf([join(MODULES, holder, file)]);
		expect(packages.map(({ name }) => name)).toEqual([holder, ...others]);
		expect(() => licencesText(packages)).not.toThrow();
	});
	it('has what the WebAssembly of the solver was built of, with texts', () => {
		const packages = packagesOf([join(MODULES, 'highs/build/highs.mjs')]);
		expect(packages.map(({ name }) => name)).toEqual([
			...['highs', 'emscripten', 'filereaderlp', 'musl', 'pdqsort']
		]);
		expect(licencesText(packages)).toContain('Orson Peters');
	});
	it('says of each which package it came within, and its licence with its text', () => {
		const packages = packagesOf([ENGINE]);
		const text = licencesText(packages);
		expect(text).toMatch(/^earcut in maplibre-gl \d+\.\d+\.\d+ \(ISC\)$/m);
		expect(text).toMatch(/^murmurhash-js in maplibre-gl .* \(MIT\)$/m);
		expect(text).toContain('Gary Court');
	});
	it('has nothing but the package where that is all', () => {
		expect(names([join(MODULES, 'clsx/dist/clsx.mjs')])).toEqual(['clsx']);
	});
});

describe('carried packages', () => {
	it.each([
		['/a/node_modules/b/c.js', '/a/node_modules/b', 'b'],
		['/a/node_modules/@b/c/d/e.js', '/a/node_modules/@b/c', '@b/c'],
		['/a/node_modules/b/node_modules/c/d.js', '/a/node_modules/b/node_modules/c', 'c']
	])('are told by the package that %s is in', (path, folder, name) => {
		expect(packageOf(path)).toEqual({ folder, name });
	});
	it('are named by maps wherever they stand in a path', () => {
		const named = namedInMaps(join(PROJECT, 'node_modules/maplibre-gl/dist'));
		expect(named).toContain('@maplibre/maplibre-gl-style-spec');
		expect(named).toContain('quickselect');
	});
});
