/** Postcodes that stand somewhere in a text. */
import { INWARD, OUTWARD, type Postcode } from './postcode.ts';

/** With a space between the halves. */
const SPACED = new RegExp(
	`(?<![A-Za-z\\d])(?:(${OUTWARD})[\\s.]{1,3}(${INWARD}))(?![A-Za-z\\d])`,
	'gi'
);
/** Without one: in capitals, or with two letters and a number before the second half, as few words have. */
const CLOSED = new RegExp(`(?<![A-Za-z\\d])(${OUTWARD})(${INWARD})(?![A-Za-z\\d])`, 'g');
const CLOSED_SMALL = new RegExp(
	`(?<![A-Za-z\\d.@/_-])(?=[A-Z]{2})(${OUTWARD})(${INWARD})(?![A-Za-z\\d@/_-])`,
	'gi'
);

/** Every different postcode in a text, in their order: in an address, before a remark, beside another. */
export function postcodesIn(text: string): Postcode[] {
	const found = new Map<string, { at: number; postcode: Postcode }>();
	for (const pattern of [SPACED, CLOSED, CLOSED_SMALL]) {
		for (const { 1: outward = '', 2: inward = '', index } of text
			.normalize('NFKC')
			.matchAll(pattern)) {
			// "Unit A1, 2nd floor" has none.
			if (/^(1st|2nd|3rd|\dth)$/.test(inward)) continue;
			const [a, b] = [outward.toUpperCase(), inward.toUpperCase()];
			const postcode = { text: `${a} ${b}`, outward: a, inward: b };
			if (!found.has(postcode.text)) found.set(postcode.text, { at: index, postcode });
		}
	}
	return [...found.values()].sort((a, b) => a.at - b.at).map(({ postcode }) => postcode);
}
