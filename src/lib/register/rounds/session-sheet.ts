/**
 * The sheet of a Maternity Voices session: people say of each place on the local list whether they
 * use it, would, or would not, and tick what is missing. What comes back are counts, by place and by
 * fixed themes: no words of anybody, no names, and no count of fewer than five people.
 */
import { formatCount } from '../../text/format.ts';
import { visible } from '../../text/visible.ts';
import { forBabies } from '../directory/for-babies.ts';
import { mayBeChecked } from '../directory/field-check.ts';
import type { DirectoryRow } from '../directory/directory.ts';
import { rowsCsv } from '../export.ts';
import type { AssetKind } from '../kinds.ts';
import { headingOf, type CheckSheet, type SheetColumn } from './sheet.ts';

/** What a person may say of a place. */
export const SAID = { use: 'I use it', would: 'I would', wouldNot: 'I would not' } as const;
export type Said = keyof typeof SAID;
export const SAID_IDS = Object.keys(SAID) as Said[];
export const MISSING = 'Missing';
export const SESSION = 'Session';

/** What a person may miss. Fixed, so that nothing has to be written down. */
export const THEMES = {
	'missing-walk': 'Somewhere I can walk to',
	'missing-bus': 'Somewhere I can get to by bus',
	'missing-late': 'Something in the evening or at weekends',
	'missing-free': 'Something free of charge',
	'missing-pregnancy': 'Something for people who are pregnant',
	'missing-group': 'A group for parents with a baby',
	'missing-partner': 'Something that partners can come to',
	'missing-children': 'Somewhere I can bring older children',
	'missing-language': 'Somebody who speaks my language',
	'missing-quiet': 'A quiet or private room'
} as const;
export type Theme = keyof typeof THEMES;
export const THEME_IDS = Object.keys(THEMES) as Theme[];

/** Fewer people than this are not counted anywhere. */
export const LEAST = 5;
/** Nobody counts more in one session. */
export const MOST = 500;
/** So many places go on one side of A4, with the themes. */
export const MOST_PLACES = 15;

/** What is there for births first, then for families, then the rest. */
const FIRST: readonly AssetKind[] = [
	'maternity-unit',
	'maternity-hub-or-clinic',
	'family-hub',
	'maternity-named-site'
];

/**
 * The places of a session: what somebody chose by kind, or else what is useful in pregnancy or with a
 * baby as far as is known. The first fifteen, and how many there are.
 *
 * @param kinds as they were chosen; none is no choice
 */
export function sessionPlaces(
	rows: readonly DirectoryRow[],
	kinds: readonly AssetKind[]
): { places: DirectoryRow[]; all: number } {
	const found = rows.filter(
		(row) => mayBeChecked(row) && (kinds.length > 0 || forBabies(row).known === 'yes')
	);
	const rank = ({ kinds: own }: DirectoryRow) => {
		const at = FIRST.findIndex((kind) => own.includes(kind));
		return at === -1 ? FIRST.length : at;
	};
	const places = found.toSorted(
		(a, b) =>
			rank(a) - rank(b) ||
			a.lead.name.localeCompare(b.lead.name, 'en-GB', { numeric: true }) ||
			(a.id < b.id ? -1 : 1)
	);
	return { places: places.slice(0, MOST_PLACES), all: found.length };
}

export interface Session {
	/** Slug of the region. */
	region: string;
	/** Day on which its sheet was made. */
	on: string;
	/** Tells one session from another of the same day. */
	code: string;
}

const VERSION = 1;

/** A session as a text for a cell. */
export const sessionText = ({ region, on, code }: Session): string =>
	`session ${VERSION}, region ${region}, on ${on}, code ${code}`;

/** Read it; null where it is not whole. */
export function readSessionText(text: string): Session | null {
	const [, region, on, code] =
		/^session 1, region ([\w-]{1,80}), on (\d{4}-\d{2}-\d{2}), code ([a-z0-9]{4,12})$/.exec(
			text.trim()
		) ?? [];
	return region === undefined || on === undefined || code === undefined
		? null
		: { region, on, code };
}

const COLUMNS: readonly SheetColumn[] = [
	{ heading: headingOf('name'), width: 44 },
	...SAID_IDS.map((said): SheetColumn => ({
		heading: SAID[said],
		width: 12,
		takes: 'count',
		isAnswer: true
	})),
	{ heading: MISSING, width: 12, takes: 'count', isAnswer: true },
	{ heading: headingOf('id'), width: 22 },
	{ heading: SESSION, width: 30 }
];

