import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawsFrom } from './property-draws.ts';

describe('draws of property tests', () => {
	it('are the same in every run, unless the environment asks for others', () => {
		expect(drawsFrom({})).toEqual(drawsFrom({ TEST_SEED: '', TEST_RUNS: '' }));
		expect(drawsFrom({})).toMatchObject({ times: 1 });
		expect(drawsFrom({ TEST_SEED: '7', TEST_RUNS: '20' })).toEqual({ seed: 7, times: 20 });
	});

	it.each([
		[{ TEST_SEED: 'x' }, 'TEST_SEED is a whole number from 0 to 2147483647, not "x".'],
		[{ TEST_SEED: '-1' }, 'TEST_SEED is a whole number from 0 to 2147483647, not "-1".'],
		[{ TEST_RUNS: '0' }, 'TEST_RUNS is a whole number from 1 to 2147483647, not "0".'],
		[{ TEST_RUNS: '1.5' }, 'TEST_RUNS is a whole number from 1 to 2147483647, not "1.5".']
	])('%j is refused in one line', (env, message) => {
		expect(() => drawsFrom(env)).toThrow(new Error(message));
	});
});

describe('the library as the runner gives it', () => {
	const { seed, times } = drawsFrom(process.env);
	const drawn = (numRuns?: number): number[] => {
		const numbers: number[] = [];
		const property = fc.property(fc.integer(), (n) => void numbers.push(n));
		fc.assert(property, numRuns === undefined ? {} : { numRuns });
		return numbers;
	};

	it('begins with the seed of the run', () => {
		expect(fc.readConfigureGlobal()).toMatchObject({ seed });
		expect(drawn()).toEqual(drawn());
	});

	it('draws as many times what is usual as the run asks for', () => {
		expect(drawn()).toHaveLength(100 * times);
		expect(drawn(3)).toHaveLength(3 * times);
	});

	it('still fails where a property does not hold', () => {
		const never = fc.property(fc.integer(), () => false);
		expect(() => fc.assert(never)).toThrow(/Property failed after 1 tests/);
	});
});
