/** The asset register: one row an asset, or one source's claim about one; one schema for all. */
import { createHash } from 'node:crypto';
import {
	isAssetKind,
	subkindLabel,
	type AssetKind,
	type AssetStatus
} from '../../src/lib/register/kinds.ts';
import {
	indexBy,
	makeTable,
	strings,
	type Cell,
	type Column,
	type ColumnType,
	type Table
} from '../../src/lib/facts/table.ts';
import { LATITUDE, LONGITUDE, LSOA, OPTIONAL_TEXT, optional, TEXT } from './columns.ts';
import type { DatasetReader, ReadContext } from './dataset.ts';
import { mended } from '../../src/lib/text/mojibake.ts';
import { SourceError } from './source-error.ts';
import { privacyOf } from '../../src/lib/register/intake/privacy.ts';
import type { ColumnSpec, CsvTable, LeaveOut } from './source-file.ts';
import { column, round, sortRows } from './tables.ts';

const SCHEMA = {
	id: 'code',
	kind: 'code',
	subkind: 'code',
	name: 'text',
	address: 'text',
	postcode: 'code',
	longitude: 'number',
	latitude: 'number',
	point_source: 'text',
	lsoa21: 'code',
	lad24: 'code',
	icb24: 'code',
	source: 'code',
	source_detail: 'text',
	collected: 'code',
	first_seen: 'code',
	last_seen: 'code',
	status: 'code',
	group: 'code',
	note: 'text',
	opening_hours: 'text'
} as const satisfies Record<string, ColumnType>;

/** Columns that a table has beside them where its source says how a place is reached. */
const CONTACTS = { phone: 'text', email: 'text', url: 'text' } as const satisfies Record<
	string,
	ColumnType
>;

/** Names of the columns of every table of assets, in their order. */
export const ASSET_COLUMNS = Object.keys(SCHEMA) as (keyof typeof SCHEMA)[];
/** Names of those that a table with contacts has after them. */
export const CONTACT_COLUMNS = Object.keys(CONTACTS) as (keyof typeof CONTACTS)[];

/** What a reader says of one row; the rest is the same for all. */
export interface AssetClaim {
	/** The source's own key, or what makes a row one of a kind; becomes part of the id. */
	key: string;
	kind: AssetKind;
	subkind: string | null;
	status: AssetStatus;
	address?: string | null;
	source_detail?: string | null;
	first_seen?: string | null;
	last_seen?: string | null;
	group?: string | null;
	note?: string | null;
	opening_hours?: string | null;
	/** How the organisation is reached, never a person; see register/contacts.ts. */
	phone?: string | null;
	email?: string | null;
	url?: string | null;
}

/** Columns that every file of places has, by our names. */
export const PLACE_SPECS = {
	name: TEXT,
	postcode: OPTIONAL_TEXT,
	longitude: optional(LONGITUDE),
	latitude: optional(LATITUDE),
	point_source: OPTIONAL_TEXT,
	lsoa21: optional(LSOA)
} satisfies Record<string, ColumnSpec>;

type Place = keyof typeof PLACE_SPECS;

export interface AssetOptions<Name extends string> {
	/** Start of every id of this dataset. */
	prefix: string;
	/** Columns apart from those of every file of places. */
	specs: Record<Name, ColumnSpec>;
	/** What the file has no column for, being the same in every row. */
	constants?: Partial<Record<Place, string | null>>;
	/** Whether the source says how places are reached: the table has columns for it. */
	contacts?: boolean;
	/** What the row of a file claims; null to leave it out. */
	claim: (row: Record<Name | Place, Cell>, file: string) => AssetClaim | null;
}

/**
 * Whether a column that no field is made from says that a place must not be found. What the fields say is
 * asked when the register is built.
 */
export const mustNotBeFound: LeaveOut = (headings) => {
	const { held } = privacyOf(headings);
	return (cells) => held(cells) !== null;
};

/** The reader of a file of places. Rows without a point are kept: they are known to exist. */
export function assetReader<Name extends string>(
	id: string,
	{ prefix, specs, constants = {}, contacts = false, claim }: AssetOptions<Name>
): DatasetReader {
	return {
		id,
		folder: 'assets',
		after: ['areas-lsoa21'],
		read(context) {
			const all: [string, ColumnSpec][] = Object.entries({ ...PLACE_SPECS, ...specs });
			const inFile = all.filter(([name]) => !Object.hasOwn(constants, name));
			const read = context.csv(Object.fromEntries(inFile), { without: mustNotBeFound });
			const same = Object.entries(constants).map(([name, value]): [string, Column] => [
				name,
				column(
					'text',
					Array.from({ length: read.rows }, () => value)
				)
			]);
			const places = { ...read, columns: { ...read.columns, ...Object.fromEntries(same) } };
			return assetTable(context, places as CsvTable<Name | Place>, prefix, claim, contacts);
		}
	};
}

