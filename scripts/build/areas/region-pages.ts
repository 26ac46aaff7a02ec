/** The pages of the areas of one region, one after another: nothing is kept of a page that was made. */
import { openBook, type Book, type SiteFacts } from '../../../src/lib/area-page/book.ts';
import type { Frame } from '../../../src/lib/area-page/frame.ts';
import { Locator } from '../../../src/lib/area-page/locator.ts';
import { areaPage } from '../../../src/lib/area-page/page.ts';
import type { RegionSummary } from '../../../src/lib/facts/manifest.ts';
import { AREA_PAGE_STYLE_HASH } from '../../lib/headers.ts';
import { partsOfRegion } from '../../../src/lib/server/packs.ts';

export const frameOf = ({ origin, ownerSentence }: SiteFacts): Frame => ({
	styleHash: AREA_PAGE_STYLE_HASH,
	origin,
	ownerSentence
});

/** A region whose pages can be made, one by one. */
export interface RegionPages {
	book: Book;
	/** Codes of the areas that have their page in this region. */
	codes: readonly string[];
	/** The files of an area's page by name; null where the region has no such area. */
	page: (code: string) => Record<string, string> | null;
}

/** Open a region. All of it that pages need is in memory from then on. */
export function openRegion(region: RegionSummary, site: SiteFacts): RegionPages {
	const book = openBook(region, partsOfRegion(region), site);
	const locator = new Locator(book);
	const frame = frameOf(site);
	return {
		book,
		codes: book.pages.flatMap((area) =>
			book.homeOf(area).slug === region.slug ? [area.code] : []
		),
		page: (code) => {
			const area = book.byCode.get(code);
			return area ? areaPage(book, area, { frame, locator }) : null;
		}
	};
}
