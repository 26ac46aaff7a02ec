/** The figures of a file that a reader takes away: CSV, GeoJSON or other JSON. */
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { hashOf, holdsDigit, type FigureRow, type Source } from './row.ts';

interface File {
	/** Address of the page it was made on, its path in the site, or the command that printed it. */
	path: string;
	/** Its name, or nothing where the path says it. */
	name: string;
	source: Source;
	text: string;
}

/** Values that tell two runs of a program apart, not two answers. */
const OF_THE_CLOCK = new Set(['seconds']);

/** What a file that was taken away holds: itself, or the tables and lists that are packed in it. */
export function filesIn(name: string, bytes: Uint8Array): Pick<File, 'name' | 'text'>[] {
	if (!name.endsWith('.zip')) return [{ name, text: strFromU8(bytes) }];
	return Object.entries(unzipSync(bytes))
		.filter(([packed]) => /\.(csv|json|geojson)$/.test(packed))
		.map(([packed, content]) => ({ name: `${name}/${packed}`, text: strFromU8(content) }));
}

/** The figures of a file, by what its name ends in. */
export function figuresOf(file: File): FigureRow[] {
	return /\.csv$/.test(file.name || file.path) ? csvFigures(file) : jsonFigures(file);
}

/**
 * The cells of a CSV. Lines of one cell are notes; a line of more cells than the one before names
 * columns, and the lines below it have those. In files of the site, which are long lists of names
 * and addresses, only cells with a digit count; else every cell does, for a verdict is an answer too.
 */
export function csvFigures({ path, name, source, text }: File): FigureRow[] {
	const lines = parse(text, { bom: true, relax_column_count: true }) as string[][];
	const rows: FigureRow[] = [];
	const add = (row: string, column: string, cell: string, isWanted: boolean) => {
		if (isWanted) rows.push({ path, heading: name, row, column, text: cell, source });
	};
	let header: readonly string[] = [];
	for (const cells of lines) {
		if (cells.length < 2) {
			const note = cells[0] ?? '';
			add('', 'note', note, holdsDigit(note));
			header = [];
		} else if (cells.length !== header.length) {
			header = cells;
			for (const cell of cells) add('', 'names of columns', cell, holdsDigit(cell));
		} else {
			cells.forEach((cell, i) =>
				add(
					cells[0] ?? '',
					header[i] ?? '',
					cell,
					source === 'file' ? holdsDigit(cell) : cell !== ''
				)
			);
		}
	}
	return rows;
}

/** What tells the things of a list apart. */
function nameOf(thing: unknown, at: number): string {
	if (typeof thing !== 'object' || thing === null) return String(at);
	const { id, code, Code, properties } = thing as Record<string, unknown>;
	for (const name of [id, code, Code]) {
		if (typeof name === 'string' || typeof name === 'number') return String(name);
	}
	return properties === undefined ? String(at) : nameOf(properties, at);
}

/** Figures of a shape: a point is told, of anything larger its hash. */
const shapeText = (geometry: { type?: string; coordinates?: unknown }): string =>
	geometry.type === 'Point'
		? JSON.stringify(geometry.coordinates)
		: `${geometry.type} ${hashOf(JSON.stringify(geometry)).slice(0, 16)}`;

/** The values of a JSON file that hold a digit, or are true or false. */
export function jsonFigures({ path, name, source, text }: File): FigureRow[] {
	const rows: FigureRow[] = [];
	const walk = (value: unknown, row: readonly string[], column: readonly string[]): void => {
		if (Array.isArray(value)) {
			value.forEach((item, at) => walk(item, [...row, ...column, nameOf(item, at)], []));
		} else if (typeof value === 'object' && value !== null) {
			for (const [key, inner] of Object.entries(value)) {
				if (OF_THE_CLOCK.has(key)) continue;
				if (key === 'geometry' && inner !== null)
					walk(shapeText(inner as object), row, [...column, key]);
				else walk(inner, row, [...column, key]);
			}
		} else {
			const written = String(value);
			const isWanted = typeof value === 'boolean' || holdsDigit(written);
			if (!isWanted) return;
			rows.push({
				path,
				heading: name,
				row: row.join('.'),
				column: column.join('.'),
				text: written,
				source
			});
		}
	};
	walk(JSON.parse(text), [], []);
	return rows;
}
