import { printable } from '../lib/printable.ts';

const DEFAULT_REMEDY =
	'get the file again or, if this is a new release, change its entry in catalogue.json (docs/replace-a-table.md)';

/** What to do where a file of the sources is not there. */
export const NOT_THERE =
	'name the folder that has it with --from or, if yours has the files of some datasets alone, those with --only <id,id>';

/** Something is wrong with an input file: which file, where in it, what, and what to do. */
export class SourceError extends Error {
	override name = 'SourceError';

	constructor(
		readonly file: string,
		readonly what: string,
		readonly place: { row?: number; column?: string } = {},
		readonly remedy: string = DEFAULT_REMEDY
	) {
		// All but the remedy may hold what somebody else wrote.
		super(
			[
				printable(file),
				place.row === undefined ? null : `row ${place.row}`,
				place.column === undefined ? null : `column "${printable(place.column)}"`
			]
				.filter((part) => part !== null)
				.join(', ') + `: ${printable(what)}; ${remedy}`
		);
	}
}
