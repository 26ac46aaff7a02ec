/** The figures of an area's page as files: CSV for spreadsheets, JSON for programs. */
import { toCsv } from '../export/csv.ts';
import { columnsOf, documentOf, withOwner } from '../document/document.ts';
import { numberOf } from '../facts/value.ts';
import { heading } from './around.ts';
import type { Book } from './book.ts';
import type { PageFigure } from './figures.ts';
import type { PageArea } from './page-area.ts';

const COLUMNS = [
	'measure',
	'of',
	'value',
	'lower',
	'upper',
	'status',
	'region',
	'england',
	'sources'
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

const rowsOf = (figures: readonly PageFigure[]): Row[] =>
	figures.map(({ label, of, value, region, england, datasets }): Row => {
		const interval = 'interval' in value ? value.interval : undefined;
		return {
			measure: label,
			of,
			value: numberOf(value),
			lower: interval?.lower ?? null,
			upper: interval?.upper ?? null,
			status: value.kind,
			region,
			england,
			sources: datasets.join(' ')
		};
	});

/** "figures.csv" and "figures.json" of an area, by name. */
export function pageFiles(
	book: Book,
	area: PageArea,
	figures: readonly PageFigure[]
): Record<'figures.csv' | 'figures.json', string> {
	const all = rowsOf(figures);
	const table = withOwner(
		{
			columns: columnsOf(COLUMNS),
			rows: all.map((row) => COLUMNS.map((column) => row[column]))
		},
		book.ownerSentence
	);
	return {
		'figures.csv': toCsv(documentOf(heading(area), table)),
		'figures.json': `${JSON.stringify({
			area: { code: area.code, level: area.level, name: heading(area) },
			region: { slug: book.region.slug, name: book.region.name },
			note: 'Shares are between 0 and 1. Bounds are of 95% intervals. Estimates say so in "status".',
			owner: book.ownerSentence,
			figures: all
		})}\n`
	};
}
