/** Something is wrong with an input file: which file, where in it, what, and what to do. */
export class SourceError extends Error {
	override name = 'SourceError';

	constructor(
		readonly file: string,
		readonly what: string,
		readonly place: { row?: number; column?: string } = {}
	) {
		super(
			[
				file,
				place.row === undefined ? null : `row ${place.row}`,
				place.column === undefined ? null : `column "${place.column}"`
			]
				.filter((part) => part !== null)
				.join(', ') + `: ${what}`
		);
	}
}
