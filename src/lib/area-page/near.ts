/** What is near where the people of an area live: for its page, as data and as HTML. */
import { centreOfPeople } from '../areas/region.ts';
import { numberOf } from '../facts/value.ts';
import { lastDayOf } from '../register/freshness.ts';
import { withDaysTogether } from '../register/opening-times.ts';
import type { ContactLink, ListingContact } from '../register/place-contacts.ts';
import { formatDistance } from '../search/nearest.ts';
import {
	metresToBus,
	NEAR_KINDS,
	nearYou,
	type NearPlace,
	toTen,
	type NearYou
} from '../view/near-you.ts';
import type { Book } from './book.ts';
import { figure, markup, type Html } from './html.ts';
import type { PageArea } from './page-area.ts';
import { notSurveyed, SURVEYED } from './surveyed.ts';
import type { MessageId, Translate } from './translator.ts';

/** So many places of each kind are told. */
const MOST_TOLD = 3;
/** Minutes on foot up to which a place is near. */
export const NEAR_MINUTES = 15;
/** Minutes beyond which nobody would call it a walk. */
const A_WALK = 60;
/** As many as could ever be within a walk, of a kind. */
const ALL = 10_000;

/** What is near an area; null where it is not known where its people live. */
export interface NearArea extends NearYou {
	/** Bus stops, in metres from homes on average. */
	busMetres: number | null;
}

/** Levels so large that what is near their middle is near few people: all above a community. */
export const isWide = ({ level }: Pick<PageArea, 'level'>): boolean =>
	level !== 'msoa' && level !== 'lsoa';

/** What is near where the people of an area live: kinds in the order of the page, of each all there is, nearest first. */
export function nearArea(book: Book, { level, members }: PageArea): NearArea | null {
	const { areas, reader } = book;
	const [longitude, latitude] = centreOfPeople(areas, members);
	if (!Number.isFinite(longitude)) return null;
	const [only = 0] = members;
	const area = level === 'lsoa' ? only : members;
	const near = nearYou(
		reader,
		{ longitude, latitude },
		{ areas, area, most: ALL, lists: book.places }
	);
	const metres = metresToBus(reader, areas, area);
	const order = NEAR_KINDS.map(({ id }) => id);
	return {
		...near,
		groups: near.groups.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
		busMetres: metres && numberOf(metres)
	};
}

const kindTitle = (t: Translate, id: string): Html => t(`kind.${id}` as MessageId);

/** The section of a page. */
export function nearSection(
	book: Book,
	area: PageArea,
	near: NearArea | null,
	t: Translate,
	{ most = MOST_TOLD, pictures }: { most?: number; pictures?: (kind: string) => Html | null } = {}
): Html {
	const heading = markup`<h2 id="near">${t('near.title')}</h2>`;
	if (!near)
		return markup`<section aria-labelledby="near">
			${heading}
			<p>${t('near.none')}</p>
		</section>`;
	const { level } = area;
	const nowhere = notSurveyed(book, area).filter(({ districts }) => districts === null);
	const unseen = new Set(
		Object.keys(SURVEYED).filter((id) => nowhere.some(({ kind }) => kind === SURVEYED[id]))
	);
	return markup`<section aria-labelledby="near">
		${heading}
		<p>${t(isWide(area) ? 'near.from.wide' : 'near.from', { level })} ${t('near.lists')}</p>
		<div class="kinds">
			${near.groups.map(
				({ id, places }) =>
					markup`<section class="kind">
						<h3 id="near-${id}">${pictures?.(id) ?? null}${kindTitle(t, id)}</h3>
						<ul>
							${places.slice(0, most).map((place) => placeItem(book, id, place, t))}
						</ul>
						${unseen.has(id) && markup`<p class="quiet">${t('near.unsurveyed', { kinds: t(`kinds.${id}` as MessageId) })}</p> `}${id === 'gp' && markup`<p class="quiet">${t('near.gp')}</p>`}
					</section> `
			)}${
				near.busMetres !== null &&
				markup`<section class="kind">
					<h3 id="near-bus">${pictures?.('bus') ?? null}${kindTitle(t, 'bus')}</h3>
					<p>
						${t('near.bus', { metres: figure(t.count(toTen(near.busMetres)), 'bus-stops-lsoa21') })}
					</p>
				</section> `
			}
		</div>
		${
			near.without.length > 0 &&
			markup`<p>
				${t('near.notCovered', {
					kinds: t.list(near.without.map((id) => t(`kinds.${id}` as MessageId)))
				})}
			</p> `
		}
	</section> `;
}

