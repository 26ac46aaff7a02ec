/**
 * The sheet of a check: a row a place, with what is listed, what to ask, and cells to fill in. It
 * goes out as a spreadsheet with drop-down lists or as CSV, and comes back in two ways: to be put
 * together with those of other teams, or through the import. For that its headings are the words
 * of the schema wherever the schema has the field.
 */
import { OWNER_COLUMN } from '../../document/document.ts';
import { formatCount } from '../../text/format.ts';
import { visible } from '../../text/visible.ts';
import { ASSET_FIELDS, type AssetField } from '../asset.ts';
import type { CheckItem } from '../directory/field-check.ts';
import { rowsCsv } from '../export.ts';
import { ASSET_KINDS, VERIFIER_ROLES, type VerifierRole } from '../kinds.ts';
import { CHECK_FIELDS, cellOfField, type CheckField } from './answers.ts';
import { roundText, type Round } from './round.ts';
import { TEAMS, type Team, type TeamPart } from './teams.ts';

/** What the columns are called that the schema does not have. */
export const CORRECT = 'Listed correctly?';
export const TEAM = 'Team';
export const ROUND = 'Round';
const ASK = 'What to ask';

/** What a team may answer to {@link CORRECT}. */
export const CORRECT_WORDS = { yes: 'yes', no: 'no', none: 'not checked' } as const;
/** Roles that go out to check: the official register is no visitor. */
export const ROLE_IDS = (Object.keys(VERIFIER_ROLES) as VerifierRole[]).filter(
	(role) => role !== 'register'
);

/** What may be chosen in a column, by the name of the list. */
export const CHOICES = {
	correct: Object.values(CORRECT_WORDS),
	status: ['open', 'closed'],
	role: ROLE_IDS.map((role) => VERIFIER_ROLES[role]),
	kind: Object.values(ASSET_KINDS).map(({ label }) => label),
	consent: ['yes', 'no'],
	team: TEAMS
} as const satisfies Record<string, readonly string[]>;
export type ChoiceList = keyof typeof CHOICES;

export interface SheetColumn {
	heading: string;
	/** In characters. */
	width: number;
	/** What may be chosen, a day, or how many people. */
	takes?: ChoiceList | 'day' | 'count';
	/** Empty when it goes out: here a team writes its answer. */
	isAnswer?: true;
}

export interface CheckSheet {
	columns: readonly SheetColumn[];
	rows: readonly (readonly string[])[];
}

export const headingOf = (field: AssetField): string => ASSET_FIELDS[field].label;

interface Making extends SheetColumn {
	of: (item: CheckItem, at: { round: string; team: Team; owner: string }) => string | number | null;
}

const LISTS: Partial<Record<CheckField, ChoiceList>> = { kind: 'kind', consent: 'consent' };
const WIDTHS: Partial<Record<CheckField, number>> = {
	name: 32,
	kind: 22,
	address: 36,
	openingTimes: 34,
	email: 26,
	url: 28
};

const COLUMNS: readonly Making[] = [
	{ heading: CORRECT, width: 16, takes: 'correct', isAnswer: true, of: () => '' },
	{ heading: headingOf('status'), width: 10, takes: 'status', isAnswer: true, of: () => '' },
	{ heading: headingOf('verified'), width: 14, takes: 'day', isAnswer: true, of: () => '' },
	{ heading: headingOf('verifiedBy'), width: 28, takes: 'role', isAnswer: true, of: () => '' },
	...CHECK_FIELDS.filter((field) => field !== 'status').map((field): Making => ({
		heading: headingOf(field),
		width: WIDTHS[field] ?? 14,
		...(LISTS[field] && { takes: LISTS[field] }),
		of: ({ asset }) => cellOfField(asset, field)
	})),
	{ heading: ASK, width: 48, of: ({ ask }) => ask.join(' ') },
	{ heading: TEAM, width: 8, takes: 'team', of: (_, { team }) => team },
	{ heading: headingOf('id'), width: 20, of: ({ asset }) => asset.id },
	{ heading: headingOf('latitude'), width: 12, of: ({ asset }) => asset.latitude },
	{ heading: headingOf('longitude'), width: 12, of: ({ asset }) => asset.longitude },
	{ heading: headingOf('source'), width: 18, of: ({ asset }) => asset.source },
	{ heading: headingOf('licence'), width: 14, of: ({ asset }) => asset.licence },
	{ heading: ROUND, width: 30, of: (_, { round }) => round },
	{ heading: OWNER_COLUMN, width: 30, of: (_, { owner }) => owner }
];

/**
 * The sheet of some teams' parts of a round.
 *
 * @param owner who looks after the listings, in a sentence
 */
export function checkSheet(parts: readonly TeamPart[], round: Round, owner: string): CheckSheet {
	const text = roundText(round);
	return {
		columns: COLUMNS.map(({ heading, width, takes, isAnswer }) => ({
			heading,
			width,
			...(takes && { takes }),
			...(isAnswer && { isAnswer })
		})),
		rows: parts.flatMap(({ team, items }) =>
			items.map((item) =>
				COLUMNS.map(({ of }) => visible(String(of(item, { round: text, team, owner }) ?? '')))
			)
		)
	};
}

/** The sheet as CSV. */
export const checkSheetCsv = ({ columns, rows }: CheckSheet): string =>
	rowsCsv(
		columns.map(({ heading }) => heading),
		rows
	);

/** How the places of a round were chosen, and from how many: for the sheet, on screen and on paper. */
export function roundWords({ way, asked, frame, seed, on }: Round): string {
	const day = new Date(on).toLocaleDateString('en-GB', {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC'
	});
	if (way === 'random') {
		return asked === frame
			? `Random check: all ${formatCount(frame)} places that are listed here, on ${day}.`
			: `Random check: ${formatCount(asked)} places drawn from ${formatCount(frame)} with seed ${seed ?? 0}, on ${day}.`;
	}
	const order =
		way === 'stalest'
			? 'The longest unchecked come first'
			: 'The most deprived neighbourhoods come first';
	return `${order}: all ${formatCount(frame)} places that are listed here, on ${day}. No share of the list can be worked out from it.`;
}

/** What a team reads before it begins, a line each. */
export const howToFillIn = (round: Round): string[] => [
	roundWords(round),
	`Fill in the first four columns of a row: whether all that is listed is right, whether it is open, the day, and your role.`,
	'Put right what is wrong in the columns after them. An empty cell changes nothing; write “none” where something that is listed is no longer so.',
	'Give your team as a letter and yourselves as a role. Please do not write down names of people.',
	'Leave the columns Identifier and Round as they are: without them a row cannot come back.',
	'Bring the file back on the page Places, under Field check. Files of several teams are put together there.'
];