/** The sheet on which somebody counts the ticks of a session. */
export const countingSheet = (places: readonly DirectoryRow[], session: Session): CheckSheet => ({
	columns: COLUMNS,
	rows: [
		...places.map(({ lead }) => [lead.name, lead.id]),
		...THEME_IDS.map((theme) => [`Missing: ${THEMES[theme]}`, theme])
	].map(([name = '', id = '']) => [visible(name), '', '', '', '', id, sessionText(session)])
});

/** What whoever counts reads first. */
export const howToCount = (session: Session): string[] => [
	`Counting sheet of a session in ${session.region}, made on ${session.on}.`,
	'Write how many people ticked each box. Leave a cell empty where nobody counted.',
	`Counts of fewer than ${LEAST} people are not kept when the file is read: a small number may point to somebody.`,
	'Write numbers only: no names, and nothing of what people said.',
	`For another session take a new counting sheet, so that the two are told apart.`
];

/** What is kept of a session: counts of at least five people, by place or theme. */
export interface SessionCounts {
	session: string;
	counts: readonly Counted[];
}
export interface Counted {
	/** Identifier of a place, or a theme. */
	id: string;
	name: string;
	/** Null where fewer than five people said it, or nobody counted. */
	use: number | null;
	would: number | null;
	wouldNot: number | null;
	missing: number | null;
}

const isSame = (a: SessionCounts, b: SessionCounts) =>
	JSON.stringify(a.counts) === JSON.stringify(b.counts);

/**
 * The sessions of both, each once, by session. Of one that is in both with other counts the first
 * stands, and its text is named: nobody can be counted twice, and nothing is replaced in silence.
 */
export function mergeSessions(
	before: readonly SessionCounts[],
	more: readonly SessionCounts[]
): { sessions: SessionCounts[]; clashes: string[] } {
	const bySession = new Map(before.map((one) => [one.session, one]));
	const clashes: string[] = [];
	for (const one of more) {
		const there = bySession.get(one.session);
		if (there === undefined) bySession.set(one.session, one);
		else if (!isSame(there, one)) clashes.push(one.session);
	}
	const sessions = [...bySession.values()].sort((a, b) => (a.session < b.session ? -1 : 1));
	return { sessions, clashes };
}

/** What people said of a place or theme in all sessions together. */
export interface SaidOf {
	id: string;
	name: string;
	said: Readonly<Record<Said | 'missing', string>>;
}

/**
 * All sessions in one table. A count that was not kept may be anything below five, so a sum without one
 * of the sessions is the least that it can be, and says so.
 */
export function saidInAll(sessions: readonly SessionCounts[]): SaidOf[] {
	const byId = new Map<string, Counted[]>();
	for (const { counts } of sessions) {
		for (const one of counts) byId.set(one.id, [...(byId.get(one.id) ?? []), one]);
	}
	const words = (all: readonly Counted[], what: Said | 'missing'): string => {
		const kept = all.flatMap((one) => one[what] ?? []);
		if (kept.length === 0) return `fewer than ${LEAST}${sessions.length > 1 ? ' in each' : ''}`;
		const sum = formatCount(kept.reduce((total, count) => total + count, 0));
		return kept.length === sessions.length ? sum : `at least ${sum}`;
	};
	return [...byId]
		.map(([id, all]) => ({
			id,
			name: all[0]?.name ?? id,
			said: {
				use: words(all, 'use'),
				would: words(all, 'would'),
				wouldNot: words(all, 'wouldNot'),
				missing: words(all, 'missing')
			}
		}))
		.sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1));
}

/** What is kept, as a file under the headings of the counting sheet: read again, it is the same. */
export const sessionsCsv = (sessions: readonly SessionCounts[]): string =>
	rowsCsv(
		COLUMNS.map(({ heading }) => heading),
		sessions.flatMap(({ session, counts }) =>
			counts.map(({ id, name, use, would, wouldNot, missing }) => [
				name,
				...[use, would, wouldNot, missing].map((count) => String(count ?? '')),
				id,
				session
			])
		)
	);

/** Whether an identifier is one of the themes. */
export const isTheme = (id: string): id is Theme => Object.hasOwn(THEMES, id);
