/** Shapefiles in a packed file: shapes (.shp), what is said of them (.dbf) and their grid (.prj), each a part. */
import { parseDbf, parseShp } from 'shpjs';
import { formatList } from '../../../text/format.ts';
import { visible } from '../../../text/visible.ts';
import { baseName, endingOf, unpack, type Parts } from '../archive.ts';
import type { Content } from '../content.ts';
import { ImportError } from '../import-error.ts';
import type { Json } from '../json.ts';
import { LIMITS } from '../limits.ts';
import { tooManyRows, type ImportTable } from '../table.ts';
import { tableOfFeatures } from './features.ts';
import { gridNamed, type Grid } from './grids.ts';
import { checkDbf, checkShp } from './shapefile-guard.ts';

const PARTS = new Set(['shp', 'dbf', 'prj', 'cpg']);

export const isShapefile = (parts: readonly string[]): boolean =>
	parts.some((name) => endingOf(name) === 'shp');

export function parse({ bytes }: Content): ImportTable {
	const parts = unpack(bytes, (name) => PARTS.has(endingOf(name)) && !isHidden(name), {
		bomb: (what) =>
			new ImportError(
				`This packed shapefile ${what}, far more than a list of places needs.`,
				'Keep the places of this region, or export them as GeoJSON or CSV.'
			),
		broken: () => damaged()
	});
	const features: Json[] = [];
	const layers: string[] = [];
	const grids = new Set<Grid | undefined>();
	let rows = 0;
	for (const path of parts.keys()) {
		if (endingOf(path) !== 'shp') continue;
		const found = featuresOf(path, parts);
		// What says of the shapes what they are may have more rows than there are shapes.
		rows += Math.max(found.features.length, found.rows);
		if (rows > LIMITS.rows) throw tooManyRows(rows);
		grids.add(gridOf(path, parts));
		const layer = baseName(path).replace(/\.shp$/i, '');
		for (const feature of found.features) {
			features.push(feature);
			layers.push(layer);
		}
	}
	const [grid, other] = grids;
	if (other) {
		throw new ImportError(
			'The shapefiles in this packed file have positions in different reference systems.',
			'Bring one of them at a time.'
		);
	}
	return tableOfFeatures(features, {
		layers,
		what: 'This shapefile',
		...(grid && { grid }),
		notes: grid
			? []
			: [
					'The shapefile has no .prj, which names its reference system: look whether the places are where they belong.'
				]
	});
}

/** Programs of Apple pack a hidden part for every part. */
const isHidden = (name: string): boolean => /(^|\/)(__MACOSX|\.)/.test(name);

/** The part of the same name with another ending, whatever its case. */
function sibling(path: string, ending: string, parts: Parts): Uint8Array | undefined {
	const wanted = `${path.slice(0, -3)}${ending}`.toLowerCase();
	return [...parts].find(([name]) => name.toLowerCase() === wanted)?.[1];
}

/** The features of a layer, and how many rows its table has. */
function featuresOf(path: string, parts: Parts): { features: Json[]; rows: number } {
	const dbf = sibling(path, 'dbf', parts);
	if (!dbf) {
		throw new ImportError(
			`This is a zipped shapefile without its .dbf: it has the shapes of “${visible(baseName(path).slice(0, 60))}”, and nothing that says what they are.`,
			'Pack the files of one name together, .shp, .dbf and .prj, and bring that.'
		);
	}
	const shp = parts.get(path) ?? new Uint8Array();
	checkShp(shp);
	const table = checkDbf(dbf);
	const said = sibling(path, 'cpg', parts);
	const encoding = said ? new TextDecoder().decode(said).trim().slice(0, 40) : encodingOf(dbf);
	try {
		const shapes = parseShp(viewOf(shp));
		const rows = parseDbf(viewOf(table), encoding);
		const features = shapes.map((geometry, at) => ({
			type: 'Feature',
			geometry,
			properties: rows[at] ?? {}
		}));
		return { features, rows: rows.length };
	} catch {
		throw damaged();
	}
}

/** Where nothing says it: UTF-8 if it can be, else what Windows writes. */
function encodingOf(dbf: Uint8Array): string {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(dbf.subarray(32));
		return 'utf-8';
	} catch {
		return 'windows-1252';
	}
}

const viewOf = (bytes: Uint8Array): DataView =>
	new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function gridOf(path: string, parts: Parts): Grid | undefined {
	const prj = sibling(path, 'prj', parts);
	return prj && gridNamed(new TextDecoder().decode(prj.subarray(0, 4_000)));
}

const damaged = () =>
	new ImportError(
		'This zipped shapefile is damaged: its parts are not as they must be.',
		'Export it again, or export GeoJSON.'
	);

/** What a packed file lacks to be a shapefile, where it has parts of one; else null. */
export function missingOfShapefile(parts: readonly string[]): ImportError | null {
	const endings = new Set(parts.map(endingOf));
	const others = ['dbf', 'shx', 'prj', 'sbn'].filter((ending) => endings.has(ending));
	if (!others.includes('shx') && !(others.includes('dbf') && others.length > 1)) return null;
	return new ImportError(
		`This is a zipped shapefile without its .shp: it has ${formatList(others.map((one) => `.${one}`))}, and no shapes.`,
		'Pack the files of one name together, .shp, .dbf and .prj, and bring that.'
	);
}
