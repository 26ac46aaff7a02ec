/** The releases that are kept in `geodata/releases/`: what the last one had, for the next to compare with. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRelease, type IsOut, type Release } from '../news/release.ts';
import { isSensitive } from '../register/sensitive.ts';
import { mayBeWithdrawn, readWithdrawals } from '../register/withdrawn.ts';

/** Where they are, below the folder of facts. */
export const RELEASES = 'releases';
const WITHDRAWN = 'withdrawn.csv';
const facts = (): string => join(process.cwd(), 'geodata');

/** The last release of a region; null before the first. Throws where it cannot be read. */
export function releaseOf(slug: string, folder = facts()): Release | null {
	const path = `${RELEASES}/${slug}.json`;
	return existsSync(join(folder, path))
		? readRelease(readFileSync(join(folder, path), 'utf8'), `geodata/${path}`)
		: null;
}

/** Which places must not be named, even where a release before named them. */
export function outOf(folder = facts()): IsOut {
	const file = join(folder, WITHDRAWN);
	const withdrawals = existsSync(file)
		? readWithdrawals(readFileSync(file, 'utf8'), `geodata/${WITHDRAWN}`)
		: [];
	return (place) => isSensitive({ name: place.name }) || mayBeWithdrawn(place, withdrawals);
}
