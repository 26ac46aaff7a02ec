import { expect, it } from 'vitest';
import { analyse } from './analyse.ts';

it('refuses what it does not know, in one line on the standard error', async () => {
	for (const args of [[], ['guess']]) {
		const { code, output, error } = await analyse(args);
		expect(code).toBe(2);
		expect(output).toBe('');
		expect(error.trimEnd().split('\n')).toHaveLength(1);
	}
});
