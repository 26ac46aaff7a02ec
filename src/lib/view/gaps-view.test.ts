import { describe, expect, it } from 'vitest';
import { analyseGaps } from '../gaps/analysis.ts';
import { cellIndex, GAP_CELL } from '../gaps/classes.ts';
import { DEFAULT_REQUEST } from '../gaps/request.ts';
import { fixtureBench } from '../gaps/fixture.ts';
import { MUTED_COLOUR, NEED_PROVISION_COLOURS } from '../layers/palettes.ts';
import { gapsView } from './gaps-view.ts';

const analysis = analyseGaps({ ...DEFAULT_REQUEST, level: 'lsoa' }, fixtureBench());
const gap = cellIndex(GAP_CELL);

describe('the view of an analysis of gaps', () => {
	it('gives the gaps the colour of the gap, and outlines exactly them', () => {
		const [fill, marking] = gapsView(analysis, { cell: null, sites: null }).layers;
		const drawing = fill?.contribution.drawing;
		expect(analysis.gaps.length).toBeGreaterThan(0);
		if (drawing?.kind !== 'fill') throw new Error('the first layer fills');
		expect(
			drawing.colours.flatMap((colour, at) => (colour === NEED_PROVISION_COLOURS[gap] ? [at] : []))
		).toEqual([...analysis.gaps].sort((a, b) => a - b));
		expect(marking?.contribution.drawing).toMatchObject({ areas: analysis.gaps });
	});

	it('mutes all but the cell that stands out', () => {
		const { layers } = gapsView(analysis, { cell: gap, sites: null });
		const drawing = layers[0]?.contribution.drawing;
		if (drawing?.kind !== 'fill') throw new Error('the first layer fills');
		expect(new Set(drawing.colours)).toEqual(new Set([NEED_PROVISION_COLOURS[gap], MUTED_COLOUR]));
	});

	it('lists every area once, gaps first as in the list, with what was asked in its notes', () => {
		const { columns, layers, units } = gapsView(analysis, { cell: null, sites: null });
		const verdict = columns.find(({ id }) => id === 'verdict');
		expect(verdict?.values).toHaveLength(units.count);
		const order = units.codes
			.map((_, at) => at)
			.sort((a, b) => Number(verdict?.values[a]) - Number(verdict?.values[b]));
		expect(order.slice(0, analysis.gaps.length)).toEqual(analysis.gaps);
		expect(layers[0]?.contribution.caveats[0]).toMatch(/^Asked: .*fewer than 3/);
	});
});
