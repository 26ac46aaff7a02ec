import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf } from '../facts/value.ts';
import { analyseGaps } from './analysis.ts';
import { gapsCsv } from './download.ts';
import { evidenceOf } from './evidence.ts';
import { fixtureParts, venuesPart, type Venue } from './fixture.ts';
import { DEFAULT_REQUEST, type GapsRequest } from './request.ts';
import { areaSentence, findings } from './sentences.ts';
import { vary } from './variations.ts';
import { Workbench } from './workbench.ts';

const ask = (change: Partial<GapsRequest> = {}): GapsRequest => ({
	...DEFAULT_REQUEST,
	level: 'lsoa',
	k: 1,
	provision: ['community-venue', 'library'],
	...change
});

/** A workbench with venues and libraries. */
function bench(venues: readonly Venue[], libraries: readonly Venue[]): Workbench {
	const parts = fixtureParts({ venues });
	const library = venuesPart(libraries);
	parts.set('libraries', {
		...library,
		part: 'libraries',
		ids: library.ids.map((id) => `library-${id}`),
		kinds: [{ id: 'library', label: 'Library' }]
	});
	return new Workbench('Testshire', (part) => parts.get(part));
}

const at = (...kilometres: number[]): Venue[] =>
	kilometres.map((one, i) => ({ id: `v${i}`, at: one, lists: [0] }));

describe('several kinds', () => {
	// Core20 are the neighbourhoods at 0, 1 and 2 km; 15 minutes reach 0.92 km.
	const venues = at(-0.5, -0.4, -0.3, 1.9);
	const libraries = at(1);

	it('are counted each by its own bar: three venues are no library', () => {
		const both = analyseGaps(ask({ k: 2 }), bench(venues, libraries));
		const alone = analyseGaps(ask({ k: 2, provision: ['library'] }), bench(venues, libraries));
		expect(new Set(both.gaps)).toEqual(new Set([0, 1, 2]));
		expect(new Set(alone.gaps)).toEqual(new Set([0, 1, 2]));
		expect(both.areas[0]).toMatchObject({ little: ['library'], count: 0, verdict: 'gap' });
		expect(numberOf(both.areas[0]?.provision ?? { kind: 'missing' })).toBe(0);
		expect(both.areas[1]?.little).toEqual(['community-venue', 'library']);
		// Where there is little of most kinds comes first.
		expect(both.gaps.at(-1)).toBe(0);
	});

	it('say which there is little of, in sentences, evidence and files', () => {
		const from = bench(venues, libraries);
		const analysis = analyseGaps(ask({ k: 2 }), from);
		const [area, second] = analysis.areas;
		if (!area || !second) throw new Error('no area');
		expect(areaSentence(area, analysis)).toContain(
			'Within 15 minutes on foot a resident has on average fewer than 2 libraries (0.0; the nearest 16 minutes on foot away), and 2 or more community venues (3.0; the nearest 4.9 minutes on foot away).'
		);
		expect(areaSentence(second, analysis)).toContain('fewer than 2 each of community venues (');
		expect(analysis.rule).toContain('fewer than 2 in reach of at least one kind');
		expect(findings(analysis).join(' ')).toContain(
			'There are too few community venues in 2 and libraries in 3 of them.'
		);
		const ids = evidenceOf(area, analysis, from).map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toContain('reach library');
		const [header = '', ...rows] = gapsCsv(analysis, 'Nobody').split('\n');
		expect(header).toContain('in_reach_community_venue');
		expect(rows.find((row) => row.includes(area.code))).toContain(',libraries,');
	});

	it('are good only where every kind is', () => {
		const good = analyseGaps(ask(), bench(at(0, 0.1), at(0, 0.2)));
		expect(good.strengths).toEqual([0]);
		const half = analyseGaps(ask(), bench(at(0, 0.1), at(0)));
		expect(half.strengths).toEqual([]);
		expect(half.areas[0]?.verdict).toBe('enough');
	});

	it('are gaps where one of them alone is, by every measure', () => {
		const sites = fc.array(fc.double({ min: -0.5, max: 8, noNaN: true }), {
			minLength: 1,
			maxLength: 6
		});
		fc.assert(
			fc.property(
				sites,
				sites,
				fc.constantFrom('count', 'nearest', 'e2sfca'),
				fc.constantFrom('lsoa', 'msoa'),
				(some, others, measure, level) => {
					const from = bench(at(...some), at(...others));
					const request = ask({ measure, level });
					const { gaps, areas, units } = analyseGaps(request, from);
					const alone = request.provision.map((one) =>
						analyseGaps({ ...request, provision: [one] }, from)
					);
					expect(new Set(gaps)).toEqual(new Set(alone.flatMap((one) => one.gaps)));
					const varied = vary({ id: '', title: '', request, variant: {} }, from);
					expect(varied.gaps).toEqual(new Set(gaps.map((unit) => units.codes[unit] ?? '')));
					const little = gaps.map((unit) => areas[unit]?.little.length ?? 0);
					expect(little).toEqual([...little].sort((a, b) => b - a));
				}
			),
			{ numRuns: 25 }
		);
	});
});
