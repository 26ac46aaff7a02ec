/** The notes that go with every file to take away. */
import type { ShownLayer } from '../view/view.ts';

export interface NamedSource {
	id: string;
	title: string;
	publisher: string;
	period: string;
}

/** Where the figures of some layers are from, and how to read them: a line each. */
export function notesOn(layers: readonly ShownLayer[], sources: readonly NamedSource[]): string[] {
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
