/** What is good in an area as far as lists say, and what was looked for in vain. Facts only. */
import { groupOf } from '../areas/region.ts';
import { surveyOf } from '../register/coverage.ts';
import { isListedLately } from '../register/freshness.ts';
import { ASSET_KINDS, type AssetKind } from '../register/kinds.ts';
import type { NameOf } from '../facts/parts.ts';
import { capitalise, formatList, formatNumber, formatQuantity } from '../text/format.ts';
import { NEAR_KINDS } from '../view/near-you.ts';
import type { Book } from './book.ts';
import { figure, markup, joined, OWN_WORDS, type Html } from './html.ts';
import { isWide, NEAR_MINUTES, type NearArea } from './near.ts';
import { LEVEL_WORDS, type PageArea } from './page-area.ts';
import type { MessageId, Translate } from './translator.ts';

/** Fewer community places than this near are few: as the page of gaps has it. */
const FEW = 3;
const own = (text: string): Html => figure(text, OWN_WORDS);

/** Lists whose places are counted in an area, with what one and several are called. */
const COUNTED: readonly {
	part: NameOf<'assets'>;
	/** The kind that it is surveyed by; without one where a register has all of England. */
	kind?: AssetKind;
	one: string;
	many: string;
}[] = [
	{
		part: 'community-venues',
		kind: 'community-venue',
		one: 'community place',
		many: 'community places'
	},
	{ part: 'libraries', kind: 'library', one: 'library', many: 'libraries' },
	{
		part: 'family-hubs',
		kind: 'family-hub',
		one: 'family hub or children’s centre',
		many: 'family hubs or children’s centres'
	},
	{ part: 'food-banks', kind: 'food-bank', one: 'food bank', many: 'food banks' },
	{ part: 'gp-practices', one: 'GP practice', many: 'GP practices' },
	{ part: 'pharmacies', one: 'pharmacy', many: 'pharmacies' }
];

/** The kind that places near are surveyed by, by the kind that people look for. */
const SURVEYED: Readonly<Record<string, AssetKind>> = {
	food: 'food-bank',
	library: 'library',
	family: 'family-hub'
};

export interface Counted {
	part: NameOf<'assets'>;
	/** Places of the list that stand in the area; one that several records name counts once. */
	places: number;
	/** How many of them a list named in the year before it was last read. */
	lately: number;
	datasets: readonly string[];
}

/** How many places of a list stand in an area; null where the region has no such list. */
export function countIn(book: Book, part: NameOf<'assets'>, area: PageArea): Counted | null {
	if (!book.has(part)) return null;
	const assets = book.reader.get(part);
	const codes = new Set(area.members.map((member) => book.areas.codes[member]));
	const places = new Map<string, boolean>();
	assets.ids.forEach((id, at) => {
		if (!codes.has(assets.lsoa21[at] ?? '')) return;
		const place = assets.merged?.[at] ?? id;
		places.set(place, (places.get(place) ?? false) || isListedLately(assets, at));
	});
	return {
		part,
		places: places.size,
		lately: [...places.values()].filter((seen) => seen).length,
		datasets: assets.datasets
	};
}

/** Kinds of which some place is within a short walk of where people live. */
function walkable(near: NearArea): { near: string[]; far: string[]; venues: number } {
	const within = new Map(
		near.groups.map(({ id, places }) => [
			id,
			places.filter(({ minutes }) => minutes <= NEAR_MINUTES).length
		])
	);
	const kinds = NEAR_KINDS.map(({ id }) => id).filter((id) => !near.without.includes(id));
	return {
		near: kinds.filter((id) => (within.get(id) ?? 0) > 0),
		far: kinds.filter((id) => (within.get(id) ?? 0) === 0),
		venues: within.get('warm') ?? 0
	};
}

/** Facts that one may be glad of, a sentence each. */
function goodThings(book: Book, area: PageArea, near: NearArea | null, t: Translate): Html[] {
	const facts: Html[] = [];
	if (near && !isWide(area)) {
		const { near: kinds } = walkable(near);
		if (kinds.length > 0) {
			facts.push(
				markup`On our lists, within a ${own(`${NEAR_MINUTES}`)}-minute walk of where people here live on average: ${t.list(kinds.map((id) => t(`one.${id}` as MessageId)))}`
			);
		}
	}
	const counts = COUNTED.flatMap(({ part, one, many }) => {
		const counted = countIn(book, part, area);
		return counted && counted.places > 0 ? [{ ...counted, one, many }] : [];
	});
	if (counts.length > 0) {
		const named = counts.map(({ places, one, many, datasets }) =>
			figure(formatQuantity(places, one, many), datasets)
		);
		const last = named.pop();
		facts.push(
			markup`On our lists, in this ${LEVEL_WORDS[area.level].one}: ${
				named.length > 0 ? markup`${joined(named, ', ')} and ${last ?? null}` : (last ?? null)
			}`
		);
	}
	const venues = counts.find(({ part }) => part === 'community-venues');
	if (venues && venues.lately > 0) {
		facts.push(
			markup`${figure(latelyWords(venues), venues.datasets)} listed in the year before we last read ${
				venues.places === 1 ? 'its list' : 'their lists'
			}.`
		);
	}
	return facts;
}

