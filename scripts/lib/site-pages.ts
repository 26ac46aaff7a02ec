/** The pages of a built site that the framework made. */
import { filesBelow } from './files.ts';

/** Pages of areas are thousands, made alike, and have a crawl of their own. */
const OF_AREAS = /^(?:[^/]+\/areas|postcodes)\//;

/** Their files from the site's folder; pages of areas are not among them. */
export const sitePages = (site: string): string[] =>
	filesBelow(site).filter((path) => path.endsWith('.html') && !OF_AREAS.test(path));

/** The address of a page's file from the site's root: "/method/". */
export const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
