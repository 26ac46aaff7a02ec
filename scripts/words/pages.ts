/** The pages of the built site with their scores. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, sitePages } from '../lib/site-pages.ts';
import { placeNames } from './place-names.ts';
import { runningSentences } from './running-text.ts';
import { scoreOf, type Score } from './score.ts';

export interface PageScore extends Score {
	/** Its address: "/method/". */
	page: string;
	sentences: number;
}

/** Of fewer sentences, the score says nothing. */
const ENOUGH = 5;

/** Every page with enough sentences, by address; `site` is the folder of the built site. */
export function pageScores(site: string): PageScore[] {
	const names = placeNames(site);
	return sitePages(site)
		.filter((path) => path.endsWith('index.html'))
		.map((path) => ({
			page: addressOf(path),
			...scoreOf(runningSentences(readFileSync(join(site, path), 'utf8'), names))
		}))
		.filter(({ sentences }) => sentences >= ENOUGH);
}
