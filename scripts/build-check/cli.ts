/**
 * `npm run build:check`: whether the boards together are England, each as published, and whether
 * what was built is what the regions are.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../../src/lib/facts/manifest.ts';
import { openGeodata } from '../../src/lib/server/geodata.ts';
import { carryOut, commandLine } from '../lib/command-line.ts';
import { PACKS } from '../lib/paths.ts';
import { readPart } from '../lib/read-part.ts';
import { runCommand } from '../lib/run-command.ts';
import {
	checkBoards,
	checkPacks,
	packsAddUp,
	packsWithinBars,
	sharedWithin,
	type Finding
} from './check.ts';

/** Lines of one finding that are printed. */
const SHOWN = 10;

async function check({ all }: { all?: true }): Promise<void> {
	const geodata = openGeodata();
	const findings: Finding[] = await checkBoards(geodata);
	const site = dirname(PACKS.replace(/\/$/, ''));
	const read = (path: string): unknown => readPart(join(site, path));
	const listed = join(PACKS, 'manifest.json');
	if (existsSync(listed)) {
		const manifest = JSON.parse(readFileSync(listed, 'utf8')) as Manifest;
		findings.push(await checkPacks(geodata, site, manifest, read), packsWithinBars(manifest, read));
		if (all) {
			const wrong = geodata
				.allRegions()
				.filter(({ slug }) => !manifest.regions[slug])
				.map(({ slug }) => `${slug} is not built`);
			findings.push(
				{ what: 'every region is built', wrong },
				await packsAddUp(geodata, manifest, read),
				await sharedWithin(geodata, manifest, read)
			);
		}
	} else {
		console.log('no packs are built: only the facts are checked');
	}
	for (const { what, wrong } of findings) {
		console.log(`${wrong.length === 0 ? 'right' : 'WRONG'}: ${what}`);
		for (const line of wrong.slice(0, SHOWN)) console.log(`  ${line}`);
		if (wrong.length > SHOWN) console.log(`  and ${wrong.length - SHOWN} more`);
	}
	if (findings.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;
}

const command = commandLine('build:check', 'Check the regions and what was built for them.', [
	['', 'checks the facts, and the regions that are built'],
	['--all', 'asks that every region is built']
])
	.option('--all', 'every region must be built')
	.action(check);

await runCommand('build:check', () => carryOut(command, process.argv.slice(2)));
