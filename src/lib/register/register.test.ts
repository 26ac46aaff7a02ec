import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSET_FIELDS, type AssetField } from './asset.ts';
import { packClaims, unpackClaims, type Claim } from './register.ts';

const cell = fc.oneof(fc.constant(null), fc.constantFrom('a', 'b'), fc.string(), fc.integer());
const claim = fc
	.tuple(...Object.keys(ASSET_FIELDS).map(() => cell), fc.string())
	.map(
		(values) =>
			Object.fromEntries(
				[...(Object.keys(ASSET_FIELDS) as AssetField[]), 'place'].map((field, i) => [
					field,
					values[i]
				])
			) as unknown as Claim
	);

describe('the register as it travels', () => {
	it('comes back as it was', () => {
		fc.assert(
			fc.property(fc.array(claim, { maxLength: 12 }), (claims) => {
				expect(unpackClaims(packClaims(claims))).toEqual(claims);
			})
		);
	});

	it('has degrees in fewer bytes, the very same', () => {
		const degrees = fc.oneof(
			fc.constant(null),
			fc.integer({ min: -18_000_000, max: 18_000_000 }).map((units) => units / 1e5),
			fc.double({ noNaN: true }).map((value) => value + 0)
		);
		fc.assert(
			fc.property(fc.array(degrees, { maxLength: 20 }), (values) => {
				const claims = values.map((longitude) => ({ longitude }) as unknown as Claim);
				const there = unpackClaims(packClaims(claims)).map(({ longitude }) => longitude);
				expect(there).toEqual(values);
			})
		);
		const near = [-1.49919, null, -1.49337, -1.48823].map(
			(longitude) => ({ longitude }) as unknown as Claim
		);
		expect(packClaims(near).fields.longitude).toEqual({
			scale: 1e5,
			steps: [-149919, null, 582, 514]
		});
	});

	it('refuses a column of another length', () => {
		const packed = packClaims([]);
		expect(() =>
			unpackClaims({ ...packed, count: 2, fields: { ...packed.fields, name: { values: ['x'] } } })
		).toThrow('name has 1 of 2');
	});
});
