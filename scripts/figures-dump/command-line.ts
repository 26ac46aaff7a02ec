/** What the command line answers to questions of every kind. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../lib/paths.ts';
import { figuresOf } from './files.ts';
import type { FigureRow } from './row.ts';

/** Small tables for the questions that are asked of tables alone. */
const TABLES: Readonly<Record<string, string>> = {
	'costs.csv':
		'demand_id,site_id,cost\na,x,10\na,y,40\nb,x,30\nb,y,20\nc,x,31\nc,y,8\nd,x,12\nd,z,25\ne,z,5\ne,y,29\n',
	'demand.csv': 'demand_id,weight\na,100\nb,300\nc,50\nd,75\ne,220\n',
	'supply.csv': 'site_id,supply\nx,2\ny,3\nz,1.5\n'
};

const FILES = '--costs costs.csv --demand demand.csv';

/** Commands that need no region, as they are typed after `analyse --`. */
const OF_TABLES = [
	`access ${FILES} --supply supply.csv --method 2sfca --threshold 30`,
	`access ${FILES} --supply supply.csv --method e2sfca --format json`,
	`siting ${FILES} --model p-median --p 2`,
	`siting ${FILES} --model p-center --p 2`,
	`siting ${FILES} --model lscp --reach 15`
];

const ofRegion = (slug: string): string[] => [
	`gaps --region ${slug} --variations`,
	`gaps --region ${slug} --edition 2019 --level lsoa --need idaopi --provision pharmacy,gp-practice --reach 1.5km --k 2 --format csv`,
	`gaps --region ${slug} --need residents-aged-0 --level district --provision maternity-unit --mode drive --measure nearest --format csv`,
	`siting --region ${slug} --model mclp --p 8 --reach 15 --who aged-0 --focus core20 --candidates libraries --standing maternity-hubs`
];

/** Every command that is asked. */
export const commandsFor = (slugs: readonly string[]): string[] => [
	...OF_TABLES,
	...slugs.flatMap(ofRegion)
];

/** Runs a command in a folder and returns what it printed; throws what it complained of. */
async function run(command: string, folder: string): Promise<string> {
	const args = command.split(' ').map((word) => (word in TABLES ? join(folder, word) : word));
	const program = spawn(
		process.execPath,
		['--import', 'tsx', join(PROJECT, 'scripts/analyse/cli.ts'), ...args],
		{ cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] }
	);
	const [output, error, code] = await Promise.all([
		textOf(program.stdout),
		textOf(program.stderr),
		new Promise<number | null>((resolve, reject) => {
			program.once('error', reject);
			program.once('close', resolve);
		})
	]);
	if (code !== 0) throw new Error(`analyse -- ${command}: ${error.trim()}`);
	return output;
}

async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
	const pieces: Buffer[] = [];
	for await (const piece of stream) pieces.push(piece as Buffer);
	return Buffer.concat(pieces).toString('utf8');
}

/** Asks the commands one after the other and hands on the figures of each answer. */
export async function commandFigures(
	commands: readonly string[],
	take: (rows: readonly FigureRow[]) => void
): Promise<void> {
	const cache = join(PROJECT, '.cache');
	mkdirSync(cache, { recursive: true });
	const folder = mkdtempSync(join(cache, 'figures-tables-'));
	try {
		for (const [name, text] of Object.entries(TABLES)) writeFileSync(join(folder, name), text);
		for (const command of commands) {
			const text = await run(command, folder);
			const isJson = /^\s*[[{]/.test(text);
			const name = isJson ? 'answer.json' : 'answer.csv';
			take(figuresOf({ path: `analyse ${command}`, name, source: 'command', text }));
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
