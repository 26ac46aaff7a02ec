/** Addresses that only post goes to: nobody can go there, so they are no position. */

const POSTAL =
	/\bp\.?\s?o\.?\s?box\b|\bpost office box\b|\bfreepost\b|\bbfpo\b|\b(?:postal|correspondence|mailing|post) (?:address )?only\b|\bfor (?:post|correspondence) only\b|\bnot? (?:a )?(?:visitors?|visiting) address\b/i;

/** Whether a text says that post alone goes there. */
export const isPostalOnly = (text: string | null | undefined): boolean =>
	text !== null && text !== undefined && POSTAL.test(text);
