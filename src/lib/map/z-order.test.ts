import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerAbove, slotIndex, Z_ORDER } from './z-order.ts';

describe('the z-order', () => {
	it('throws for an id nobody gave a place', () => {
		expect(() => slotIndex('sparkles')).toThrow('no place in the z-order');
	});

	it('keeps the order whatever the order of adding', () => {
		const ids = fc.shuffledSubarray([...Z_ORDER, 'points/a/single', 'points/b/single']);
		fc.assert(
			fc.property(ids, (adding) => {
				const present: string[] = [];
				for (const id of adding) {
					const above = layerAbove(id, present);
					present.splice(above === undefined ? present.length : present.indexOf(above), 0, id);
				}
				const heights = present.map(slotIndex);
				expect(heights).toEqual([...heights].sort((a, b) => a - b));
			})
		);
	});
});
