/** The parts of the dump that need neither a browser nor a built site. */
import { describe, expect, it } from 'vitest';
import { addressesFor } from './addresses.ts';
import { commandsFor } from './command-line.ts';
import {
	ALL,
	hashPaths,
	readHashes,
	readRows,
	sampleOf,
	writeHashes,
	writeRows
} from './committed.ts';
import { describeRows, differ, differentPaths, missingOf } from './compare.ts';
import { figuresOf, filesIn } from './files.ts';
import { strToU8, zipSync } from 'fflate';
import { fromLine, normalise, sortLines, toLine, type FigureRow } from './row.ts';

const figure = (path: string, row: string, text: string): string =>
	toLine({ path, heading: 'Every place', row, column: 'People', text, source: 'page' });

describe('a row', () => {
	it('is one line without what two builds or servers have otherwise', () => {
		expect(normalise('at http://127.0.0.1:41234/a/?b=1\n\tand part.0123456789ab.json')).toBe(
			'at <site>/a/?b=1 and part.<hash>.json'
		);
		expect(normalise('12.5 of 2025')).toBe('12.5 of 2025');
	});

	it('is read back as it was written', () => {
		const row: FigureRow = {
			path: '/a/',
			heading: 'One > Two',
			row: 'Hall',
			column: '',
			text: '1,234',
			source: 'page'
		};
		expect(fromLine(toLine(row))).toEqual(row);
		expect(readRows(writeRows([toLine(row)]))).toEqual([toLine(row)]);
	});

	it('is sorted by its code units, whatever the language of the machine', () => {
		expect(sortLines(['é', 'a', 'Z', 'b'])).toEqual(['Z', 'a', 'b', 'é']);
	});
});

describe('what is committed', () => {
	const lines = sortLines([
		...Array.from({ length: 30 }, (_, i) => figure('/a/', `row ${i}`, String(i))),
		figure('/b/', 'alone', '7')
	]);

	it('has a hash of each path and of all', () => {
		const hashes = hashPaths(lines);
		expect([...hashes.keys()]).toEqual([ALL, '/a/', '/b/']);
		expect(hashes.get('/a/')?.rows).toBe(30);
		expect(readHashes(writeHashes(hashes))).toEqual(hashes);
		const other = hashPaths([...lines.slice(0, -1), figure('/b/', 'alone', '8')]);
		expect(other.get('/a/')).toEqual(hashes.get('/a/'));
		expect(other.get('/b/')?.hash).not.toBe(hashes.get('/b/')?.hash);
		expect(other.get(ALL)?.hash).not.toBe(hashes.get(ALL)?.hash);
	});

	it('has a sample with rows of every path, the same each time', () => {
		const sample = sampleOf(lines, 10, 3);
		expect(sample).toHaveLength(10);
		expect(sample).toContain(figure('/b/', 'alone', '7'));
		expect(sampleOf([...lines].reverse(), 10, 3).sort()).toEqual([...sample].sort());
	});
});

describe('a comparison', () => {
	const before = sortLines([
		figure('/a/', 'x', '1'),
		figure('/a/', 'y', '2'),
		figure('/b/', 'z', '3')
	]);

	it('finds nothing where nothing differs', () => {
		expect(differ(before, [...before])).toEqual({ gone: [], come: [] });
		expect(differentPaths(hashPaths(before), hashPaths([...before]))).toEqual([]);
	});

	it('tells what a figure was and is, what went and what came', () => {
		const after = sortLines([
			figure('/a/', 'x', '1'),
			figure('/a/', 'y', '4'),
			figure('/c/', 'new', '5')
		]);
		expect(differentPaths(hashPaths(before), hashPaths(after))).toEqual([
			'changed: /a/ (2 rows, now 2)',
			'gone: /b/ (1 rows)',
			'new: /c/ (1 rows)'
		]);
		expect(describeRows(differ(before, after))).toEqual([
			'/a/ | Every place | y | People: 2, now 4',
			'/b/ | Every place | z | People: 3, now not there',
			'/c/ | Every place | new | People: 5, new'
		]);
	});

	it('counts rows that are alike', () => {
		const twice = sortLines([...before, before[0] ?? '']);
		expect(differ(twice, before)).toEqual({ gone: [before[0]], come: [] });
	});

	it('tells of a sample what is at the place of a row that is gone', () => {
		const after = sortLines([figure('/a/', 'x', '9'), figure('/a/', 'y', '2')]);
		expect(describeRows(missingOf([before[0] ?? ''], after))).toEqual([
			'/a/ | Every place | x | People: 1, now 9'
		]);
	});
});

