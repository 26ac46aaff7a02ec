/**
 * Regions as files: what a region is made of, what it was and what it is part of now. The files
 * of boards are generated (`regions/boards/<code>.json`); a file beside that folder is written by
 * hand. It is a region of its own, or lies over a board's file (`extends`) and says what no lookup
 * knows: the names people use, the places, the documents.
 */
import * as v from 'valibot';
import {
	OverlaySchema,
	problemsOf,
	RegionSchema,
	type RegionFile,
	type Relative
} from './region-schema.ts';

export {
	AREA_VINTAGES,
	REGION_FORMAT,
	type AreaVintage,
	type RegionFile,
	type Relative
} from './region-schema.ts';

export type Region = RegionFile & {
	/** In a sentence or more: since when it is so, what it came from, what it is part of. May be empty. */
	validity: string;
	/** Its file, below `geodata/`. */
	path: string;
};

/** A file of a region, by its path below `geodata/`. */
export interface NamedFile {
	path: string;
	json: unknown;
}

export interface Regions {
	/** Those written by hand: what is built unless others are asked for. */
	own: Region[];
	/** These and every board that none of them lies over. */
	all: Region[];
}

/**
 * All regions of some files. Throws an error that names every file that is not right with all that
 * is wrong in it: also where two have one slug, or where a file lies over a board that there is not.
 */
export function readRegions(generated: NamedFile[], written: NamedFile[]): Regions {
	const faults = new FaultsOfFiles();
	const boards = new Map<string, { path: string; file: RegionFile }>();
	for (const { path, json } of generated) {
		const file = parse(RegionSchema, path, json, faults);
		if (file) boards.set(file.area[0]?.codes[0] ?? '', { path, file });
	}
	const codes = [...boards.keys()].sort();
	const own = written.flatMap(({ path, json }): Region[] => {
		if (!isOverlay(json)) {
			const region = parse(RegionSchema, path, json, faults);
			return region ? [whole(region, path)] : [];
		}
		const overlay = parse(OverlaySchema, path, json, faults);
		if (!overlay) return [];
		const { extends: board, ...over } = overlay;
		const under = boards.get(board);
		if (!under) {
			faults.add(
				path,
				`extends: there is no board ${board}, or another file lies over it; the boards are in geodata/regions/boards (${codes.join(', ')})`
			);
			return [];
		}
		boards.delete(board);
		const region = parse(RegionSchema, path, { ...under.file, ...over }, faults);
		return region ? [whole(region, path)] : [];
	});
	const all = [...own, ...[...boards.values()].map(({ path, file }) => whole(file, path))];
	const seen = new Map<string, Region>();
	for (const region of all) {
		const before = seen.get(region.slug);
		if (before) {
			faults.add(
				before.path,
				`slug: "${region.slug}" is also that of geodata/${region.path}: give one of them another`
			);
		} else seen.set(region.slug, region);
	}
	faults.throwAny();
	const bySlug = (a: RegionFile, b: RegionFile) => (a.slug < b.slug ? -1 : 1);
	return { own: own.sort(bySlug), all: all.sort(bySlug) };
}

const whole = (region: RegionFile, path: string): Region => ({
	...region,
	validity: validityOf(region),
	path
});

/** What is wrong with one file, in a line if it is one problem. */
export const faultsOf = (path: string, problems: readonly string[]): string =>
	problems.length === 1
		? `geodata/${path}, ${problems[0] ?? ''}`
		: `geodata/${path} has ${problems.length} problems: ${problems.map((one, at) => `(${at + 1}) ${one}`).join('; ')}`;

class FaultsOfFiles {
	readonly #byPath = new Map<string, string[]>();
	add(path: string, ...problems: string[]) {
		this.#byPath.set(path, [...(this.#byPath.get(path) ?? []), ...problems]);
	}
	throwAny() {
		if (this.#byPath.size === 0) return;
		throw new Error([...this.#byPath].map(([path, all]) => faultsOf(path, all)).join('\n'));
	}
}

/** Some regions by their slugs, in that order. Throws on a slug that none has, naming those there are. */
export function regionsCalled(regions: readonly Region[], slugs: readonly string[]): Region[] {
	return slugs.map((wanted) => {
		const found = regions.find((region) => region.slug === wanted);
		if (found) return found;
		const known = regions.map((region) => region.slug).join(', ');
		throw new Error(`there is no region "${wanted}"; there are: ${known}`);
	});
}

const isOverlay = (json: unknown): boolean =>
	typeof json === 'object' && json !== null && 'extends' in json;

function parse<Schema extends v.GenericSchema>(
	schema: Schema,
	path: string,
	json: unknown,
	faults: FaultsOfFiles
): v.InferOutput<Schema> | null {
	const result = v.safeParse(schema, json);
	if (result.success) return result.output;
	faults.add(path, ...problemsOf(result.issues));
	return null;
}

/** Since when a region is as it is, in words. */
export function validityOf(region: RegionFile): string {
	const { body, kind, since, was, partOf, cameFrom, became, note } = region;
	const sentences: string[] = [];
	if (kind === 'board') {
		sentences.push(
			since === undefined
				? `This is the area of ${body ?? ''}, by our lookup of April 2026.`
				: `This has been the area of ${body ?? ''} since ${dayOf(since)}.`
		);
	}
	if (kind !== 'board' && note !== undefined) sentences.push(note);
	if (was) sentences.push(`Until ${dayOf(was.until)} it was the area of ${was.name}.`);
	if (cameFrom?.length) sentences.push(`It was made of ${relatives(cameFrom)}.`);
	if (became?.length) sentences.push(`It went to ${relatives(became)}.`);
	for (const { name, since: joined } of partOf ?? []) {
		sentences.push(`Since ${dayOf(joined)} it is part of ${name}.`);
	}
	if (kind === 'board' && note !== undefined) sentences.push(note);
	return sentences.join(' ');
}

function relatives(list: readonly Relative[]): string {
	const words = list.map(({ name, part }) => (part ? `part of ${name}` : `all of ${name}`));
	return words.length < 2
		? words.join('')
		: `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

const dayOf = (iso: string): string =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
