/**
 * The pages of areas: a sample of every kind in `npm test`, all of them in `npm run test:all`; and
 * their numbers worked out a second time, by plain loops over the stored tables.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { AreaSite, fileAt } from '../../scripts/build/areas/area-site.ts';
import { areaPagesOnDemand } from '../../scripts/build/areas/on-demand.ts';
import { toPng } from '../../scripts/build/areas/rasterise.ts';
import type { RegionPages } from '../../scripts/build/areas/region-pages.ts';
import { publishedLanguages, siteFacts } from '../../scripts/build/areas/site-facts.ts';
import { serve } from '../../scripts/lib/serve.ts';
import { isWholeMatrix } from '../../scripts/lib/test-matrix.ts';
import { partsOfRegion } from '../../src/lib/server/packs.ts';
import { openBook } from '../../src/lib/area-page/book.ts';
import { Locator } from '../../src/lib/area-page/locator.ts';
import { areaPage } from '../../src/lib/area-page/page.ts';
import { ENGLISH, PSEUDO, PSEUDO_RTL } from '../../src/lib/area-page/translator.ts';
import { PAGE_LEVELS } from '../../src/lib/area-page/page-area.ts';
import { PartReader } from '../../src/lib/facts/reader.ts';
import { numbers, strings } from '../../src/lib/facts/table.ts';
import { REGION_PAGES } from '../../src/lib/url/region-pages.ts';
import { withSlash } from '../../src/lib/url/with-slash.ts';
import { faults, textsIn, validity } from './area-page-look.ts';
import { projectFacts } from './built.ts';

/** So many areas of a level stand for all, in each region. */
const SAMPLED = 2;
/** In all, with the style: what a cheap phone loads. */
const MOST_BYTES = 60_000;

interface Sampled {
	path: string;
	html: string;
	/** Codes of its neighbourhoods; empty of what is no page of an area. */
	members: readonly string[];
	figures: readonly { measure: string; value: number | null }[];
	/** Whether its HTML is validated too, which takes longest. */
	validated: boolean;
}

let site: AreaSite;
const codes = new Map<string, ReadonlySet<string>>();
const sampled: Sampled[] = [];
/** Pages of a region that the framework makes. */
const FRAMEWORK: readonly string[] = REGION_PAGES.map(({ route }) =>
	withSlash(route.slice(1)).replace('[region]/', '')
);

beforeAll(async () => {
	site = await AreaSite.open();
	for (const [at, { slug }] of site.regions.entries()) {
		const pages = opened(slug);
		const { book, codes: own } = pages;
		codes.set(slug, new Set(book.pages.map(({ code }) => code)));
		// Each level's in one of the regions.
		const validated = new Set(
			isWholeMatrix
				? sample(pages, Infinity)
				: sample(pages, 1).filter((_, level) => level % site.regions.length === at)
		);
		for (const code of sample(pages, isWholeMatrix ? Infinity : SAMPLED)) {
			const files = pages.page(code) ?? {};
			const { figures } = JSON.parse(files['figures.json'] ?? '') as Pick<Sampled, 'figures'>;
			sampled.push({
				path: `${slug}/areas/${code}/`,
				html: files['index.html'] ?? '',
				members: (book.byCode.get(code)?.members ?? []).map((at) => book.areas.codes[at] ?? ''),
				figures,
				validated: validated.has(code)
			});
			sampled.push({
				path: `${slug}/areas/${code}/short/`,
				html: files['short/index.html'] ?? '',
				members: [],
				figures: [],
				validated: validated.has(code)
			});
		}
		const elsewhere = book.pages.find(({ code }) => !own.includes(code));
		for (const path of [
			`${slug}/areas/`,
			...(elsewhere ? [`${slug}/areas/${elsewhere.code}/`] : [])
		]) {
			const html = fileAt(site, `${path}index.html`) ?? '';
			sampled.push({ path, html, members: [], figures: [], validated: true });
		}
	}
});

function isThere(path: string): boolean {
	if (['', 'data/', 'method/', 'privacy/', 'accessibility/', 'favicon.svg'].includes(path))
		return true;
	const [slug = '', ...rest] = path.split('/');
	const below = rest.join('/');
	if (slug === 'postcodes') {
		const [outward = ''] = rest;
		return below === '' || (below === `${outward}/` && site.outwards().includes(outward));
	}
	const known = codes.get(slug);
	if (!known) return false;
	if (FRAMEWORK.includes(below) || below === 'areas/') return true;
	const [, code, file] = /^areas\/([\w-]+)\/([\w.]*|short\/)$/.exec(below) ?? [];
	return (
		code !== undefined &&
		known.has(code) &&
		['', 'short/', 'figures.csv', 'figures.json'].includes(file ?? '')
	);
}

