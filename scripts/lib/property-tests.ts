/**
 * What property tests draw, and how much of it. A test imports `fast-check` as its documentation
 * says, and the runner gives it this module instead (`propertyTests` in vite.config.ts): the library
 * with a seed that is always the same, so that `npm test` never fails by a rare draw. Other draws,
 * and more of them, are asked for in the environment, as `npm run test:all` does:
 *
 *     TEST_SEED=7 TEST_RUNS=20 npx vitest run src/lib/access
 */
import fc from 'fast-check';
import { drawsFrom } from './property-draws.ts';

const { seed, times } = drawsFrom(process.env);
/** What the library draws where a test doesn't say. */
const USUAL = 100;

fc.configureGlobal({ seed, numRuns: USUAL * times });

/** The library's, with as many draws as are asked for where a test says how many are usual. */
export const assert = (<T>(
	property: Parameters<typeof fc.assert<T>>[0],
	parameters: Parameters<typeof fc.assert<T>>[1] = {}
) =>
	fc.assert(
		property,
		parameters.numRuns === undefined
			? parameters
			: { ...parameters, numRuns: parameters.numRuns * times }
	)) as typeof fc.assert;

export * from 'fast-check';
export default { ...fc, assert };
