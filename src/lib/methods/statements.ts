/** The figures that the local documents print. */
import { formatCount } from '../text/format.ts';
import type { Facts } from '../facts/facts.ts';
import { optionalNumbers, optionalStrings, strings } from '../facts/table.ts';

const STATEMENTS = 'published-statements';
const DOCUMENTS = 'published-documents';

export interface Statement {
	id: string;
	/** Title of the document. */
	document: string;
	documentId: string;
	area: string;
	what: string;
	/** Null for a statement in words alone. */
	value: number | null;
	unit: string | null;
	period: string | null;
}

/** All statements, in the documents' order. */
export function readStatements(facts: Facts): Statement[] {
	const listed = facts.table(DOCUMENTS);
	const titles = strings(listed, 'title');
	const documents = strings(listed, 'document_id');
	const table = facts.table(STATEMENTS);
	const column = (name: string) => strings(table, name);
	const ids = column('statement_id');
	const documentIds = column('document_id');
	const areas = column('area');
	const what = column('what');
	const values = optionalNumbers(table, 'value');
	const [units, periods] = [optionalStrings(table, 'unit'), optionalStrings(table, 'period')];
	return ids.map((id, row) => {
		const documentId = documentIds[row] ?? '';
		return {
			id,
			documentId,
			document: titles[documents.indexOf(documentId)] ?? documentId,
			area: areas[row] ?? '',
			what: what[row] ?? '',
			value: values[row] ?? null,
			unit: units[row] ?? null,
			period: periods[row] ?? null
		};
	});
}

const printed = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

/** A statement in words: "Norwich: share of the area’s births (highest): 18% (2020/21)". */
export function inWords({ area, what, value, unit, period }: Statement): string {
	const figure = value === null ? '' : `: ${withUnit(value, unit)}`;
	return `${area}: ${what}${figure}${period ? ` (${period})` : ''}`;
}

function withUnit(value: number, unit: string | null): string {
	if (unit === 'percent') return `${printed.format(value)}%`;
	if (unit === '1 in N') return `1 in ${formatCount(value)}`;
	// "stillbirths per 1000 births: 2.92", "registered charities …: 3,645": the words say it.
	if (unit === null || unit.startsWith('per ') || unit === 'charities')
		return printed.format(value);
	return `${printed.format(value)} ${value === 1 ? unit.replace(/s$/, '') : unit}`;
}
