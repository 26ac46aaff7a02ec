/**
 * How a place is reached, as far as a source says it of the organisation: a telephone number, an
 * e-mail address and a web address. A person's are never kept, and nothing is made a link that
 * could be more than that.
 */
import { distance } from 'fastest-levenshtein';
import { wordsOf } from '../text/words.ts';

/** Numbers of this country: those that begin with 01 or 08 have ten digits or eleven, all others eleven. */
const PHONE = /^0(?:[18]\d{8,9}|[23579]\d{9})$/;

/** A telephone number as this country has them, blanks as the source has them; null where it is none. */
export function publicPhone(text: string | null): string | null {
	const phone = text?.replace(/\s+/g, ' ').trim() ?? '';
	return PHONE.test(phone.replace(/ /g, '')) ? phone : null;
}

/** A web address with http or https, as browsers write it; null where it is none. */
export function publicUrl(text: string | null): string | null {
	if (text === null || !URL.canParse(text.trim())) return null;
	const url = new URL(text.trim());
	const isPlain = url.username === '' && url.password === '' && url.hostname.includes('.');
	return isPlain && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
}

/** So many times as many mailboxes are at the domain that another is a slip of. */
const MANY = 10;

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);

/**
 * Domains that are a letter off one of many more mailboxes, as "libraruies.norfolk.gov.uk" is off
 * "libraries.norfolk.gov.uk": a slip of whoever typed them. What is meant is not ours to say, so that
 * mail to them has no link.
 */
export function slippedDomains(emails: readonly (string | null)[]): ReadonlySet<string> {
	const counts = new Map<string, number>();
	for (const email of emails) {
		if (email === null) continue;
		const domain = domainOf(email);
		counts.set(domain, (counts.get(domain) ?? 0) + 1);
	}
	const usual = [...counts].filter(([, count]) => count >= MANY);
	return new Set(
		[...counts].flatMap(([domain, count]) =>
			usual.some(([other, many]) => many >= MANY * count && distance(domain, other) === 1)
				? [domain]
				: []
		)
	);
}

/** Whether mail to an address goes to a domain that is a slip. */
export const isSlipped = (email: string, slipped: ReadonlySet<string>): boolean =>
	slipped.has(domainOf(email));

/** What organisations call their mailboxes. A mailbox with any other word may be a person's. */
const MAILBOX_WORDS = new Set(
	'admin archives ask booking bookings central centre community contact contactus council county culture customer customers desk enquire enquiries enquiry events frontline general hello help helpdesk heritage home hq hub hubs info information learning leisure lending local mail mobile office post public reading reception services service support team town trust volunteers'.split(
		' '
	)
);
const LIBRARY = /librar|libary|^libs?$|^lib|lib$/;

/**
 * The e-mail address of an organisation, in small letters; null where the text has none or more
 * than one, or where a word before the @ is neither one of a mailbox nor one of the words known of
 * the place: it may be somebody's name.
 *
 * @param known name of the place, its council and the like
 */
export function publicEmail(text: string | null, known: readonly (string | null)[]): string | null {
	const found =
		(text ?? '').match(
			/[\w+'-]{1,64}(?:\.[\w+'-]{1,64}){0,5}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g
		) ?? [];
	const [address, ...others] = found;
	if (address === undefined || others.length > 0) return null;
	const email = address.toLowerCase();
	const words = email
		.slice(0, email.indexOf('@'))
		.split(/[^a-z]+/)
		.filter((word) => word !== '');
	const names = wordsOf(known.filter((one) => one !== null).join(' '));
	const runTogether = names.join('');
	const isKnown = (word: string) =>
		MAILBOX_WORDS.has(word) ||
		names.includes(word) ||
		(word.length > 3 && runTogether.includes(word));
	const isOrganisation = words.some((word) => LIBRARY.test(word)) || words.every(isKnown);
	return words.length > 0 && isOrganisation ? email : null;
}
