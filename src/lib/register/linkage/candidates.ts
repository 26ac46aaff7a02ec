/**
 * Which pairs of records are worth comparing: blocks of those that share a word of their own and
 * lie near each other, a postcode, or an organisation's number.
 */
import { METRES_PER_DEGREE } from '../../geometry/near.ts';
import type { Prepared } from './link-record.ts';
import { put } from './lists-by-key.ts';
import { FURTHEST } from './one-spot.ts';

/** Metres within which records with a word in common are compared: further apart, only a postcode can join them. */
const REACH = FURTHEST;
/** Larger blocks are passed over. */
export const BLOCK_LIMIT = 200;

/** Pairs of positions worth comparing, each once, the smaller first. */
export function candidates(
	prepared: readonly Prepared[],
	representatives: readonly number[]
): [number, number][] {
	const byWord = new Map<string, number[]>();
	const byKey = new Map<string, number[]>();
	for (const i of representatives) {
		const one = prepared[i];
		if (!one) continue;
		if (one.point) for (const word of one.name.own) put(byWord, word, i);
		for (const key of keysOf(one)) put(byKey, key, i);
	}
	/** By the smaller position, the others to compare it with. */
	const after = new Map<number, number[]>();
	const meet = (a: number, b: number) => put(after, Math.min(a, b), Math.max(a, b));
	for (const block of byKey.values()) everyPair(block, meet);
	for (const having of byWord.values()) {
		if (having.length > 1) neighbours(prepared, having, meet);
	}
	return [...after].flatMap(([a, others]) =>
		[...new Set(others)].map((b): [number, number] => [a, b])
	);
}

function everyPair(block: readonly number[], meet: (a: number, b: number) => void): void {
	if (block.length > BLOCK_LIMIT) return;
	block.forEach((a, i) => {
		for (let j = i + 1; j < block.length; j++) meet(a, block[j] ?? a);
	});
}

/** The pairs of records with a word in common that lie in the same square or in squares side by side. */
function neighbours(
	prepared: readonly Prepared[],
	having: readonly number[],
	meet: (a: number, b: number) => void
): void {
	const squares = new Map<number, number[]>();
	for (const i of having) {
		const point = prepared[i]?.point;
		if (point) put(squares, squareOf(point), i);
	}
	for (const [square, here] of squares) {
		everyPair(here, meet);
		for (const step of HALF_AROUND) {
			const there = squares.get(square + step);
			if (!there || here.length > BLOCK_LIMIT || there.length > BLOCK_LIMIT) continue;
			for (const a of here) for (const b of there) meet(a, b);
		}
	}
}

/** What brings records together wherever they are. */
function keysOf({ postcode, charity, company }: Prepared): string[] {
	return [
		...(postcode === null ? [] : [`postcode ${postcode}`]),
		...(charity === null ? [] : [`charity ${charity}`]),
		...(company === null ? [] : [`company ${company}`])
	];
}

/**
 * The square that a point lies in, as a number. Its sides are of REACH at WIDTH's latitude;
 * further south, where degrees are wider, of a little more.
 */
function squareOf({ longitude, latitude }: { longitude: number; latitude: number }): number {
	const x = Math.floor((longitude * METRES_PER_DEGREE * WIDTH) / REACH);
	return x + ROW * Math.floor((latitude * METRES_PER_DEGREE) / REACH);
}
/** Length of a degree of longitude by that of latitude at 56° north, beyond England: no square is narrower. */
const WIDTH = Math.cos((56 * Math.PI) / 180);
/** From a square to the one north of it: more than there are around the Earth. */
const ROW = 2 ** 19;
/** East, and the three to the north: each pair of squares side by side, once. */
const HALF_AROUND = [1, ROW - 1, ROW, ROW + 1] as const;
