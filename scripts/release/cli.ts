/** `npm run release`: see `npm run -s release -- --help`. */
import { Option } from 'commander';
import { listedNow } from '../../src/lib/server/news.ts';
import { partsOfRegion, readManifest } from '../../src/lib/server/packs.ts';
import { ensurePacks } from '../build/site.ts';
import { carryOut, commandLine } from '../lib/command-line.ts';
import { GEODATA } from '../lib/paths.ts';
import { runCommand } from '../lib/run-command.ts';
import { keepRelease } from './release.ts';

interface Values {
	day: string;
	reviewedBy?: string;
	dryRun?: true;
}

const today = new Date().toISOString().slice(0, 10);

function dayOf(text: string): string {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
		throw new Error(`--day must be a day such as 2026-11-30, not "${text}"`);
	return text;
}

const command = commandLine(
	'release',
	'Keep what is listed today in geodata/releases/, for the next release to compare with, and say what has changed since the last.',
	[
		['--dry-run', 'say what has changed, and keep nothing'],
		['--reviewed-by "public health analyst"', 'keep it, and name the role that read the changes']
	]
)
	.addOption(new Option('--day <day>', 'day of the release').default(today))
	.addOption(new Option('--reviewed-by <role>', 'role that has read the changes'))
	.addOption(new Option('--dry-run', 'write nothing'))
	.action(async ({ day, reviewedBy, dryRun }: Values) => {
		await ensurePacks({ log: (line) => console.error(line) });
		const regions = Object.values(readManifest().regions);
		const lines = keepRelease({
			regions: regions.map((region) => listedNow(region, partsOfRegion(region))),
			day: dayOf(day),
			reviewedBy: reviewedBy?.trim() || null,
			geodata: GEODATA,
			isWritten: dryRun !== true
		});
		for (const line of lines) console.log(line);
	});

await runCommand('release', () => carryOut(command, process.argv.slice(2)));
