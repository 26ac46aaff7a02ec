/** A comparison as slides and as a picture: a table and bars a topic. */
import { sourcesById } from '../catalogue/notes.ts';
import type { ComparedRow, Comparison } from '../compare/comparison.ts';
import { titleOf } from '../compare/sentences.ts';
import type { Bars, Document, Slide } from '../document/document.ts';
import { numberOf } from '../facts/value.ts';
import { barsPicture } from '../picture/bars.ts';
import type { Said } from './said.ts';

/** Figures of a topic on one slide. */
const FIGURES = 4;
/** Years at which bars of lives begin: from nought on they would all look alike. */
const LIVES_FROM = 70;
const fromOf = (topic: string): number => (topic === 'lives' ? LIVES_FROM : 0);

export interface InWords {
	/** What a row is: "District". */
	rows: string;
	/** What stands after the title of a topic: ", by district". */
	suffix: string;
}

/** A slide a topic of the comparison: a row a district, and bars where one figure is worth them. */
export function topicSlides(comparison: Comparison, { sources }: Said, words: InWords): Slide[] {
	const { areas, topics, datasets } = comparison;
	return topics.flatMap(({ topic, title, rows }): Slide[] => {
		const shown = rows.slice(0, FIGURES);
		const first = shown[0];
		if (!first) return [];
		const table = {
			title: `${title}${words.suffix}`,
			columns: [
				{ label: words.rows },
				...shown.map(({ label }) => ({ label, isFigure: true as const }))
			],
			rows: [
				...areas.map(({ name }, at) => [
					name,
					...shown.map(({ cells }) => cells[at]?.text ?? null)
				]),
				['England', ...shown.map(({ england }) => england)]
			]
		};
		return [
			{
				title: `${title}${words.suffix}`,
				sentences: [],
				table,
				bars: barsOf(first, areas, fromOf(topic)),
				notes: rows.map(({ label, of }) => `${label}: ${of}.`),
				sources: sourcesById(datasets, sources)
			}
		];
	});
}

function barsOf({ label, of, cells }: ComparedRow, areas: Comparison['areas'], from: number): Bars {
	const rows = areas.map(({ name }, at) => {
		const cell = cells[at];
		const value = cell?.value;
		const interval = value && 'interval' in value ? value.interval : undefined;
		return {
			label: name,
			value: value ? numberOf(value) : null,
			text: cell?.text ?? 'not known',
			...(interval && { interval: [interval.lower, interval.upper] as const })
		};
	});
	const notes = [
		`${of}.`,
		...(from > 0 ? [`Bars begin at ${from}.`] : []),
		...(rows.some(({ interval }) => interval) ? ['Lines over them: likely range (95%).'] : [])
	];
	return { title: label, rows, note: notes.join(' '), from };
}

/** A document on a comparison with its picture: the first figure of each topic, as bars. */
export function comparisonPictured(document: Document, comparison: Comparison): Document {
	const { areas, topics } = comparison;
	const charts = topics.flatMap(({ topic, rows: [first] }) => {
		if (!first) return [];
		const bars = barsOf(first, areas, fromOf(topic));
		const england = first.england === '–' ? '' : ` (England: ${first.england})`;
		return [{ ...bars, title: `${bars.title}${england}` }];
	});
	const picture = barsPicture(`${titleOf(comparison)} side by side`, charts);
	return { ...document, picture };
}