/** Some areas of each level that have their page in a region: the first, the last and those between. */
function sample({ book, codes: own }: RegionPages, count: number): string[] {
	return PAGE_LEVELS.flatMap((level) => {
		const all = own.filter((code) => book.byCode.get(code)?.level === level);
		return count >= all.length
			? all
			: Array.from(
					{ length: count },
					(_, i) => all[Math.floor((i * (all.length - 1)) / Math.max(count - 1, 1))] ?? ''
				);
	});
}

const opened = (slug: string): RegionPages => {
	const pages = site.region(slug);
	if (!pages) throw new Error(`there is no region ${slug}`);
	return pages;
};

describe('pages of areas', () => {
	it('are without fault, and small', async () => {
		const outwards = isWholeMatrix
			? site.outwards()
			: site.outwards().filter((_, i) => i % 40 === 0);
		const lists = ['', ...outwards.map((outward) => `${outward}/`)].map((below) => ({
			path: `postcodes/${below}`,
			html: fileAt(site, `postcodes/${below}index.html`) ?? '',
			validated: true
		}));
		const found: string[] = [];
		for (const { path, html, validated } of [...sampled, ...lists]) {
			const problems = faults(html, path, isThere);
			if (validated) problems.push(...(await validity(html)));
			if (gzipSync(html).length > MOST_BYTES) problems.push(`${gzipSync(html).length} bytes`);
			found.push(...problems.map((problem) => `${path}: ${problem}`));
		}
		expect(found).toEqual([]);
	});

	it('lead from a wider region to the most local one that has the area', () => {
		const moved = sampled
			.filter(({ html }) => html.includes('http-equiv="refresh"'))
			.map(({ path, html }) => ({
				path,
				to: /0; url=\.\.\/\.\.\/\.\.\/([^"]*)"/.exec(html)?.[1] ?? ''
			}))
			// Region by region, as the site holds one open at a time.
			.sort((a, b) => (a.to < b.to ? -1 : 1));
		expect(moved.length).toBeGreaterThan(0);
		for (const { path, to } of moved) {
			const [, code = ''] = /\/([\w-]+)\/$/.exec(path) ?? [];
			expect(to.endsWith(`/areas/${code}/`) && to !== path, path).toBe(true);
			expect(fileAt(site, `${to}index.html`)).not.toContain('http-equiv="refresh"');
		}
	});

	it('are made of a region that lacks a table, which is said where it would be missed', async () => {
		const [region] = site.regions;
		if (!region) throw new Error('there is no region');
		const parts = partsOfRegion(region);
		const lacking = new Set<string>([
			'cars-2025',
			'register',
			'towns',
			'link-workers',
			'libraries'
		]);
		const sentence = 'We hold no counts of homes without a car for this region.';
		const book = openBook(
			{
				...region,
				missing: [
					{
						dataset: 'plus-groups-2021',
						covers: 'none',
						sentence,
						parts: ['cars-2025'],
						empties: []
					}
				]
			},
			new PartReader((name) => (lacking.has(name) ? undefined : parts.find(name))),
			await siteFacts()
		);
		const area = book.pages.find(({ level }) => level === 'msoa');
		if (!area) throw new Error('there is no community');
		const { 'index.html': html = '' } = areaPage(book, area, {
			frame: { styleHash: 'sha256-', origin: null, ownerSentence: 'Nobody looks after it.' },
			locator: new Locator(book)
		});
		expect(faults(html, `${region.slug}/areas/${area.code}/`, isThere)).toEqual([]);
		expect(html).toContain(sentence);
		expect(html).toContain('We hold no list of libraries for here.');
		expect(html).not.toContain('had no car or van');
	});

	it('print a local number that somebody answers for, whom to tell of a mistake, and their whole address', async () => {
		const [region] = site.regions;
		if (!region) throw new Error('there is no region');
		const district = opened(region.slug).book.pages.find(({ level }) => level === 'district');
		const book = openBook(region, partsOfRegion(region), {
			...(await siteFacts()),
			owner: {
				organisation: 'Some Council',
				role: 'directory officer',
				email: 'directory@example.org',
				reviewed: '2026-11-01',
				next: '2027-05-01'
			},
			helpNumbers: [
				{
					area: district?.code ?? '',
					name: 'Maternity helpline',
					phone: '01493 000000',
					owner: 'Some Hospital',
					source: 'its own page',
					checked: '2026-11-20'
				}
			]
		});
		const area = book.pages.find(
			({ level, members }) => level === 'lsoa' && district?.members.includes(members[0] ?? -1)
		);
		if (!area) throw new Error('there is no neighbourhood');
		const path = `${region.slug}/areas/${area.code}/`;
		const { 'index.html': html = '' } = areaPage(book, area, {
			frame: {
				styleHash: 'sha256-',
				origin: 'https://example.org',
				ownerSentence: 'Some Council.'
			},
			locator: new Locator(book)
		});
		expect(faults(html, path, isThere)).toEqual([]);
		for (const said of [
			'href="tel:01493000000"',
			'answers for this number. We checked it in <span data-source="page">November 2026</span>',
			'href="mailto:directory@example.org"',
			`<link rel="canonical" href="https://example.org/${path}" />`,
			'<meta name="robots" content="noindex" />',
			`<meta property="og:image" content="https://example.org/${region.slug}/areas/${district?.code ?? ''}/share.png" />`
		]) {
			expect(html).toContain(said);
		}
	});

	it('are in the languages that a role has signed, and in no other', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'languages-'));
		const file = (locale: string, signed: string | null) => {
			const head = { '@@locale': locale, '@@x-name': locale, '@@x-direction': 'ltr' };
			const signature = { '@@x-signed-by': signed, '@@x-signed-on': signed && '2026-12-01' };
			const content = JSON.stringify({ ...head, ...signature, ...ENGLISH.messages });
			writeFileSync(join(folder, `${locale}.json`), content);
		};
		file('pl', null);
		file('pt', 'interpreting service, Some Council');
		const [region] = site.regions;
		if (!region) throw new Error('there is no region');
		const facts = { ...(await siteFacts()), languages: publishedLanguages(folder) };
		rmSync(folder, { recursive: true });
		const published = openBook(region, partsOfRegion(region), facts);
		const area = published.pages.find(({ level }) => level === 'msoa');
		if (!area) throw new Error('there is no community');
		const frame = { styleHash: 'sha256-', origin: null, ownerSentence: 'Nobody looks after it.' };
		const with_ = (book: typeof published) =>
			areaPage(book, area, { frame, locator: new Locator(book) });
		const files = with_(published);
		expect(
			Object.keys(files)
				.filter((name) => name.endsWith('.html'))
				.sort()
		).toEqual(['index.html', 'pt/index.html', 'short/index.html']);
		expect(files['index.html']).toContain('href="pt/" hreflang="pt" lang="pt"');
		expect(`${files['index.html']}${files['short/index.html']}`).not.toContain('href="pl/"');

		// A language that nobody speaks shows what was not translated, and which way it is written.
		const made = with_({ ...published, languages: [PSEUDO, PSEUDO_RTL] });
		const path = `${region.slug}/areas/${area.code}/`;
		for (const { id, lang, direction } of [PSEUDO, PSEUDO_RTL]) {
			const html = made[`${id}/index.html`] ?? '';
			expect(html).toContain(`<html lang="${lang}" dir="${direction}">`);
			expect(faults(html, `${path}${id}/`, (to) => to === path || isThere(to))).toEqual([]);
			expect(await validity(html)).toEqual([]);
			const words = textsIn(parse(html), (element) =>
				element.attrs.some(({ name, value }) => name === 'lang' && value === 'en-GB')
			).join(' ');
			expect(words).toContain('~');
			// Its own months are those of English, and names of numbers to call are nobody’s to change.
			const left = words.replace(/Asset Gap Map|GOV\.UK|NHS 111 online|[A-Z]\w+(?= \d{4})/g, '');
			expect(left.match(/(?<![\p{L}~])[a-z]{4,}(?![\p{L}~])/giu) ?? []).toEqual([]);
		}
	});

	it('claim no more than the lists and the middle of an area can say', () => {
		type Wanted = (area: RegionPages['book']['pages'][number]) => boolean;
		/** By region, the text of the first page of each kind: a region is opened once. */
		const texts = site.regions.map(({ slug }) => {
			const pages = opened(slug);
			const own = new Set(pages.codes);
			return (wanted: Wanted) => {
				const area = pages.book.pages.find((one) => own.has(one.code) && wanted(one));
				const html = area && pages.page(area.code)?.['index.html'];
				return html ? [html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')] : [];
			};
		});
		const first = (wanted: Wanted) => texts.flatMap((textOf) => textOf(wanted));
		const homeless = first(({ members }) => members.length === 0);
		expect(homeless.length).toBeGreaterThan(0);
		for (const text of homeless) {
			expect(text).toContain('We do not know where people here live, so we did not look.');
			expect(text).not.toContain('Our lists may not cover');
			expect(text).not.toContain('walking times and whom to call');
		}
		const wide = ['town', 'network', 'district'].flatMap((level) =>
			first((one) => one.level === level && one.members.length > 0)
		);
		for (const text of wide) {
			expect(text).not.toMatch(/ithin a 15-minute walk/);
			expect(text).not.toContain('Nearest GP practice');
		}
		expect(wide.length).toBeGreaterThan(0);
		// By kinds of place: whose list names it, and what a list cannot vouch for.
		const [plain = ''] = first(({ name }) => name === 'Great Yarmouth');
		expect(plain).toContain('A stop is not a service: we do not know which buses go.');
		expect(plain).toMatch(
			/James Paget [^.]*5\.4 km[^.]*NR31 6LA Confirmed by a document of 2021\./
		);
		expect(plain).toMatch(
			/Dussindale [^.]*23\.5 km.*?On our own list of November 2026, not confirmed: call your maternity team/
		);
		expect(plain).toContain('Listed by the Department for Education in February 2026, to confirm.');
		// A food bank's web address, a library's e-mail address and its hours with staff.
		for (const contact of ['foodbank.org.uk', 'yarmouth.lib@libraries.norfolk.gov.uk']) {
			expect(plain).toContain(contact);
		}
		expect(plain).toContain(
			'Open 69 hours a week in 2023, 53.3 of them staffed (list of libraries,'
		);
		const swindon = first(
			({ name, within, level }) => level === 'msoa' && within === 'Swindon' && name !== ''
		);
		expect(swindon.length).toBeGreaterThan(0);
		// Swindon goes over its border: that nobody looked within it is said of the whole town, too.
		const [town = ''] = first(({ name, level }) => level === 'town' && name === 'Swindon');
		expect(town).toMatch(/Our lists may not cover family hubs in Swindon/);
		expect(town).not.toMatch(/name no [^.]*family hubs/);
		// A food bank is called one wherever it is named; the ends of a range of estimates are in part chance.
		expect(town).toContain('Swindon food bank');
		expect(plain).toMatch(/in part chance/);
		// A community that the region has a part of says so.
		const [shrivenham = ''] = first(({ code }) => code === 'E02006886');
		expect(shrivenham).toMatch(
			/Only four of the seven neighbourhoods of this community are in Bath, Swindon and Wiltshire/
		);
		const [vale = ''] = first(({ code }) => code === 'E07000180');
		expect(vale).toContain('Part of a district, the part in Bath, Swindon and Wiltshire');
		for (const text of swindon) {
			expect(text).toContain('Our lists may not cover family hubs');
			expect(text).not.toMatch(/We found no [^.]*family hubs/);
			// Where the nearest that a list has is in the next town, that is said beside it.
			expect(text).toContain('Our lists may not cover family hubs here. There may be one nearer.');
			// Whom to call comes first, and is the first of the practices further down.
			const [, name = '', phone = ''] =
				/Nearest GP practice, we estimate: (.+?), (\d[\d ]+)\./.exec(text) ?? [];
			expect(name).not.toBe('');
			const [, practices = ''] = /Near you Walking times.*?GP practices?(.*)/.exec(text) ?? [];
			expect(practices.trimStart().startsWith(name)).toBe(true);
			expect(practices).toContain(phone);
		}
		for (const text of [...homeless, ...wide, ...swindon]) {
			const [, named = ''] = /For everyone in the area(.*)What we could not find/.exec(text) ?? [];
			expect(named).toContain('to confirm');
			expect(named).not.toContain('NHS 111');
			expect(text).not.toContain('on your own lists');
			expect(text).toMatch(/(is|has been) the area of/);
			// A network is the middle of its practices, and in no neighbourhood that could be outside.
			expect(text).not.toMatch(/PCN, [^:]*?\(outside the region\)[^:]*September 2022/);
		}
	});

	it('name services of the area alone, and have a picture of each district for links', async () => {
		const { book, page } = opened('norfolk-and-waveney');
		const textOf = (name: string) => {
			const area = book.pages.find((one) => one.level === 'msoa' && one.name === name);
			return page(area?.code ?? '')?.['index.html'] ?? '';
		};
		expect(textOf('Yarmouth Parade')).toContain('Community Action Norfolk');
		expect(textOf('Yarmouth Parade')).toContain('Maternity Voices Partnership');
		const lowestoft = textOf('Lowestoft Central');
		expect(lowestoft).toContain('Maternity Voices Partnership');
		expect(lowestoft).not.toContain('Community Action Norfolk');
		const pictures = site.sharePictures('norfolk-and-waveney');
		expect(pictures.size).toBe(book.areas.groups.district.length);
		for (const svg of pictures.values()) {
			expect(svg).not.toMatch(/NaN|undefined|<text/);
			const png = Buffer.from(await toPng(svg));
			expect(png.readUInt32BE(16)).toBe(1200);
			expect(png.length).toBeLessThan(100_000);
		}
	});

	it('are none for what is no area, no postcode and no file of one', () => {
		const [first] = site.regions;
		for (const path of [
			'nowhere/areas/E02005543/index.html',
			`${first?.slug ?? ''}/areas/E99999999/index.html`,
			`${first?.slug ?? ''}/areas/__proto__/index.html`,
			'postcodes/ZZ99/index.html',
			'postcodes/constructor/index.html',
			'postcodes/NR30/short/index.html',
			`${first?.slug ?? ''}/areas/short/index.html`,
			`${first?.slug ?? ''}/gaps/index.html`
		]) {
			expect(fileAt(site, path), path).toBeNull();
		}
	});
});

