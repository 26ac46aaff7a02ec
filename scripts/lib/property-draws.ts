/** Which draws property tests make (`property-tests.ts`), as the environment says. */

/** A date like any other: what matters is that it stays. */
const USUAL_SEED = 20_261_130;

export interface Draws {
	/** Where the random numbers of each property begin: a whole number. */
	seed: number;
	/** How many times as many draws as a test says are usual. */
	times: number;
}

declare module 'vitest' {
	interface ProvidedContext {
		/** For tests beside the code, which know nothing of the commands (vite.config.ts). */
		draws: Draws;
	}
}

/** The draws of a run. Throws in one line where `TEST_SEED` or `TEST_RUNS` is no such number. */
export function drawsFrom(env: Readonly<Record<string, string | undefined>>): Draws {
	const whole = (name: string, least: number, usual: number): number => {
		const said = env[name];
		if (said === undefined || said === '') return usual;
		const value = Number(said);
		if (Number.isSafeInteger(value) && Math.abs(value) < 2 ** 31 && value >= least) return value;
		throw new Error(`${name} is a whole number from ${least} to 2147483647, not "${said}".`);
	};
	return { seed: whole('TEST_SEED', 0, USUAL_SEED), times: whole('TEST_RUNS', 1, 1) };
}
