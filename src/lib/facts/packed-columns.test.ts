import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packColumns, unpackColumns } from './packed-columns.ts';

const read = (content: unknown) => unpackColumns(JSON.parse(JSON.stringify(packColumns(content))));

const coordinate = fc.integer({ min: -9e6, max: 9e6 }).map((units) => units / 1e5);
const numbers = fc.oneof(
	fc.array(fc.integer({ min: -200, max: 200 }), { maxLength: 60 }),
	fc.array(fc.option(fc.integer()), { maxLength: 60 }),
	fc.array(fc.option(coordinate), { maxLength: 60 }),
	fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 60 }),
	fc.array(fc.maxSafeInteger(), { maxLength: 60 })
);
const { part } = fc.letrec<{ part: unknown }>((tie) => ({
	part: fc.oneof(
		{ maxDepth: 4 },
		numbers,
		fc.string(),
		fc.boolean(),
		fc.dictionary(fc.string(), tie('part')),
		fc.array(tie('part'), { maxLength: 30 })
	)
}));

it('whatever is packed, written and read is what it was, to the last digit', () => {
	fc.assert(
		fc.property(part, (one) => {
			// JSON has no minus zero.
			const asJson = JSON.parse(JSON.stringify(one)) as unknown;
			expect(read(one)).toStrictEqual(asJson);
		})
	);
});

it('columns become characters where these are fewer, and nothing else does', () => {
	const column = Array.from({ length: 40 }, (_, at) => (52_600 + at) / 1000);
	const packed = packColumns({ column, few: [1, 2, 3], words: Array(40).fill('a') });
	expect(packed).toMatchObject({
		column: { decimals: 3, isSteps: true, packed: expect.any(String) as string },
		few: [1, 2, 3],
		words: Array(40).fill('a')
	});
	expect(JSON.stringify(packed).length).toBeLessThan(JSON.stringify({ column }).length);
	for (const kept of [Array(40).fill(null), Array(40).fill(1e-9), Array(40).fill(1e300)]) {
		expect(packColumns(kept)).toEqual(kept);
	}
});

it('what is missing stays missing, and is not 0', () => {
	const column = Array.from({ length: 30 }, (_, at) => (at % 3 === 0 ? null : at % 2));
	expect(packColumns(column)).toMatchObject({ hasGaps: true });
	expect(read(column)).toEqual(column);
});

it('a damaged file says so', () => {
	expect(() => unpackColumns({ column: { packed: 'a"b' } })).toThrow('are damaged');
	expect(() => unpackColumns({ column: { packed: '~' } })).toThrow('are damaged');
});
