/** Areas side by side: every row with its figures, and what they say of each other, as data. */
import type { RegionAreas } from '../areas/region.ts';
import type { PartReader } from '../facts/reader.ts';
import { describe, describeInterval, numberOf, type Value } from '../facts/value.ts';
import { haveOneSetOfDirectories } from '../gaps/survey.ts';
import type { CoveragePart } from '../register/parts.ts';
import { comparedArea, kindOfArea, areaNames, overlap, type ComparedArea } from './areas.ts';
import { verdictOf, type Verdict } from './difference.ts';
import { COMPARISON_ROWS, isDrawn, TOPICS, type ComparisonRow, type Topic } from './rows.ts';

export interface ComparisonCell {
	value: Value;
	/** "41.2%", "about 77.1 (estimate)", "not published". */
	text: string;
	/** "40.1% to 42.3%"; null where it has none. */
	interval: string | null;
	/** How it stands to the first area; null for that, and where nothing is to be said. */
	verdict: Verdict | null;
	/** The verdict in words. */
	says: string | null;
}

export interface ComparedRow {
	id: string;
	label: string;
	of: string;
	/** One an area, in their order. */
	cells: ComparisonCell[];
	/** England's figure, "–" where there is none. */
	england: string;
	/** The same as a number. */
	englandValue: number | null;
	/** Whether its figures may be drawn on one scale: numbers of people may not. */
	drawn: boolean;
}

export interface Comparison {
	areas: { code: string; name: string; kind: string }[];
	/** Codes that the region has no area of. */
	unknown: string[];
	topics: { topic: Topic; title: string; rows: ComparedRow[] }[];
	/** Catalogue ids of what it was made of. */
	datasets: string[];
}

const NO_FIGURE: Value = { kind: 'missing' };

/** Areas side by side, by their codes; `has` says which parts the region has. */
export function compare(
	reader: PartReader,
	codes: readonly string[],
	has: (part: string) => boolean
): Comparison {
	const areas = reader.areasOf('2021');
	const towns = has('towns') ? reader.find('towns') : undefined;
	const found = codes.map((code) => comparedArea(areas, towns, code));
	const here = found.filter((area) => area !== null);
	const names = areaNames(here);
	const coverage = has('coverage') ? (reader.find('coverage') ?? null) : null;
	const rows = COMPARISON_ROWS.filter(({ parts }) => parts.every(has));
	const topics = (Object.keys(TOPICS) as Topic[]).map((topic) => ({
		topic,
		title: TOPICS[topic],
		rows: rows
			.filter((row) => row.topic === topic)
			.map((row) => rowOf(row, { reader, areas, coverage }, here))
	}));
	return {
		areas: here.map((area, at) => ({
			code: area.code,
			name: names[at] ?? area.name,
			kind: kindOfArea(area)
		})),
		unknown: codes.filter((_, i) => found[i] === null),
		topics: topics.filter(({ rows }) => rows.length > 0),
		datasets: [
			...new Set([
				...areas.datasets,
				...(here.some(({ level }) => level === 'town') ? (towns?.datasets ?? []) : []),
				...rows.flatMap(({ parts }) => parts).flatMap((part) => datasetsOf(reader, part))
			])
		]
	};
}

const datasetsOf = (reader: PartReader, part: Parameters<PartReader['find']>[0]) =>
	(reader.find(part) as { datasets?: readonly string[] } | undefined)?.datasets ?? [];

interface Facts {
	reader: PartReader;
	areas: RegionAreas;
	coverage: CoveragePart | null;
}

function rowOf(
	row: ComparisonRow,
	{ reader, areas, coverage }: Facts,
	compared: readonly ComparedArea[]
): ComparedRow {
	const values = compared.map((area) => row.figure({ reader, areas, area }));
	const [base = NO_FIGURE] = values;
	const [first] = compared;
	const england = row.england(reader);
	return {
		id: row.id,
		label: row.label,
		of: row.of,
		cells: values.map((value, i): ComparisonCell => {
			const area = compared[i];
			const isFirst = i === 0 || !area || !first;
			const differs = isFirst
				? null
				: verdict(row, { areas, coverage }, [area, value], [first, base]);
			return {
				value,
				text: describe(value, row.format),
				interval: describeInterval(value, row.format),
				verdict: differs,
				says: differs && wordsOf(differs)
			};
		}),
		england: england === null ? '–' : row.format(england),
		englandValue: england,
		drawn: isDrawn(row)
	};
}

type Figure = readonly [area: ComparedArea, value: Value];

/** How a figure stands to the first area's; null where the row is of numbers of people. */
function verdict(
	{ least, listed, format }: ComparisonRow,
	{ areas, coverage }: Omit<Facts, 'reader'>,
	[area, value]: Figure,
	[first, base]: Figure
): Verdict | null {
	const known = [value, base].every((one) => numberOf(one) !== null);
	const held = verdictOf(value, base, least);
	const areNumbers =
		least === null && [value, base].every((one) => describeInterval(one, format) === null);
	// Numbers of people differ as areas do in size.
	if (known && held.kind === 'none' && !listed && (value.kind === base.kind || areNumbers))
		return null;
	const sameLists =
		!listed || haveOneSetOfDirectories(areas, [area.members, first.members], [listed], coverage);
	return !sameLists || overlap(area, first) ? { kind: 'none' } : held;
}

/** A verdict in words, after a name or under a figure. */
export function wordsOf(verdict: Verdict): string {
	if (verdict.kind === 'close') return 'too close to call';
	if (verdict.kind === 'none') return 'not comparable';
	return verdict.higher ? 'clearly higher' : 'clearly lower';
}
