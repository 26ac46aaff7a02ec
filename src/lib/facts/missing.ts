/** What a region's pack says of the datasets that do not have the region. */

/** A dataset that has nothing, or only some, of a region. */
export interface Missing {
	dataset: string;
	covers: 'none' | 'part';
	/** What a reader is told, in one sentence (catalogue/held.ts). */
	sentence: string;
	/** The parts of the pack that are made of it before all else. */
	parts: string[];
	/**
	 * The parts that have nothing of the region, for want of it: they hold nothing, or of a list of
	 * places only what lies across the border and names that are no such list. Nothing rests on them.
	 */
	empties: string[];
}

/** Why a part has nothing of the region, in a sentence; null where it has something. */
export const whyEmpty = (missing: readonly Missing[], part: string): string | null =>
	missing.find(({ empties }) => empties.includes(part))?.sentence ?? null;

/** What parts lack of the region, in sentences, each once. */
export const lackOf = (missing: readonly Missing[], parts: readonly string[]): string[] => [
	...new Set(
		missing
			.filter((one) => parts.some((part) => one.parts.includes(part) || one.empties.includes(part)))
			.map(({ sentence }) => sentence)
	)
];

/** That datasets have nothing of the region, in sentences, each once. */
export const notHeldOf = (missing: readonly Missing[], datasets: readonly string[]): string[] =>
	missing
		.filter(({ dataset, covers }) => covers === 'none' && datasets.includes(dataset))
		.map(({ sentence }) => sentence);

/** The same of several parts as one list: a dataset stands once, with all the parts it concerns. */
export function together(missing: readonly Missing[]): Missing[] {
	const found = new Map<string, Missing>();
	for (const one of missing) {
		const before = found.get(one.dataset);
		found.set(one.dataset, {
			...one,
			parts: [...new Set([...(before?.parts ?? []), ...one.parts])],
			empties: [...new Set([...(before?.empties ?? []), ...one.empties])]
		});
	}
	return [...found.values()];
}
