/** The notes that go with every file to take away. */

/** A dataset as readers are told of it. */
export interface NamedSource {
	id: string;
	title: string;
	publisher: string;
	period: string;
}

/** What a layer says of its figures, whatever else it shows. */
export interface WithNotes {
	contribution: { datasets: readonly string[]; caveats: readonly string[] };
}

/** Where the figures of some layers are from, and how to read them: a line each. */
export function notesOn(layers: readonly WithNotes[], sources: readonly NamedSource[]): string[] {
	const used = [...new Set(layers.flatMap(({ contribution }) => contribution.datasets))];
	const caveats = [...new Set(layers.flatMap(({ contribution }) => contribution.caveats))];
	return [
		...used.flatMap((id) => {
			const source = sources.find((candidate) => candidate.id === id);
			return source ? [`Source: ${source.title}, ${source.publisher}; ${source.period}`] : [];
		}),
		...caveats.map((text) => `Note: ${text}`)
	];
}
