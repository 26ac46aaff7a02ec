/** Bars side by side as a picture: a small chart each, in columns. */
import type { Bars } from '../document/document.ts';
import type { DrawnMap, Mark, Picture, Size } from '../document/picture.ts';
import { keyWords } from '../document/picture-words.ts';
import { linesOfText } from '../export/text-width.ts';
import { keyOfRows } from './legend.ts';

const [BAR, RANGE, INK, QUIET] = ['#4a2fa8', '#ffab00', '#17171f', '#4d4b55'];
/** In units of the picture: a chart's title and note, and the least room that two charts need beside each other. */
const [TITLE, NOTE, BESIDE] = [20, 14, 620];
/** A row is never taller than this, however few there are. */
const TALLEST = 24;

const KEYS = [
	keyOfRows('What is drawn', [
		{ symbol: { kind: 'fill', colour: BAR }, label: 'The figure', count: null },
		{
			symbol: { kind: 'line', colour: RANGE, width: 3, dashes: null },
			label: 'Its likely range (95%), where it has one',
			count: null
		}
	])
];

/** A picture of charts; `title` is what it is called for those who do not see it. */
export const barsPicture = (title: string, charts: readonly Bars[]): Picture => ({
	keys: KEYS,
	draw: (size) => drawBars(charts, size),
	heading: 'The figures as bars',
	alt: [
		`Bars: ${title}.`,
		...charts.map(
			({ title: of, rows }) =>
				`${of}: ${rows.map(({ label, text }) => `${label}, ${text}`).join('; ')}.`
		),
		...KEYS.map(keyWords)
	].join(' ')
});

function drawBars(charts: readonly Bars[], { width, height }: Size): DrawnMap {
	const columns = width >= BESIDE ? 2 : 1;
	const lines = Math.max(1, Math.ceil(charts.length / columns));
	const margin = 10;
	const cell = {
		width: (width - margin) / columns - margin,
		height: (height - margin) / lines - margin
	};
	const marks = charts.flatMap((chart, at) =>
		chartMarks(chart, {
			...cell,
			x: margin + (at % columns) * (cell.width + margin),
			y: margin + Math.floor(at / columns) * (cell.height + margin)
		})
	);
	return { width, height, sea: '#ffffff', marks, scale: null, attribution: '' };
}

/** One chart: its title, then a name, a bar, the range and the figure in each row, and its note. */
function chartMarks(
	{ title, rows, note, from }: Bars,
	{ x, y, width, height }: Size & { x: number; y: number }
): Mark[] {
	const tall = Math.min(TALLEST, (height - TITLE - NOTE) / Math.max(1, rows.length));
	const size = Math.min(12, Math.max(6, tall * 0.62));
	const [names, figures] = [width * 0.34, width * 0.24];
	const largest = Math.max(
		...rows.map(({ value, interval }) => Math.max(value ?? from, interval?.[1] ?? from)),
		from + 1e-9
	);
	const wide = width - names - figures;
	const along = (value: number) => (Math.max(0, value - from) / (largest - from)) * wide;
	const left = x + names;
	const text = (
		words: string,
		room: number,
		look: { x: number; y: number } & Partial<Extract<Mark, { kind: 'label' }>>
	): Mark => ({
		kind: 'label',
		text: linesOfText(words, { width: room, size: look.size ?? size, most: 1 })[0] ?? '',
		size,
		colour: INK,
		plain: true,
		anchor: 'start',
		...look
	});
	const drawn = rows.flatMap(({ label, value, text: figure, interval }, row): Mark[] => {
		const middle = y + TITLE + (row + 0.5) * tall;
		const [top, bottom] = [middle - tall * 0.34, middle + tall * 0.34];
		const end = Math.max(value === null ? 0 : along(value), interval ? along(interval[1]) : 0);
		const right = left + along(value ?? from);
		return [
			text(label, names - 6, { x: left - 6, y: middle + size * 0.36, anchor: 'end' }),
			...(value === null
				? []
				: [
						{
							kind: 'area' as const,
							name: `${title}, ${label}`,
							rings: [
								[
									[left, top],
									[right, top],
									[right, bottom],
									[left, bottom]
								]
							] as const,
							fill: { colour: BAR },
							stroke: null
						}
					]),
			...(interval
				? [
						{
							kind: 'lines' as const,
							name: `Likely range: ${title}, ${label}`,
							lines: [
								[
									[left + along(interval[0]), middle],
									[left + along(interval[1]), middle]
								]
							] as const,
							stroke: { colour: RANGE, width: 3 }
						}
					]
				: []),
			text(figure, x + width - left - end - 6, { x: left + end + 6, y: middle + size * 0.36 })
		];
	});
	return [
		text(title, width * 0.92, { x, y: y + 12, size: 12 }),
		...drawn,
		...(note === null
			? []
			: [
					text(note, width, {
						x,
						y: y + TITLE + rows.length * tall + 11,
						size: 8.5,
						colour: QUIET
					})
				])
	];
}
