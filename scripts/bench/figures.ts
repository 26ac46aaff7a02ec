/** What the bench says: each figure beside its bar. A bar is a line to look at, never a test. */

export interface Figure {
	title: string;
	/** What the bar is held against: a ratio to the bare page, or an amount; null: not measured. */
	value: number | null;
	/** Within the bar: at most this. */
	bar: number;
	unit:
		| 'x bare'
		| 'x own'
		| 'x start'
		| 'x time'
		| 'x linear'
		| 'kB'
		| 'MB'
		| 'ms'
		| 's'
		| 'in all';
	/** What the value was made from, or why there is none. */
	detail: string;
}

/** The middle value; the mean of the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
	if (values.length === 0) throw new Error('no values to take the median of');
	const sorted = values.toSorted((a, b) => a - b);
	const half = sorted.length / 2;
	const middle = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
	return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

export function verdict({ value, bar }: Figure): 'within' | 'over' | 'not measured' {
	if (value === null) return 'not measured';
	return value <= bar ? 'within' : 'over';
}

/** A figure that could not be taken, and why. */
export function notMeasured(figure: Pick<Figure, 'title' | 'bar' | 'unit'>, why: string): Figure {
	return { ...figure, value: null, detail: why };
}

/** The site's median time beside the bare page's, in milliseconds. */
export function timeRatio(
	figure: Pick<Figure, 'title' | 'bar'>,
	site: readonly number[],
	bare: readonly number[]
): Figure {
	const [ours, theirs] = [median(site), median(bare)];
	const detail =
		`${ours.toFixed(1)} ms (n=${site.length}), ` +
		`bare ${theirs.toFixed(1)} ms (n=${bare.length})`;
	return { ...figure, unit: 'x bare', value: ours / theirs, detail };
}

/** The figures as a table for the terminal, a line each. */
export function formatTable(figures: readonly Figure[]): string {
	const digits = (unit: Figure['unit']) => (unit.startsWith('x ') ? 2 : 1);
	const rows = figures.map((figure) => [
		figure.title,
		figure.value === null ? '-' : `${figure.value.toFixed(digits(figure.unit))} ${figure.unit}`,
		`<= ${figure.bar} ${figure.unit}`,
		verdict(figure),
		figure.detail
	]);
	const table = [['figure', 'value', 'bar', 'verdict', 'from'], ...rows];
	const widths = [0, 1, 2, 3].map((i) => Math.max(...table.map((row) => row[i]?.length ?? 0)));
	return table
		.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '))
		.join('\n');
}
