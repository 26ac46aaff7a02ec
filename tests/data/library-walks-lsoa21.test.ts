/** Walks to libraries: the stored table beside what the map says of it. */
import { describe, expect, it } from 'vitest';
import { optionalNumbers, strings } from '../../src/lib/facts/table.ts';
import { defaultState } from '../../src/lib/url/map-state.ts';
import { buildView } from '../../src/lib/view/view.ts';
import { packs, projectFacts } from './built.ts';

const geodata = projectFacts();
const region = packs();
const viewOf = (slug: string, layer: string) => {
	const of = region(slug);
	const view = buildView(of.summary, { ...defaultState(), layer, overlays: [] }, (name) =>
		of.has(name) ? of.part(name) : undefined
	);
	if (!view) throw new Error('no view');
	return view;
};
const table = await geodata.table('library-walks-lsoa21');
const lsoas = strings(table, 'lsoa21');

describe('walks to libraries', () => {
	it('are no further within 30 minutes than within 15, and known of all three columns or none', () => {
		const [all, near, notFar] = ['output_areas', 'library_15', 'library_30'].map((name) =>
			optionalNumbers(table, name)
		);
		const wrong = lsoas.filter((_, row) => {
			const [a, b, c] = [near?.[row] ?? null, notFar?.[row] ?? null, all?.[row] ?? null];
			return a === null || b === null || c === null
				? !(a === null && b === null && c === null)
				: a > b || b > c || c === 0;
		});
		expect(wrong).toEqual([]);
	});

	it.each(['norfolk-and-waveney', 'bath-swindon-and-wiltshire'])(
		'are the shares that the table gives, in words: %s',
		(slug) => {
			const view = viewOf(slug, 'place-library-walk-15');
			const known = new Set(view.areas.codes);
			const sum = (name: string) =>
				optionalNumbers(table, name).reduce<number>(
					(total, value, row) => total + (known.has(lsoas[row] ?? '') ? (value ?? 0) : 0),
					0
				);
			const share = ((100 * sum('library_15')) / sum('output_areas')).toFixed(1);
			const [{ contribution }] = view.layers as [(typeof view.layers)[number]];
			expect(contribution.findings[0]?.text).toContain(`, ${share}% (England: `);
			expect(contribution.legend.note).toContain('© OpenStreetMap contributors');
		}
	);

	it('have no lowest fifth where a fifth of England has none, and ties are called so', () => {
		const view = viewOf('norfolk-and-waveney', 'place-library-walk-15');
		const known = new Set(view.areas.codes);
		const none = optionalNumbers(table, 'library_15').filter(
			(near, row) => near === 0 && known.has(lsoas[row] ?? '')
		).length;
		const [{ contribution }] = view.layers as [(typeof view.layers)[number]];
		const [, floor, community] = contribution.findings.map(({ text }) => text);
		expect(none).toBeGreaterThan(0);
		expect(floor).toContain(
			`live in neighbourhoods where it is 0.0%, as in at least a fifth of England’s. That is ${none} of the 624 neighbourhoods of Norfolk and Waveney.`
		);
		expect(community).toMatch(/ is lowest in \d+ communities alike, .+ among them: 0\.0% of their/);
	});

	it('are not surveyed, and not far, where a library that was not routed is nearer', () => {
		const view = viewOf('bath-swindon-and-wiltshire', 'place-library-walk-15');
		const without = new Set(
			optionalNumbers(table, 'output_areas').flatMap((all, row) =>
				all === null ? [lsoas[row] ?? ''] : []
			)
		);
		const area = view.areas.codes.findIndex((code) => without.has(code));
		expect(view.label(area).text).toBe('not surveyed');
		const norfolk = viewOf('norfolk-and-waveney', 'place-library-walk-15').areas.codes;
		expect(norfolk.filter((code) => without.has(code))).toEqual([]);
	});
});