describe('the figures of a file', () => {
	const of = (name: string, text: string, source: FigureRow['source'] = 'download') =>
		figuresOf({ path: '/a/', name, source, text }).map(({ row, column, text: value }) => [
			row,
			column,
			value
		]);

	it('are the cells of a CSV below its notes', () => {
		const text = '\uFEFFPlaces of 2025\n\ncode,verdict,people\nE1,gap,"1,200"\nE2,,3\n';
		expect(of('a.csv', text)).toEqual([
			['', 'note', 'Places of 2025'],
			['E1', 'code', 'E1'],
			['E1', 'verdict', 'gap'],
			['E1', 'people', '1,200'],
			['E2', 'code', 'E2'],
			['E2', 'people', '3']
		]);
		expect(of('a.csv', text, 'file').map(([, column]) => column)).not.toContain('verdict');
	});

	it('are the values of GeoJSON, a point by its position and a shape by its hash', () => {
		const shape = {
			type: 'Polygon',
			coordinates: [
				[
					[0, 0],
					[1, 0],
					[1, 1],
					[0, 0]
				]
			]
		};
		const found = of(
			'a.geojson',
			JSON.stringify({
				type: 'FeatureCollection',
				features: [
					{ geometry: { type: 'Point', coordinates: [1.2, 52] }, properties: { Code: 'E1', n: 4 } },
					{ geometry: shape, properties: { Code: 'E2', n: null, isGap: true } }
				]
			})
		);
		expect(found.slice(0, 3)).toEqual([
			['features.E1', 'geometry', '[1.2,52]'],
			['features.E1', 'properties.Code', 'E1'],
			['features.E1', 'properties.n', '4']
		]);
		expect(found[3]?.[2]).toMatch(/^Polygon [0-9a-f]{16}$/);
		expect(found.at(-1)).toEqual(['features.E2', 'properties.isGap', 'true']);
	});

	it('leave out what the clock says', () => {
		expect(of('a.json', '{"objective":3.5,"seconds":0.4}')).toEqual([['', 'objective', '3.5']]);
	});

	it('that packs others are those of the tables in it', () => {
		const packed = zipSync({
			'a.csv': strToU8('x,y\n1,2\n'),
			'README.txt': strToU8('Read 7 of me')
		});
		expect(filesIn('all.zip', packed)).toEqual([{ name: 'all.zip/a.csv', text: 'x,y\n1,2\n' }]);
		expect(filesIn('a.csv', strToU8('x\n'))).toEqual([{ name: 'a.csv', text: 'x\n' }]);
	});
});

describe('what is asked', () => {
	it('is the plain page and eight saved questions or more of each kind, in both editions', () => {
		const paths = addressesFor(['norfolk-and-waveney']).map(({ path }) => path);
		expect(new Set(paths).size).toBe(paths.length);
		for (const page of ['', 'gaps/', 'siting/', 'assets/']) {
			const own = paths.filter((path) => path.split('?')[0] === `/norfolk-and-waveney/${page}`);
			expect(own).toContain(`/norfolk-and-waveney/${page}`);
			expect(own.length).toBeGreaterThanOrEqual(9);
		}
		for (const edition of ['2019', '2025']) {
			for (const page of [/waveney\/\?/, /gaps\/\?/]) {
				const inEdition = paths.filter(
					(path) => page.test(path) && path.includes(`edition=${edition}`)
				);
				expect(inEdition.length).toBeGreaterThanOrEqual(2);
			}
		}
	});

	it('is asked of every region, one without places of its own too', () => {
		expect(addressesFor(['somewhere']).length).toBe(addressesFor(['norfolk-and-waveney']).length);
		expect(commandsFor(['a', 'b']).filter((command) => command.includes('--region b')).length).toBe(
			4
		);
	});
});
