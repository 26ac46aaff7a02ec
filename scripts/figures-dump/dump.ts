/** Gathers every figure of the built site and of the command line into sorted lines. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { addressesFor, type Address } from './addresses.ts';
import { commandFigures, commandsFor } from './command-line.ts';
import { pageFigures } from './pages.ts';
import { sortLines, toLine, type FigureRow } from './row.ts';
import { siteFigures } from './site-files.ts';

/** The regions of a built site: whatever has a page of gaps. */
export const regionsOf = (build: string): string[] =>
	readdirSync(build)
		.filter((name) => existsSync(join(build, name, 'gaps', 'index.html')))
		.sort();

export interface DumpOptions {
	/** Folder of the built site. */
	build: string;
	/** Only paths that hold this text; all where it is empty. */
	only: string;
	/** Told how far it is. */
	say: (text: string) => void;
}

/** Sorted lines, one a figure. */
export async function dump({ build, only, say }: DumpOptions): Promise<string[]> {
	const slugs = regionsOf(build);
	const addresses = addressesFor(slugs).filter(({ path }) => path.includes(only));
	const commands = commandsFor(slugs).filter((command) => `analyse ${command}`.includes(only));
	const lines: string[] = [];
	const take = (rows: readonly FigureRow[]) => {
		for (const row of rows) lines.push(toLine(row));
	};
	let done = 0;
	const read = ({ path }: Address, rows: number, seconds: number) =>
		say(`${++done} of ${addresses.length}: ${path}: ${rows} rows in ${seconds.toFixed(1)} s`);
	for (const rows of siteFigures(build)) take(rows.filter(({ path }) => path.includes(only)));
	say(`files of the site: ${lines.length} rows`);
	// The commands take one core while the pages, two at a time, take what they find.
	await Promise.all([
		pageFigures({ build, addresses, tabs: 2, take, read }),
		commandFigures(commands, take)
	]);
	return sortLines(lines);
}
