import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyAct, type Combobox } from './combobox.ts';

const box = (change: Partial<Combobox> = {}): Combobox => ({
	options: 3,
	open: true,
	active: -1,
	blank: false,
	...change
});

describe('a key in a box with a list', () => {
	it.each([
		['ArrowDown', -1, 0],
		['ArrowDown', 0, 1],
		['ArrowDown', 2, 0],
		['ArrowUp', -1, 2],
		['ArrowUp', 2, 1],
		['ArrowUp', 0, 2],
		['Home', 1, 0],
		['End', 1, 2]
	])('%s at option %d moves to option %d', (key, active, to) => {
		expect(keyAct(key, box({ active }))).toEqual({ does: 'move', to, taken: true });
	});

	it('opens the list again by an arrow, and only by one', () => {
		expect(keyAct('ArrowDown', box({ open: false })).does).toBe('move');
		expect(keyAct('Home', box({ open: false, active: 1 })).does).toBe('nothing');
	});

	it('belongs to the text while no option is active', () => {
		expect(keyAct('Home', box()).taken).toBe(false);
		expect(keyAct('End', box()).taken).toBe(false);
		expect(keyAct('ArrowLeft', box({ active: 1 }))).toEqual({
			does: 'back to the text',
			taken: false
		});
	});

	it('chooses the active option, else the first, else asks', () => {
		expect(keyAct('Enter', box({ active: 2 }))).toMatchObject({ does: 'choose', option: 2 });
		expect(keyAct('Enter', box())).toMatchObject({ does: 'choose', option: 0 });
		expect(keyAct('Enter', box({ open: false })).does).toBe('ask');
		expect(keyAct('Enter', box({ options: 0 })).does).toBe('ask');
	});

	it('closes the list first, then clears the text, then leaves Escape to the page', () => {
		expect(keyAct('Escape', box()).does).toBe('close');
		expect(keyAct('Escape', box({ open: false })).does).toBe('clear');
		expect(keyAct('Escape', box({ open: false, blank: true }))).toEqual({
			does: 'nothing',
			taken: false
		});
	});

	it('never leads to an option that is not there', () => {
		fc.assert(
			fc.property(
				fc.constantFrom('ArrowDown', 'ArrowUp', 'Home', 'End', 'Enter', 'Escape', 'ArrowLeft', 'a'),
				fc.nat(20).chain((options) =>
					fc.record({
						options: fc.constant(options),
						active: fc.integer({ min: -1, max: options - 1 }),
						open: fc.boolean(),
						blank: fc.boolean()
					})
				),
				(key, state) => {
					const act = keyAct(key, state);
					const option = act.does === 'move' ? act.to : act.does === 'choose' ? act.option : null;
					if (option !== null) {
						expect(option).toBeGreaterThanOrEqual(0);
						expect(option).toBeLessThan(state.options);
					}
				}
			)
		);
	});
});
