import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	atFound,
	FAR,
	heldAfter,
	publicPart,
	readHeld,
	withFound,
	writeHeld,
	type Found
} from './held-back.ts';
import { defaultState, MAP_CODEC, writeQuery, type Camera, type MapState } from './map-state.ts';

const HOME = 'E01026594';
const OTHER = 'E01026595';
const found: Found = {
	by: 'postcode',
	area: HOME,
	longitude: 1.2974,
	latitude: 52.6285,
	left: false
};
const HERE: Camera = { longitude: found.longitude, latitude: found.latitude, zoom: 12 };
const AWAY: Camera = { longitude: 1.7, latitude: 52.6, zoom: 12 };
/** About as many kilometres to the north. */
const north = (kilometres: number): Camera => ({
	...HERE,
	latitude: HERE.latitude + kilometres / 111
});

/** What somebody does after a postcode led them somewhere, one change after the other. */
function after(...changes: Partial<MapState>[]): { state: MapState; held: Found | null } {
	let state = atFound(defaultState(), found);
	let held: Found | null = found;
	for (const change of changes) {
		state = { ...state, ...change };
		held = heldAfter(held, change, state);
	}
	return { state, held };
}
const addressAfter = (...changes: Partial<MapState>[]): string => {
	const { state, held } = after(...changes);
	return writeQuery(publicPart(state, held));
};

describe('an address after a postcode', () => {
	it('is the plain one, whatever part of the map the reader looks at', () => {
		expect(addressAfter()).toBe('');
		expect(addressAfter({ camera: { ...HERE, zoom: 15 } })).toBe('');
		expect(addressAfter({ camera: AWAY })).toBe('');
		expect(addressAfter({ camera: null })).toBe('');
	});
	it('has all else that is chosen', () => {
		expect(addressAfter({ edition: '2019' })).toContain('edition=2019');
		expect(addressAfter({ edition: '2019' })).not.toMatch(/area|view/);
	});
	it('has another area that is chosen, and where the map is only far from what was found', () => {
		expect(addressAfter({ area: OTHER })).toMatch(new RegExp(`area=${OTHER}$`));
		expect(addressAfter({ area: OTHER }, { camera: north(FAR - 0.1) })).not.toContain('view');
		expect(addressAfter({ area: OTHER }, { camera: AWAY })).toMatch(/area=E01026595&view=52\.6000/);
	});
	it('has nothing of what was found when that is cleared, or chosen again by hand', () => {
		expect(addressAfter({ area: null }, { camera: AWAY })).toBe('');
		expect(addressAfter({ area: OTHER }, { area: HOME })).toBe('');
		expect(addressAfter({ area: null }, { area: HOME })).toBe('');
	});
	it('says everything again once the reader is elsewhere', () => {
		expect(after({ area: OTHER }, { camera: AWAY }).held).toBeNull();
		expect(addressAfter({ area: OTHER }, { camera: AWAY }, { area: HOME })).toContain(HOME);
	});
	it('says where the map is at no time, where the neighbourhood is not known', () => {
		const held = { ...found, area: null };
		const state = atFound(defaultState(), held);
		expect(writeQuery(publicPart(state, held))).toBe('');
		expect(heldAfter(held, { camera: AWAY }, { ...state, camera: AWAY })).toEqual(held);
	});
});

const camera = fc.record({
	latitude: fc.double({ min: 52.3, max: 53, noNaN: true }),
	longitude: fc.double({ min: 0.8, max: 1.8, noNaN: true }),
	zoom: fc.double({ min: 6, max: 16, noNaN: true })
});
const change: fc.Arbitrary<Partial<MapState>> = fc.oneof(
	fc.record({ camera: fc.option(camera) }),
	fc.record({ area: fc.constantFrom(null, HOME, OTHER) }),
	fc.record({ edition: fc.constantFrom('2019', '2025') })
);

describe('whatever the reader does', () => {
	it('neither the neighbourhood nor a middle of the map near it is in an address while held', () => {
		fc.assert(
			fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
				const { state, held } = after(...changes);
				if (!held) return;
				const said = publicPart(state, held);
				expect(said.area).not.toBe(HOME);
				if (said.camera) {
					expect(held.left).toBe(true);
					const apart = Math.abs(said.camera.latitude - found.latitude) * 111;
					const aside = Math.abs(said.camera.longitude - found.longitude) * 67;
					expect(Math.hypot(apart, aside)).toBeGreaterThan(FAR * 0.98);
				}
			})
		);
	});
	it('nothing is let go before another area was chosen by hand', () => {
		const own = fc.oneof(
			fc.record({ camera: fc.option(camera) }),
			fc.record({ area: fc.constantFrom(null, HOME) })
		);
		fc.assert(
			fc.property(fc.array(own, { maxLength: 12 }), (changes) => {
				expect(addressAfter(...changes)).toBe('');
			})
		);
	});
	it('what is held is read as it was written', () => {
		fc.assert(
			fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
				const { state, held } = after(...changes);
				if (!held) return;
				const read = readHeld(MAP_CODEC, writeHeld(MAP_CODEC, state, held));
				expect(read?.found).toEqual(held);
				expect(read?.placed.area).toBe(state.area);
				expect(read?.placed.camera === null).toBe(state.camera === null);
			})
		);
	});
	it('a text of any other making is no error and holds nothing', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				expect(readHeld(MAP_CODEC, text)).toBeNull();
			})
		);
		expect(readHeld(MAP_CODEC, 'null')).toBeNull();
		expect(readHeld(MAP_CODEC, JSON.stringify({ query: '', found: null }))).toBeNull();
	});
});

it('a link with the neighbourhood has the middle of its people, never the point that was found', () => {
	const state = atFound(defaultState(), found);
	const query = writeQuery(withFound(state, found, [1.31, 52.64]));
	expect(query).toContain(`area=${HOME}&view=52.6400,1.3100,12.00`);
	expect(query).not.toContain('52.6285');
});