/** A place: name, how far, where, whom to call, when it is open, and how old that is. */
function placeItem(book: Book, kind: string, place: NearPlace, t: Translate): Html {
	const listings = book.contacts(place.id);
	const links = new Map(
		listings.flatMap(({ links }) => links).map((link) => [link.href, linkText(link)])
	);
	const hours = newestHours(book, place.id, listings);
	const weekly = listings.find(({ id, note }) => note !== null && id !== hours?.id);
	return markup`<li data-source="${place.datasets.join(' ')}">
<p><strong>${nameOf(kind, place, t)}</strong></p>
<p class="far">${walk(place, t)}</p>
${
	place.address !== null &&
	markup`<p>${t.proper(place.address)}</p>
`
}${[...links].map(
		([href, text]) => markup`<p><a class="tel" href="${href}">${t.proper(text)}</a></p>
`
	)}${hours && openLines(hours, t)}${weekly !== undefined && noteLine(weekly, t)}<p class="quiet">${seenWords(book, place, t)}${(hours ?? weekly ?? null) && markup` ${t('near.times')}`}</p>
</li>
`;
}

/** A web address is read without what every one begins with. */
const linkText = ({ label, text }: ContactLink): string =>
	label === 'Web' ? text.replace(/^https?:\/\/(?:www\.)?|\/$/g, '') : text;

/** A list of food banks calls one by its town alone: “King’s Lynn” would not say what it is. */
const SAYS_FOOD = /food|pantry|larder/i;

const nameOf = (kind: string, { name }: NearPlace, t: Translate): Html =>
	kind === 'food' && !SAYS_FOOD.test(name)
		? t('near.food', { name: t.proper(name) })
		: t.proper(name);

/** Of several listings that say when a place is open, the newest: nobody reads four timetables. */
function newestHours(
	book: Book,
	place: string,
	listings: readonly ListingContact[]
): ListingContact | null {
	const seen = new Map(
		book.claims(place).map(({ id, lastSeen, collected }) => [id, lastDayOf(lastSeen ?? collected)])
	);
	const day = ({ id }: ListingContact) => seen.get(id) ?? '';
	const timed = listings
		.filter(({ hours, note }) => hours.length > 0 || note !== null)
		.sort(
			(a, b) =>
				Number(b.hours.length > 0) - Number(a.hours.length > 0) || (day(a) < day(b) ? 1 : -1)
		);
	return timed[0] ?? null;
}

const openLines = (listing: ListingContact, t: Translate): Html =>
	listing.hours.length > 0
		? markup`<p>${t('near.hours', { list: t.proper(listing.said) })} ${t.proper(withDaysTogether(listing.hours).join('; '))}.</p> `
		: noteLine(listing, t);

const noteLine = ({ said, note }: ListingContact, t: Translate): Html =>
	markup`<p>${t('near.hours.note', { note: t.proper(note), list: t.proper(said) })}</p> `;

const walk = ({ minutes, kilometres }: NearPlace, t: Translate): Html =>
	minutes <= A_WALK
		? t('near.walk', { minutes, shown: t.count(minutes) })
		: t('near.far', { distance: t.proper(formatDistance(kilometres)) });

/** When it was last seen or checked, and by whom. */
function seenWords(book: Book, place: NearPlace, t: Translate): Html {
	const checks = book
		.claims(place.id)
		.flatMap(({ verified, verifiedBy }) =>
			verified && verifiedBy ? [{ verified, verifiedBy }] : []
		)
		.sort((a, b) => (a.verified < b.verified ? 1 : -1));
	for (const { verified, verifiedBy } of checks) {
		if (verifiedBy === 'register') continue;
		return t('near.checked', { month: t.month(verified), role: t(`role.${verifiedBy}`) });
	}
	const month = t.month(place.seen);
	if (place.confirmed) return t('near.confirmed', { month: t.month(place.confirmed) });
	if (place.confirmed === null) return t('near.unconfirmed', { month });
	if (place.toConfirm !== null) return t('near.to-confirm', { month });
	if (place.status === 'verified') return t('near.register', { month });
	return t(place.status === 'stale' ? 'near.stale' : 'near.listed', { month });
}
