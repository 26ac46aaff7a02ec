import { describe, expect, it } from 'vitest';
import { analyseGaps } from '../gaps/analysis.ts';
import { cellIndex, GAP_CELL } from '../gaps/classes.ts';
import { DEFAULT_REQUEST } from '../gaps/request.ts';
import { fixtureBench } from '../gaps/fixture.ts';
import { GAP_COLOURS, MUTED_COLOUR, NEED_PROVISION_COLOURS } from '../layers/palettes.ts';
import { gapsView } from './gaps-view.ts';

const analysis = analyseGaps({ ...DEFAULT_REQUEST, level: 'lsoa' }, fixtureBench());
const gap = cellIndex(GAP_CELL);
const beside = { cell: null, grid: false, answer: null, sites: null };

describe('the view of an analysis of gaps', () => {
	it('gives the gaps the colour of the gap, and outlines exactly them', () => {
		const [fill, marking] = gapsView(analysis, { ...beside, grid: true }).layers;
		const drawing = fill?.contribution.drawing;
		expect(analysis.gaps.length).toBeGreaterThan(0);
		if (drawing?.kind !== 'fill') throw new Error('the first layer fills');
		expect(
			drawing.colours.flatMap((colour, at) => (colour === NEED_PROVISION_COLOURS[gap] ? [at] : []))
		).toEqual([...analysis.gaps].sort((a, b) => a - b));
		expect(marking?.contribution.drawing).toMatchObject({ areas: analysis.gaps });
	});

	it('colours areas by where they stand: what one change would make a gap could be one', () => {
		const other = analysis.areas.find(({ verdict }) => verdict === 'enough' || verdict === 'below');
		const code = other?.code ?? '';
		const areas = new Map([[code, { code, asked: 3, found: 1, flips: ['people go further'] }]]);
		const answer = { areas, asked: ['people go further'], ranges: null, uneven: null };
		const { layers, columns, label } = gapsView(analysis, { ...beside, answer });
		const drawing = layers[0]?.contribution.drawing;
		if (drawing?.kind !== 'fill') throw new Error('the first layer fills');
		for (const { unit, verdict } of analysis.areas) {
			const colour = drawing.colours[unit];
			if (verdict === 'gap') expect(colour).toBe(GAP_COLOURS.gap);
			else if (unit === other?.unit) expect(colour).toBe(GAP_COLOURS['could-be']);
			else if (verdict === 'not-surveyed' || verdict === 'no-figure') expect(colour).toBeNull();
			else expect(colour).toBe(GAP_COLOURS.not);
		}
		expect(label(other?.unit ?? -1).text).toMatch(/^Could be a gap/);
		expect(columns.find(({ id }) => id === 'sure')?.values[other?.unit ?? -1]).toBe('1 of 3');
	});

	it('has words in its files where the table has codes, and no more than three decimals', () => {
		for (const { id, values, inFiles } of gapsView(analysis, beside).columns) {
			for (const value of values) {
				const written = inFiles?.(value) ?? null;
				if (id === 'verdict' || id === 'cell') expect(written).toMatch(/^[A-Za-z]/);
				else if (typeof written === 'number')
					expect(String(written)).toMatch(/^-?\d+(\.\d{1,3})?$/);
			}
		}
	});

	it('mutes all but the cell that stands out', () => {
		const { layers } = gapsView(analysis, { ...beside, grid: true, cell: gap });
		const drawing = layers[0]?.contribution.drawing;
		if (drawing?.kind !== 'fill') throw new Error('the first layer fills');
		expect(new Set(drawing.colours)).toEqual(new Set([NEED_PROVISION_COLOURS[gap], MUTED_COLOUR]));
	});

	it('lists every area once, gaps first as in the list, with what was asked in its notes', () => {
		const { columns, layers, units } = gapsView(analysis, beside);
		const verdict = columns.find(({ id }) => id === 'verdict');
		expect(verdict?.values).toHaveLength(units.count);
		const order = units.codes
			.map((_, at) => at)
			.sort((a, b) => Number(verdict?.values[a]) - Number(verdict?.values[b]));
		expect(order.slice(0, analysis.gaps.length)).toEqual(analysis.gaps);
		expect(layers[0]?.contribution.caveats[0]).toMatch(/^Asked: .*fewer than 3/);
	});
});
