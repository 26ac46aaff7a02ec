/** Every measure of an area with its interval, beside the region and England: as data, for page and files. */
import type { ComparedArea } from '../compare/areas.ts';
import {
	COMPARISON_ROWS,
	isDrawn,
	TOPICS,
	type ComparisonRow,
	type Topic
} from '../compare/rows.ts';
import { ABSENCE_TEXT, describe, describeInterval, type Value } from '../facts/value.ts';
import { DOT_PLOT, dotPlot, dotScale, endsOfValues } from '../picture/dot-plot.ts';
import { knownOf, type KnownGroup } from '../view/area-report.ts';
import type { Book } from './book.ts';
import { figure, markup, OWN_WORDS, type Html } from './html.ts';
import type { PageArea } from './page-area.ts';
import { withoutSmallGroups } from '../view/small-groups.ts';

export interface PageFigure {
	id: string;
	topic: Topic;
	label: string;
	/** What it is of, with its period. */
	of: string;
	value: Value;
	region: number | null;
	england: number | null;
	format: (value: number) => string;
	/** Whether it may be drawn on one scale with the region's and England's: numbers of people may not. */
	drawn: boolean;
	datasets: readonly string[];
}

const compared = ({ level, code, name, members }: PageArea): ComparedArea => ({
	// A group of practices is a set of neighbourhoods that no table knows, as a town is.
	level: level === 'network' ? 'town' : level,
	code,
	name,
	members
});

const datasetsOf = (book: Book, { parts, id }: ComparisonRow): readonly string[] =>
	id === 'residents'
		? book.areas.datasets
		: [
				...new Set(
					parts.flatMap(
						(part) => (book.reader.find(part) as { datasets?: readonly string[] }).datasets ?? []
					)
				)
			];

/** The measures of an area that all areas have. */
export function pageFigures(book: Book, area: PageArea): PageFigure[] {
	if (area.members.length === 0) return [];
	const { areas, reader } = book;
	return COMPARISON_ROWS.filter(({ parts }) => parts.every(book.has)).map((row) => ({
		id: row.id,
		topic: row.topic,
		label: row.label,
		of: row.of,
		value: row.figure({ reader, areas, area: compared(area) }),
		region: book.regionFigures.get(row.id) ?? null,
		england: row.england(reader),
		format: row.format,
		drawn: isDrawn(row),
		datasets: datasetsOf(book, row)
	}));
}

/** What each layer of the map says of an area, by question; nothing of areas that no layer knows. */
export function layerFigures(book: Book, area: PageArea): readonly KnownGroup[] {
	const { level, code, name, members } = area;
	if (level === 'town' || level === 'network') return [];
	const known = knownOf(book.views, '2025', { level, code, name, members }, book.sources);
	return withoutSmallGroups(known, level);
}

const { width: WIDE, height: TALL } = DOT_PLOT;

/** A dot with its interval, a line for the region and a diamond for England, on one scale. */
function plot({ value, region, england, drawn }: PageFigure): Html | null {
	const others = [region, england].filter((one) => one !== null);
	const x = dotScale([...endsOfValues([value]), ...others]);
	const marks = drawn ? dotPlot(x, value, { line: region, diamond: england }) : null;
	if (!marks) return null;
	const { axis, range, line, diamond, dot } = marks;
	return markup`<svg
		class="plot"
		viewBox="0 0 ${String(WIDE)} ${String(TALL)}"
		width="${String(WIDE)}"
		height="${String(TALL)}"
		aria-hidden="true"
	>
		<path class="axis" d="${axis}" />
		${range !== null && markup`<path class="range" d="${range}" />`}${
			line !== null && markup`<path class="region" d="${line}" />`
		}${diamond !== null && markup`<path class="england" d="${diamond}" />`}
		<circle class="dot" cx="${dot.x}" cy="${dot.y}" r="4" />
	</svg>`;
}

const orDash = (value: number | null, format: (value: number) => string): string =>
	value === null ? '–' : format(value);

/** The value, with its interval where it has one, or why there is none. */
function valueCell({ value, format, datasets }: PageFigure): Html {
	const interval = describeInterval(value, format);
	const text = 'value' in value ? describe(value, format) : ABSENCE_TEXT[value.kind];
	return markup`<td>
		${figure(text, datasets)}${
			interval !== null && markup`<span class="note">${figure(`${interval}`, datasets)}</span>`
		}
	</td>`;
}

/** The table of the measures that all areas have. */
export function figuresTable(book: Book, figures: readonly PageFigure[]): Html {
	const topics = (Object.keys(TOPICS) as Topic[]).filter((topic) =>
		figures.some((one) => one.topic === topic)
	);
	return markup`<p id="beside">
					This area beside ${book.region.name} and England. Below a figure is its likely range (${figure('95%', OWN_WORDS)} interval), where it has one.</p>
<section class="scroll" tabindex="0" aria-labelledby="beside">
			<table>
				<thead>
					<tr>
						<th scope="col">Measure</th>
						<th scope="col">Here</th>
						<th scope="col">${book.region.name}</th>
						<th scope="col">England</th>
						<td class="plot-head"></td>
					</tr>
				</thead>
				${topics.map(
					(topic) =>
						markup`<tbody>
							<tr>
								<th scope="rowgroup" colspan="5">${TOPICS[topic]}</th>
							</tr>
							${figures
								.filter((one) => one.topic === topic)
								.map(
									(one) =>
										markup`<tr>
											<th scope="row">
												<span data-source="${one.datasets.join(' ')}">${one.label}<span class="note">${one.of}</span></span>
											</th>
											${valueCell(one)}
											<td>${figure(orDash(one.region, one.format), one.datasets)}</td>
											<td>${figure(orDash(one.england, one.format), one.datasets)}</td>
											<td>${plot(one)}</td>
										</tr> `
								)}
						</tbody>`
				)}
			</table></section>
		<p class="quiet">
			In each picture the dot is this area with its range, the line is ${book.region.name} and the
			diamond is England. The Census changes small numbers a little, so that nobody can be found in
			them: totals of the same people differ by a few.
		</p> `;
}

/** What each layer says, folded by question. */
export function layersTable(book: Book, groups: readonly KnownGroup[]): Html | null {
	if (groups.length === 0) return null;
	const idOf = new Map(book.sources.map(({ title, id }) => [title, id]));
	return markup`<h3 id="layers">Everything that the map knows of this area</h3>
		${groups.map(
			({ question, rows }) =>
				markup`<details>
					<summary data-source="page">${question}</summary>
					<dl>
						${rows.map(({ label, value, note, place, period, sources }) => {
							const ids = sources.flatMap((title) => idOf.get(title) ?? []).join(' ') || 'page';
							return markup`<div data-source="${ids}">
								<dt>${label}</dt>
								<dd>
									<strong>${value}</strong>${
										note !== null && markup`<span class="note">${note}</span>`
									}${place !== null && markup`<span class="note">${place}</span>`}<span class="note">${period}</span>
								</dd>
							</div> `;
						})}
					</dl>
				</details> `
		)}`;
}
