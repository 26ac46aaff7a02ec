/** Which pages have their picture taken. */
import { addressOf, sitePages } from '../lib/site-pages.ts';

/** Pages of areas are many and made alike: a few of a region stand for all. */
export interface AreasOfRegion {
	slug: string;
	codes: readonly string[];
}

/**
 * Addresses from the site's root, each once: every page that stands in the folder of the built site,
 * the map with an area chosen, and pages of areas.
 *
 * @param site folder of the built site
 */
export function pageAddresses(site: string, areas: readonly AreasOfRegion[]): string[] {
	const pages = sitePages(site).map(addressOf);
	const ofAreas = areas.flatMap(({ slug, codes }) => [
		...codes.slice(-1).map((code) => `/${slug}/?area=${code}`),
		...codes.map((code) => `/${slug}/areas/${code}/`)
	]);
	return [...new Set([...pages, ...ofAreas])].sort();
}

/** The addresses of a text that has one in each line that begins with a slash. */
export const listedAddresses = (text: string): string[] =>
	text.split('\n').filter((line) => line.startsWith('/'));

/** Most characters of a name that any file system takes, with room for what comes behind. */
const LONGEST = 180;

/** A name for the file of an address's picture: letters, digits, points and hyphens. */
export const fileNameOf = (address: string): string =>
	address
		.replaceAll(/[^\w.]+/g, '-')
		.replaceAll(/^-|-$/g, '')
		.slice(0, LONGEST) || 'home';
