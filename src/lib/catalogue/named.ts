/** Datasets as readers are told of them. */

/** The sources of some datasets, each once, in the order of the datasets; those not known are left out. */
export function namedSources<Source extends { id: string }>(
	datasets: Iterable<string>,
	sources: readonly Source[]
): Source[] {
	return [...new Set(datasets)].flatMap((id) => sources.find((source) => source.id === id) ?? []);
}
