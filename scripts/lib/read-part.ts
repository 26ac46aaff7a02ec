/** A part of a pack from its file, for scripts and tests. */
import { readFileSync } from 'node:fs';
import { fromFile } from '../../src/lib/facts/part-file.ts';

/**
 * The part that a file holds, with its lines and its columns of numbers. Who parses the file by other
 * ways finds characters in their place.
 *
 * @throws where there is no file, or it is damaged
 */
export const readPart = <Part extends object>(path: string): Part =>
	fromFile(JSON.parse(readFileSync(path, 'utf8')) as object) as unknown as Part;
