/** Buildings that have the same name, told apart. */
import type { Site } from '../access/site.ts';

/** Sites with words for each that no other of them has, so that one can be chosen by them. */
export function toldApart(sites: readonly Site[]): (Site & { words: string })[] {
	const times = new Map<string, number>();
	return sites.map((site) => {
		const words = `${site.name} (${site.label})`;
		const before = times.get(words) ?? 0;
		times.set(words, before + 1);
		return { ...site, words: before === 0 ? words : `${words} ${before + 1}` };
	});
}