/** "Two of its five community places were", "All four of its community places were". */
function latelyWords({ places, lately }: Counted): string {
	if (places === 1) return 'Its one community place was';
	if (lately === places) return `All ${formatNumber(places)} of its community places were`;
	return `${capitalise(formatNumber(lately))} of its ${formatNumber(places)} community places ${lately === 1 ? 'was' : 'were'}`;
}

/** What we looked for and did not find, or never could, a sentence each. */
function notFound(book: Book, area: PageArea, near: NearArea | null, t: Translate): Html[] {
	if (area.members.length === 0) return [];
	const facts: Html[] = [];
	const unseen = notSurveyed(book, area);
	// Where no list looks, nothing was looked for in vain.
	const isLooked = (kind: AssetKind | undefined) => kind === undefined || !unseen.includes(kind);
	const many = (ids: readonly string[], word: 'and' | 'or') =>
		(word === 'and' ? formatList : orList)(ids.map((id) => t(`kinds.${id}` as MessageId).text));
	if (near && !isWide(area)) {
		const { far, venues } = walkable(near);
		const others = far.filter((id) => id !== 'warm' && isLooked(SURVEYED[id]));
		if (venues < FEW && !near.without.includes('warm') && isLooked('community-venue')) {
			facts.push(
				markup`We found ${venues === 0 ? 'no' : 'few'} community places within a
				${own(`${NEAR_MINUTES}`)}-minute walk. Our lists may miss some.`
			);
		}
		if (others.length > 0) {
			facts.push(
				markup`We found no ${many(others, 'or')} within a ${own(`${NEAR_MINUTES}`)}-minute walk.`
			);
		}
	} else {
		const none = COUNTED.filter(
			({ part, kind }) => isLooked(kind) && countIn(book, part, area)?.places === 0
		);
		if (none.length > 0) {
			facts.push(
				markup`Our lists name no ${orList(none.map(({ many: words }) => words))} in this
				${LEVEL_WORDS[area.level].one}.`
			);
		}
	}
	if (unseen.length > 0) {
		facts.push(
			markup`No list that we hold looks for ${orList(unseen.map((kind) => ASSET_KINDS[kind].plural.toLowerCase()))} here, so we
				cannot say how many there are.`
		);
	}
	return facts;
}

const disjunction = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const orList = (items: readonly string[]): string => disjunction.format(items);

/** Kinds that no list covers in any district of an area. */
function notSurveyed(book: Book, { members }: PageArea): AssetKind[] {
	if (!book.has('coverage')) return [];
	const coverage = book.reader.get('coverage');
	const kinds: readonly AssetKind[] = ['community-venue', 'food-bank', 'family-hub', 'library'];
	const districts = [
		...new Set(members.map((member) => groupOf(book.areas, 'district', member).code))
	];
	return kinds.filter((kind) =>
		districts.every((district) => surveyOf(coverage, kind, district).survey === 'not-surveyed')
	);
}

/** Both sections of a page, and whom to tell of a mistake where somebody answers. */
export function foundSections(
	book: Book,
	area: PageArea,
	near: NearArea | null,
	t: Translate
): Html {
	const [good, missing] = [goodThings(book, area, near, t), notFound(book, area, near, t)];
	const { owner } = book;
	const list = (items: readonly Html[]) =>
		markup`<ul>
			${items.map((item) => markup`<li>${item}</li> `)}
		</ul>`;
	return markup`${
		good.length > 0 &&
		markup`<section aria-labelledby="good">
				<h2 id="good">Good things here</h2>
				${list(good)}
			</section> `
	}
		<section aria-labelledby="not-found">
			<h2 id="not-found">What we could not find</h2>
			${missing.length > 0 ? list(missing) : markup`<p>${area.members.length === 0 ? 'We do not know where people here live, so we did not look.' : 'Our lists name at least one place of each kind that we look for here. They may still miss some.'}</p>`}
		</section>
		${
			owner &&
			markup`<section aria-labelledby="wrong">
				<h2 id="wrong">Something wrong?</h2>
				<p>
					Tell ${owner.role}, ${owner.organisation}:
					<a href="mailto:${owner.email}" data-source="${OWN_WORDS}">${owner.email}</a>. Say which
					place or number, and what is right.
				</p>
			</section> `
		}`;
}
