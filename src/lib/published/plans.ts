/** What the plans ask for, by when, and what here serves it. */
import { optionalStrings, strings, type Table } from '../facts/table.ts';
import { formatList, formatMonth, formatNumber, formatQuantity } from '../text/format.ts';
import { SERVED, type PlanAnswer, type PlanLink, type Served } from './spec.ts';

export interface PlanAction {
	document: string;
	section: string;
	action: string;
	/** When it is to be done, in words; null where none is printed. */
	byWhen: string | null;
	served: Served;
	says: string;
	links: readonly PlanLink[];
	/** What the reading that came with the table says can serve it. */
	reading: string;
}

export const SERVED_WORDS: Readonly<Record<Served, string>> = {
	yes: 'This site helps',
	partly: 'This site helps in part',
	no: 'This site cannot help'
};

/**
 * The actions of some documents, in the order of the table, each with its answer. Throws an Error
 * where an action has no answer.
 */
export function planActions(
	table: Table,
	answers: readonly PlanAnswer[],
	documents: readonly string[]
): PlanAction[] {
	const [ids, sections, actions, readings] = ['document_id', 'section', 'action', 'served_by'].map(
		(name) => strings(table, name)
	);
	const due = optionalStrings(table, 'by_when');
	return (ids ?? []).flatMap((document, row): PlanAction[] => {
		if (!documents.includes(document)) return [];
		const action = actions?.[row] ?? '';
		const answer = answers.find((one) => one.document === document && one.action === action);
		if (!answer) throw new Error(`geodata/printed.json has no answer to “${action}”`);
		const { served, says, links } = answer;
		return [
			{
				document,
				section: sections?.[row] ?? '',
				action,
				byWhen: dueInWords(due[row] ?? null),
				served,
				says,
				links,
				reading: readings?.[row] ?? ''
			}
		];
	});
}

/** "2026-02 and 2027-02" → "February 2026 and February 2027". What is no date stays as it is. */
export function dueInWords(due: string | null): string | null {
	if (due === null) return null;
	return due.replace(/\b\d{4}-\d{2}(-\d{2})?\b/g, (date) => formatMonth(date));
}

const COUNTED: Readonly<Record<Served, (count: number) => string>> = {
	yes: (count) => `helps with ${formatNumber(count)}`,
	partly: (count) => `helps in part with ${formatNumber(count)}`,
	no: (count) => `cannot help with ${formatNumber(count)}`
};

/** How many actions there are, and how many of them something here serves, in a sentence or two. */
export function plansSummary(actions: readonly Pick<PlanAction, 'served'>[]): string {
	const counts = SERVED.map((served) => ({
		served,
		count: actions.filter((one) => one.served === served).length
	})).filter(({ count }) => count > 0);
	const said = counts.map(({ served, count }) => COUNTED[served](count));
	return `Of the ${formatQuantity(actions.length, 'action')} that the documents ask for, this site ${formatList(said)}.`;
}
