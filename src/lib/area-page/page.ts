/** The page of one area, whole: a text of HTML, and its figures as files. */
import { centreOfPeople } from '../areas/region.ts';
import { formatMonth } from '../text/format.ts';
import { aboutSection, isInPart } from './about.ts';
import { aroundSection, heading } from './around.ts';
import { regionBar } from './bar.ts';
import type { Book } from './book.ts';
import { changeSection } from './change.ts';
import { contentsNav } from './contents.ts';
import { figuresTable, layerFigures, layersTable, pageFigures } from './figures.ts';
import { pageFiles } from './files.ts';
import { foundSections } from './found.ts';
import { framed, type Frame } from './frame.ts';
import { helpSection } from './help.ts';
import { markup, OWN_WORDS, type Html } from './html.ts';
import type { Locator } from './locator.ts';
import { namedSection } from './named.ts';
import { nearArea, nearSection } from './near.ts';
import type { PageArea } from './page-area.ts';
import { sharePicture } from './share-picture.ts';
import { similarList } from './similar.ts';
import { lackList, sourcesIn, sourcesList } from './sources.ts';
import { ANOTHER_POSTCODE } from '../text/names.ts';
import { SHARE_ANCHOR } from '../url/anchors.ts';
import { editionPage } from './edition-page.ts';
import { areaHead, description, folderOf, title } from './head.ts';
import { ENGLISH, SHORT, translator, type Translate } from './translator.ts';

/** Where the map shows an area: by its code, or by where it is where the map knows no such area. */
function mapLink({ areas }: Book, { level, code, members }: PageArea): string {
	if (level !== 'town' && level !== 'network') return `../../?area=${code}`;
	const [longitude, latitude] = centreOfPeople(areas, members);
	if (!Number.isFinite(longitude)) return '../../';
	return `../../?view=${latitude.toFixed(4)},${longitude.toFixed(4)},11`;
}

/** What professionals read, without its sources, and the same as files. */
function professionals(book: Book, area: PageArea): { body: Html; files: Record<string, string> } {
	const figures = pageFigures(book, area);
	const onLevel = area.level === 'town' || area.level === 'network' ? 'msoa' : area.level;
	const body = markup`${
		figures.length > 0
			? figuresTable(book, figures)
			: markup`<p>We hold no outline of this area, so no measure of it.</p> `
	}${
		isInPart(book, area) &&
		markup`<p>The region has only a part of this community. Counts are of that part. Life expectancy and how well people speak English are of the whole community.</p> `
	}${layersTable(book, layerFigures(book, area))}${similarList(book, area)}${lackList(book)}${changeSection(book, area)}
		<h3>Use these figures</h3>
		<ul class="links">
			<li><a href="figures.csv">This table as CSV</a></li>
			<li><a href="figures.json">This table as JSON</a></li>
			<li><a href="${mapLink(book, area)}#${SHARE_ANCHOR}">Word, slides, pictures and a frame for your own site, from the map</a></li>
			<li><a href="${mapLink(book, area)}">This area on the map</a></li>
			<li>
				<a href="../../gaps/?level=${onLevel}${onLevel === area.level ? `&area=${area.code}` : ''}">Gaps: where need is high and little is near</a>
			</li>
			<li>
				<a href="../../compare/${area.level === 'network' ? '' : `?with=${area.code}`}">Compare with other areas</a>
			</li>
			<li><a href="../../siting/">Where new hubs could go</a></li>
		</ul>
		<p data-source="${OWN_WORDS}">
			To cite: Asset Gap Map, “${heading(area)}” (${area.code})${book.asOf !== null && `, newest list of ${formatMonth(book.asOf)}`}.
		</p> `;
	return { body, files: pageFiles(book, area, figures) };
}

/** What search engines read: the place, and the data of its files. */
function dataOf(book: Book, area: PageArea, t: Translate): object[] {
	const [longitude, latitude] = centreOfPeople(book.areas, area.members);
	const place = {
		'@context': 'https://schema.org',
		'@type': 'Place',
		name: heading(area),
		identifier: area.code,
		description: description(area, t),
		...(Number.isFinite(longitude) && {
			geo: {
				'@type': 'GeoCoordinates',
				latitude: Number(latitude.toFixed(4)),
				longitude: Number(longitude.toFixed(4))
			}
		}),
		containedInPlace: { '@type': 'AdministrativeArea', name: area.within || book.region.name }
	};
	const dataset = {
		'@context': 'https://schema.org',
		'@type': 'Dataset',
		name: `Figures of ${heading(area)}`,
		description: `Counts and shares of people and places of ${heading(area)}, each with its source.`,
		license: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
		spatialCoverage: heading(area),
		distribution: ['csv', 'json'].map((format) => ({
			'@type': 'DataDownload',
			encodingFormat: format === 'csv' ? 'text/csv' : 'application/json',
			contentUrl:
				book.origin === null
					? `figures.${format}`
					: `${book.origin}/${pathOf(book, area)}figures.${format}`
		}))
	};
	return [place, dataset];
}

/** Path of the page of an area from the site's root. */
export const pathOf = (book: Book, area: PageArea): string =>
	`${book.homeOf(area).slug}/areas/${area.code}/`;

/** The files of the page of an area, by their names in its folder. */
export function areaPage(
	book: Book,
	area: PageArea,
	{ frame, locator }: { frame: Frame; locator: Locator }
): Record<string, string> {
	const t = translator(ENGLISH);
	const near = nearArea(book, area);
	const { body, files } = professionals(book, area);
	const path = pathOf(book, area);
	const around = aroundSection(book, area);
	const figuresHeading = markup`<h2 id="figures">Figures for professionals</h2>`;
	const parts = [
		nearSection(book, area, near, t),
		namedSection(book, area, t),
		foundSections(book, area, near, t),
		aboutSection(book, area, t)
	].filter((part) => part !== null);
	const forAll = markup`<div class="head">
			<div>
				${areaHead(book, area, t)}
				<p class="paper" data-source="${OWN_WORDS}">
					${book.asOf !== null && `Newest list: ${formatMonth(book.asOf)}.`}
					${book.origin === null ? `Page ${path}` : `${book.origin}/${path}`}
				</p>
			</div>
			${locator.of(area)}
			<p class="screen">${[SHORT, ...book.languages].map(
				({ id, lang, name }) =>
					markup`<a href="${folderOf(id)}" hreflang="${lang}" lang="${lang}">${name}</a> `
			)}<a href="../../../">${ANOTHER_POSTCODE}</a></p>
		</div>
		${helpSection(book, area, near, t)}${contentsNav([...parts, figuresHeading, around], t)}${parts}`;
	const named = sourcesIn(`${forAll.text}${body.text}${around.text}`);
	const others = [SHORT, ...book.languages].map((edition) => [
		`${folderOf(edition.id)}index.html`,
		editionPage(book, area, near, { frame, path: `${path}${folderOf(edition.id)}`, edition })
	]);
	return {
		...files,
		...(Object.fromEntries(others) as Record<string, string>),
		'index.html': framed(frame, {
			title: `${title(book, area, t)} – Asset Gap Map`,
			description: description(area, t),
			path,
			picture: sharePicture(book, area),
			data: dataOf(book, area, t),
			listed: area.level !== 'lsoa',
			bar: regionBar(book, path),
			main: markup`${forAll}
				<details class="professional">
					<summary>${figuresHeading}</summary>
					${body}${sourcesList(book, named)}
				</details>
				${around}`,
			edition: ENGLISH,
			t
		})
	};
}
