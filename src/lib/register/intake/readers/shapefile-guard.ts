/**
 * Looking at the parts of a shapefile before the library reads them: it trusts what they say of
 * their own lengths, and would go round for ever on a record that says it has none.
 */
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import { tooManyCells, tooManyColumns, tooManyRows } from '../table.ts';

/** Bytes before the first record, and before each. */
const SHP_HEAD = 100;
const RECORD_HEAD = 8;
const LEAST_RECORD = 4;
/** Where the file says of which kind all its shapes are, or none. */
const KIND_AT = 32;
/** The kind of a record without a shape. */
const NO_SHAPE = 0;
/**
 * In a record of lines or areas: how many parts it has, how many positions, and which position each
 * part begins with; and the kinds of shapes that say so.
 */
const PARTS_AT = RECORD_HEAD + 36;
const POSITIONS_AT = RECORD_HEAD + 40;
const STARTS_AT = RECORD_HEAD + 44;
const POSITION = 16;
const HAS_PARTS = new Set([3, 5, 13, 15, 23, 25]);
/** The signature of a shapefile. */
const SHP_SIGN = 9994;

/**
 * Throws ImportError where shapes (.shp) are broken, too many, or of more parts than any place has.
 */
export function checkShp(bytes: Uint8Array): void {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < SHP_HEAD || view.getInt32(0) !== SHP_SIGN) throw broken('.shp');
	const kind = view.getInt32(KIND_AT, true);
	let records = 0;
	let pairs = 0;
	for (let at = SHP_HEAD; at + RECORD_HEAD <= bytes.length;) {
		const length = view.getInt32(at + 4) * 2;
		if (length < LEAST_RECORD || at + RECORD_HEAD + length > bytes.length) throw broken('.shp');
		if (++records > LIMITS.rows) throw tooManyRows(records);
		const own = view.getInt32(at + RECORD_HEAD, true);
		// The library reads every record as one of the kind of the file.
		if (own !== NO_SHAPE && own !== kind) throw broken('.shp');
		if (own !== NO_SHAPE && HAS_PARTS.has(kind)) {
			const parts = partsOf(view, at, RECORD_HEAD + length);
			pairs += parts * parts;
			if (parts > LIMITS.shapeParts || pairs > LIMITS.partPairs) {
				throw new ImportError(
					'The shapes in this shapefile are of more parts than places have.',
					'Simplify the outlines, or bring points.'
				);
			}
		}
		at += RECORD_HEAD + length;
	}
}

/**
 * How many parts the shape of a record has, which begins at `at` and is `length` bytes long. Throws
 * ImportError where they are not one behind the other within it: they could be read again and again.
 */
function partsOf(view: DataView, at: number, length: number): number {
	if (length < STARTS_AT) throw broken('.shp');
	const parts = view.getInt32(at + PARTS_AT, true);
	const positions = view.getInt32(at + POSITIONS_AT, true);
	if (parts < 0 || positions < 0) throw broken('.shp');
	if (STARTS_AT + 4 * parts + POSITION * positions > length) throw broken('.shp');
	let before = 0;
	for (let part = 0; part < parts; part++) {
		const start = view.getInt32(at + STARTS_AT + 4 * part, true);
		if (start < before || start > positions) throw broken('.shp');
		before = start;
	}
	return parts;
}

const DBF_HEAD = 32;
const FIELD = 32;
const FIELDS_END = 13;

/**
 * A table (.dbf) whose records are where they must be, with no more between its head and them than
 * the library expects. Throws ImportError where it is broken or too large.
 */
export function checkDbf(bytes: Uint8Array): Uint8Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < DBF_HEAD + 1) throw broken('.dbf');
	const records = view.getUint32(4, true);
	const headLength = view.getUint16(8, true);
	const recordLength = view.getUint16(10, true);
	let fields = 0;
	let width = 1;
	for (let at = DBF_HEAD; bytes[at] !== FIELDS_END; at += FIELD) {
		if (at + FIELD >= Math.min(bytes.length, headLength)) throw broken('.dbf');
		width += bytes[at + 16] ?? 0;
		if (++fields > LIMITS.columns) throw tooManyColumns(fields);
	}
	if (fields === 0 || width !== recordLength) throw broken('.dbf');
	if (records > LIMITS.rows) throw tooManyRows(records);
	if (records * fields > LIMITS.cells) throw tooManyCells();
	if (headLength + records * recordLength > bytes.length) throw broken('.dbf');
	const expected = DBF_HEAD + fields * FIELD + 1;
	if (headLength === expected) return bytes;
	const closer = new Uint8Array(expected + records * recordLength);
	closer.set(bytes.subarray(0, expected));
	closer.set(bytes.subarray(headLength, headLength + records * recordLength), expected);
	return closer;
}

const broken = (part: string) =>
	new ImportError(
		`The ${part} of this shapefile is damaged: it is not as long as it says.`,
		'It may have been cut off when it was saved: export it again, or export GeoJSON.'
	);
