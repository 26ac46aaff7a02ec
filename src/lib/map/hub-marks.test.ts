import { beforeEach, describe, expect, it } from 'vitest';
import { HubMarks, type MakeMark, type MarkEvents } from './hub-marks.ts';
import type { HubMark, HubScene } from './hub-scene.ts';

/** A mark that remembers what it was told. */
interface FakeMark {
	hub: HubMark;
	events: MarkEvents;
}

let made: string[];
let onMap: Map<string, FakeMark>;
let drawn: HubScene[];
let moves: unknown[][];
let marks: HubMarks;

const makeMark: MakeMark = (hub, events) => {
	const mark: FakeMark = { hub, events };
	made.push(hub.id);
	onMap.set(hub.id, mark);
	return {
		show: (next) => (mark.hub = next),
		remove: () => onMap.delete(hub.id)
	};
};

beforeEach(() => {
	made = [];
	onMap = new Map();
	drawn = [];
	moves = [];
	marks = new HubMarks(makeMark, (scene) => drawn.push(scene));
});

/** Hubs numbered in their order; one written in capitals stands already. */
const sceneOf = (...ids: string[]): HubScene => ({
	hubs: ids.map((id, i) => ({
		id,
		number: i + 1,
		name: `Hub ${id}`,
		longitude: i,
		latitude: 52,
		standing: id === id.toUpperCase()
	})),
	lines: [],
	candidates: []
});
const show = (...ids: string[]) => {
	const scene = sceneOf(...ids);
	marks.show(scene, { moved: (...move) => moves.push(move) });
	return scene;
};
const numbers = () => Object.fromEntries([...onMap].map(([id, { hub }]) => [id, hub.number]));
const events = (id: string): MarkEvents => {
	const mark = onMap.get(id);
	if (!mark) throw new Error(`no mark of ${id}`);
	return mark.events;
};

describe('the marks of hubs', () => {
	it('are kept from scene to scene: only what differs is made or removed', () => {
		show('a', 'b', 'c');
		show('b', 'a', 'd');
		expect(made).toEqual(['a', 'b', 'c', 'd']);
		expect(numbers()).toEqual({ b: 1, a: 2, d: 3 });
	});

	it('show each scene as it comes while none is held', () => {
		const scenes = [show('a'), show('a', 'b')];
		expect(drawn).toEqual(scenes);
	});
});

describe('a mark in the reader’s hand', () => {
	it('and all others are left alone, whatever comes meanwhile; the last of it is shown after', () => {
		show('a', 'b');
		const [before] = [onMap.get('b')];
		events('b').grabbed();
		show('c', 'd');
		const last = show('c', 'b');
		expect(numbers()).toEqual({ a: 1, b: 2 });
		expect(drawn).toHaveLength(1);
		events('b').released(5, 50);
		expect(numbers()).toEqual({ c: 1, b: 2 });
		expect(onMap.get('b')).toBe(before);
		expect(drawn.at(-1)).toBe(last);
		expect(made).toEqual(['a', 'b', 'c']);
	});

	it('moves a hub of the plan that the reader saw, even where another plan came meanwhile', () => {
		show('S', 'a', 'b');
		events('a').grabbed();
		show('S', 'c', 'd');
		events('a').released(5, 50);
		expect(moves).toEqual([['a', 5, 50, ['a', 'b']]]);
	});

	it('is put back where its hub is; the plan may say otherwise then', () => {
		show('a');
		const mark = onMap.get('a');
		const hub = mark?.hub;
		events('a').grabbed();
		if (mark) mark.hub = { ...mark.hub, longitude: 99 };
		events('a').released(5, 50);
		expect(mark?.hub).toBe(hub);
	});

	it('is made anew where the drag was broken off, and nothing was moved', () => {
		show('a', 'b');
		events('a').grabbed();
		show('a', 'b', 'c');
		events('a').abandoned();
		expect(made).toEqual(['a', 'b', 'a', 'c']);
		expect(numbers()).toEqual({ a: 1, b: 2, c: 3 });
		expect(moves).toEqual([]);
		// Nothing is held any more.
		show('b');
		expect(numbers()).toEqual({ b: 1 });
	});

	it('shows the plan that the move makes, at once', () => {
		marks.show(sceneOf('a', 'b'), {
			moved: () => show('a', 'c')
		});
		events('b').grabbed();
		events('b').released(5, 50);
		expect(numbers()).toEqual({ a: 1, c: 2 });
	});
});
