/**
 * The writer of GeoPackages (OGC 12-128r17, version 1.3): a layer a table, tables of attributes for
 * those without places, the dictionary, and what is to be said of all. SQLite is sql.js; what makes a
 * GeoPackage of it is ours. There is no spatial index: QGIS and GDAL read layers of this size without.
 */
import type { Database, SqlJsStatic } from 'sql.js';
import { dataTypeOf, dictionaryOf, titleOfTable } from '../document/dictionary.ts';
import { linesOf, type Cell, type Document, type Table } from '../document/document.ts';
import type { Making, Writer } from './making.ts';
import { extentOf, geometryBytes, kindOfShapes, SRS, type Extent } from './gpkg-geometry.ts';

/** "GPKG" in ASCII. */
const APPLICATION = 0x47504b47;
const VERSION = 10_300;
/** Rows after which the reader is told how far it is. */
const OFTEN = 200;

const WGS84 =
	'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';

/** The tables that every GeoPackage has, as the standard gives them. */
const FRAME = `
PRAGMA application_id = ${APPLICATION};
PRAGMA user_version = ${VERSION};
CREATE TABLE gpkg_spatial_ref_sys (
	srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
	organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT
);
CREATE TABLE gpkg_contents (
	table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
	description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
	min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
	CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
	table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
	srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
	CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
	CONSTRAINT uk_gc_table_name UNIQUE (table_name),
	CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
	CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);`;

const SYSTEMS: readonly (readonly (string | number)[])[] = [
	['Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinates'],
	['Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinates'],
	['WGS 84 geodetic', SRS, 'EPSG', SRS, WGS84, 'longitude and latitude in degrees on WGS 84']
];

/** The writer, given SQLite. */
export const geoPackageWriter =
	({ Database }: SqlJsStatic): Writer =>
	(document, making) => {
		const database = new Database();
		try {
			database.run(FRAME);
			for (const row of SYSTEMS) {
				database.run('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)', [...row]);
			}
			writeTables(database, document, making);
			// Its own copy: what the library gives belongs to its memory.
			return new Uint8Array(database.export());
		} finally {
			database.close();
		}
	};

function writeTables(database: Database, document: Document, making: Making): void {
	const about: Table = {
		title: 'About these data',
		columns: [{ label: 'Said' }],
		rows: linesOf(document).map((line) => [line])
	};
	const tables = [...document.tables, dictionaryOf(document), about];
	const all = tables.reduce((sum, { rows }) => sum + rows.length, 0);
	const taken = new Set<string>();
	let done = 0;
	const row = () => {
		done++;
		if (done % OFTEN === 0) making.progress(done / all);
		making.signal.throwIfAborted();
	};
	database.run('BEGIN');
	for (const table of tables) {
		const title = titleOfTable(document, table);
		writeTable(database, table, { name: nameOf(title, taken), title, made: document.made }, row);
	}
	database.run('COMMIT');
}

function writeTable(
	database: Database,
	table: Table,
	{ name, title, made }: { name: string; title: string; made: string | undefined },
	eachRow: () => void
): void {
	const { columns, rows, geometry, notes = [] } = table;
	const shapes = geometry && rows.map((_, row) => geometry(row));
	// A layer has its places; columns of longitude and latitude would say them twice.
	const kept = [...columns.keys()].filter((at) => !(shapes && columns[at]?.isPlace));
	const taken = new Set(['fid', 'geom']);
	const typed = kept.map((at) => {
		const column = apart(columns[at]?.label ?? '', taken);
		return `${quoted(column)} ${TYPES[dataTypeOf(table, at)]}`;
	});
	const kind = shapes ? kindOfShapes(shapes) : '';
	database.run(
		`CREATE TABLE ${quoted(name)} (${[
			'fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL',
			...(shapes ? [`geom ${kind}`] : []),
			...typed
		].join(', ')})`
	);
	const extent = shapes ? extentOf(shapes) : null;
	describe(database, { name, title, made, extent, notes, isLayer: shapes !== undefined });
	if (shapes) {
		database.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)', [
			name,
			'geom',
			kind,
			SRS
		]);
	}
	const places = kept.length + 1 + (shapes ? 1 : 0);
	const insert = database.prepare(
		`INSERT INTO ${quoted(name)} VALUES (${Array.from({ length: places }, () => '?').join(', ')})`
	);
	rows.forEach((row, at) => {
		const shape = shapes?.[at] ?? null;
		insert.run([
			at + 1,
			...(shapes ? [shape && geometryBytes(shape)] : []),
			...kept.map((column) => valueOf(row[column]))
		]);
		eachRow();
	});
	insert.free();
}

interface Described {
	name: string;
	title: string;
	made: string | undefined;
	extent: Extent | null;
	notes: readonly string[];
	isLayer: boolean;
}

function describe(
	database: Database,
	{ name, title, made, extent, notes, isLayer }: Described
): void {
	database.run('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
		name,
		isLayer ? 'features' : 'attributes',
		// No two tables have the same.
		name === plainName(title) ? title : `${title} (${name})`,
		notes.join(' '),
		`${made ?? '1970-01-01'}T00:00:00.000Z`,
		...(extent ?? [null, null, null, null]),
		isLayer ? SRS : null
	]);
}

const valueOf = (cell: Cell): string | number | null =>
	cell === undefined || cell === null ? null : typeof cell === 'boolean' ? Number(cell) : cell;

/** The types of columns as the standard names them. */
const TYPES = { string: 'TEXT', number: 'DOUBLE', integer: 'INTEGER', boolean: 'BOOLEAN' } as const;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A name for a table as every program takes it: small letters, digits and "_". */
const plainName = (title: string): string => {
	const name = title
		.toLowerCase()
		.normalize('NFD')
		.replace(/[^a-z0-9]+/g, '_')
		.slice(0, 60);
	const trimmed = name.startsWith('_') ? name.slice(1) : name;
	const plain = trimmed.endsWith('_') ? trimmed.slice(0, -1) : trimmed;
	return /^[a-z]/.test(plain) && !/^(gpkg|sqlite|rtree)_/.test(plain) ? plain : `table_${plain}`;
};

const nameOf = (title: string, taken: Set<string>): string => apart(plainName(title), taken);

/** A name that no other has, whatever their letters' size. */
function apart(name: string, taken: Set<string>): string {
	const plain = name.replace(/\s+/g, ' ').trim() || 'column';
	let made = plain;
	for (let at = 2; taken.has(made.toLowerCase()); at++) made = `${plain}_${at}`;
	taken.add(made.toLowerCase());
	return made;
}
