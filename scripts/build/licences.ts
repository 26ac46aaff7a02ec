/**
 * The licences of everything that goes into the site. Vite runs the plugin for the pages and for
 * each worker; each run leaves what it met in a folder, and the build makes one text of them all.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import license, { type Dependency } from 'rollup-plugin-license';
import type { Plugin } from 'vite';
import { filesBelow } from '../lib/files.ts';
import { carriedIn, heldText, installed } from './carried.ts';
import { sha256 } from '../../src/lib/server/inputs.ts';

/** Where the runs leave what they met, from the project's folder. */
const MET = '.svelte-kit/licences';

/** A package that is part of the site. */
export interface Bundled {
	name: string;
	/** Or which package it came within. */
	version: string;
	/** As SPDX names it. */
	licence: string;
	text: string;
	/** What some licences want to go with them; empty where there is none. */
	notice: string;
}

/** Forgets what earlier builds met. */
export function forgetLicences(root: string): void {
	rmSync(join(root, MET), { recursive: true, force: true });
}

/**
 * Notes the packages of a bundle. The reading is the library's; it looks at code alone, and is told
 * of styles, fonts and WebAssembly too.
 */
export function licences(root: string): Plugin {
	return {
		name: 'licences',
		applyToEnvironment: ({ name }) => name === 'client',
		generateBundle(_options, bundle) {
			const ids = Object.values(bundle).flatMap((part) =>
				part.type === 'chunk' ? part.moduleIds : []
			);
			note(
				root,
				packagesOf(
					ids.filter((id) => id.includes('/node_modules/')).map((id) => id.split('?', 1)[0] ?? id)
				)
			);
		}
	};
}

/** The library's plugin, as it is called. */
interface Reader {
	renderChunk(code: string, chunk: object, options: object): void;
	generateBundle(): void;
}

/** The packages that files are of. */
function read(files: readonly string[]): Bundled[] {
	const bundled: Bundled[] = [];
	const thirdParty = (met: Dependency[]) => {
		for (const { name, version, license: licence, licenseText, noticeText } of met)
			bundled.push({
				name: name ?? '',
				version: version ?? '',
				licence: licence ?? '',
				text: licenseText?.trim() ?? '',
				notice: noticeText?.trim() ?? ''
			});
	};
	const reader = license({ thirdParty }) as unknown as Reader;
	const modules = Object.fromEntries(files.map((file) => [file, { renderedLength: 1 }]));
	reader.renderChunk('', { modules }, { sourcemap: false });
	reader.generateBundle();
	return bundled;
}

/**
 * The packages of files of a bundle, and those that came within them: of these nobody says which
 * version it was, so they stand as part of the other.
 */
export function packagesOf(files: readonly string[]): Bundled[] {
	const within = [...carriedIn(files)].flatMap(([folder, names]) => {
		const [holder] = read([join(folder, 'package.json')]);
		return [...names].map((name): Bundled => {
			const where = installed(name, folder);
			const [found] = where === null ? [] : read([join(where, 'package.json')]);
			const none = { licence: '', text: '', notice: '' };
			const version = `in ${holder?.name ?? folder} ${holder?.version ?? ''}`.trim();
			return { ...none, ...found, ...heldText(name), name, version };
		});
	});
	return [...read(files), ...within];
}

function note(root: string, bundled: readonly Bundled[]): void {
	const text = JSON.stringify(bundled);
	mkdirSync(join(root, MET), { recursive: true });
	writeFileSync(join(root, MET, `${sha256(text)}.json`), text);
}

const LINE = '-'.repeat(80);

/**
 * The packages as one text, each once, those with the same licence text together. Throws one line
 * that names the packages which bring no licence: what may not be passed on is not.
 */
export function licencesText(packages: readonly Bundled[]): string {
	const bare = packages.filter(({ licence, text }) => licence === '' || text === '');
	if (bare.length > 0) {
		const names = [...new Set(bare.map(({ name }) => name))].sort().join(', ');
		throw new Error(
			`No licence text came with ${names}: leave it out, or add its text to scripts/build/licence-texts/.`
		);
	}
	const byText = new Map<string, Set<string>>();
	for (const { name, version, licence, text, notice } of packages) {
		const whole = notice === '' ? text : `${text}\n\n${notice}`;
		const named = byText.get(whole) ?? new Set();
		byText.set(whole, named.add(`${name} ${version} (${licence})`));
	}
	const parts = [...byText].map(([text, named]) => `${[...named].sort().join('\n')}\n\n${text}\n`);
	const intro =
		'Asset Gap Map is under the MIT licence. These packages, and the font, are part of the site;\n' +
		'each with its licence. Where its data come from is on the page "Data and sources".\n';
	return [intro, ...parts.sort()].join(`\n${LINE}\n`);
}

/** Writes `licences.txt` of what the last run of Vite met into the folder of the site. */
export function writeLicences(root: string, folder: string): void {
	const met = filesBelow(join(root, MET)).flatMap(
		(path) => JSON.parse(readFileSync(join(root, MET, path), 'utf8')) as Bundled[]
	);
	if (met.length === 0) throw new Error('Vite noted no package: is the plugin in vite.config.ts?');
	writeFileSync(join(folder, 'licences.txt'), licencesText(met));
}
