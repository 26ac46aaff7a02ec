/** The figures that the local documents print. */
import { formatCount } from '../text/format.ts';
import type { Facts } from '../facts/facts.ts';
import { optionalNumbers, optionalStrings, strings } from '../facts/table.ts';

const STATEMENTS = 'published-statements';
const DOCUMENTS = 'published-documents';
/** Figures printed on public pages: statements too, each of a page. */
const PAGES = 'published-facts-2026';

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
	/** As printed, where that is more than a number: "around 7200". */
	printed?: string;
}

/** All statements: of the documents in their order, then of pages, where those are there. */
export function readStatements(facts: Facts): Statement[] {
	return [...ofDocuments(facts), ...(facts.has(PAGES) ? ofPages(facts) : [])];
}

/** What a page is called: the site it is on. */
export const pageName = (address: string): string =>
	address.split('/')[2]?.replace(/^www\./, '') ?? address;

function ofPages(facts: Facts): Statement[] {
	const table = facts.table(PAGES);
	const column = (name: string) => strings(table, name);
	const [ids, areas, what] = [column('fact_id'), column('area'), column('what')];
	const [printed, periods] = [column('printed'), column('period')];
	const units = optionalStrings(table, 'unit');
	const values = optionalNumbers(table, 'value');
	return column('address').map((address, row) => ({
		id: ids[row] ?? '',
		documentId: address,
		document: pageName(address),
		area: areas[row] ?? '',
		what: what[row] ?? '',
		value: values[row] ?? null,
		unit: units[row] ?? null,
		period: periods[row] ?? null,
		printed: printed[row] ?? ''
	}));
}

function ofDocuments(facts: Facts): Statement[] {
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
export function inWords({ area, what, value, unit, period, printed: text }: Statement): string {
	const figure =
		text !== undefined
			? `: ${pageWords(text, unit)}`
			: value === null
				? ''
				: `: ${withUnit(value, unit)}`;
	return `${area}: ${what}${figure}${period ? ` (${period})` : ''}`;
}

/** What a page prints, with its thousands apart: "around 7,200 births". */
function pageWords(text: string, unit: string | null): string {
	const apart = text.replace(/\d{4,}/g, (digits) => formatCount(Number(digits)));
	if (unit === 'percent') return `${apart}%`;
	return unit === null || /\)$/.test(apart) ? apart : `${apart} ${unit}`;
}

/** A printed figure with its unit: "18%", "1 in 15", "8,250 groups"; without it where the words before say it. */
export function withUnit(value: number, unit: string | null): string {
	if (unit === 'percent') return `${printed.format(value)}%`;
	if (unit === '1 in N') return `1 in ${formatCount(value)}`;
	// "stillbirths per 1000 births: 2.92", "registered charities …: 3,645": the words say it.
	if (unit === null || unit.startsWith('per ') || unit === 'charities' || unit === 'ratio')
		return printed.format(value);
	return `${printed.format(value)} ${value === 1 ? unit.replace(/s$/, '') : unit}`;
}
