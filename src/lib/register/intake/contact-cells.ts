/**
 * Telephone numbers, e-mail addresses and numbers of registers as cells have them: spreadsheet
 * programs take zeros off them, or cut them short, and web pages wrap them in links. What cannot be
 * got back is left out, and the row says so.
 */
import { looksLikeEmail } from '../../text/scan.ts';
import { isMarkup, linkIn, plainText } from '../../text/markup.ts';
import { ASSET_FIELDS, type AssetField } from '../asset.ts';
import type { Remark } from './remark.ts';

type ContactField = 'phone' | 'email' | 'charityNumber' | 'companyNumber';

/** A number as spreadsheet programs write long ones: "4.41225E+11". Digits of it are gone. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?e\+?\d{1,2}$/i;
/** What programs write behind a whole number that they take for one with decimals. */
const DECIMALS = /^(\d+)[.,]0+$/;

/** What a cell says instead of what is in it, and why; null where there is nothing in it. */
interface Read {
	text: string | null;
	why?: string;
}

/** The four fields of a row, each checked. */
export function readContacts(
	cells: Readonly<Partial<Record<ContactField, string>>>,
	remarks: Remark[]
): Record<ContactField, string | null> {
	const read = (field: ContactField, how: (text: string) => Read): string | null => {
		const given = cells[field];
		if (given === undefined) return null;
		const { text, why } = how(given);
		if (why !== undefined) {
			remarks.push({ kind: 'fixed', field, text: `${ASSET_FIELDS[field].label}: ${why}` });
		}
		return text;
	};
	const { phone, email } = cells;
	// "Contact" has a telephone number in one row and an e-mail address in the next.
	if (phone?.includes('@') === true && email === undefined) {
		const parts = unwrapped(phone, 'mailto:').split(/[;,|\s]+/);
		const addresses = parts.filter(looksLikeEmail);
		const rest = parts.filter((part) => !looksLikeEmail(part)).join(' ');
		if (addresses.length > 0) {
			const apart = { ...cells, email: addresses.join('; ') };
			if (/\d/.test(rest)) apart.phone = rest;
			else delete apart.phone;
			return readContacts(apart, remarks);
		}
	}
	return {
		phone: read('phone', readPhone),
		email: read('email', readEmail),
		charityNumber: read('charityNumber', readCharityNumber),
		companyNumber: read('companyNumber', readCompanyNumber)
	};
}

const quoted = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
const cutShort = (text: string): Read => ({
	text: null,
	why: `a spreadsheet program cut ${quoted(text)} short, and its last digits are gone. It was left out.`
});

/** A cell without the markup of a link, and without what a link begins with. */
function unwrapped(text: string, scheme: string): string {
	const inner = isMarkup(text) ? plainText(text) : text;
	const link = isMarkup(text) ? linkIn(text) : null;
	const meant = link?.toLowerCase().startsWith(scheme) ? link : inner;
	return meant.toLowerCase().startsWith(scheme)
		? (meant.slice(scheme.length).split('?')[0] ?? '').trim()
		: meant;
}

function readPhone(given: string): Read {
	const inner = isMarkup(given) ? plainText(given) : given;
	const text = /\d/.test(inner) ? inner.replace(/^tel:\s*/i, '') : unwrapped(given, 'tel:');
	if (SCIENTIFIC.test(text)) return cutShort(text);
	const whole = DECIMALS.exec(text)?.[1] ?? text;
	if ((whole.match(/\d/g)?.length ?? 0) < 3) {
		return { text: null, why: `${quoted(given)} is no telephone number. It was left out.` };
	}
	// Numbers of Britain have ten or eleven digits, and begin with a zero.
	if (/^[1-37-9]\d{8,9}$/.test(whole)) {
		return {
			text: `0${whole}`,
			why: `the 0 that ${quoted(given)} begins with was lost. It is back.`
		};
	}
	if (/^44[1-37-9]\d{8,9}$/.test(whole)) {
		return {
			text: `+${whole}`,
			why: `the + that ${quoted(given)} begins with was lost. It is back.`
		};
	}
	return whole === given ? { text: given } : { text: whole, why: wrapped(given, whole) };
}

const wrapped = (given: string, text: string) => `${quoted(given)} was read as ${text}.`;

function readEmail(given: string): Read {
	// What a link writes after the address is the subject of a letter.
	const text = unwrapped(given, 'mailto:').replace(/(@[\w.-]+)\?\S*$/, '$1');
	const all = text.split(/[;,\s]+/).filter((part) => /[^\s]/.test(part) && part !== 'or');
	const addresses = all.filter(looksLikeEmail);
	if (addresses.length === 0) {
		return { text: null, why: `${quoted(given)} is no e-mail address. It was left out.` };
	}
	if (addresses.length === all.length) {
		return text === given ? { text } : { text, why: wrapped(given, text) };
	}
	const kept = addresses.join('; ');
	return { text: kept, why: wrapped(given, kept) };
}

function readCharityNumber(given: string): Read {
	const text = isMarkup(given) ? plainText(given) : given;
	if (SCIENTIFIC.test(text)) return cutShort(text);
	const whole = (DECIMALS.exec(text)?.[1] ?? text).replace(/(\d),(?=\d{3}\b)/g, '$1');
	const [number] = /\b(?:SC|NIC?|NI)?\s?\d{5,8}(?:-\d{1,3})?\b/i.exec(whole) ?? [];
	if (number === undefined) {
		return { text: null, why: `${quoted(given)} is no charity number. It was left out.` };
	}
	return number === given ? { text: given } : { text: number, why: wrapped(given, number) };
}

function readCompanyNumber(given: string): Read {
	const text = isMarkup(given) ? plainText(given) : given;
	if (SCIENTIFIC.test(text)) return cutShort(text);
	const whole = (DECIMALS.exec(text)?.[1] ?? text).replace(/\s/g, '');
	if (/^\d{5,7}$/.test(whole)) {
		const full = whole.padStart(8, '0');
		return { text: full, why: `zeros that ${quoted(given)} begins with were lost. It is ${full}.` };
	}
	const [number] = /(?:[A-Z]{2}\d{6}|[A-Z]{2}\d{5}[A-Z]|\d{8})(?![A-Z\d])/i.exec(whole) ?? [];
	if (number === undefined) {
		return { text: null, why: `${quoted(given)} is no company number. It was left out.` };
	}
	return number === given ? { text: given } : { text: number, why: wrapped(given, number) };
}

/** Fields whose links are more than their words. */
export const LINKED: ReadonlySet<string> = new Set<AssetField>(['phone', 'email', 'url']);
