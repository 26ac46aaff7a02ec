/**
 * The picture that goes with a link to a page when it is shared: where the district is in its region.
 * No letters: the title and the description stand beside it, and they say what is near.
 */
import { groupOf } from '../areas/region.ts';
import type { Book } from './book.ts';
import { Locator } from './locator.ts';
import type { PageArea } from './page-area.ts';
import { SHARE_SIZE } from './share-size.ts';

/** Its name in the folder of a district's page. */
export const SHARE_FILE = 'share.png';

const SEA = '#e6edf2';
const LAND = '#ffffff';
const LINE = '#9a98a3';
const HERE = '#4a2fa8';

/** Makes the pictures of the districts of a region, as SVG. */
export function sharePictures(book: Book): (district: PageArea) => string | null {
	const locator = new Locator(book, SHARE_SIZE);
	const { width, height } = SHARE_SIZE;
	return (district) => {
		const drawn = locator.shapes(district);
		if (!drawn) return null;
		return [
			`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
			`<rect width="${width}" height="${height}" fill="${SEA}"/>`,
			`<path d="${drawn.land}" fill="${LAND}" stroke="${LINE}" stroke-width="2" stroke-linejoin="round"/>`,
			`<path d="${drawn.here}" fill="${HERE}" stroke="${HERE}" stroke-width="3" stroke-linejoin="round"/>`,
			`<path d="${drawn.inner}" fill="none" stroke="${LINE}" stroke-width="1.5" stroke-linejoin="round"/>`,
			'</svg>'
		].join('');
	};
}

/** Path of the picture of an area, from the site's root: its first district's. Undefined where it has none. */
export function sharePicture(book: Book, { members: [first] }: PageArea): string | undefined {
	if (first === undefined) return undefined;
	const district = book.byCode.get(groupOf(book.areas, 'district', first).code);
	return district && `${book.homeOf(district).slug}/areas/${district.code}/${SHARE_FILE}`;
}
