/** CSV files that a person gives to the command line: named columns, checked cell by cell. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseRecords, type Records } from '../../src/lib/access/records.ts';

/**
 * Read a CSV file. Throws an Error of one line where it can't be read or lacks a column; the
 * columns that aren't asked for are left alone.
 */
export function readCsv(path: string, columns: readonly string[]): Records {
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch {
		throw new Error(`${path}: there is no such file, or it can’t be read`);
	}
	return parseRecords(text, basename(path), columns);
}
