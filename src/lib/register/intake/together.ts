/**
 * Several files that were chosen or dropped together. They are read as what is packed in one file is: the
 * parts of a shapefile, tables that name each other's rows, lists of one shape, or lists that have nothing
 * to do with each other, of which one is read at a time.
 */
import { zipSync, type Zippable } from 'fflate';
import { formatCount, formatNames } from '../../text/format.ts';
import { endingOf } from './archive.ts';
import type { ParseOptions } from './content.ts';
import { checkSize, readTable, type ImportFormat } from './formats.ts';
import { ImportError } from './import-error.ts';
import { LIMITS } from './limits.ts';
import { shownHeading, type ImportTable } from './table.ts';

export interface GivenFile {
	name: string;
	bytes: Uint8Array;
}

/** What files are called that came together: "halls.csv and 2 others". */
export function nameTogether(names: readonly string[]): string {
	const [first = '', ...others] = names;
	if (others.length === 0) return first;
	return `${first} and ${others.length === 1 ? (others[0] ?? '') : `${formatCount(others.length)} others`}`;
}

/** Endings of the parts of a shapefile. */
const SHAPEFILE = new Set(['shp', 'dbf', 'prj', 'cpg', 'shx', 'sbn', 'sbx', 'qix', 'xml', 'qmd']);

/**
 * Read files that came together; one is read as it is.
 *
 * @throws ImportError and nothing else
 */
export async function readFiles(
	files: readonly GivenFile[],
	options: ParseOptions = {}
): Promise<{ format: ImportFormat; table: ImportTable }> {
	const [first, ...others] = files;
	if (!first) throw new ImportError('No file was chosen.', 'Choose one, and try again.');
	if (others.length === 0) return readTable(first, options);
	checkTogether(files);
	const isShapefile = files.some(({ name }) => endingOf(name) === 'shp');
	const parts = isShapefile ? files.filter(({ name }) => SHAPEFILE.has(endingOf(name))) : files;
	const read = await readTable(
		{ name: nameTogether(files.map(({ name }) => name)), bytes: packed(parts) },
		{ ...options, loose: true }
	);
	const left = files.filter((file) => !parts.includes(file)).map(({ name }) => name);
	if (left.length === 0) return read;
	const note = `${formatNames(left.map((name) => `“${shownHeading(name)}”`))} ${left.length === 1 ? 'is' : 'are'} no part of the shapefile and not read: bring ${left.length === 1 ? 'it' : 'them'} afterwards.`;
	return { ...read, table: { ...read.table, notes: [note, ...read.table.notes] } };
}

/** Refuse more than is read at once. Throws ImportError. */
export function checkTogether(files: readonly { name: string; bytes: { length: number } }[]): void {
	if (files.length > LIMITS.archiveTables) {
		throw new ImportError(
			`These are ${formatCount(files.length)} files; at most ${formatCount(LIMITS.archiveTables)} are read at once.`,
			'Bring some of them first, and then the others.'
		);
	}
	for (const { name, bytes } of files) checkSize(name, bytes.length);
	if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > LIMITS.unpackedBytes) {
		throw new ImportError(
			`These files have more than ${formatCount(LIMITS.unpackedBytes / 1e6)} MB together.`,
			'Bring them one after another.'
		);
	}
}

/** Files as one packed file, without packing any tighter; two of one name get a number. */
function packed(files: readonly GivenFile[]): Uint8Array {
	const parts: Zippable = {};
	for (const { name, bytes } of files) {
		const base = name.replace(/[\\/]+|\.\.+/g, '-').replace(/^\.+/, '') || 'file';
		let unique = base;
		for (let n = 2; Object.hasOwn(parts, unique); n++) unique = `${n} ${base}`;
		parts[unique] = bytes;
	}
	return zipSync(parts, { level: 0 });
}
