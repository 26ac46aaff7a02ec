/** Lists that go on naming a place long after it has closed: each of theirs is to be confirmed. */
const LISTED_TO_CONFIRM: ReadonlyMap<string, string> = new Map([
	['family-hubs', 'listed by DfE, to confirm']
]);

/**
 * What is said of a place that such a list alone names, after its name; null where no such list
 * does, or another does too. `sources`: catalogue ids of the lists that name it.
 */
export function toConfirmWords(sources: readonly string[]): string | null {
	const [only, ...others] = sources;
	return only !== undefined && others.length === 0 ? (LISTED_TO_CONFIRM.get(only) ?? null) : null;
}
