/** Which regions the site will have, for who must know before there are packs. */
import { readManifest } from './packs.ts';

/** Set by a build that has scripts bundled while packs are made: the slugs of their regions. */
export const REGIONS_VARIABLE = 'SITE_REGIONS';

/** Slugs as the variable holds them. */
export const joinSlugs = (slugs: readonly string[]): string => slugs.join(',');

/**
 * The regions that addresses are made for. The framework asks for them before it bundles the
 * scripts of pages, and reads packs only when it writes the pages.
 */
export const comingSlugs = (): string[] =>
	process.env[REGIONS_VARIABLE]?.split(',') ?? Object.keys(readManifest().regions);
