/** What the columns of official tables look like: codes, counts, ranks, coordinates. */
import type { ColumnSpec } from './source-file.ts';

const code = (pattern: RegExp): ColumnSpec => ({ type: 'code', pattern });

export const LSOA = code(/^E01\d{6}$/);
export const MSOA = code(/^E02\d{6}$/);
export const OUTPUT_AREA = code(/^E00\d{6}$/);
export const WARD = code(/^E05\d{6}$/);
/** An English district: unitary, non-metropolitan, metropolitan or London borough. */
export const DISTRICT = code(/^E0[6-9]\d{6}$/);
export const ICB = code(/^E54\d{6}$/);
/** A sub-ICB location, or the clinical commissioning group it followed. */
export const SUB_ICB = code(/^E38\d{6}$/);
export const NHS_REGION = code(/^E40\d{6}$/);
/** A code of the NHS Organisation Data Service. */
export const ODS = code(/^[A-Z0-9]{2,5}$/);
export const POSTCODE = code(/^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/);

export const TEXT: ColumnSpec = { type: 'text' };
export const OPTIONAL_TEXT: ColumnSpec = { type: 'text', missing: [''] };
export const COUNT: ColumnSpec = { type: 'integer', min: 0 };
export const NUMBER: ColumnSpec = { type: 'number' };
export const AMOUNT: ColumnSpec = { type: 'number', min: 0 };
export const SHARE: ColumnSpec = { type: 'number', min: 0, max: 1 };
/** A rank, 1 first; `checkDeciles` holds it below the number of areas. */
export const RANK: ColumnSpec = { type: 'integer', min: 1 };
export const PERCENT: ColumnSpec = { type: 'number', min: 0, max: 100 };
export const DECILE: ColumnSpec = { type: 'integer', min: 1, max: 10 };
export const FLAG: ColumnSpec = { type: 'flag' };
export const DATE: ColumnSpec = { type: 'text', pattern: /^\d{4}-\d{2}-\d{2}$/ };
/** Degrees of WGS84, within a box around the United Kingdom. */
export const LONGITUDE: ColumnSpec = { type: 'number', min: -9, max: 2.5 };
export const LATITUDE: ColumnSpec = { type: 'number', min: 49, max: 61.5 };

/** The same column, every value once. */
export const unique = (spec: ColumnSpec): ColumnSpec => ({ ...spec, unique: true });
/** The same column, where an empty cell (or one of the texts given) is a missing value. */
export const optional = (spec: ColumnSpec, ...missing: string[]): ColumnSpec => ({
	...spec,
	missing: ['', ...missing]
});
/** The same spec for several columns. */
export function each<Name extends string>(
	names: readonly Name[],
	spec: ColumnSpec
): Record<Name, ColumnSpec> {
	return Object.fromEntries(names.map((name) => [name, spec])) as Record<Name, ColumnSpec>;
}
