/** Every fault of the list can be put in its place. */
import { describe, expect, it } from 'vitest';
import { PROJECT } from '../lib/paths.ts';
import { mutate, readCode } from './find.ts';
import { MUTATIONS } from './list.ts';

describe('the list of mutations', () => {
	const code = readCode(PROJECT);

	it('has twenty or more, each of its own name', () => {
		expect(new Set(MUTATIONS.map(({ id }) => id)).size).toBe(MUTATIONS.length);
		expect(MUTATIONS.length).toBeGreaterThanOrEqual(20);
	});

	it.each(MUTATIONS.map((mutation) => [mutation.id, mutation] as const))(
		'%s stands once in the code, and changes it',
		(_, mutation) => {
			const { path, content } = mutate(code, mutation);
			expect(content).not.toBe(code.get(path));
			expect(content).toContain(mutation.replacement);
			expect(mutation.tests.length).toBeGreaterThan(0);
		}
	);

	it('refuses a text that is gone, or stands twice', () => {
		const files = new Map([
			['a.ts', 'one two'],
			['b.ts', 'two']
		]);
		const of = (text: string) => mutate(files, { id: 'it', text, replacement: '$&' });
		expect(of('one')).toEqual({ path: 'a.ts', content: '$& two' });
		expect(() => of('two')).toThrow('stands 2 times: a.ts, b.ts');
		expect(() => of('three')).toThrow('stands 0 times: nowhere');
	});
});
