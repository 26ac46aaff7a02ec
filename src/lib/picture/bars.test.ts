import { describe, expect, it } from 'vitest';
import type { Bars } from '../document/document.ts';
import type { Mark } from '../document/picture.ts';
import { barsPicture } from './bars.ts';

const chart: Bars = {
	title: 'Births',
	note: 'registered in 2023.',
	from: 0,
	rows: [
		{ label: 'Norwich', value: 40, text: '40', interval: [30, 50] },
		{ label: 'Waveney', value: 20, text: '20' },
		{ label: 'Broadland', value: null, text: 'not published' }
	]
};
const detail = { steps: 2, triangle: 2 };
const drawn = (charts: readonly Bars[], width = 900) =>
	barsPicture('Two districts side by side', charts).draw({ width, height: 500 }, detail);
const widthOf = (mark: Mark | undefined) => {
	if (mark?.kind !== 'area') return NaN;
	const across = mark.rings.flat().map(([x]) => x);
	return Math.max(...across) - Math.min(...across);
};
const isOf = (kind: Mark['kind'], name: string) => (mark: Mark) =>
	mark.kind === kind && 'name' in mark && mark.name.endsWith(name);

describe('bars as a picture', () => {
	it('are as long as their figures, and what is not known has none', () => {
		const { marks, scale } = drawn([chart]);
		const bar = (name: string) => marks.find(isOf('area', name));
		expect(widthOf(bar('Norwich'))).toBeCloseTo(2 * widthOf(bar('Waveney')), 6);
		expect(bar('Broadland')).toBeUndefined();
		const texts = marks.flatMap((mark) => (mark.kind === 'label' ? [mark.text] : []));
		expect(texts).toEqual(expect.arrayContaining(['Births', 'Broadland', 'not published', '40']));
		// Nothing of the ground is drawn, so there is neither scale nor north.
		expect(scale).toBeNull();
	});

	it('begin where they say, and have their likely range over them', () => {
		const { marks } = drawn([{ ...chart, from: 10 }]);
		const bar = (name: string) => widthOf(marks.find(isOf('area', name)));
		expect(bar('Norwich')).toBeCloseTo(3 * bar('Waveney'), 6);
		expect(marks.filter(({ kind }) => kind === 'lines')).toHaveLength(1);
	});

	it('stay within the picture, however many there are and whatever they are called', () => {
		const long = {
			...chart,
			rows: chart.rows.map((row) => ({ ...row, label: 'x y '.repeat(60) }))
		};
		for (const [charts, width] of [
			[Array.from({ length: 7 }, () => long), 900],
			[[long, chart], 400]
		] as const) {
			const { marks } = drawn(charts, width);
			for (const mark of marks) {
				const at =
					mark.kind === 'area'
						? mark.rings.flat()
						: mark.kind === 'lines'
							? mark.lines.flat()
							: mark.kind === 'label'
								? [[mark.x, mark.y] as const]
								: [];
				for (const [x, y] of at) {
					expect(x).toBeGreaterThanOrEqual(0);
					expect(x).toBeLessThanOrEqual(width);
					expect(y).toBeLessThanOrEqual(500);
				}
			}
		}
	});

	it('say all of it to those who do not see it', () => {
		expect(barsPicture('Two districts', [chart]).alt).toContain(
			'Births: Norwich, 40; Waveney, 20; Broadland, not published.'
		);
	});
});
