/** Options of the command line, each checked, with a message that says what there is. */
/** One of some words. */
export function choice<T extends string>(
	name: string,
	given: string | true | undefined,
	allowed: readonly T[],
	usual: T
): T {
	if (given === undefined) return usual;
	const found = allowed.find((one) => one === given);
	if (found === undefined) {
		throw new Error(`--${name}: there is no "${String(given)}"; there are: ${allowed.join(', ')}`);
	}
	return found;
}

/** A number above zero. */
export function positive(name: string, given: string, what = 'a number above 0'): number {
	const value = /^\d+(\.\d+)?$/.test(given) ? Number(given) : NaN;
	if (!(value > 0)) throw new Error(`--${name} takes ${what}, not "${given}"`);
	return value;
}

/** A text that must be given. */
export function required(name: string, given: string | true | undefined): string {
	if (typeof given !== 'string' || given === '') throw new Error(`--${name} is missing`);
	return given;
}
