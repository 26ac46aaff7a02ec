/** What the documents of a region print, theme by theme, with our own figure where there is one. */
import type { CheckResult } from '../checks/result.ts';
import { NO_FIGURE } from '../checks/method.ts';
import { optionalNumbers, optionalStrings, strings, type Table } from '../facts/table.ts';
import { withUnit } from '../methods/statements.ts';
import { capitalise } from '../text/format.ts';
import type { Theme } from './spec.ts';

/** A figure as a document prints it. */
export interface PrintedRow {
	id: string;
	document: string;
	section: string;
	area: string;
	what: string;
	/** With its unit; null for a statement in words alone. */
	figure: string | null;
	period: string | null;
	/** What we find, and what that counts; null where we have nothing to put beside it. */
	ours: { figure: string; basis: string } | null;
}

export interface PrintedTheme {
	id: string;
	title: string;
	notes: readonly string[];
	rows: PrintedRow[];
	/** Why there is no figure of ours beside some of them, each reason once. */
	without: string[];
}

/** The rows of a table of statements. Pass the results of the checks that are about them. */
export function printedRows(table: Table, results: readonly CheckResult[]): PrintedRow[] {
	const [ids, documents, sections, areas, what] = [
		'statement_id',
		'document_id',
		'section',
		'area',
		'what'
	].map((name) => strings(table, name));
	const values = optionalNumbers(table, 'value');
	const [units, periods] = ['unit', 'period'].map((name) => optionalStrings(table, name));
	const found = new Map(results.map((result) => [result.statementId, result]));
	return (ids ?? []).map((id, row): PrintedRow => {
		const value = values[row] ?? null;
		const result = found.get(id);
		return {
			id,
			document: documents?.[row] ?? '',
			section: sections?.[row] ?? '',
			area: areas?.[row] ?? '',
			what: capitalise(what?.[row] ?? ''),
			figure: value === null ? null : withUnit(value, units?.[row] ?? null),
			period: periods?.[row] ?? null,
			ours:
				result === undefined || result.figure === NO_FIGURE
					? null
					: { figure: result.figure, basis: capitalise(result.basis) }
		};
	});
}

/** The themes that some documents speak of, each with their rows alone. */
export function themesOf(
	themes: readonly Theme[],
	rows: readonly PrintedRow[],
	documents: readonly string[],
	results: readonly CheckResult[]
): PrintedTheme[] {
	const byId = new Map(rows.map((row) => [row.id, row]));
	// Several rows may give one reason, and some a further one: each sentence is said once.
	const whys = new Map(results.map(({ statementId, why }) => [statementId, why]));
	return themes.flatMap(({ id, title, notes = [], statements }): PrintedTheme[] => {
		const mine = statements.flatMap((statement) => {
			const row = byId.get(statement);
			return row && documents.includes(row.document) ? [row] : [];
		});
		const without = mine
			.filter(({ ours }) => ours === null)
			.flatMap((row) => (whys.get(row.id) ?? '').split(/(?<=\.) /))
			.filter((why) => why !== '');
		return mine.length === 0
			? []
			: [{ id, title, notes, rows: mine, without: [...new Set(without)] }];
	});
}
