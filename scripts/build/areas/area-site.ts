/**
 * All pages of areas of the site, by their paths: the build writes them, and a server that has a
 * site without them makes each when it is asked for. One region at a time is in memory for a build,
 * a few for a server, whose readers come from all of them.
 */
import { atoZ, postcodePage, postcodesPage, signpost } from '../../../src/lib/area-page/lists.ts';
import { folderOf } from '../../../src/lib/area-page/head.ts';
import { sharePictures } from '../../../src/lib/area-page/share-picture.ts';
import type { SiteFacts } from '../../../src/lib/area-page/book.ts';
import type { RegionSummary } from '../../../src/lib/facts/manifest.ts';
import { postcodeHomes, type OutwardHomes } from './postcode-homes.ts';
import { frameOf, openRegion, type RegionPages } from './region-pages.ts';
import { siteFacts } from './site-facts.ts';

/** Files of a folder of the site, by their names. */
export type Files = Readonly<Record<string, string>>;

export class AreaSite {
	readonly #site: SiteFacts;
	readonly regions: readonly RegionSummary[];
	readonly #keeps: number;
	/** Regions that are open, the one used last at the end. */
	readonly #open = new Map<string, RegionPages>();
	#postcodes: Map<string, OutwardHomes> | null = null;

	private constructor(site: SiteFacts, keeps: number) {
		this.#site = site;
		this.#keeps = keeps;
		this.regions = site.regions;
	}

	/** Read what all regions share, to keep so many of them open at once. Throws where no packs are built. */
	static async open(keeps = 1): Promise<AreaSite> {
		return new AreaSite(await siteFacts(), keeps);
	}

	/** A region's pages; null where the site has no such region. One too many that was open is let go. */
	region(slug: string): RegionPages | null {
		const region = this.regions.find((one) => one.slug === slug);
		if (!region) return null;
		const known = this.#open.get(slug);
		this.#open.delete(slug);
		for (const oldest of this.#open.keys()) {
			if (this.#open.size < this.#keeps) break;
			this.#open.delete(oldest);
		}
		const pages = known ?? openRegion(region, this.#site);
		this.#open.set(slug, pages);
		return pages;
	}

	/** Codes of every area of a region, also those whose page is elsewhere; none of another. */
	codes(slug: string): string[] {
		return this.region(slug)?.book.pages.map(({ code }) => code) ?? [];
	}

	/** Of the areas that have their page in a region: how many, and the paths that may be listed. */
	listed(slug: string): { pages: number; paths: string[] } {
		const pages = this.region(slug);
		const own = pages?.codes ?? [];
		const isListed = (code: string) => pages?.book.byCode.get(code)?.level !== 'lsoa';
		return {
			pages: own.length,
			paths: own
				.filter(isListed)
				.flatMap((code) =>
					['', ...this.#site.languages.map(({ id }) => folderOf(id))].map(
						(below) => `${slug}/areas/${code}/${below}`
					)
				)
		};
	}

	/** Open as many regions as are kept and make a page of each, so that the next takes no longer than any. */
	getReady(): void {
		for (const { slug } of this.regions.slice(0, this.#keeps)) {
			const pages = this.region(slug);
			const [first] = pages?.codes ?? [];
			if (first !== undefined) pages?.page(first);
		}
	}

	/** Let go of what was read. */
	close(): void {
		this.#open.clear();
		this.#postcodes = null;
	}

	/** The files of an area's folder: its page, or what leads to it; null where there is no such area. */
	area(slug: string, code: string): Files | null {
		const pages = this.region(slug);
		const area = pages?.book.byCode.get(code);
		if (!pages || !area) return null;
		return pages.book.homeOf(area).slug === slug
			? pages.page(code)
			: { 'index.html': signpost(pages.book, area, frameOf(this.#site)) };
	}

	/** The A to Z of a region. */
	aToZ(slug: string): Files | null {
		const pages = this.region(slug);
		return pages && { 'index.html': atoZ(pages.book, frameOf(this.#site)) };
	}

	/** First halves of the postcodes of all regions. */
	outwards(): string[] {
		return [...this.#homes().keys()];
	}

	/** The page of a first half; that of all halves for an empty one. */
	postcodes(outward: string): Files | null {
		const frame = frameOf(this.#site);
		if (outward === '') return { 'index.html': postcodesPage(this.outwards(), frame) };
		const found = this.#homes().get(outward);
		return found ? { 'index.html': postcodePage(outward, found.homes, found.period, frame) } : null;
	}

	/** The address that the site is published under; null where that is not known. */
	get origin(): string | null {
		return this.#site.origin;
	}

	/** Pictures of the districts that have their page in a region, as SVG by code. */
	sharePictures(slug: string): Map<string, string> {
		const pages = this.region(slug);
		if (!pages) return new Map();
		const { book, codes } = pages;
		const draw = sharePictures(book);
		return new Map(
			codes.flatMap((code): [string, string][] => {
				const area = book.byCode.get(code);
				const svg = area?.level === 'district' ? draw(area) : null;
				return svg === null ? [] : [[code, svg]];
			})
		);
	}

	#homes(): Map<string, OutwardHomes> {
		this.#postcodes ??= postcodeHomes(this.regions);
		return this.#postcodes;
	}
}

/**
 * The file at a path of the site ("norfolk/areas/E02000001/index.html") that a build would have
 * written; null where it would have written none.
 */
export function fileAt(site: AreaSite, path: string): string | null {
	const [first = '', second = '', third, ...more] = path.split('/');
	if (first === 'postcodes') {
		const page = third === undefined ? '' : second;
		return page === '' && third !== undefined
			? null
			: fileOf(site.postcodes(page), third ?? second, more);
	}
	if (second !== 'areas' || third === undefined) return null;
	return more.length === 0
		? fileOf(site.aToZ(first), third)
		: fileOf(site.area(first, third), more.join('/'));
}

/** A file of a folder by its name; null where the folder or the file is not there. */
function fileOf(files: Files | null, name: string, more: readonly string[] = []): string | null {
	return files && more.length === 0 && Object.hasOwn(files, name) ? (files[name] ?? null) : null;
}
