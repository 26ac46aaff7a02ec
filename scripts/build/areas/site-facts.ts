/** What the pages of areas need beside a region's pack, read once for all regions. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegionSummary } from '../../../src/lib/facts/manifest.ts';
import { LINKS, linksIn } from '../../../src/lib/facts/links.ts';
import { strings } from '../../../src/lib/facts/table.ts';
import type { Lineage, SiteFacts } from '../../../src/lib/area-page/book.ts';
import { parseHelpNumbers, printable } from '../../../src/lib/area-page/help-numbers.ts';
import { readLanguage } from '../../../src/lib/area-page/languages.ts';
import { networkAreasOf } from '../../../src/lib/area-page/networks.ts';
import { pageAreas, PageHomes } from '../../../src/lib/area-page/page-area.ts';
import { ENGLISH, published, SHORT, type Edition } from '../../../src/lib/area-page/translator.ts';
import { namedSource } from '../../../src/lib/catalogue/notes.ts';
import { ownerSentence } from '../../../src/lib/catalogue/owner.ts';
import { openGeodata } from '../../../src/lib/server/geodata.ts';
import { ownerOf } from '../../../src/lib/server/owner.ts';
import { partsOfRegion, readManifest } from '../../../src/lib/server/packs.ts';
import { PROJECT } from '../../lib/paths.ts';

/** Telephone numbers that somebody answers for; the file need not be there. */
const HELP_NUMBERS = 'help-numbers.csv';
/** Says where the site is published, for links that must be whole: "https://example.org/maps". */
const ORIGIN_VARIABLE = 'SITE_URL';

/** The address that the site is published under, without a slash at the end; null where none is given. Throws on one that is none. */
export function originOf(text = process.env[ORIGIN_VARIABLE]): string | null {
	if (text === undefined || text.trim() === '') return null;
	const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
	if (!url || !/^https?:$/.test(url.protocol))
		throw new Error(
			`${ORIGIN_VARIABLE} must be an address such as https://example.org, not "${text}"`
		);
	return url.href.replace(/\/$/, '');
}

/** Where each language has its file, from the project's folder. */
const MESSAGES = 'src/lib/area-page/messages';

/**
 * The languages of a folder that a role has signed, beside the site's own; all others stay where
 * they are. Throws where a file, signed or not, is not as it must be.
 */
export function publishedLanguages(folder = join(PROJECT, MESSAGES)): Edition[] {
	const own = new Set([ENGLISH, SHORT].map(({ id }) => `${id}.json`));
	const others = readdirSync(folder)
		.filter((name) => name.endsWith('.json') && !own.has(name))
		.sort();
	return published(
		others.map((name) =>
			readLanguage(readFileSync(join(folder, name), 'utf8'), `${MESSAGES}/${name}`)
		)
	);
}

/** The regions of the site, the most local first: of two that have an area, that is where its page is. */
export const regionsMostLocalFirst = (
	regions: readonly RegionSummary[],
	sizeOf: (region: RegionSummary) => number
): RegionSummary[] =>
	regions.toSorted((a, b) => sizeOf(a) - sizeOf(b) || (a.slug < b.slug ? -1 : 1));

/** Everything beside the packs. `today` decides which local numbers may still be printed. */
export async function siteFacts(today = new Date().toISOString().slice(0, 10)): Promise<SiteFacts> {
	const geodata = openGeodata();
	const { regions } = readManifest();
	const homes = new PageHomes();
	const opened = Object.values(regions).map((region) => {
		const reader = partsOfRegion(region);
		const areas = reader.areasOf('2021');
		const pages = pageAreas(areas, reader.find('towns'), networkAreasOf(areas, reader));
		return { region, areas, pages };
	});
	const ordered = regionsMostLocalFirst(
		opened.map(({ region }) => region),
		({ slug }) => opened.find((one) => one.region.slug === slug)?.areas.count ?? 0
	);
	for (const region of ordered) {
		const one = opened.find((candidate) => candidate.region === region);
		if (one) homes.add(region, one.areas, one.pages);
	}
	const links = linksIn(await geodata.table(LINKS));
	const former = await geodata.table('areas-lsoa11');
	const lineage = new Map<string, Lineage[]>();
	for (const link of links) lineage.set(link.to, [...(lineage.get(link.to) ?? []), link]);
	const names = strings(former, 'name');
	const communitySizes = new Map<string, number>();
	for (const code of strings(await geodata.table('areas-lsoa21'), 'msoa21')) {
		communitySizes.set(code, (communitySizes.get(code) ?? 0) + 1);
	}
	const owner = ownerOf(geodata);
	const numbers = geodata.optional(HELP_NUMBERS);
	return {
		regions: ordered,
		homes,
		sources: geodata.catalogue.datasets.map(namedSource),
		owner,
		ownerSentence: ownerSentence(owner),
		lineage,
		formerNames: new Map(strings(former, 'lsoa11').map((code, i) => [code, names[i] ?? code])),
		communitySizes,
		helpNumbers: numbers
			? printable(parseHelpNumbers(numbers.toString('utf8'), `geodata/${HELP_NUMBERS}`), today)
			: [],
		languages: publishedLanguages(),
		origin: originOf()
	};
}
