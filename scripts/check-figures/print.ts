/** Results as a table for a terminal of a hundred columns. */
import { OWN_CLAIM } from '../../src/lib/checks/run-checks.ts';
import { fails, OUTCOMES, type CheckResult, type Outcome } from '../../src/lib/checks/result.ts';

const WIDTHS = [33, 17, 29, 14] as const;
const GAP = '  ';
const HEADINGS = ['Statement', 'Our figure', 'Basis', 'Outcome'] as const;

/** Text broken at blanks into lines of at most `width`; a longer word is cut. */
export function wrap(text: string, width: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/).flatMap((word) => cut(word, width))) {
		if (line === '') line = word;
		else if (line.length + 1 + word.length <= width) line += ` ${word}`;
		else {
			lines.push(line);
			line = word;
		}
	}
	return [...lines, line];
}

function cut(word: string, width: number): string[] {
	if (word.length <= width) return [word];
	return [word.slice(0, width), ...cut(word.slice(width), width)];
}

function row(cells: readonly string[]): string {
	const wrapped = cells.map((cell, i) => wrap(cell, WIDTHS[i] ?? 20));
	const height = Math.max(...wrapped.map((lines) => lines.length));
	return Array.from({ length: height }, (_, line) =>
		wrapped
			.map((lines, i) => (lines[line] ?? '').padEnd(WIDTHS[i] ?? 20))
			.join(GAP)
			.trimEnd()
	).join('\n');
}

/** How many results of each outcome. */
export function countOutcomes(results: readonly CheckResult[]): Record<Outcome, number> {
	const count = (outcome: Outcome) => results.filter((result) => result.outcome === outcome).length;
	return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<
		Outcome,
		number
	>;
}

/** The whole table: a section a document, and the counts. */
export function printText(results: readonly CheckResult[]): string {
	const rule = '-'.repeat(WIDTHS.reduce((sum, width) => sum + width, GAP.length * 3));
	const documents = [...new Set(results.map(({ document }) => document))].sort(
		(a, b) => Number(a === OWN_CLAIM) - Number(b === OWN_CLAIM)
	);
	const sections = documents.flatMap((document) => [
		'',
		...wrap(document, rule.length),
		rule,
		row(HEADINGS),
		rule,
		...results
			.filter((result) => result.document === document)
			.map(({ statement, figure, basis, why, outcome, required }) =>
				row([
					statement,
					figure,
					[basis, why].filter((part) => part !== '').join('. '),
					outcome + (required ? ' *' : '')
				])
			)
			.flatMap((text, i) => (i === 0 ? [text] : ['', text]))
	]);
	const failed = results.filter(fails);
	return [
		...sections,
		'',
		rule,
		...Object.entries(countOutcomes(results)).map(
			([outcome, count]) => `${String(count).padStart(4)}  ${outcome}`
		),
		'* must come out: ' +
			(failed.length === 0
				? `all ${results.filter(({ required }) => required).length} do`
				: `${failed.length} don't: ${failed.map(({ id }) => id).join(', ')}`),
		''
	]
		.slice(1)
		.join('\n');
}

/** The same for programs. */
export function printJson(results: readonly CheckResult[]): string {
	const failed = results.filter(fails).map(({ id }) => id);
	return JSON.stringify({ outcomes: countOutcomes(results), failed, results }, null, '\t') + '\n';
}
