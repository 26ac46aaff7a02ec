/**
 * A file of answers, read back: a sheet that a team filled in, or all answers as they were saved.
 * A file that cannot be what it should be is refused whole; a row that cannot is left out, and said
 * with its line, so that it can be mended and the file brought again.
 */
import { formatCount, formatList } from '../../text/format.ts';
import { visible } from '../../text/visible.ts';
import { ImportError } from '../intake/import-error.ts';
import { plainWords } from '../intake/columns.ts';
import type { ImportTable } from '../intake/table.ts';
import { readDay } from '../intake/values.ts';
import { VERIFIER_ROLES, type VerifierRole } from '../kinds.ts';
import { isSensitive } from '../sensitive.ts';
import {
	changeOf,
	CHECK_FIELDS,
	mergeAnswers,
	type Answer,
	type CheckField,
	type Listed
} from './answers.ts';
import { readRound, roundText } from './round.ts';
import { CHOICES, CORRECT, CORRECT_WORDS, headingOf, ROUND, TEAM } from './sheet.ts';
import { readTeam } from './teams.ts';

export interface AnswersRead {
	answers: Answer[];
	/** Rows that say nothing: nobody has checked them. */
	unanswered: number;
	/** Rows that were left out, each with its line, why, and what to do. */
	problems: string[];
	/** Columns that are not of the sheet; nothing of them was read. */
	passedOver: string[];
}

interface Reading {
	/** Slug and name of the region. */
	region: { slug: string; name: string };
	/** ISO day. */
	today: string;
	listed: Listed;
}

/** A value longer than this is no value of a cell to correct. */
const LONGEST = 500;
/** So many rows that cannot be read are named; more say nothing more. */
export const MOST_PROBLEMS = 20;

const ADVICE =
	'Bring a file that “Download the spreadsheet” or “Download all answers” made on this page.';

/** Headings under which people write who somebody is. */
const OF_PERSONS =
	/\b(first|last|full|family|sur|your|my|person|people|staff|visitor|checker|officer|contact|manager|worker|volunteer|member|councillor|lead)(?: ?s)? ?names?\b|\bnames? of (the |a )?(person|people|staff|visitor|checker|officer|contact|manager|worker|volunteer|member|councillor|lead|team)|\b(surname|forename|initials|signature|signed by|visited by|rung by|called by|completed by|filled in by|person|contact person)\b|^(checked|verified) by (name|person)$/;

/**
 * Read the table of a file.
 *
 * @throws ImportError where it is of something else, of another region, from a newer page, or has a
 * column for names of people
 */
export function readAnswers(table: ImportTable, reading: Reading): AnswersRead {
	const words = table.headings.map((heading) => plainWords(heading));
	refuseNames(table.headings);
	const columnOf = columnFinder(table.headings);
	const missing = [CORRECT, TEAM, headingOf('id')].filter((heading) => columnOf(heading) === -1);
	if (missing.length > 0) {
		throw new ImportError(
			`This is not a field check from this site: it has no column ${formatList(missing.map((heading) => `“${heading}”`))}.`,
			`${ADVICE} Any other list goes through “Bring your own list”.`
		);
	}
	if (columnOf(ROUND) === -1) {
		throw new ImportError(
			`This field check does not say which round it is of: the column “${ROUND}” is missing.`,
			'Do not delete that column. If the file is from before rounds were kept, bring it through “Bring your own list”.'
		);
	}
	const known = new Set(
		[CORRECT, TEAM, ROUND, ...KNOWN_HEADINGS].map((heading) => plainWords(heading))
	);
	const passedOver = table.headings
		.filter((heading, at) => !known.has(words[at] ?? '') && !/^column \d+$/i.test(heading))
		.map((heading) => visible(heading.slice(0, 60)));

	const answers: Answer[] = [];
	const problems: string[] = [];
	let unanswered = 0;
	table.rows.forEach((cells, at) => {
		const cell = (heading: string) => visible(cells[columnOf(heading)]?.trim() ?? '');
		const line = `${table.lineWord === 'line' ? 'Row' : 'Item'} ${formatCount(table.lines[at] ?? at + 2)}`;
		const read = readRow(cell, reading, line);
		if ('problem' in read) problems.push(read.problem);
		else if (read.answer === null) unanswered++;
		else answers.push(read.answer);
	});
	return { answers: mergeAnswers(answers, []), unanswered, problems, passedOver };
}

/** Finds the column under a heading, -1 for none; each heading is looked for once, not in every row. */
export function columnFinder(headings: readonly string[]): (heading: string) => number {
	const words = headings.map((heading) => plainWords(heading));
	const found = new Map<string, number>();
	return (heading) => {
		const at = found.get(heading) ?? words.indexOf(plainWords(heading));
		found.set(heading, at);
		return at;
	};
}

/** Headings of a sheet beside its own three. */
const KNOWN_HEADINGS = [
	...CHECK_FIELDS.map(headingOf),
	...(['id', 'verified', 'verifiedBy', 'latitude', 'longitude', 'source', 'licence'] as const).map(
		headingOf
	),
	'What to ask',
	'looked_after_by'
];

