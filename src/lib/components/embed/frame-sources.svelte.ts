/** Where the figures of an opened map are from. */
import { onMount } from 'svelte';
import { resolve } from '$lib/app/paths.ts';
import { namedSources } from '$lib/catalogue/named.ts';
import type { NamedSource } from '$lib/catalogue/notes.ts';
import { sourceLine } from '$lib/report/embed-gaps.ts';
import { fetchedJson } from './fetched.svelte.ts';

/**
 * Fetches all datasets by name once the component is there, and gives those asked for, in a line each:
 * none until they have come. Call it while a component is being set up.
 */
export function frameSources(slug: string): (datasets: Iterable<string>) => string[] {
	let named = $state.raw<readonly NamedSource[]>([]);
	onMount(
		() =>
			void fetchedJson<NamedSource[]>(`${resolve('/[region]/embed', { region: slug })}sources.json`)
				.then((all) => (named = all))
				// The frame's link leads to them.
				.catch(() => undefined)
	);
	return (datasets) => namedSources(datasets, named).map(sourceLine);
}
