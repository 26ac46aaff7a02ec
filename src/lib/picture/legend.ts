/** What the colours and signs of a picture mean. */
import type { Key, KeyGrid, KeyRow, KeySymbol } from '../document/picture.ts';
import type { Legend, LegendClass, LegendSymbol } from '../layers/layer.ts';
import { stepsOf } from '../layers/legend-steps.ts';
import { MARKING_COLOUR } from '../layers/palettes.ts';
import { POINT_SHAPES } from '../layers/shapes.ts';
import { formatCount } from '../text/format.ts';

const nothing = { strip: null, rows: [], grid: null, note: null } as const;

/** A key of rows under a title. */
export const keyOfRows = (
	title: string,
	rows: readonly KeyRow[],
	note: string | null = null
): Key => ({
	...nothing,
	title,
	rows,
	note
});

/** A key that is a table of colours. */
export const keyOfGrid = (title: string, grid: KeyGrid, note: string | null): Key => ({
	...nothing,
	title,
	grid,
	note
});

/** The legends of a view as keys: colours in an order as a strip, what is one sign as one row. */
export function keysOf(legends: readonly { legend: Legend }[]): Key[] {
	const keys: Key[] = [];
	const signs: KeyRow[] = [];
	for (const { legend } of legends) {
		const { title, classes, histogram, ends } = legend;
		const [first] = classes;
		if (!first) continue;
		if (histogram) {
			const steps = stepsOf(classes).map((step) => ({
				short: step.short,
				colours: step.classes.map(({ symbol }) => (symbol.kind === 'fill' ? symbol.colour : null)),
				count: formatCount(step.count)
			}));
			keys.push({
				...nothing,
				title,
				strip: { steps, ends },
				note: `The numbers under the colours are how many ${legend.counted} have each.`
			});
		} else if (['fill', 'circle'].includes(first.symbol.kind)) {
			keys.push(keyOfRows(title, classes.map(rowOf)));
		} else {
			const sum = classes.reduce((all, { count }) => all + count, 0);
			signs.push({ symbol: symbolOf(first.symbol), label: title, count: formatCount(sum) });
			const hollow = classes.find(({ symbol }) => symbol.kind === 'point' && symbol.hollow);
			if (hollow && hollow !== first && hollow.count > 0)
				signs.push({ ...rowOf(hollow), label: `of these: ${uncapitalised(hollow.label)}` });
		}
	}
	return signs.length > 0 ? [...keys, keyOfRows('Also on the map', signs)] : keys;
}

const rowOf = ({ symbol, label, count }: LegendClass): KeyRow => ({
	symbol: symbolOf(symbol),
	label,
	count: formatCount(count)
});

const uncapitalised = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The sign of a legend as a picture draws it. */
export function symbolOf(symbol: LegendSymbol): KeySymbol {
	switch (symbol.kind) {
		case 'marking':
			return { kind: 'marking', hatched: symbol.marking === 'hatch', colour: MARKING_COLOUR };
		case 'point': {
			const { colour, hollow, shape } = symbol;
			return { kind: 'point', path: POINT_SHAPES[shape], colour, hollow };
		}
		case 'line':
			return { kind: 'line', ...symbol.line };
		default:
			return symbol;
	}
}
