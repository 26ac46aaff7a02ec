/** A file of decisions on duplicates, read back. */
import Papa from 'papaparse';
import {
	pairKey,
	VERDICT_IDS,
	VERDICTS,
	type Decision,
	type Verdict
} from '../linkage/decisions.ts';
import { decodeText } from './decode.ts';
import { withoutGuard } from '../../text/cells.ts';
import { ImportError } from './import-error.ts';
import { LIMITS } from './limits.ts';

export interface DecisionsRead {
	/** Decisions on pairs that there are here, one a pair. */
	decisions: Decision[];
	/** How many rows are of pairs that there are not: of another region, or no longer open. */
	unknown: number;
}

const NEEDED = ['a', 'b', 'decision'] as const;
const ADVICE = 'Bring the file that “Download the decisions” made, here or on another computer.';

/** Bytes of such a file: a decision takes about a hundred, and no region has many thousands to make. */
const MOST_BYTES = 5_000_000;

/** Refuse a file that is too large, before it is read. */
export function checkDecisionsSize(bytes: number): void {
	if (bytes > MOST_BYTES) {
		throw new ImportError('This file is far too large for a list of decisions.', ADVICE);
	}
}

/** Quotation marks of such a file: two a cell, and as many inside. */
const MOST_QUOTES = 500_000;

/** Refuse quotation marks in heaps before they are read: the parser makes a remark on each that stands badly. */
function checkQuotes(text: string): void {
	let quotes = 0;
	for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) quotes++;
	if (quotes <= MOST_QUOTES) return;
	throw new ImportError(
		'This file has far too many quotation marks for a list of decisions.',
		ADVICE
	);
}

/**
 * The decisions of a file, of those pairs whose keys are given.
 *
 * @throws ImportError where the file is not one of decisions, or two of its rows contradict each other
 */
export function readDecisions(
	bytes: Uint8Array,
	keys: Pick<ReadonlySet<string>, 'has'>
): DecisionsRead {
	checkDecisionsSize(bytes.length);
	const { text } = decodeText(bytes);
	checkQuotes(text);
	const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
		skipEmptyLines: 'greedy',
		preview: LIMITS.rows
	});
	const headings = (data[0] ?? []).map((cell) => cell.trim().toLowerCase());
	const columns = NEEDED.map((name) => headings.indexOf(name));
	const missing = NEEDED.filter((_, i) => columns[i] === -1);
	if (missing.length > 0) {
		throw new ImportError(
			`This is not a file of decisions: it has no column ${missing.map((name) => `“${name}”`).join(', ')}.`,
			ADVICE
		);
	}
	const found = new Map<string, Verdict>();
	data.slice(1).forEach((cells, i) => {
		const [a = '', b = '', decision = ''] = columns.map((at) =>
			withoutGuard(cells[at] ?? '').trim()
		);
		const line = i + 2;
		if (a === '' || b === '') {
			throw new ImportError(`Row ${line} of this file does not name two listings.`, ADVICE);
		}
		const verdict = VERDICT_IDS.find((id) => id === decision.toLowerCase());
		if (verdict === undefined) {
			throw new ImportError(
				`Row ${line} of this file decides “${decision.slice(0, 40)}”, which is none of ${VERDICT_IDS.join(', ')}.`,
				`Write ${VERDICT_IDS.map((id) => `“${id}” for “${VERDICTS[id]}”`).join(', ')}.`
			);
		}
		const key = pairKey(a, b);
		const before = found.get(key);
		if (before !== undefined && before !== verdict) {
			throw new ImportError(
				`Row ${line} of this file decides otherwise on a pair than a row above it (${a}, ${b}).`,
				'Leave one of the two rows out, and bring it again.'
			);
		}
		found.set(key, verdict);
	});
	if (found.size === 0) throw new ImportError('There are no decisions in this file.', ADVICE);
	const decisions = [...found].flatMap(([key, verdict]) =>
		keys.has(key) ? [{ key, verdict }] : []
	);
	return { decisions, unknown: found.size - decisions.length };
}
