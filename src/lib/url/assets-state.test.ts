import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGE_IDS, SORT_IDS } from '../register/directory/orders.ts';
import { KNOWN_IDS } from '../register/directory/known.ts';
import { CHECK_ORDER_IDS } from '../register/directory/field-check.ts';
import { MOST_SAMPLE, MOST_SEED } from '../register/rounds/round.ts';
import {
	ASSET_KINDS,
	ASSET_STATUSES,
	type AssetKind,
	type AssetStatus
} from '../register/kinds.ts';
import { ASSETS_CODEC, DIRECTORY_VIEWS, type AssetsState } from './assets-state.ts';
import { fieldCheckQuery } from './field-check-link.ts';

const kinds = Object.keys(ASSET_KINDS) as AssetKind[];
const statuses = Object.keys(ASSET_STATUSES) as AssetStatus[];
const states: fc.Arbitrary<AssetsState> = fc.record({
	view: fc.constantFrom(...DIRECTORY_VIEWS),
	kinds: fc.subarray(kinds),
	place: fc.constantFrom(null, 'E07000148', 'E02005575', 'E01026594', 'E38000239'),
	statuses: fc.subarray(statuses),
	ages: fc.subarray([...AGE_IDS]),
	babies: fc.subarray([...KNOWN_IDS]),
	late: fc.subarray([...KNOWN_IDS]),
	yours: fc.boolean(),
	sort: fc.constantFrom(...SORT_IDS),
	order: fc.constantFrom(...CHECK_ORDER_IDS),
	sample: fc.integer({ min: 1, max: MOST_SAMPLE }),
	seed: fc.integer({ min: 1, max: MOST_SEED }),
	source: fc.constantFrom(null, 'community-venues'),
	asset: fc.constantFrom(null, 'venue-0000881c48a1', 'school-100000', 'yours:1.2'),
	camera: fc.constantFrom(null, { latitude: 52.6282, longitude: 1.2974, zoom: 11.25 })
});

describe('the address of a directory', () => {
	it('the plain address is the plain page', () => {
		expect(ASSETS_CODEC.query(ASSETS_CODEC.defaults())).toBe('');
	});

	it('reads what it writes', () => {
		fc.assert(
			fc.property(states, (state) => {
				const { state: read, notes } = ASSETS_CODEC.read(ASSETS_CODEC.query(state));
				expect(notes).toEqual([]);
				expect(read).toEqual(state);
			})
		);
	});

	it('anything at all is read without an error', () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (kinds, asset) => {
				const query = new URLSearchParams({ kinds, asset, place: asset, part: kinds });
				expect(() => ASSETS_CODEC.read(query.toString())).not.toThrow();
			})
		);
	});

	it('keeps the part of a list that it knows, and says what it left out', () => {
		const { state, notes } = ASSETS_CODEC.read('?kinds=library,palace&status=lost&asset=%3Cb%3E');
		expect(state.kinds).toEqual(['library']);
		expect(state.asset).toBeNull();
		expect(notes.join(' ')).toContain('no kind of place “palace”');
		expect(notes).toHaveLength(3);
	});

	it.each([
		[null, []],
		['E07000145', ['community-venue', 'food-bank']]
	] as const)('reads links of other pages to the field check of %s', (place, kinds) => {
		const { state, notes } = ASSETS_CODEC.read(fieldCheckQuery(place, kinds));
		expect(notes).toEqual([]);
		expect(state).toEqual({
			...ASSETS_CODEC.defaults(),
			view: 'check',
			order: 'need',
			place,
			kinds
		});
	});
});
