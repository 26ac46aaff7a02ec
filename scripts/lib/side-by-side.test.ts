import { describe, expect, it } from 'vitest';
import { sideBySide, turns, type Ordered } from './side-by-side.ts';

/** Steps that end when they are told to, and what was begun so far. */
function held(steps: readonly Ordered[], most: number) {
	const begun: string[] = [];
	const ends = new Map<string, (ok: boolean) => void>();
	const all = sideBySide(steps, most, ({ name }) => {
		begun.push(name);
		return new Promise<{ name: string; ok: boolean }>((resolve) =>
			ends.set(name, (ok) => {
				resolve({ name, ok });
			})
		);
	});
	const end = async (name: string, ok = true) => {
		ends.get(name)?.(ok);
		await new Promise((resolve) => setImmediate(resolve));
	};
	return { begun, end, all };
}

const STEPS: readonly Ordered[] = [
	{ name: 'a' },
	{ name: 'b' },
	{ name: 'c', after: ['a'] },
	{ name: 'd', after: ['a', 'b'] }
];

describe('steps side by side', () => {
	it('begin once those before them went well, and no more at a time than there is room for', async () => {
		const { begun, end, all } = held(STEPS, 2);
		expect(begun).toEqual(['a', 'b']);
		await end('b');
		expect(begun).toEqual(['a', 'b']);
		await end('a');
		expect(begun).toEqual(['a', 'b', 'c', 'd']);
		await end('d');
		await end('c');
		expect((await all).map(({ name }) => name)).toEqual(['b', 'a', 'd', 'c']);
	});

	it('let another go first while they wait', async () => {
		const { begun, end } = held([{ name: 'late', after: ['b'] }, ...STEPS], 1);
		await end('a');
		expect(begun).toEqual(['a', 'b']);
		await end('b');
		expect(begun).toEqual(['a', 'b', 'late']);
	});

	it('end with those that run after a failure', async () => {
		const { begun, end, all } = held(STEPS, 2);
		await end('a', false);
		await end('b');
		expect(begun).toEqual(['a', 'b']);
		expect(await all).toEqual([
			{ name: 'a', ok: false },
			{ name: 'b', ok: true }
		]);
	});
});

it('what they print comes in turns, the first as it goes', () => {
	let printed = '';
	const turn = turns((text) => (printed += String(text)));
	const [a, b, c] = [turn(), turn(), turn()];
	a.write('a1 ');
	b.write('b1 ');
	c.write('c1 ');
	expect(printed).toBe('a1 ');
	c.end();
	a.write('a2 ');
	a.end();
	expect(printed).toBe('a1 a2 b1 ');
	b.write('b2 ');
	expect(printed).toBe('a1 a2 b1 b2 ');
	b.end();
	expect(printed).toBe('a1 a2 b1 b2 c1 ');
	turn().write('d1');
	expect(printed).toBe('a1 a2 b1 b2 c1 d1');
});
