/** `npm run words`: how easily each page of the built site is read, into docs/words.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'oxfmt';
import { carryOut, commandLine } from '../lib/command-line.ts';
import { PROJECT } from '../lib/paths.ts';
import { runCommand } from '../lib/run-command.ts';
import { isEasy } from './bars.ts';
import { pageScores, type PageScore } from './pages.ts';

const DOC = join(PROJECT, 'docs', 'words.md');
const [BEGIN, END] = ['<!-- scores -->', '<!-- end of scores -->'];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function table(pages: readonly PageScore[]): string {
	return [
		row(['page', 'sentences', 'ease', 'words a sentence']),
		row(['---', '---', '---', '---']),
		...pages.map(({ page, sentences, ease, words }) =>
			row([page, String(sentences), ease.toFixed(0), words.toFixed(1)])
		)
	].join('\n');
}

async function words(): Promise<void> {
	const pages = pageScores(join(PROJECT, 'build'));
	const text = readFileSync(DOC, 'utf8');
	const [before, rest] = text.split(BEGIN);
	const [, after] = rest?.split(END) ?? [];
	if (before === undefined || after === undefined) {
		throw new Error(`${DOC} has no place for scores: it needs “${BEGIN}” and “${END}”`);
	}
	const written = `${before}${BEGIN}\n\n${table(pages)}\n\n${END}${after}`;
	writeFileSync(DOC, (await format(DOC, written)).code);
	for (const one of pages) {
		const { page, ease, words: mean } = one;
		console.log(
			`${isEasy(page, one) ? 'easy' : 'HARD'} ${page}: ease ${ease.toFixed(0)}, ${mean.toFixed(1)} words a sentence`
		);
	}
	if (pages.some((one) => !isEasy(one.page, one))) process.exitCode = 1;
}

const command = commandLine(
	'words',
	'Measure how easily each page of the built site is read, and write it into docs/words.md.',
	[['', 'after npm run build']]
).action(words);

await runCommand('words', () => carryOut(command, process.argv.slice(2)));