/** Rows of the register out of a table of places. */
export function assetTable<Name extends string>(
	context: ReadContext,
	places: CsvTable<Name | Place>,
	prefix: string,
	claim: (row: Record<Name | Place, Cell>, file: string) => AssetClaim | null,
	contacts = false
): Table {
	const parents = parentsOf(context);
	const names = Object.keys(places.columns) as (Name | Place)[];
	const columns = contacts ? { ...SCHEMA, ...CONTACTS } : SCHEMA;
	const rows: Record<keyof typeof SCHEMA | keyof typeof CONTACTS, Cell>[] = [];
	const seen = new Map<string, number>();
	for (let index = 0; index < places.rows; index++) {
		const place = Object.fromEntries(
			names.map((name) => [name, places.columns[name].values[index] ?? null])
		) as Record<Name | Place, Cell>;
		const made = claim(place, context.source().path);
		if (!made) continue;
		checkKind(context, made, index + 2);
		const times = (seen.get(made.key) ?? 0) + 1;
		seen.set(made.key, times);
		rows.push({
			id: `${prefix}-${made.key}${times > 1 ? `-${times}` : ''}`,
			kind: made.kind,
			subkind: made.subkind,
			name: tidy(place.name),
			address: tidy(made.address ?? null),
			postcode: place.postcode,
			longitude: degrees(place.longitude),
			latitude: degrees(place.latitude),
			point_source: place.point_source,
			lsoa21: place.lsoa21,
			...parents(place.lsoa21, index + 2),
			source: context.entry.id,
			source_detail: made.source_detail ?? null,
			collected: context.entry.collected ?? null,
			first_seen: made.first_seen ?? null,
			last_seen: made.last_seen ?? null,
			status: made.status,
			group: made.group ?? null,
			note: tidy(made.note ?? null),
			opening_hours: made.opening_hours ?? null,
			phone: made.phone ?? null,
			email: made.email ?? null,
			url: made.url ?? null
		});
	}
	const table = makeTable(
		Object.fromEntries(
			(Object.entries(columns) as [keyof typeof SCHEMA, ColumnType][]).map(([name, type]) => [
				name,
				column(
					type,
					rows.map((row) => row[name])
				)
			])
		)
	);
	indexBy(table, 'id');
	return sortRows(table, 'id');
}

/** District and ICB of an LSOA, as areas-lsoa21 has them. */
function parentsOf(context: ReadContext) {
	const areas = context.table('areas-lsoa21');
	const index = indexBy(areas, 'lsoa21');
	const lad24 = strings(areas, 'lad24');
	const icb24 = strings(areas, 'icb24');
	return (lsoa: Cell, row: number): { lad24: Cell; icb24: Cell } => {
		if (lsoa === null) return { lad24: null, icb24: null };
		const at = index.get(String(lsoa));
		if (at === undefined) {
			throw new SourceError(context.source().path, `${String(lsoa)} is not in areas-lsoa21`, {
				row
			});
		}
		return { lad24: lad24[at] ?? null, icb24: icb24[at] ?? null };
	};
}

function checkKind(context: ReadContext, { kind, subkind }: AssetClaim, row: number): void {
	if (isAssetKind(kind) && (subkind === null || subkindLabel(kind, subkind) !== undefined)) return;
	throw new SourceError(context.source().path, `kind ${kind}/${subkind} is not known`, { row });
}

const degrees = (value: Cell): Cell => (typeof value === 'number' ? round(value, 5) : null);

/** One line, single blanks, signs that were read wrongly mended; directories pad and break their texts. */
function tidy(value: Cell): Cell {
	if (typeof value !== 'string') return value;
	// First: a blank may be a byte of a sign.
	return mended(value).replace(/\s+/g, ' ').replace(/ ,/g, ',').trim() || null;
}

/** A short stable key for rows whose source gives them none: 12 hexadecimal digits. */
export function hashKey(...parts: Cell[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}

/** Our word for one of the publisher's. Throws a SourceError where it is not known. */
export function translate<To>(
	file: string,
	words: Record<string, To>,
	word: Cell,
	columnName: string
): To {
	const found = Object.hasOwn(words, String(word)) ? words[String(word)] : undefined;
	if (found === undefined) {
		throw new SourceError(file, `${JSON.stringify(word)} is not a known value`, {
			column: columnName
		});
	}
	return found;
}

/** A cell's text, or null. */
export const textOf = (value: Cell): string | null => (typeof value === 'string' ? value : null);
