import { describe, expect, it } from 'vitest';
import { openGeodata } from './geodata.ts';
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

	const wrong: [what: string, files: [NamedFile[], NamedFile[]], message: RegExp][] = [
		[
			'a board that there is not',
			[[], [file('x.json', { format: 2, extends: 'E54000009', slug: 'x' })]],
			/geodata\/regions\/x\.json, extends: there is no board E54000009/
		],
		[
			'two of one slug',
			[[board('E54000001', 'anyshire'), board('E54000002', 'anyshire')], []],
			/two regions are called "anyshire"/
		],
		[
			'a code that is none',
			[[board('E5400000', 'anyshire')], []],
			/boards\/E5400000\.json, area\.0\.codes\.0: Invalid format/
		],
		[
			'a file of the first format',
			[[], [file('x.json', { ...(board('E54000001', 'x').json as object), format: 1 })]],
			/regions\/x\.json, format: Invalid type: Expected 2/
		],
		[
			'an unknown field',
			[[], [file('x.json', { format: 2, extends: 'E54000001', slug: 'x', colour: 'red' })]],
			/regions\/x\.json, colour: Invalid key/
		]
	];
	it.each(wrong)('are refused with %s', (_, [generated, written], message) => {
		expect(() => readRegions(generated, written)).toThrow(message);
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
			'The area of NHS Anyshire Integrated Care Board, as in the lookups of April 2026.'
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
			'The area of NHS Anyshire Integrated Care Board since 1 April 2026. It was made of all of A and part of B. Of two.'
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

	it('are three unless others are asked for, and a slug for each board', () => {
		expect(geodata.regions().map(({ slug }) => slug)).toEqual([
			'bath-swindon-and-wiltshire',
			'norfolk-and-suffolk',
			'norfolk-and-waveney'
		]);
		// The 36 boards, and Norfolk and Waveney, which is none any more.
		expect(geodata.allRegions()).toHaveLength(37);
	});

	it('say of Norfolk and Waveney what it is part of and since when', () => {
		const [norfolk] = regionsCalled(geodata.allRegions(), ['norfolk-and-waveney']);
		expect(norfolk?.validity).toContain(
			'Since 1 April 2026 it is part of NHS Norfolk and Suffolk Integrated Care Board.'
		);
	});
});
