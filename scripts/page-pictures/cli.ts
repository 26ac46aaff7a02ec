/** `npm run pages`: pictures of every page at three sizes, light and dark, and a sheet to look at them. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import { ensureBuilt } from '../build/site.ts';
import { builtRegion, publishedRegions } from '../lib/built-region.ts';
import { carryOut, commandLine } from '../lib/command-line.ts';
import { PROJECT } from '../lib/paths.ts';
import { runCommand } from '../lib/run-command.ts';
import { listedAddresses, pageAddresses, type AreasOfRegion } from './addresses.ts';
import { contactSheet } from './contact-sheet.ts';
import { COLOURS, SIZES, takePictures, type Colours, type Size } from './take.ts';

const SITE = join(PROJECT, 'build');
const FOLDER = join(PROJECT, '.cache', 'pages');
const SHARED = join(PROJECT, 'tests', 'data', 'addresses.txt');

interface Options {
	only?: string;
	shared?: boolean;
	address?: string[];
	size?: Size;
	colours?: Colours;
}

/** One area of each level that pages are of: a district, a community, a neighbourhood. */
function areasOf(slug: string): AreasOfRegion {
	const { district, msoa, lsoa } = builtRegion(slug).part('areas-2021');
	const codes = [district.codes[0], msoa.codes[0], lsoa.codes[0]];
	return { slug, codes: codes.flatMap((code) => code ?? []) };
}

async function pages({ only = '', shared = false, address, size, colours }: Options) {
	await ensureBuilt({ compress: false, log: (line) => console.log(line) });
	const all = address ?? [
		...pageAddresses(SITE, publishedRegions().map(areasOf)),
		...(shared ? listedAddresses(readFileSync(SHARED, 'utf8')) : [])
	];
	const addresses = all.filter((one) => one.includes(only));
	if (addresses.length === 0) throw new Error(`no page has “${only}” in its address`);
	rmSync(FOLDER, { recursive: true, force: true });
	let failed = 0;
	const pictures = await takePictures({
		site: SITE,
		folder: FOLDER,
		addresses,
		sizes: size ? [size] : (Object.keys(SIZES) as Size[]),
		colours: colours ? [colours] : COLOURS,
		taken: (picture, fault) => {
			if (fault !== null) failed++;
			console.log(
				`${fault === null ? 'taken' : 'FAILED'} ${picture.file}${fault ? `: ${fault}` : ''}`
			);
		}
	});
	const sheet = join(FOLDER, 'index.html');
	writeFileSync(sheet, contactSheet(pictures));
	console.log(`${pictures.length} pictures; look at them all in ${sheet}`);
	if (failed > 0) process.exitCode = 1;
}

const command = commandLine(
	'pages',
	'Take a picture of every page at three sizes, light and dark, into .cache/pages.',
	[
		['', 'every page, and an area of each level'],
		['--only gaps --size phone', 'the pages with “gaps” in their addresses, on a phone'],
		['--address "/norfolk-and-waveney/?layer=deprivation-change"', 'one address'],
		['--shared', 'the states of tests/data/addresses.txt as well']
	]
)
	.option('--only <text>', 'pages whose addresses have this in them')
	.option('--address <address...>', 'these addresses, from the site’s root, in place of all')
	.option('--shared', 'what the shared addresses open as well')
	.addOption(new Option('--size <size>', 'in place of all three').choices(Object.keys(SIZES)))
	.addOption(new Option('--colours <colours>', 'in place of both').choices(COLOURS))
	.action(pages);

await runCommand('pages', () => carryOut(command, process.argv.slice(2)));