describe('numbers of the pages', () => {
	it('are those of the stored tables, by plain loops', async () => {
		const facts = projectFacts();
		const tables = await Promise.all(
			['residents-2021-age', 'plus-groups-2021', 'deprivation-2025'].map((id) => facts.table(id))
		);
		const [ages, groups, index] = tables.map((table) => {
			const rows = new Map(strings(table, 'lsoa21').map((code, row) => [code, row]));
			return (code: string, column: string) => numbers(table, column)[rows.get(code) ?? -1] ?? NaN;
		}) as [Look, Look, Look];
		type Look = (code: string, column: string) => number;
		let held = 0;
		for (const { path: code, html, members, figures } of sampled) {
			if (members.length === 0) continue;
			const value = (label: string) => figures.find(({ measure }) => measure === label)?.value;
			let [people, children, old, deprived] = [0, 0, 0, 0];
			let [carless, homes, carers, over5] = [0, 0, 0, 0];
			for (const lsoa of members) {
				people += ages(lsoa, 'total');
				children += ages(lsoa, 'aged_0_15');
				old += ages(lsoa, 'aged_65_over');
				if (index(lsoa, 'imd_decile') <= 2) deprived += ages(lsoa, 'total');
				carless += groups(lsoa, 'no_car');
				homes += groups(lsoa, 'households_cars');
				carers += groups(lsoa, 'carers');
				over5 += groups(lsoa, 'residents_5_over');
			}
			expect(value('Residents'), code).toBe(people);
			expect(value('People in the most deprived fifth'), code).toBeCloseTo(deprived / people, 10);
			expect(value('Households with no car or van'), code).toBeCloseTo(carless / homes, 10);
			expect(value('Unpaid carers'), code).toBeCloseTo(carers / over5, 10);
			const text = html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
			const hundred = (share: number) => {
				const whole = Math.round(share * 100);
				return whole === 0 && share > 0 ? 'ewer than 1' : String(whole);
			};
			expect(text).toContain(`${people.toLocaleString('en-GB')} people lived here in March 2021.`);
			expect(text).toContain(
				`${hundred(children / people)} in every 100 were children under 16, and ${hundred(old / people).replace('ewer', 'fewer')} in every 100 were 65 or older.`
			);
			expect(text).toContain(`${hundred(carless / homes)} in every 100 homes had no car or van.`);
			expect(text).toContain(
				`${hundred(carers / over5)} in every 100 people aged 5 or over looked after, without pay, someone who was ill, disabled or old.`
			);
			held += 9;
		}
		expect(held).toBeGreaterThan(200);
	});
});

describe('a server that makes pages of areas', () => {
	it('answers all else while it makes one, as a build would have written it', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'made-'));
		writeFileSync(join(folder, 'there.txt'), 'there');
		const { url, close } = await serve(folder, { port: 0, make: areaPagesOnDemand() });
		try {
			const [{ slug = '' } = {}] = site.regions;
			const ended: string[] = [];
			const ask = async (path: string) => {
				const answer = await fetch(`${url}/${path}`);
				const text = await answer.text();
				ended.push(path);
				return { status: answer.status, text };
			};
			// A whole region has to be read for it.
			const making = ask(`${slug}/areas/`);
			for (let i = 0; i < 20; i++) expect(await ask('there.txt')).toMatchObject({ status: 200 });
			expect(ended).not.toContain(`${slug}/areas/`);
			expect(await making).toEqual({ status: 200, text: site.aToZ(slug)?.['index.html'] });
			expect((await ask(`${slug}/areas/E00000000/`)).status).toBe(404);
		} finally {
			await close();
			rmSync(folder, { recursive: true });
		}
	});
});
