/** The results of the checks as a region's readers get them: statements by outcome, parts, own claims. */
import { capitalise, formatCount, formatList } from '../text/format.ts';
import { NO_FIGURE } from './method.ts';
import { OUTCOMES, type CheckResult, type Outcome } from './result.ts';
import type { CheckList } from './spec.ts';

/** What an outcome is called, marked with and means. */
export const OUTCOME_WORDS: Readonly<
	Record<Outcome, { symbol: string; title: string; means: string }>
> = {
	reproduced: {
		symbol: '=',
		title: 'Reproduced',
		means: 'We find the same figure, as exactly as it was printed.'
	},
	'same size, other base': {
		symbol: '≈',
		title: 'Same size, other base',
		means: 'Our figure counts something a little different, and comes out about the same.'
	},
	'not reproduced': {
		symbol: '≠',
		title: 'Not reproduced',
		means:
			'We find another figure. That does not make the printed one wrong. It may count other people, or other years.'
	},
	'cannot be checked': {
		symbol: '?',
		title: 'Cannot be checked',
		means: 'None of our open data could confirm or contradict it.'
	}
};

export interface ReadRow {
	/** Several where the same is to be said of all of them. */
	statements: { id: string; says: string }[];
	/** Title of the document; empty for the project's own claims. */
	document: string;
	/** Null where there is none. */
	figure: string | null;
	basis: string;
	outcome: Outcome;
	why: string;
}

export interface Reading {
	/** How many printed statements have which outcome. */
	counts: Record<Outcome, number>;
	/** Printed statements; outcomes that none has are left out. */
	groups: { outcome: Outcome; count: number; rows: ReadRow[] }[];
	/** Statements worked out part by part. */
	parts: { of: string; rows: ReadRow[] }[];
	/** What the project says must come out, for the region and for England. */
	own: ReadRow[];
}

/** What a region's page shows: its own list of checks, and the list about England. */
export function readingFor(
	slug: string,
	lists: readonly CheckList[],
	results: readonly CheckResult[]
): Reading {
	const concerned = new Set(
		lists
			.filter(({ region }) => region === slug || region === null)
			.flatMap(({ checks }) => checks)
			.map(({ claim }) => ('statement' in claim ? claim.statement : claim.id))
	);
	const mine = results.filter(({ id }) => concerned.has(id));
	const printed = mine.filter(({ statementId }) => statementId !== undefined);
	const of = (outcome: Outcome) => printed.filter((result) => result.outcome === outcome);
	const wholes = [...new Set(mine.flatMap(({ partOf }) => partOf ?? []))];
	return {
		counts: Object.fromEntries(
			OUTCOMES.map((outcome) => [outcome, of(outcome).length])
		) as Reading['counts'],
		groups: OUTCOMES.map((outcome) => ({
			outcome,
			count: of(outcome).length,
			rows: joinAlike(of(outcome).map(toRow))
		})).filter(({ count }) => count > 0),
		parts: wholes.map((whole) => ({
			of: results.find(({ id }) => id === whole)?.statement ?? whole,
			rows: mine.filter(({ partOf }) => partOf === whole).map(toRow)
		})),
		own: mine
			.filter(({ statementId, partOf }) => statementId === undefined && partOf === undefined)
			.map((result) => ({ ...toRow(result), document: '' }))
	};
}

function toRow({ id, statement, document, figure, basis, outcome, why }: CheckResult): ReadRow {
	return {
		statements: [{ id, says: statement }],
		document,
		figure: figure === NO_FIGURE ? null : figure,
		basis: capitalise(basis),
		outcome,
		why
	};
}

/** Neighbouring statements of one document that have no figure, for the same reason, share a row. */
function joinAlike(rows: readonly ReadRow[]): ReadRow[] {
	const joined: ReadRow[] = [];
	for (const row of rows) {
		const last = joined.at(-1);
		const alike =
			last !== undefined &&
			row.figure === null &&
			last.figure === null &&
			(['document', 'basis', 'outcome', 'why'] as const).every((key) => last[key] === row[key]);
		if (alike) last.statements.push(...row.statements);
		else joined.push({ ...row, statements: [...row.statements] });
	}
	return joined;
}

const ENDINGS: Record<Outcome, (count: number) => string> = {
	reproduced: (count) => `for ${formatCount(count)} we find the same figure`,
	'same size, other base': (count) =>
		`for ${formatCount(count)} a similar figure that is counted differently`,
	'not reproduced': (count) => `for ${formatCount(count)} another figure`,
	'cannot be checked': (count) => `${formatCount(count)} cannot be checked with open data`
};

/**
 * The counts in a sentence or two. Where there are none, `ofParts` says that figures were collected
 * for regions that have a part of this one.
 */
export function summaryOf(counts: Reading['counts'], ofParts: string | null = null): string {
	const total = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
	if (total === 0) {
		return ofParts === null
			? 'We have read no document of this region for figures yet.'
			: `${ofParts} Where that is a region of this site, its page sets those that we looked into beside ours. Many cannot be checked with open data.`;
	}
	const said = OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) =>
		ENDINGS[outcome](counts[outcome])
	);
	const noun = total === 1 ? 'statement' : 'statements';
	return `We looked into ${formatCount(total)} ${noun} of local documents and pages. ${capitalise(formatList(said))}.`;
}
