/**
 * The bar at the head of pages of areas: that of the site (`SiteBar.svelte`) as far as it goes
 * without a script. Its lists open by themselves, and one closes the other.
 */
import { AREAS_A_TO_Z, DATA_AND_SOURCES, METHOD } from '../text/names.ts';
import { REGION_PAGES } from '../url/region-pages.ts';
import type { Book } from './book.ts';
import { markup, type Html, type Piece } from './html.ts';
import { toRoot } from './frame.ts';
import type { Translate } from './translator.ts';

interface Link {
	href: string;
	label: Piece;
	/** Whether it leads to where one is. */
	current?: boolean;
}

const items = (links: readonly Link[]): Html =>
	markup`<ul>
		${links.map(
			({ href, label, current }) =>
				markup`<li><a href="${href}"${current === true && markup` aria-current="true"`}>${label}</a></li> `
		)}
	</ul> `;

const menu = (label: Piece, links: readonly Link[]): Html =>
	markup`<details name="bar"><summary>${label}</summary><div class="list">${items(links)}</div></details>`;

/** The areas of the site, the pages of one of them, and what else there is. */
export function regionBar({ region, regions }: Book, path: string): Html {
	const root = toRoot(path);
	const areasOf = (slug: string) => `${root}${slug}/areas/`;
	const pages = (place: 'bar' | 'more'): Link[] =>
		REGION_PAGES.filter((page) => page.place === place).map(({ route, title }) => ({
			href: `${root}${route.slice(1).replace('[region]', region.slug)}/`,
			label: title
		}));
	const more: Link[] = [
		{ href: areasOf(region.slug), label: AREAS_A_TO_Z },
		...pages('more'),
		{ href: `${root}data/`, label: DATA_AND_SOURCES },
		{ href: `${root}method/`, label: METHOD }
	];
	return markup`<nav class="area" aria-label="Areas">${menu(
		markup`<span class="away">Area: </span><span class="label">${region.name}</span>`,
		regions.map(({ slug, name }) => ({
			href: areasOf(slug),
			label: name,
			current: slug === region.slug
		}))
	)}</nav>
		<nav class="pages" aria-label="Pages of ${region.name}">
			${items(pages('bar'))}${menu('More', more)}
		</nav> `;
}

/** A bar of a few links, where one is in no region or reads in another language. */
export const plainBar = (links: readonly Link[], t: Translate): Html =>
	markup`<nav class="pages" aria-label="${t.plain('page.pages')}">${items(links)}</nav>`;
