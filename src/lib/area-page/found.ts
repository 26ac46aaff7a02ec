/** What is good in an area as far as lists say, and what was looked for in vain. Facts only. */
import { isListedLately } from '../register/freshness.ts';
import type { AssetKind } from '../register/kinds.ts';
import type { NameOf } from '../facts/parts.ts';
import { NEAR_KINDS } from '../view/near-you.ts';
import type { Book } from './book.ts';
import { figure, markup, OWN_WORDS, type Html } from './html.ts';
import { isWide, NEAR_MINUTES, type NearArea } from './near.ts';
import { levelWord, type PageArea } from './page-area.ts';
import { COUNTED, MANY, notSurveyed, SURVEYED, type Unseen } from './surveyed.ts';
import type { MessageId, Translate } from './translator.ts';

/** Fewer community places than this near are few: as the page of gaps has it. */
const FEW = 3;
const own = (text: string): Html => figure(text, OWN_WORDS);

export interface Counted {
	part: NameOf<'assets'>;
	/** Places of the list that stand in the area; one that several records name counts once. */
	places: number;
	/** The places, by the ids that they have on every list. */
	ids: ReadonlySet<string>;
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
		ids: new Set(places.keys()),
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

/** What a sentence leads to, one under the other; on paper one after the other. */
const few = (items: readonly Html[]): Html =>
	markup`<ul class="few">${items.map((item) => markup`<li>${item}</li>`)}</ul>`;

/** Facts that one may be glad of, a sentence each. */
function goodThings(book: Book, area: PageArea, near: NearArea | null, t: Translate): Html[] {
	const facts: Html[] = [];
	if (near && !isWide(area)) {
		const { near: kinds } = walkable(near);
		if (kinds.length > 0) {
			const walk = t('good.walk', { minutes: own(`${NEAR_MINUTES}`) });
			facts.push(markup`${walk}${few(kinds.map((id) => t(`one.${id}` as MessageId)))}`);
		}
	}
	const counts = COUNTED.flatMap(({ part }) => {
		const counted = countIn(book, part, area);
		return counted && counted.places > 0 ? [{ ...counted, part }] : [];
	});
	if (counts.length > 0) {
		const named = counts.map(({ places, part, datasets }) =>
			figure(t(`count.${part}`, { places, shown: t.number(places) }), datasets)
		);
		facts.push(
			markup`${t('good.counts', { level: levelWord(area) })}${few(named)} ${isOnTwo(counts) && t('good.counted-on-each')}`
		);
	}
	const venues = counts.find(({ part }) => part === 'community-venues');
	if (venues && venues.lately > 0) facts.push(latelyWords(venues, t));
	return facts;
}

/** Whether a place is on more than one list: whoever adds the counts would count it twice. */
const isOnTwo = (counts: readonly Counted[]): boolean =>
	new Set(counts.flatMap(({ ids }) => [...ids])).size <
	counts.reduce((sum, { places }) => sum + places, 0);

/** "Two of its five community places were listed …", "All four of its community places were …". */
function latelyWords({ places, lately, datasets }: Counted, t: Translate): Html {
	const all = figure(t.number(places), datasets);
	return lately === places
		? t('good.lately.all', { places, all })
		: t('good.lately.some', { lately, some: figure(t.first(lately), datasets), all });
}

/** What we looked for and did not find, or never could, a sentence each. */
function notFound(book: Book, area: PageArea, near: NearArea | null, t: Translate): Html[] {
	if (area.members.length === 0) return [];
	const facts: Html[] = [];
	const unseen = notSurveyed(book, area);
	// Where no list looks, nothing was looked for in vain.
	const isLooked = (kind: AssetKind | undefined) =>
		kind === undefined || !unseen.some((one) => one.kind === kind);
	const either = (ids: readonly MessageId[]) => t.either(ids.map((id) => t(id)));
	const minutes = own(`${NEAR_MINUTES}`);
	if (near && !isWide(area)) {
		const { far, venues } = walkable(near);
		const others = far.filter((id) => id !== 'warm' && isLooked(SURVEYED[id]));
		if (venues < FEW && !near.without.includes('warm') && isLooked('community-venue'))
			facts.push(t('missing.venues', { venues, minutes }));
		if (others.length > 0) {
			const kinds = either(others.map((id) => `kinds.${id}` as MessageId));
			facts.push(t('missing.kinds', { kinds, minutes }));
		}
	} else {
		const none = COUNTED.filter(
			({ part, kind }) => isLooked(kind) && countIn(book, part, area)?.places === 0
		);
		if (none.length > 0) {
			const kinds = either(none.map(({ many }) => many));
			facts.push(t('missing.none', { kinds, level: levelWord(area) }));
		}
	}
	return [...facts, ...unsurveyedWords(unseen, t)];
}

/** A sentence for all kinds that are not looked for in the same districts. */
function unsurveyedWords(unseen: readonly Unseen[], t: Translate): Html[] {
	const where = [...new Set(unseen.map(({ districts }) => districts?.join('|') ?? ''))];
	return where.map((key) => {
		const those = unseen.filter(({ districts }) => (districts?.join('|') ?? '') === key);
		const kinds = t.either(those.flatMap(({ kind }) => (MANY[kind] ? [t(MANY[kind])] : [])));
		const districts = those[0]?.districts;
		return districts
			? t('missing.unsurveyed.in', { kinds, districts: t.list(districts.map(t.proper)) })
			: t('missing.unsurveyed', { kinds });
	});
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
				<h2 id="good">${t('good.title')}</h2>
				${list(good)}
			</section> `
	}
		<section aria-labelledby="not-found">
			<h2 id="not-found">${t('missing.title')}</h2>
			${missing.length > 0 ? list(missing) : markup`<p>${t(area.members.length === 0 ? 'missing.unknown' : 'missing.nothing')}</p>`}
		</section>
		${
			owner &&
			markup`<section aria-labelledby="wrong">
				<h2 id="wrong">${t('wrong.title')}</h2>
				<p>${t('wrong.tell', {
					role: t.proper(owner.role),
					organisation: t.proper(owner.organisation),
					email: markup`<a href="mailto:${owner.email}" data-source="${OWN_WORDS}">${owner.email}</a>`
				})}</p>
			</section> `
		}`;
}
