/** From what a reader claims to rows of the register: placed, checked, in columns. */
import * as v from 'valibot';
import {
	ASSET_FIELDS,
	AssetSchema,
	NOTHING_KNOWN,
	type Asset,
	type AssetField
} from '../../src/lib/register/asset.ts';
import { subkindLabel } from '../../src/lib/register/kinds.ts';
import {
	makeTable,
	type Cell,
	type Column,
	type ColumnType,
	type Table
} from '../../src/lib/facts/table.ts';
import { round, sortRows } from '../refresh/tables.ts';
import { SourceError } from '../refresh/source-error.ts';
import { fromGrid } from '../../src/lib/geometry/grid.ts';
import { REMEDY } from './input.ts';
import type { EntryText, ReadContext } from './reader.ts';
import type { Row } from './rows.ts';
import { cellOf } from '../../src/lib/text/cells.ts';
import { privacyOf } from '../../src/lib/register/intake/privacy.ts';
import { heldFor } from '../../src/lib/register/sensitive.ts';
import { isPostalOnly } from '../../src/lib/register/postal.ts';
import { withoutEnding } from '../../src/lib/text/scan.ts';
import { visible } from '../../src/lib/text/visible.ts';

/** What a reader says of one row; what is the same for all is filled in. */
export interface AssetClaim extends Partial<
	Omit<
		Asset,
		| 'id'
		| 'source'
		| 'licence'
		| 'collected'
		| 'longitude'
		| 'latitude'
		| 'pointSource'
		| 'lsoa21'
		| 'name'
		| 'kind'
		| 'status'
	>
> {
	/** The publisher's own key; becomes part of the id. */
	key: string;
	name: string;
	kind: Asset['kind'];
	status: Asset['status'];
	/** A point that the source gives. */
	point?: { longitude: number; latitude: number } | { easting: number; northing: number } | null;
	/** No place that people go to: never placed, not even by the postcode. */
	unplaced?: boolean;
}

/** Columns beside those of the schema, which builders of packs read. */
const BESIDE = { lad24: 'code', icb24: 'code', group: 'code' } as const;

const NUMBERS = new Set<AssetField>(['longitude', 'latitude', 'capacity']);
const TEXTS = new Set<AssetField>(['name', 'address', 'registeredAddress', 'note', 'pointSource']);

const typeOf = (field: AssetField): ColumnType =>
	field === 'consent' ? 'flag' : NUMBERS.has(field) ? 'number' : TEXTS.has(field) ? 'text' : 'code';

const FIELDS = Object.keys(ASSET_FIELDS) as AssetField[];
/** Short texts that may say that a place must not be found; the long ones are asked of once. */
const OTHER_TEXTS = ['address', 'organisation', 'registeredAddress', 'areaOfOperation'] as const;
/** Until the reader knows when its source is of. */
const NO_DATE = '1900-01-01';
/** Degrees in which a point of England can lie. */
const ENGLAND = { west: -7, east: 2.2, south: 49.8, north: 56 };

export interface Counts {
	rows: number;
	placed: number;
	noPostcode: number;
	elsewhere: number;
	sensitive: number;
}

interface Judged {
	texts: { name: string; serves: string | null; note: string | null };
	hidden: boolean;
}

/** A claim without signs that nobody would see on a page, or that turn round the text beside them. */
function asSeen(claim: AssetClaim): AssetClaim {
	const changed = Object.entries(claim).flatMap(([field, said]) => {
		if (typeof said !== 'string') return [];
		const seen = visible(said);
		return seen === said ? [] : [[field, field === 'name' ? seen.trim() : seen.trim() || null]];
	});
	return changed.length === 0 ? claim : { ...claim, ...Object.fromEntries(changed) };
}

