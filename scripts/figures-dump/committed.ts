/**
 * What is kept in the repository of a dump that is too large for it: the hash of each path's rows
 * and of all, and a sample of rows that says what a figure was.
 */
import { createHash } from 'node:crypto';
import { hashOf, HEADER, pathOf } from './row.ts';

export const ALL = '(all)';
const SAMPLE_SIZE = 2000;
/** How many rows of each path are in the sample before the rest is filled from all. */
const EACH = 8;

export interface PathHash {
	rows: number;
	hash: string;
}

/** The hash of the rows of each path and of all rows, of sorted lines. */
export function hashPaths(lines: readonly string[]): Map<string, PathHash> {
	const found = new Map<string, PathHash>();
	const all = createHash('sha256');
	for (let start = 0; start < lines.length;) {
		const path = pathOf(lines[start] ?? '');
		const hash = createHash('sha256');
		let end = start;
		for (; end < lines.length && pathOf(lines[end] ?? '') === path; end++) {
			hash.update(`${lines[end]}\n`);
			all.update(`${lines[end]}\n`);
		}
		found.set(path, { rows: end - start, hash: hash.digest('hex') });
		start = end;
	}
	return new Map([[ALL, { rows: lines.length, hash: all.digest('hex') }], ...found]);
}

/** The file of hashes: one line a path, the line of all rows first. */
export const writeHashes = (hashes: ReadonlyMap<string, PathHash>): string =>
	[
		'rows\tsha256\tpath',
		...[...hashes].map(([path, { rows, hash }]) => [rows, hash, path].join('\t'))
	].join('\n') + '\n';

/** The hashes of such a file. */
export function readHashes(text: string): Map<string, PathHash> {
	const lines = text.trimEnd().split('\n').slice(1);
	return new Map(
		lines.map((line) => {
			const [rows = '', hash = '', path = ''] = line.split('\t');
			return [path, { rows: Number(rows), hash }];
		})
	);
}

/**
 * Rows that stand for all: some of every path, then those of the lowest hash, so that a change
 * elsewhere takes hardly a row in or out.
 */
export function sampleOf(lines: readonly string[], size = SAMPLE_SIZE, each = EACH): string[] {
	const ranked = [...new Set(lines)].map((line) => ({ line, hash: hashOf(line) }));
	ranked.sort((a, b) => (a.hash < b.hash ? -1 : 1));
	const taken = new Set<string>();
	const ofPath = new Map<string, number>();
	for (const { line } of ranked) {
		const path = pathOf(line);
		const count = ofPath.get(path) ?? 0;
		if (count < each && taken.size < size) taken.add(line);
		ofPath.set(path, count + 1);
	}
	for (const { line } of ranked) {
		if (taken.size >= size) break;
		taken.add(line);
	}
	return lines.filter((line, i) => taken.has(line) && line !== lines[i - 1]);
}

/** The file of a dump or of a sample. */
export const writeRows = (lines: readonly string[]): string => `${[HEADER, ...lines].join('\n')}\n`;

/** The lines of such a file. */
export const readRows = (text: string): string[] => text.trimEnd().split('\n').slice(1);
