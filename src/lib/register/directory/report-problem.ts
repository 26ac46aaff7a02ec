/**
 * Telling whoever keeps the register that something is wrong: the words of an e-mail to send
 * oneself, and a file that the import takes. Nothing is sent from here.
 */
import { formatMonth } from '../../text/format.ts';
import type { Asset } from '../asset.ts';
import { addressLine } from '../address-line.ts';
import type { DirectoryRow } from './directory.ts';
import { assetsCsv } from '../export.ts';

export const PROBLEMS = {
	closed: 'It has closed',
	moved: 'The address or the point is wrong',
	times: 'The opening times are wrong',
	duplicate: 'It is listed twice',
	private: 'It should not be shown at all',
	other: 'Something else'
} as const;
export type Problem = keyof typeof PROBLEMS;
export const PROBLEM_IDS = Object.keys(PROBLEMS) as Problem[];

export interface ProblemReport {
	subject: string;
	body: string;
	/** Address of an e-mail draft; without a recipient where the site names none. */
	mailto: string;
	/** The row of the register with the problem in its note, to be imported and reviewed. */
	csv: string;
}

/** Longer addresses are cut off by some mail programs. */
const MAILTO_LIMIT = 1_900;

/**
 * A report on an asset.
 *
 * @param words what the reader adds in their own words
 * @param to an e-mail address, or null
 * @param page address of the page that shows the asset
 * @param owner who looks after the listings, in a sentence
 */
export function reportProblem(
	row: DirectoryRow,
	problem: Problem,
	words: string,
	to: string | null,
	page: string,
	owner: string
): ProblemReport {
	const { lead } = row;
	const said = words.trim();
	const subject = `Asset register: ${lead.name} (${lead.id})`;
	const body = [
		`${PROBLEMS[problem]}.`,
		...(said === '' ? [] : ['', said]),
		'',
		`Name: ${lead.name}`,
		`Id: ${lead.id}`,
		...(lead.address || lead.postcode ? [`Address: ${addressLine(lead)}`] : []),
		`Listed by: ${sourcesOf(row).join('; ')}`,
		`Page: ${page}`
	].join('\r\n');
	return {
		subject,
		body,
		mailto: draft(to ?? '', subject, body),
		csv: assetsCsv([reported(lead, problem, said)], owner)
	};
}

function draft(to: string, subject: string, body: string): string {
	const head = `mailto:${encodeURI(to)}?subject=${encodeURIComponent(subject)}&body=`;
	let text = '';
	// By whole characters: half of one cannot be written in an address.
	for (const character of body) {
		const written = encodeURIComponent(character.isWellFormed() ? character : '\ufffd');
		if (head.length + text.length + written.length > MAILTO_LIMIT) break;
		text += written;
	}
	return head + text;
}

function reported(asset: Asset, problem: Problem, said: string): Asset {
	const told = [`Reported: ${PROBLEMS[problem].toLowerCase()}`, said].filter(Boolean).join('. ');
	return {
		...asset,
		status: problem === 'closed' ? 'closed' : asset.status,
		consent: problem === 'private' ? false : asset.consent,
		note: [asset.note, told].filter(Boolean).join(' | ')
	};
}

const sourcesOf = ({ claims }: DirectoryRow): string[] => [
	...new Set(
		claims.map(
			({ asset, freshness }) =>
				`${asset.sourceDetail ?? asset.source} (${formatMonth(freshness.date)})`
		)
	)
];