export class AssetTable {
	private readonly values = new Map<string, Cell[]>(
		[...FIELDS.map((field) => ASSET_FIELDS[field].column), ...Object.keys(BESIDE)].map((name) => [
			name,
			[]
		])
	);
	private readonly seen = new Set<string>();
	/** What was asked last of whether it must not be found, and the answer. */
	private judged: Judged | { texts: null; hidden: false } = { texts: null, hidden: false };
	/** The reading of the columns of the last row. */
	private columns: { names: string; held: ReturnType<typeof privacyOf>['held'] } | null = null;
	readonly counts: Counts = { rows: 0, placed: 0, noPostcode: 0, elsewhere: 0, sensitive: 0 };

	constructor(
		private readonly context: ReadContext,
		private readonly entry: Pick<EntryText, 'id' | 'licence'>,
		/** Start of every id. */
		private readonly prefix: string
	) {}

	/**
	 * Add what a row claims, unless it must not be found: then it is counted, and in no table. Throws
	 * a SourceError where it cannot be an asset.
	 */
	add(row: Row, claim: AssetClaim): Asset {
		const { key, point, unplaced = false, ...said } = asSeen(claim);
		const id = `${this.prefix}-${key}`;
		if (this.seen.has(id))
			throw new SourceError(row.file, `${key} stands twice`, { row: row.number }, REMEDY);
		this.seen.add(id);
		if (said.subkind && subkindLabel(said.kind, said.subkind) === undefined) {
			throw new SourceError(row.file, `kind ${said.kind}/${said.subkind} is not known`, {
				row: row.number
			});
		}
		const hidden =
			this.isHidden({ name: said.name, serves: said.serves ?? null, note: said.note ?? null }) ||
			OTHER_TEXTS.some((field) => heldFor(said[field]) !== null) ||
			this.isHeld(row);
		const noPlace = hidden || unplaced || isPostalOnly(said.address);
		const place = noPlace ? null : this.place(row, said, point ?? null);
		this.count(claim, hidden, place !== null);
		const since =
			said.status === 'verified' && !said.verifiedBy ? { verifiedBy: 'register' as const } : {};
		const asset: Asset = {
			...NOTHING_KNOWN,
			...said,
			...since,
			...(place ?? NO_PLACE),
			id,
			source: this.entry.id,
			licence: this.entry.licence,
			collected: NO_DATE
		};
		const checked = v.safeParse(AssetSchema, asset);
		if (!checked.success) {
			const [issue] = checked.issues;
			const column = v.getDotPath(issue);
			throw new SourceError(row.file, issue.message, {
				row: row.number,
				...(column !== null && { column })
			});
		}
		if (hidden) return asset;
		for (const field of FIELDS) this.push(ASSET_FIELDS[field].column, asset[field]);
		const parents = asset.lsoa21 === null ? null : this.context.lookups.parents(asset.lsoa21);
		this.push('lad24', parents?.lad24 ?? null);
		this.push('icb24', parents?.icb24 ?? null);
		this.push('group', null);
		return asset;
	}

	/** The table, ordered by id. `collected` is when the source was as it is here. */
	finish(collected: string): Table {
		const verified = this.values.get('verified_by') ?? [];
		const dated = (name: string, when: (row: number) => boolean) => {
			const values = this.values.get(name) ?? [];
			values.forEach((value, row) => {
				if (when(row) && (value === null || value === NO_DATE)) values[row] = collected;
			});
		};
		dated('collected', () => true);
		dated('last_seen', () => true);
		dated('verified', (row) => verified[row] === 'register');
		const columns: Record<string, Column> = {};
		for (const field of FIELDS) {
			const { column } = ASSET_FIELDS[field];
			columns[column] = { type: typeOf(field), values: this.values.get(column) ?? [] };
		}
		for (const [name, type] of Object.entries(BESIDE)) {
			columns[name] = { type, values: this.values.get(name) ?? [] };
		}
		return sortRows(makeTable(columns), 'id');
	}

