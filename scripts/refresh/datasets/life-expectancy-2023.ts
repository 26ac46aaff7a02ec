import { indexBy, makeTable, numbers, strings, type Table } from '../../../src/lib/facts/table.ts';
import { numbersAlong, spineOf } from '../../../src/lib/facts/along.ts';
import { makeRecoder } from '../../../src/lib/server/recode.ts';
import { weightedMean } from '../../../src/lib/stats/weighted.ts';
import { TEXT } from '../columns.ts';
import type { DatasetReader, ReadContext } from '../dataset.ts';
import { SourceError } from '../source-error.ts';
import { column, sortRows, widen } from '../tables.ts';

const YEARS = { type: 'number', min: 10, max: 100 } as const;
const SEXES = { Male: 'males', Female: 'females' } as const;
/** Districts whose people the publisher counts with a neighbour's: they have no figure of their own. */
const INSIDE_OTHERS = { E09000001: 'Hackney', E06000053: 'Cornwall' } as const;
const ENGLAND = 'E92000001';
/** England may differ by so much from its districts' or boards' mean over residents, in years. */
const TOLERANCE = 0.1;

/** What a code is of; null is what is not kept: counties, regions, combined authorities. */
const levelOf = (code: string): 'england' | 'district' | 'board' | null => {
	if (code === ENGLAND) return 'england';
	if (/^E0[6-9]/.test(code)) return 'district';
	return code.startsWith('E54') ? 'board' : null;
};

/**
 * Life expectancy at birth in 2021 to 2023 with 95% intervals, males and females: England, its
 * districts and the boards of April 2024. The publisher's "Local Areas" has counties among the
 * districts: areas are told by their code. Every board and district must be there, but the two
 * that are inside others, and both must average to England over residents.
 */
export const lifeExpectancy2023: DatasetReader = {
	id: 'life-expectancy-2023',
	after: ['areas-lsoa21', 'residents-2021-age', 'recodes'],
	read(context) {
		const long = context.csv(
			{
				period: { type: 'text', pattern: /^2021 to 2023$/ },
				area: { type: 'code', pattern: /^E\d{8}$/ },
				name: TEXT,
				sex: { type: 'text', pattern: /^(Male|Female)$/ },
				age: { type: 'text', pattern: /^(<1|65 to 69)$/ },
				value: YEARS,
				lower: YEARS,
				upper: YEARS
			},
			{ keep: ({ age, area }) => age === '<1' && levelOf(String(area)) !== null }
		);
		checkBounds(context, long);
		const sexes = strings(long, 'sex').map((sex) => SEXES[sex as keyof typeof SEXES]);
		const wide = widen(
			makeTable({ ...long.columns, sex: column('text', sexes) }),
			'area',
			'sex',
			Object.fromEntries(
				['value', 'lower', 'upper'].map((name) => [name, (sex) => `${sex}_${name}`])
			)
		);
		const codes = strings(wide, 'area');
		const names = new Map(
			strings(long, 'area').map((code, row) => [code, strings(long, 'name')[row]])
		);
		const made = makeTable({
			area: column('code', recodedTo2024(context, codes)),
			level: column('code', codes.map(levelOf)),
			name: column(
				'text',
				codes.map((code) => names.get(code) ?? null)
			),
			...Object.fromEntries(
				Object.values(SEXES).flatMap((sex) =>
					['value', 'lower', 'upper'].map((name) => {
						const found = wide.columns[`${sex}_${name}`];
						if (!found) throw new SourceError(context.source().path, `has no ${sex}`);
						return [`${sex}_${name}`, found];
					})
				)
			)
		});
		checkAreas(context, made);
		for (const level of ['district', 'board'] as const) checkMean(context, made, level);
		return sortRows(made, 'area');
	}
};

/** An interval is around its value. */
function checkBounds(context: ReadContext, table: Table): void {
	const [values, lower, upper] = ['value', 'lower', 'upper'].map((name) => numbers(table, name));
	strings(table, 'area').forEach((code, row) => {
		const [value = NaN, low = NaN, high = NaN] = [values?.[row], lower?.[row], upper?.[row]];
		if (low <= value && value <= high) return;
		throw new SourceError(
			context.source().path,
			`${code}: ${value} is not between ${low} and ${high}`,
			{ column: 'value' }
		);
	});
}

/** Codes of districts as in April 2024, where they only got another. */
function recodedTo2024(context: ReadContext, codes: readonly string[]): string[] {
	const known = new Set(strings(context.table('areas-lsoa21'), 'lad24'));
	const recode = makeRecoder(context.table('recodes'), known, 'areas-lsoa21');
	return codes.map((code) => {
		if (levelOf(code) !== 'district') return code;
		try {
			return recode(code);
		} catch (cause) {
			throw new SourceError(context.source().path, (cause as Error).message, { column: 'area' });
		}
	});
}

/** Every district and board of April 2024 stands here, but those that are inside others. */
function checkAreas(context: ReadContext, table: Table): void {
	const { path } = context.source();
	const found = new Set(strings(table, 'area'));
	if (!found.has(ENGLAND)) throw new SourceError(path, 'has no row of England', { column: 'area' });
	const known = (name: string) => new Set(strings(context.table('areas-lsoa21'), name));
	const [districts, boards] = [known('lad24'), known('icb24')];
	for (const code of found) {
		if (code !== ENGLAND && !districts.has(code) && !boards.has(code)) {
			throw new SourceError(path, `${code} is no district or board of April 2024`, {
				column: 'area'
			});
		}
	}
	for (const code of [...districts, ...boards]) {
		if (found.has(code) === code in INSIDE_OTHERS) {
			const what = found.has(code) ? 'has a row, and should be inside another' : 'is missing';
			throw new SourceError(path, `${code} ${what}`, { column: 'area' });
		}
	}
}

/** The mean over residents of Census 2021 is England's: no column, sex or area is another's. */
function checkMean(context: ReadContext, table: Table, level: 'district' | 'board'): void {
	const areas = context.table('areas-lsoa21');
	const total = numbersAlong(
		spineOf(areas, 'lsoa21'),
		context.table('residents-2021-age'),
		'total'
	);
	const residents = new Map<string, number>();
	strings(areas, level === 'district' ? 'lad24' : 'icb24').forEach((code, lsoa) => {
		residents.set(code, (residents.get(code) ?? 0) + (total[lsoa] ?? 0));
	});
	const rows = indexBy(table, 'area');
	const levels = strings(table, 'level');
	for (const sex of Object.values(SEXES)) {
		const values = numbers(table, `${sex}_value`);
		const of = [...rows].filter(([, row]) => levels[row] === level);
		const mean = weightedMean(
			of.map(([, row]) => values[row] ?? NaN),
			of.map(([code]) => residents.get(code) ?? NaN)
		);
		const england = values[rows.get(ENGLAND) ?? -1] ?? NaN;
		if (mean !== null && Math.abs(mean - england) <= TOLERANCE + 1e-9) continue;
		throw new SourceError(
			context.source().path,
			`${sex}: the ${level}s average ${mean?.toFixed(2) ?? 'nothing'}, England has ${england}`,
			{ column: 'value' }
		);
	}
}
