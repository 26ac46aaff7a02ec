import { readContact } from '$lib/text/contact.ts';

/**
 * Whoever builds the site may set PUBLIC_CONTACT in the environment. Read here, while the page is
 * prerendered, it may be unset and needs no file changed: `$env/static/public` fails when unset.
 */
export function load() {
	return { contact: readContact(process.env['PUBLIC_CONTACT']) };
}
