/** What layers were made of and how to read them, for files to take away. */

import type { LicenceId } from './licences.ts';

/** A dataset as readers are told of it. */
export interface NamedSource {
	id: string;
	title: string;
	publisher: string;
	period: string;
	/** Its licence, where a page knows it. */
	licence?: LicenceId;
}

/** A dataset of the catalogue as readers are told of it, and nothing else of it. */
export const namedSource = ({
	id,
	title,
	publisher,
	period,
	licence
}: Required<NamedSource>): Required<NamedSource> => ({ id, title, publisher, period, licence });

/** What a layer says of its figures, whatever else it shows. */
export interface WithNotes {
	contribution: { datasets: readonly string[]; caveats: readonly string[] };
}

/** Those of some sources that have an id, in the order of the ids. */
export const sourcesById = (
	ids: readonly string[],
	sources: readonly NamedSource[]
): NamedSource[] => ids.flatMap((id) => sources.find((source) => source.id === id) ?? []);

/** Where the figures of some layers are from, each source once. */
export const sourcesOf = (
	layers: readonly WithNotes[],
	sources: readonly NamedSource[]
): NamedSource[] =>
	sourcesById([...new Set(layers.flatMap(({ contribution }) => contribution.datasets))], sources);

/** How to read them, each caveat once. */
export const caveatsOf = (layers: readonly WithNotes[]): string[] => [
	...new Set(layers.flatMap(({ contribution }) => contribution.caveats))
];
