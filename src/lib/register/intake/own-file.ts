/**
 * The project's own file of assets, to share a checked list: JSON with one object an asset
 * whose members are those of the schema.
 */
import * as v from 'valibot';
import { ASSET_FIELDS, type AssetField } from '../asset.ts';
import type { AssetRow } from '../export.ts';
import { LIMITS } from './limits.ts';
import { ImportError } from './import-error.ts';
import type { Content } from './content.ts';
import { cellOf } from '../../text/cells.ts';
import { isObject, member, object } from './json.ts';
import { tooManyRows, type ImportTable } from './table.ts';

export const OWN_FORMAT = 'asset-gap-map/assets';
const VERSION = 1;

const EnvelopeSchema = v.object({
	format: v.literal(OWN_FORMAT),
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** Name of the region, for people. */
	region: v.optional(v.string()),
	exported: v.optional(v.string()),
	/** Who looks after the site's listings, for people. */
	owner: v.optional(v.string()),
	assets: v.array(v.unknown())
});

const FIELDS = Object.keys(ASSET_FIELDS) as AssetField[];

/** The file's text. `exported` is an ISO day, `owner` a sentence. */
export function writeOwnFile(
	assets: readonly AssetRow[],
	region: string,
	exported: string,
	owner: string
): string {
	return JSON.stringify(
		{ format: OWN_FORMAT, version: VERSION, region, exported, owner, assets },
		null,
		'\t'
	);
}

export const recognises = (json: unknown): boolean =>
	isObject(json) && json['format'] === OWN_FORMAT;

export function parse({ json }: Content): ImportTable {
	const read = v.safeParse(EnvelopeSchema, json);
	if (!read.success) {
		throw new ImportError(
			'This is a list of places from this site, but it is not complete.',
			'Ask whoever sent it to export it again.'
		);
	}
	const { assets, version, region, exported } = read.output;
	if (version > VERSION) {
		throw new ImportError(
			'This file was written by a newer version of this site than the one you are using.',
			'Load this page again; if that does not help, ask for the list as CSV.'
		);
	}
	if (assets.length === 0) {
		throw new ImportError('This file lists no places.', 'Ask whoever sent it to export it again.');
	}
	if (assets.length > LIMITS.rows) throw tooManyRows(assets.length);
	const from = [region, exported].filter((text) => text).join(', ');
	return {
		headings: FIELDS.map((field) => ASSET_FIELDS[field].column),
		rows: assets.map((asset) =>
			FIELDS.map((field) => cellOf(member(object(asset), field)).slice(0, LIMITS.cell))
		),
		lines: assets.map((_, at) => at + 1),
		lineWord: 'entry',
		notes: from ? [`A list exported from this site: ${from.slice(0, 120)}.`] : []
	};
}
