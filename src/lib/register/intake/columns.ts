/** What the columns of a file may be. Which column is what is decided in recognise.ts. */
import { ASSET_FIELDS, type AssetField } from '../asset.ts';
import { withoutBetween } from '../../text/scan.ts';

/** What a column may be: a field of an asset, or something that a field is made from. */
export type Target =
	| AssetField
	| 'easting'
	| 'northing'
	| 'position'
	| 'crs'
	| 'locator'
	| 'isArea'
	| 'nameAddress';

const MADE: Readonly<Record<Exclude<Target, AssetField>, string>> = {
	easting: 'Easting (National Grid, metres)',
	northing: 'Northing (National Grid, metres)',
	position: 'Position in one cell',
	crs: 'Reference system of its position',
	locator: 'what3words, plus code or UPRN',
	isArea: 'Whether it is an area and not a place',
	nameAddress: 'Name and address in one cell'
};

/** Fields that are worked out here and not read from a file. */
const WORKED_OUT: readonly AssetField[] = ['lsoa21', 'source'];

/** Everything that a column may be, with the words for it, in the order of the schema. */
export const TARGETS: readonly { id: Target; label: string }[] = [
	...(Object.keys(ASSET_FIELDS) as AssetField[])
		.filter((field) => !WORKED_OUT.includes(field))
		.map((field) => ({ id: field, label: ASSET_FIELDS[field].label })),
	...Object.entries(MADE).map(([id, label]) => ({ id: id as Target, label }))
];

/** What says where a place is in numbers. */
export const POSITION_TARGETS: ReadonlySet<Target> = new Set([
	'latitude',
	'longitude',
	'easting',
	'northing',
	'position'
]);

/** The target of each column; null where a column is not used. */
export type Mapping = (Target | null)[];

/** These may come in several columns, whose cells are put together. */
const SEVERAL: ReadonlySet<Target> = new Set(['address', 'note', 'openingTimes', 'locator']);

/** A heading without case, accents and punctuation: "Post-Code (venue)" → "post code". */
export function plainWords(text: string): string {
	if (text === '') return '';
	const plain = text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase();
	return withoutBrackets(plain)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/** What stands in brackets in one line is a remark on the words. */
const withoutBrackets = (text: string): string =>
	text.includes('(')
		? text
				.split(/[\n\r\u2028\u2029]/)
				.map((line) => withoutBetween(line, '(', ')'))
				.join(' ')
		: text;

/** Whether several columns may be this. */
export const mayBeSeveral = (target: Target): boolean => SEVERAL.has(target);

const LABELS: ReadonlyMap<Target, string> = new Map(TARGETS.map(({ id, label }) => [id, label]));

/** The words for a target, as the page has them. */
export const targetLabel = (target: Target): string => LABELS.get(target) ?? target;
