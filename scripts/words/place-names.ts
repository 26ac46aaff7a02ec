/** The names of areas and of places that stand in sentences of the built pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../lib/files.ts';

/** Shorter names may be words of their own, as “Eye” and “Hub”. */
const SHORTEST = 4;

function collect(value: unknown, key: string, names: Set<string>): void {
	if (typeof value === 'string') {
		if (key === 'names' || key === 'name') names.add(value);
	} else if (Array.isArray(value)) {
		for (const one of value) collect(one, key, names);
	} else if (value !== null && typeof value === 'object') {
		for (const [inner, one] of Object.entries(value)) collect(one, inner, names);
	}
}

/**
 * Every name in the packs of a built site, the longest first.
 *
 * @param site folder of the built site
 */
export function placeNames(site: string): string[] {
	const names = new Set<string>();
	const packs = join(site, 'packs');
	for (const path of filesBelow(packs)) {
		const isNamed =
			/(?:^|\/)(?:manifest|areas-\d|community-venues|food-banks|libraries|link-workers|maternity|wards)/;
		if (!path.endsWith('.json') || !isNamed.test(path)) continue;
		collect(JSON.parse(readFileSync(join(packs, path), 'utf8')) as unknown, '', names);
	}
	return [...names]
		.filter((name) => name.length >= SHORTEST)
		.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
