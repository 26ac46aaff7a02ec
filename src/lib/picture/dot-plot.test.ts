import { expect, it } from 'vitest';
import type { Value } from '../facts/value.ts';
import { DOT_PLOT, dotPlot, dotScale, endsOfValues } from './dot-plot.ts';

const share: Value = { kind: 'value', value: 0.2, interval: { lower: 0.1, upper: 0.4 } };
const left = DOT_PLOT.margin;
const right = DOT_PLOT.width - DOT_PLOT.margin;

it('begins shares at nothing and ends them at the highest end of a range', () => {
	const x = dotScale([...endsOfValues([share, { kind: 'missing' }]), 0.3]);
	expect([x(0), x(0.4)].map(Number)).toEqual([left, right]);
	expect(dotPlot(x, share, { line: 0.3, diamond: null })).toMatchObject({
		range: `M${x(0.1)} 11H${x(0.4)}`,
		line: `M${x(0.3)} 3V19`,
		diamond: null,
		dot: { x: x(0.2) }
	});
});

it('shows years of life that differ little apart from each other', () => {
	const x = dotScale([79, 83]);
	expect(Number(x(79))).toBeGreaterThan(left);
	expect(Number(x(83)) - Number(x(79))).toBeGreaterThan((right - left) / 2);
});

it('marks nothing where there is no figure', () => {
	expect(dotPlot(dotScale([1]), { kind: 'not-published' }, { line: 1, diamond: 1 })).toBeNull();
});
