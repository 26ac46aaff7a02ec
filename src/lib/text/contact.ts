/** How to reach whoever publishes a copy of the site. */
export interface Contact {
	text: string;
	/** Null where the contact is words alone, such as a postal address. */
	href: string | null;
}

/**
 * A contact as the publisher sets it: an e-mail address or a web address becomes a link, anything
 * else is shown as it is. Null where nothing is set.
 */
export function readContact(setting: string | undefined): Contact | null {
	const text = setting?.trim() ?? '';
	if (text === '') return null;
	if (/^[^\s@:/?#]+@[^\s@:/?#][^\s@:/?#.]*\.[^\s@:/?#]+$/.test(text))
		return { text, href: `mailto:${text}` };
	if (/^https?:\/\/\S+$/.test(text) && URL.canParse(text)) {
		return { text, href: new URL(text).href };
	}
	return { text, href: null };
}