/**
 * Refuse a file that has a column for names of people.
 *
 * @throws ImportError that names the column
 */
export function refuseNames(headings: readonly string[]): void {
	// What stands in brackets counts here: "Checked by (name)".
	const found = headings.find((heading) =>
		OF_PERSONS.test(plainWords(heading.replace(/[()]/g, ' ')))
	);
	if (found === undefined) return;
	throw new ImportError(
		`This file has a column “${visible(found.slice(0, 60))}”, which is for names of people. A check is kept by team and role, and nobody is named.`,
		'Delete that column and bring the file again. Nothing of it was kept.'
	);
}

type RowRead = { answer: Answer | null } | { problem: string };

function readRow(
	cell: (heading: string) => string,
	{ region, today, listed }: Reading,
	line: string
): RowRead {
	const says: Partial<Record<CheckField, string>> = {};
	for (const field of CHECK_FIELDS) {
		const text = cell(headingOf(field));
		if (text.length > LONGEST) {
			return {
				problem: `${line}: “${headingOf(field)}” has ${formatCount(text.length)} characters, more than ${formatCount(LONGEST)}. Shorten it.`
			};
		}
		if (text !== '') says[field] = text;
	}
	const said = cell(CORRECT).toLowerCase();
	const on = cell(headingOf('verified'));
	const roleWords = cell(headingOf('verifiedBy'));
	const word = said === '' ? CORRECT_WORDS.none : said;
	if (!CHOICES.correct.some((choice) => choice === word)) {
		return {
			problem: `${line}: “${CORRECT}” is “${said.slice(0, 30)}”. Write ${formatList(CHOICES.correct.map((choice) => `“${choice}”`)).replace(' and ', ' or ')}.`
		};
	}
	const correct = word === 'yes' || word === 'no' ? word : null;
	const id = cell(headingOf('id'));
	// Cells that went out filled in say nothing of a check: a row answers once somebody says so.
	if (correct === null && says.status === undefined && on === '' && roleWords === '') {
		const now = listed(id);
		const changes = CHECK_FIELDS.filter(
			(field) => now !== null && changeOf(now, field, says) !== null
		);
		if (changes.length === 0) return { answer: null };
		return {
			problem: `${line}: ${formatList(changes.map((field) => `“${headingOf(field)}”`))} ${changes.length === 1 ? 'is' : 'are'} not as listed now, but “${CORRECT}” is empty. Say yes or no there if a team has checked it.`
		};
	}

	if (!/^[\w.:-]{1,80}$/.test(id)) {
		return {
			problem: `${line}: the column “${headingOf('id')}” does not hold the identifier that went out. Copy it from the sheet as it was.`
		};
	}
	// What is listed has been looked at; what a row says otherwise has not.
	const asset = listed(id);
	const isNews = (['name', 'address'] as const).some(
		(field) => asset === null || changeOf(asset, field, says) !== null
	);
	if (isNews && isSensitive({ name: says.name ?? '', address: says.address ?? null })) {
		return {
			problem: `${line}: this looks like a place that must not be found, such as a refuge or a home. Nothing of the row was kept.`
		};
	}
	const read = readRound(cell(ROUND));
	if ('fault' in read) {
		return {
			problem:
				read.fault === 'newer'
					? `${line}: its round was written by a newer version of this page. Reload the page and bring the file again.`
					: `${line}: the column “${ROUND}” is not as it went out. Copy it from another row of the same sheet.`
		};
	}
	if (read.round.region !== region.slug) {
		throw new ImportError(
			`This field check is of another region (${read.round.region}), and this page is of ${region.name}.`,
			'Open the page Places of that region, and bring the file there.'
		);
	}
	const team = readTeam(cell(TEAM));
	if (team === null) {
		return {
			problem: `${line}: a team is a letter from A to H, so that nobody is named. Write the letter of the team.`
		};
	}
	const role = readRole(roleWords);
	if (role === undefined) {
		return {
			problem: `${line}: “${headingOf('verifiedBy')}” is none of the roles in the list. Choose a role; names of people are not kept.`
		};
	}
	const day = on === '' ? null : readDay(on);
	if (on !== '' && (day?.length !== 10 || day > today)) {
		return {
			problem: `${line}: “${headingOf('verified')}” is “${on.slice(0, 30)}”, which is no day up to today. Write it like 17/08/2026.`
		};
	}
	if (
		says.status !== undefined &&
		!CHOICES.status.some((choice) => choice === says.status?.toLowerCase())
	) {
		return { problem: `${line}: “${headingOf('status')}” is neither “open” nor “closed”.` };
	}
	return {
		answer: {
			round: roundText(read.round),
			id,
			team,
			role,
			on: day,
			correct,
			says: says.status === undefined ? says : { ...says, status: says.status.toLowerCase() }
		}
	};
}

/** The role that a cell names: null where it is empty, undefined where it names none. */
function readRole(text: string): VerifierRole | null | undefined {
	const words = plainWords(text);
	if (words === '') return null;
	const roles = Object.entries(VERIFIER_ROLES) as [VerifierRole, string][];
	return roles.find(([id, label]) => plainWords(id) === words || plainWords(label) === words)?.[0];
}
