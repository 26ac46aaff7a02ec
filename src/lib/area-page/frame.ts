/** What all pages have that are written without the framework: head, bar, footer. */
import { Html, markup, type Piece } from './html.ts';
import { SHARE_SIZE } from './share-size.ts';
import { AREA_PAGE_STYLE } from './style.ts';
import { ENGLISH, type Edition, type Translate } from './translator.ts';

export interface Frame {
	/** SHA-256 of the style, as a policy has it: "sha256-…". */
	styleHash: string;
	/** "https://example.org"; null where it is not known where the site is published. */
	origin: string | null;
	ownerSentence: string;
}

export interface FramedPage {
	title: string;
	description: string;
	/** Path of the page from the site's root, with slashes around nothing: "norfolk/areas/E0/". */
	path: string;
	/** Path of the page that this one only leads to. */
	movedTo?: string;
	/** Data for search engines; they are no script and never run. */
	data: readonly object[];
	/** Whether search engines may list it. */
	listed: boolean;
	/** What the bar has beside the name of the site. */
	bar: Piece;
	main: Piece;
	edition: Pick<Edition, 'lang' | 'direction'>;
	/** Writes the words of the frame in the page's language. */
	t: Translate;
	/** Path of a picture for links that are shared, from the site's root. */
	picture?: string | undefined;
}

/** "../../../" from a page to the site's root. */
export const toRoot = (path: string): string =>
	'../'.repeat(path.split('/').filter((part) => part !== '').length);

/** As it stands in the bar of the site. */
const LOGO = markup`<svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
	<rect width="32" height="32" rx="7" fill="#33206e" />
	<path d="M5 11 13 6l7 5 7-4v14l-7 5-7-5-8 5z" fill="#a69ae9" />
	<path d="M13 6l7 5v15l-7-5z" fill="#efedfd" />
	<circle cx="16.5" cy="16" r="3.6" fill="#ffab00" stroke="#33206e" stroke-width="1.6" />
</svg>`;

/** A whole page. */
export function framed(frame: Frame, page: FramedPage): string {
	const { title, description, path, data, listed, bar, main, edition, t } = page;
	const root = toRoot(path);
	const canonical = page.movedTo ?? path;
	const address =
		frame.origin === null
			? page.movedTo === undefined
				? './'
				: `${root}${page.movedTo}`
			: `${frame.origin}/${canonical}`;
	// "connect-src" lets audits of the page read robots.txt in its name; the page itself has no script to ask with.
	// A text that ends a script in the midst of it would end it for a browser too.
	const json = (one: object) => new Html(JSON.stringify(one).replaceAll('<', '\\u003c'));
	return markup`<!DOCTYPE html>
		<html lang="${edition.lang}" dir="${edition.direction}">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta
					http-equiv="content-security-policy"
					content="default-src 'none'; connect-src 'self'; style-src '${frame.styleHash}'; img-src 'self'; base-uri 'none'; form-action 'none'"
				/>
				<meta name="color-scheme" content="light dark" />
				<meta name="referrer" content="no-referrer" />
				${page.movedTo !== undefined && markup`<meta http-equiv="refresh" content="0; url=${root}${page.movedTo}" /> `}<title>${title}</title>
				<meta name="description" content="${description}" />
				${!listed && markup`<meta name="robots" content="noindex" /> `}
				<link rel="canonical" href="${address}" />
				<meta property="og:type" content="website" />
				<meta property="og:title" content="${title}" />
				<meta property="og:description" content="${description}" />
				${frame.origin !== null && markup`<meta property="og:url" content="${address}" /> `}${
					page.picture !== undefined &&
					frame.origin !== null &&
					markup`<meta property="og:image" content="${frame.origin}/${page.picture}" />
						<meta property="og:image:width" content="${String(SHARE_SIZE.width)}" />
						<meta property="og:image:height" content="${String(SHARE_SIZE.height)}" />
						<meta property="og:image:alt" content="A map of where it is" />
						<meta name="twitter:card" content="summary_large_image" /> `
				}
				<link rel="icon" href="${root}favicon.svg" type="image/svg+xml" />
				<style>${new Html(AREA_PAGE_STYLE)}</style>
				${data.map(
					(one) =>
						markup`<script type="application/ld+json">${json(one)}</script>
`
				)}
			</head>
			<body>
				<a class="skip" href="#main">${t('page.skip')}</a>
				<header class="bar">
					<a class="brand" href="${root}">${LOGO}<span>Asset Gap Map</span></a>
					${bar}
				</header>
				<main id="main">${main}</main>
				<footer>
					<div${edition.lang !== ENGLISH.lang && markup` lang="${ENGLISH.lang}" dir="ltr"`}>
						<p>${frame.ownerSentence}</p>
						<p data-source="page">
							Contains public sector information licensed under the Open Government Licence v3.0.
							Contains OS data © Crown copyright and database right 2025. Contains Royal Mail data ©
							Royal Mail copyright and database right 2025. Town names: GeoNames, CC BY 4.0.
						</p>
					</div>
					<p class="screen">
						${t('page.privacy')} <a href="${root}privacy/">${t('page.your-privacy')}</a> ·
						<a href="${root}accessibility/">${t('page.accessibility')}</a>
					</p>
				</footer>
			</body>
		</html>
`.text;
}
