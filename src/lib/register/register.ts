/** The register of a region as it travels: a column a field, and back to assets. */
import type { Collections } from './freshness.ts';
import { fromSteps, toSteps } from '../stats/steps.ts';
import type { PackedCell, PackedField, RegisterPart } from './parts.ts';
import { ASSET_FIELDS, type Asset, type AssetField } from './asset.ts';

/** When each source of a register was last collected. */
export const collectionsIn = ({ collections }: Pick<RegisterPart, 'collections'>): Collections =>
	new Map(Object.entries(collections));

/** What one source says about a place. */
export interface Claim extends Asset {
	/** Id of the place: the same for all claims about it. */
	place: string;
	/** Of what moves: an event or organisation, which gives a place no name while a building does. */
	moves?: true;
}

/** Whether its directory has listed it at another spot since. No list says that it closed, whatever its status. */
export const hasMovedOn = ({
	moves,
	status
}: Pick<Claim, 'status'> & { moves?: true | undefined }): boolean =>
	moves === true && status === 'closed';

const FIELDS = Object.keys(ASSET_FIELDS) as AssetField[];

/** Columns of claims, each in the shortest form; {@link unpackClaims} reads them. */
export function packClaims(
	claims: readonly Claim[]
): Pick<RegisterPart, 'count' | 'fields' | 'merged' | 'moving'> {
	return {
		count: claims.length,
		fields: Object.fromEntries(
			FIELDS.map((field) => [field, packField(claims.map((claim) => claim[field]))])
		) as Record<AssetField, PackedField>,
		merged: packField(claims.map(({ id, place }) => (place === id ? null : place))),
		moving: claims.flatMap(({ moves }, i) => (moves ? [i] : []))
	};
}

/** The claims of a part. Throws where a column has another length than the part says. */
export function unpackClaims({
	part,
	count,
	fields,
	merged,
	moving
}: Pick<RegisterPart, 'count' | 'fields' | 'merged' | 'moving'> & { part?: string }): Claim[] {
	const column = (name: string, field: PackedField) => {
		const values = unpackField(field, count);
		if (values.length !== count) {
			throw new Error(`${part ?? 'register'}: ${name} has ${values.length} of ${count} values`);
		}
		return values;
	};
	const columns = FIELDS.map((field) => [field, column(field, fields[field])] as const);
	const places = column('place', merged);
	const moves = new Set(moving);
	return Array.from({ length: count }, (_, i) => {
		const asset = Object.fromEntries(
			columns.map(([field, values]) => [field, values[i]])
		) as unknown as Asset;
		const place = (places[i] as string | null) ?? asset.id;
		return { ...asset, place, ...(moves.has(i) && { moves: true as const }) };
	});
}

function packField(values: readonly PackedCell[]): PackedField {
	const words = [...new Set(values)];
	if (words.length <= 1) return { all: words[0] ?? null };
	if (words.length > values.length / 2) return packNumbers(values) ?? { values: [...values] };
	const position = new Map(words.map((word, i) => [word, i]));
	return { words, of: values.map((value) => position.get(value) ?? -1) };
}

/** Degrees have at most five decimals. */
const SCALE = 1e5;

/** Numbers by their steps, where that gives the very same numbers again. */
function packNumbers(values: readonly PackedCell[]): PackedField | null {
	const there = values.filter((value) => value !== null);
	if (!there.every((value) => typeof value === 'number')) return null;
	const { scale, steps } = toSteps(there, SCALE);
	if (!fromSteps({ scale, steps }).every((value, i) => Object.is(value, there[i]))) return null;
	let next = 0;
	return { scale, steps: values.map((value) => (value === null ? null : (steps[next++] ?? 0))) };
}

function unpackField(field: PackedField, count: number): PackedCell[] {
	if ('all' in field) return new Array<PackedCell>(count).fill(field.all);
	if ('values' in field) return field.values;
	if ('steps' in field) {
		const there = fromSteps({ ...field, steps: field.steps.filter((step) => step !== null) });
		let next = 0;
		return field.steps.map((step) => (step === null ? null : (there[next++] ?? null)));
	}
	return field.of.map((at) => field.words[at] ?? null);
}
