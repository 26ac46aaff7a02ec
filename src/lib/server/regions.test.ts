import { describe, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import { openGeodata, parseJson } from './geodata.ts';
import { TAKEN_SLUGS } from './region-schema.ts';
import { readRegions, regionsCalled, validityOf, type NamedFile } from './regions.ts';

const file = (path: string, json: object): NamedFile => ({ path: `regions/${path}`, json });
const board = (code: string, slug: string) =>
	file(`boards/${code}.json`, {
		format: 2,
		slug,
		name: 'Anyshire',
		body: 'NHS Anyshire Integrated Care Board',
		kind: 'board',
		area: [{ vintage: 'icb26', codes: [code] }],
		districts: { vintage: 'lad24', items: [{ code: 'E07000001', name: 'Anytown' }] },
		places: { vintage: 'ccg19', note: 'As of 2019.', items: [] },
		documents: []
	});

describe('regions', () => {
	it('are what is written by hand, and every board that nothing lies over', () => {
		const { own, all } = readRegions(
			[board('E54000001', 'anyshire'), board('E54000002', 'elsewhere')],
			[
				file('anyshire.json', {
					format: 2,
					extends: 'E54000001',
					slug: 'old-anyshire',
					documents: ['a-plan']
				})
			]
		);
		expect(own.map(({ slug, name, documents }) => [slug, name, documents])).toEqual([
			['old-anyshire', 'Anyshire', ['a-plan']]
		]);
		expect(all.map(({ slug }) => slug)).toEqual(['elsewhere', 'old-anyshire']);
	});

	const x = (more: object) =>
		file('x.json', { ...(board('E54000001', 'x').json as object), ...more });
	const area = (...codes: string[]) => ({ area: [{ vintage: 'lad24', codes }] });
	const named = (...codes: string[]) => codes.map((code) => ({ code, name: 'Anytown' }));
	const wrong: [what: string, files: [NamedFile[], NamedFile[]], message: string][] = [
		[
			'a board that there is not',
			[[], [file('x.json', { format: 2, extends: 'E54000009', slug: 'x' })]],
			'geodata/regions/x.json, extends: there is no board E54000009'
		],
		[
			'two of one slug, be one of them a board’s',
			[[board('E54000001', 'x')], [x({})]],
			'geodata/regions/x.json, slug: "x" is also that of geodata/regions/boards/E54000001.json'
		],
		[
			'a code that is none',
			[[board('E5400000', 'anyshire')], []],
			'boards/E5400000.json, area[0].codes[0]: "E5400000" should be a code of an area, such as "E06000043" (docs/add-a-region.md'
		],
		[
			'a code twice',
			[[], [x(area('E07000001', 'E07000001'))]],
			'area[0].codes: E07000001 is named twice'
		],
		[
			'a district twice',
			[[], [x({ districts: { vintage: 'lad24', items: named('E07000001', 'E07000001') } })]],
			'districts.items: E07000001 is named twice'
		],
		['no name', [[], [x({ name: undefined })]], 'name is missing: give a name for people, such as'],
		[
			'a blank name',
			[[], [x({ name: '  ' })]],
			'name: a blank should be a name for people, such as'
		],
		[
			'a slug with capitals',
			[[], [x({ slug: 'Any Shire' })]],
			'slug: "Any Shire" should be small letters from a to z, words joined by a single hyphen'
		],
		[
			'a slug that is a page',
			[[], [x({ slug: 'method' })]],
			'slug: "method" is a page or file of the site itself'
		],
		[
			'nobody’s area that is a board',
			[[], [x({ body: undefined })]],
			'body is missing: say whose area it is'
		],
		[
			'an unknown kind',
			[[], [x({ kind: 'county' })]],
			'kind: "county" should be one of "board", "former-board"'
		],
		['a file of the first format', [[], [x({ format: 1 })]], 'format: 1 should be the number 2'],
		[
			'a list in place of a file',
			[[], [file('x.json', 'x' as never)]],
			'x.json, the file: "x" should be an object'
		],
		['an unknown field', [[], [x({ colour: 'red' })]], 'colour is no field of a region'],
		[
			'several problems at once, of all files',
			[[], [x({ name: '', kind: 'county' }), file('y.json', { format: 2, slug: 'y' })]],
			'geodata/regions/x.json has 2 problems: (1) name: a blank'
		],
		[
			'and of the second file too',
			[[], [x({ name: '' }), file('y.json', { format: 2, slug: 'y' })]],
			'geodata/regions/y.json has 5 problems: (1) name is missing'
		]
	];
	it.each(wrong)('are refused with %s', (_, [generated, written], message) => {
		expect(() => readRegions(generated, written)).toThrow(message);
	});

	it('of districts need no body, places or note', () => {
		const { own } = readRegions([], [x({ kind: 'districts', body: undefined, places: undefined })]);
		expect(own.map(({ body, places, validity }) => [body, places, validity])).toEqual([
			[undefined, undefined, '']
		]);
	});

	it('take no name that the site has itself', () => {
		const stems = ['src/routes', 'static'].flatMap((folder) =>
			readdirSync(folder).map((name) => name.split('.')[0] ?? '')
		);
		const taken = stems.filter((stem) => /^[a-z]+(-[a-z]+)*$/.test(stem));
		expect(TAKEN_SLUGS).toEqual(expect.arrayContaining(taken));
	});

	it('that are not JSON are refused with file and line', () => {
		expect(() => parseJson('regions/x.json', '{\n"format": 2,\n"slug" "x"\n}')).toThrow(
			/^geodata\/regions\/x\.json, line 3: this is not JSON/
		);
		expect(() => parseJson('regions/x.json', '{\n"format": 2,\n')).toThrow(/line 2: this is not/);
	});

	it('are found by slug, or the slugs there are are named', () => {
		const { all } = readRegions([board('E54000001', 'anyshire')], []);
		expect(regionsCalled(all, ['anyshire']).map(({ name }) => name)).toEqual(['Anyshire']);
		expect(() => regionsCalled(all, ['nowhere'])).toThrow(
			'there is no region "nowhere"; there are: anyshire'
		);
	});
});

describe('the validity of a region', () => {
	const { all } = readRegions([board('E54000001', 'anyshire')], []);
	const [plain] = all;
	if (!plain) throw new Error('no region');

	it('of a board says what it is, what it came from and what else is known', () => {
		expect(validityOf(plain)).toBe(
			'This is the area of NHS Anyshire Integrated Care Board, by our lookup of April 2026.'
		);
		expect(
			validityOf({
				...plain,
				since: '2026-04-01',
				cameFrom: [
					{ code: 'E54000003', name: 'A', part: false },
					{ code: 'E54000004', name: 'B', part: true }
				],
				note: 'Of two.'
			})
		).toBe(
			'This has been the area of NHS Anyshire Integrated Care Board since 1 April 2026. It was made of all of A and part of B. Of two.'
		);
	});

	it('of a former board says until when it was one, and what it is part of now', () => {
		expect(
			validityOf({
				...plain,
				kind: 'former-board',
				was: { name: 'A', until: '2026-03-31' },
				became: [{ code: 'E54000005', name: 'B', part: true }],
				partOf: [{ name: 'B', since: '2026-04-01' }]
			})
		).toBe(
			'Until 31 March 2026 it was the area of A. It went to part of B. Since 1 April 2026 it is part of B.'
		);
	});
});

describe('the regions of the project', () => {
	const geodata = openGeodata();

	it('are those written by hand, and a slug for each of the 36 boards', () => {
		const own = geodata.regions().map(({ slug }) => slug);
		expect(own).toEqual(
			expect.arrayContaining([
				'bath-swindon-and-wiltshire',
				'norfolk-and-suffolk',
				'norfolk-and-waveney'
			])
		);
		const all = geodata.allRegions();
		expect(all.filter(({ kind }) => kind === 'board')).toHaveLength(36);
		const slugs = all.map(({ slug }) => slug);
		expect(slugs).toEqual(expect.arrayContaining(own));
		expect(new Set(slugs).size).toBe(slugs.length);
	});

	it('say of Norfolk and Waveney what it is part of and since when', () => {
		const [norfolk] = regionsCalled(geodata.allRegions(), ['norfolk-and-waveney']);
		expect(norfolk?.validity).toContain(
			'Since 1 April 2026 it is part of NHS Norfolk and Suffolk Integrated Care Board.'
		);
	});
});
