/**
 * How places are reached, for every page that names one: what each listing says of telephone,
 * e-mail, web address and hours, under the name of who lists it. Nothing is passed from one
 * listing to another: the hours of a warm space are not those of the library that it is in.
 */
import { formatMonth } from '../text/format.ts';
import { isSlipped, publicPhone, publicUrl, slippedDomains } from './contacts.ts';
import { ASSET_KINDS } from './kinds.ts';
import { openingLines } from './opening-times.ts';
import type { RegisterPart } from './parts.ts';
import type { Claim } from './register.ts';

/** A way to reach somebody: what is read, and where it leads. */
export interface ContactLink {
	label: 'Telephone' | 'E-mail' | 'Web';
	text: string;
	/** Begins with tel:, mailto:, http: or https:. */
	href: string;
}

/** What one listing says of how a place is reached. */
export interface ListingContact {
	/** Id of the listing. */
	id: string;
	name: string;
	/** Who lists it, and when it was last seen there: "Warm Welcome, August 2026". */
	said: string;
	links: ContactLink[];
	/** Opening times, a line a day or days. */
	hours: string[];
	/** Hours a week, where a list has no more. */
	note: string | null;
}

/**
 * The links of a listing; what is not plainly a number or an address of the kind it should be is none,
 * nor is mail to one of the domains that are `slipped`.
 */
export function contactLinks(
	{ phone, email, url }: Pick<Claim, 'phone' | 'email' | 'url'>,
	slipped: ReadonlySet<string>
): ContactLink[] {
	const links: ContactLink[] = [];
	const number = publicPhone(phone);
	if (number !== null) {
		links.push({ label: 'Telephone', text: number, href: `tel:${number.replace(/ /g, '')}` });
	}
	if (email !== null && /^[\w.+'-]+@[\w.-]+$/.test(email) && !isSlipped(email, slipped)) {
		links.push({ label: 'E-mail', text: email, href: `mailto:${email}` });
	}
	const web = publicUrl(url);
	if (web !== null) links.push({ label: 'Web', text: web, href: web });
	return links;
}

/** Listings by the place that they are of; a place is found by its own id and by that of any listing of it. */
export function contactsByPlace(
	claims: readonly Claim[],
	directories: RegisterPart['directories']
): (id: string) => readonly ListingContact[] {
	const places = new Map<string, ListingContact[]>();
	const placeOf = new Map<string, string>();
	const slipped = slippedDomains(claims.map(({ email }) => email));
	for (const claim of claims) {
		placeOf.set(claim.id, claim.place);
		if (claim.status === 'closed') continue;
		const contact = contactOf(claim, directories, slipped);
		if (!contact) continue;
		const known = places.get(claim.place);
		if (known) known.push(contact);
		else places.set(claim.place, [contact]);
	}
	return (id) => places.get(placeOf.get(id) ?? id) ?? [];
}

function contactOf(
	claim: Claim,
	directories: RegisterPart['directories'],
	slipped: ReadonlySet<string>
): ListingContact | null {
	const links = contactLinks(claim, slipped);
	const hours = openingLines(claim.openingTimes);
	const note = claim.kind === 'library' ? claim.note : null;
	if (links.length === 0 && hours.length === 0 && note === null) return null;
	const list =
		directories[claim.sourceDetail ?? '']?.title ??
		`list of ${ASSET_KINDS[claim.kind].plural.replace(/^(?!GP)./, (letter) => letter.toLowerCase())}`;
	return {
		id: claim.id,
		name: claim.name,
		said: `${list}, ${formatMonth(claim.lastSeen ?? claim.collected)}`,
		links,
		hours,
		note
	};
}