	/** What became of the rows, in a line. */
	summary(): string {
		const { rows, placed, noPostcode, elsewhere, sensitive } = this.counts;
		return [
			`${rows} rows`,
			`${placed} placed`,
			elsewhere > 0 && `${elsewhere} without a point: their postcode is not in the postcode table`,
			noPostcode > 0 && `${noPostcode} without a postcode or place`,
			sensitive > 0 && `${sensitive} held back: places that must not be found`
		]
			.filter(Boolean)
			.join('; ');
	}

	/** Asked once of a service at many places, which says the same of each, be it pages long. */
	private isHidden(texts: Judged['texts']): boolean {
		const { texts: last, hidden } = this.judged;
		if (last?.name === texts.name && last.serves === texts.serves && last.note === texts.note)
			return hidden;
		this.judged = { texts, hidden: this.context.sensitive(texts) };
		return this.judged.hidden;
	}

	/** Whether any column of the publisher's says it, used or not. */
	private isHeld(row: Row): boolean {
		const columns = row.columns();
		const names = columns.join('\n');
		if (this.columns?.names !== names) this.columns = { names, ...privacyOf(columns) };
		return this.columns.held(columns.map((column) => cellOf(row.raw(column)))) !== null;
	}

	private push(name: string, value: Cell): void {
		this.values.get(name)?.push(value);
	}

	private count(claim: AssetClaim, hidden: boolean, placed: boolean): void {
		this.counts.rows++;
		if (hidden) this.counts.sensitive++;
		else if (placed) this.counts.placed++;
		else if (claim.unplaced || !(claim.postcode ?? claim.registeredPostcode))
			this.counts.noPostcode++;
		else this.counts.elsewhere++;
	}

	/** The given point, else the centre of the postcode people go to, else of the registered one. */
	private place(
		row: Row,
		claim: Pick<AssetClaim, 'postcode' | 'registeredPostcode'>,
		point: NonNullable<AssetClaim['point']> | null
	): typeof NO_PLACE | null {
		const { lookups } = this.context;
		const [postcode, registered] = [claim.postcode ?? null, claim.registeredPostcode ?? null];
		if (point !== null) {
			const grid = 'easting' in point;
			const [longitude, latitude] =
				'easting' in point
					? fromGrid(point.easting, point.northing)
					: [point.longitude, point.latitude];
			const { west, east, south, north } = ENGLAND;
			if (!(longitude > west && longitude < east && latitude > south && latitude < north)) {
				throw new SourceError(
					row.file,
					`the point ${latitude}, ${longitude} is not in England`,
					{ row: row.number },
					REMEDY
				);
			}
			return {
				longitude: round(longitude, 5),
				latitude: round(latitude, 5),
				pointSource: grid ? 'grid reference of the source' : 'given by the source',
				lsoa21: lookups.lsoaAt(longitude, latitude)
			};
		}
		for (const [text, words] of [
			[postcode, 'centre of the postcode'],
			[registered, 'centre of the postcode of the registered office']
		] as const) {
			const found = lookups.postcode(text);
			if (found) {
				return {
					longitude: round(found.longitude, 5),
					latitude: round(found.latitude, 5),
					pointSource: words,
					lsoa21: found.lsoa21
				};
			}
			if (text !== null) return null;
		}
		return null;
	}
}

const NO_PLACE = {
	longitude: null as number | null,
	latitude: null as number | null,
	pointSource: null as string | null,
	lsoa21: null as string | null
};

/** Parts of an address in a line, without the empty ones and repetitions. */
export function joinAddress(...parts: (string | null)[]): string | null {
	const lines = parts.flatMap((part) => (part === null ? [] : [withoutEnding(part, /[,\s]/)]));
	const once = lines.filter((line, at) => line !== '' && lines.indexOf(line) === at);
	return once.length > 0 ? once.join(', ') : null;
}

/** A web address as people type it, as a link; null where it cannot be one. */
export function webAddress(text: string | null): string | null {
	if (text === null || /\s/.test(text)) return null;
	const full = /^https?:\/\//i.test(text) ? text : `https://${text}`;
	try {
		const url = new URL(full);
		return url.hostname.includes('.') ? url.href : null;
	} catch {
		return null;
	}
}
