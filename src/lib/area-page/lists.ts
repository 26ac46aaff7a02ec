/** Pages that lead to the pages of areas: an A to Z, one a first half of postcodes, and signposts. */
import { capitalise } from '../text/format.ts';
import { areaLink, heading, inSentence, linkTo } from './around.ts';
import { plainBar, regionBar } from './bar.ts';
import type { Book } from './book.ts';
import { framed, type Frame } from './frame.ts';
import { markup, type Html } from './html.ts';
import { LEVEL_WORDS, type PageArea, type PageLevel } from './page-area.ts';
import { ENGLISH, translator } from './translator.ts';

/** Levels that the A to Z lists; neighbourhoods are found through their community or a postcode. */
const LISTED: readonly PageLevel[] = ['district', 'place', 'town', 'msoa', 'network'];

const letterOf = (name: string): string => {
	const [first = ''] = name.normalize('NFKD').toUpperCase();
	return /[A-Z]/.test(first) ? first : '#';
};

/** The A to Z of a region: `/<region>/areas/`. */
export function atoZ(book: Book, frame: Frame): string {
	const { region } = book;
	const listed = book.pages
		.filter(({ level }) => LISTED.includes(level))
		.sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
	const letters = [...new Set(listed.map(({ name }) => letterOf(name)))].sort();
	const what = ({ level }: PageArea) => LEVEL_WORDS[level].one;
	const item = (area: PageArea): Html =>
		markup`<li>${areaLink(book, area, '../../')}<span class="note" data-source="areas-lsoa21">${capitalise(what(area))}${area.within !== '' && `, ${area.within}`}</span></li> `;
	return framed(frame, {
		title: `Areas of ${region.name} from A to Z – Asset Gap Map`,
		description: `Towns, communities and districts of ${region.name}: choose yours to see what is near and whom to call.`,
		path: `${region.slug}/areas/`,
		data: [],
		listed: true,
		bar: regionBar(book, `${region.slug}/areas/`),
		edition: ENGLISH,
		t: translator(ENGLISH),
		main: markup`<h1>Areas of ${region.name} from A to Z</h1>
			<p>Choose your town or community to see what is near and whom to call. Or go by <a href="../../postcodes/">your postcode</a>.</p>
			<nav aria-label="Letters"><ul class="letters">${letters.map((letter) => markup`<li><a href="#letter-${letter === '#' ? 'other' : letter}">${letter}</a></li>`)}</ul></nav>
			${letters.map(
				(letter) => markup`<section aria-labelledby="letter-${letter === '#' ? 'other' : letter}">
					<h2 id="letter-${letter === '#' ? 'other' : letter}">${letter}</h2>
					<ul class="links">${listed.filter(({ name }) => letterOf(name) === letter).map(item)}</ul>
				</section> `
			)}`
	});
}

/** A page in a region whose area has its page in a more local one: it leads there. */
export function signpost(book: Book, area: PageArea, frame: Frame): string {
	const { region } = book;
	const home = book.homeOf(area);
	const path = `${region.slug}/areas/${area.code}/`;
	return framed(frame, {
		title: `${heading(area)} – Asset Gap Map`,
		description: `The page of ${inSentence(area)} is among those of ${home.region}.`,
		path,
		data: [],
		listed: false,
		movedTo: `${home.slug}/areas/${area.code}/`,
		bar: regionBar(book, path),
		edition: ENGLISH,
		t: translator(ENGLISH),
		main: markup`<h1 data-source="areas-lsoa21">${heading(area)}</h1>
			<p>This page is among those of ${home.region}: <a href="${linkTo(book, area)}" data-source="areas-lsoa21">${heading(area)}</a>.</p> `
	});
}

/** The neighbourhood that a postcode is in. */
export interface PostcodeHome {
	/** Second half: "1AA". */
	inward: string;
	slug: string;
	lsoa21: string;
}

/** The page of a first half of postcodes: `/postcodes/NR30/`. */
export function postcodePage(
	outward: string,
	homes: readonly PostcodeHome[],
	period: string,
	frame: Frame
): string {
	const path = `postcodes/${outward}/`;
	const sectors = [...new Set(homes.map(({ inward }) => inward.charAt(0)))].sort();
	return framed(frame, {
		title: `Postcodes that begin with ${outward} – Asset Gap Map`,
		description: `Choose your postcode of ${outward} to see what is near and whom to call.`,
		path,
		data: [],
		listed: true,
		bar: plainBar([{ href: '../', label: 'All postcodes' }], translator(ENGLISH)),
		edition: ENGLISH,
		t: translator(ENGLISH),
		main: markup`<h1 data-source="postcodes">Postcodes that begin with ${outward}</h1>
			<p data-source="postcodes">Choose yours to see what is near. These were in use in ${period}. A newer one is not here.</p>
			<nav aria-label="Parts"><ul class="letters">${sectors.map((sector) => markup`<li><a href="#sector-${sector}" data-source="postcodes">${sector}</a></li>`)}</ul></nav>
			${sectors.map(
				(sector) => markup`<section aria-labelledby="sector-${sector}" data-source="postcodes">
					<h2 id="sector-${sector}">${outward} ${sector}</h2>
					<ul class="postcodes">${homes
						.filter(({ inward }) => inward.startsWith(sector))
						.map(
							({ inward, slug, lsoa21 }) =>
								markup`<li><a href="../../${slug}/areas/${lsoa21}/">${outward} ${inward}</a></li>
`
						)}</ul>
				</section> `
			)}`
	});
}

/** The page that lists the first halves: `/postcodes/`. */
export const postcodesPage = (outwards: readonly string[], frame: Frame): string =>
	framed(frame, {
		title: 'Find your postcode – Asset Gap Map',
		description: 'Choose the first half of your postcode, then your postcode, to see what is near.',
		path: 'postcodes/',
		data: [],
		listed: true,
		bar: plainBar([{ href: '../', label: 'Find help near you' }], translator(ENGLISH)),
		edition: ENGLISH,
		t: translator(ENGLISH),
		main: markup`<h1>Find your postcode</h1>
			<p>Choose the first half of your postcode, the part before the space.</p>
			<section aria-labelledby="halves" data-source="postcodes">
				<h2 id="halves">First halves</h2>
				<ul class="postcodes">${outwards.map((outward) => markup`<li><a href="${outward}/">${outward}</a></li> `)}</ul>
			</section> `
	});
