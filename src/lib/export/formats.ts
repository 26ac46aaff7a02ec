/** The formats that files to take away have. A new one is a writer in this folder and a line here. */

export const FORMATS = {
	csv: { name: 'CSV', type: 'text/csv;charset=utf-8' },
	geojson: { name: 'GeoJSON', type: 'application/geo+json' },
	/** The project's own file of assets, which `register/intake` writes and reads. */
	json: { name: 'JSON', type: 'application/json' }
} as const satisfies Record<string, { name: string; type: string }>;

/** A format by the ending of its files. */
export type FormatId = keyof typeof FORMATS;

/** A file that a reader can have. */
export interface OfferedFile {
	format: FormatId;
	/** Name of the file, without the ending. */
	name: string;
	/** What the button says. */
	label: string;
	/** What it says besides to those who only hear it. */
	about?: string;
	/** Makes the text, by code that is fetched only then; null while what it takes is on its way. */
	text: (() => Promise<string>) | null;
}

/** Something to take away, in the formats there are of it. */
export interface Offer {
	id: string;
	/** What it is; null where the buttons say it. */
	title: string | null;
	files: readonly OfferedFile[];
}
