/**
 * How a place is reached, as far as a source says it of the organisation: a telephone number, an
 * e-mail address and a web address. A person's are never kept, and nothing is made a link that
 * could be more than that.
 */
import { wordsOf } from '../text/words.ts';

/** A telephone number of ten or eleven digits that begins with 0, blanks as the source has them; null where it is none. */
export function publicPhone(text: string | null): string | null {
	const phone = text?.replace(/\s+/g, ' ').trim() ?? '';
	return /^0\d{9,10}$/.test(phone.replace(/ /g, '')) ? phone : null;
}

/** A web address with http or https, as browsers write it; null where it is none. */
export function publicUrl(text: string | null): string | null {
	if (text === null || !URL.canParse(text.trim())) return null;
	const url = new URL(text.trim());
	const isPlain = url.username === '' && url.password === '' && url.hostname.includes('.');
	return isPlain && (url.protocol === 'http:' || url.protocol === 'https:') ? url.href : null;
}

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
