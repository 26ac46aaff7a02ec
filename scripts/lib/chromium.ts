/**
 * A Chromium for the browser tests and the bench, wherever the machine has one; else the one that
 * comes as an npm package, so that `npm ci` alone is enough on a bare Linux machine.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';
import { PROJECT } from './paths.ts';

/**
 * What a page needs before functions of ours run in it: what compiles our scripts names functions by a
 * helper that pages don't have. For `addInitScript`.
 */
export const COMPILED_NAMES = 'globalThis.__name = (value) => value;';

/** Where systems put a Chromium or a Chrome. */
const SYSTEM_PATHS = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

const HOW_TO_GET_ONE =
	'install one (Debian: apt-get install chromium; anywhere: npx playwright install chromium), or set CHROMIUM to its path.';

/** What the search looks at; the tests put a pretended machine in its place. */
export interface Machine {
	/** The CHROMIUM variable: a path, or `npm` for the packaged one whatever else is there. */
	wish: string | undefined;
	platform: string;
	exists: (path: string) => boolean;
	/** Where Playwright would have installed its own. */
	playwrightPath: () => string;
}

export type Found = { kind: 'path'; path: string } | { kind: 'packaged' };

/** Chooses: what was wished for, the system's, Playwright's, the packaged. Throws one line. */
export function chooseChromium(machine: Machine): Found {
	const { wish, exists } = machine;
	const packagedRuns = machine.platform === 'linux-x64';
	if (wish === 'npm') {
		if (packagedRuns) return { kind: 'packaged' };
		throw new Error(`CHROMIUM=npm works on Linux x64 only: ${HOW_TO_GET_ONE}`);
	}
	if (wish) {
		if (exists(wish)) return { kind: 'path', path: wish };
		throw new Error(`CHROMIUM is set to ${wish}, which does not exist: ${HOW_TO_GET_ONE}`);
	}
	const path = [...SYSTEM_PATHS, machine.playwrightPath()].find(exists);
	if (path !== undefined) return { kind: 'path', path };
	if (packagedRuns) return { kind: 'packaged' };
	throw new Error(`No Chromium found: ${HOW_TO_GET_ONE}`);
}

/** Its own fonts and the system's: the package's list names folders that aren't ours. */
const fontsConfig = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir>${folder}/fonts</dir>
	<dir>/usr/share/fonts</dir>
	<cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/**
 * Unpacks the packaged Chromium once a version, into `.cache/`. The package unpacks into the
 * temporary folder under one fixed name; here it gets a folder of its own, in a process of its
 * own (its import changes the environment), and takes its place only when it is whole.
 */
function unpackPackaged(): string {
	const packageFile = join(PROJECT, 'node_modules/@sparticuz/chromium/package.json');
	if (!existsSync(packageFile)) throw new Error(`No Chromium found: run "npm ci" first.`);
	const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
	const folder = join(PROJECT, '.cache', `chromium-${version}`);
	if (existsSync(folder)) return folder;

	const partial = `${folder}.${process.pid}`;
	mkdirSync(partial, { recursive: true });
	const script = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;
	const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
		cwd: PROJECT,
		encoding: 'utf8',
		// The second makes it unpack the libraries that a bare machine lacks.
		env: { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }
	});
	if (status !== 0) {
		rmSync(partial, { recursive: true });
		throw new Error(`The packaged Chromium could not be unpacked: ${stderr.trim()}`);
	}
	writeFileSync(join(partial, 'fonts.conf'), fontsConfig(folder));
	try {
		renameSync(partial, folder);
	} catch (error) {
		rmSync(partial, { recursive: true });
		if (!existsSync(folder)) throw error; // else another process was first: its copy serves
	}
	return folder;
}

/** Chromium's sandbox needs user namespaces, and refuses root: a container often has neither. */
function sandboxWorks(): boolean {
	if (process.platform !== 'linux') return true;
	if (process.getuid?.() === 0) return false;
	return spawnSync('unshare', ['--user', '--pid', '--fork', 'true']).status === 0;
}

/**
 * What to launch with Playwright. Software drawing everywhere, so that a picture or a timing
 * doesn't depend on the machine's graphics card. Throws one line that says what to install.
 */
export function chromiumLaunch(): LaunchOptions {
	const found = chooseChromium({
		wish: process.env['CHROMIUM'],
		platform: `${process.platform}-${process.arch}`,
		exists: existsSync,
		playwrightPath: () => chromium.executablePath()
	});
	const common: LaunchOptions = {
		chromiumSandbox: sandboxWorks(),
		args: ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']
	};
	if (found.kind === 'path') return { ...common, executablePath: found.path };
	const folder = unpackPackaged();
	return {
		...common,
		executablePath: join(folder, 'chromium'),
		env: {
			...process.env,
			FONTCONFIG_FILE: join(folder, 'fonts.conf'),
			LD_LIBRARY_PATH: [process.env['LD_LIBRARY_PATH'], join(folder, 'al2023/lib')]
				.filter(Boolean)
				.join(':')
		}
	};
}
