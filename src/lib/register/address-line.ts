/** The address of a place in one line. */
import type { Asset } from './asset.ts';

const plain = (text: string) => text.replace(/\s/g, '').toUpperCase();

/**
 * Address and postcode in one line, a space after each comma and no empty parts, the postcode once
 * and as it is written ("NR310AP" becomes "NR31 0AP"); empty where neither is known.
 */
export function addressLine({
	address: given,
	postcode
}: Pick<Asset, 'address' | 'postcode'>): string {
	const address = given
		?.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '')
		.join(', ');
	if (!address || !postcode) return address || postcode || '';
	if (address.includes(postcode)) return address;
	const parts = address.split(',');
	const unspaced = parts.findIndex((part) => plain(part) === plain(postcode));
	if (unspaced >= 0) return parts.with(unspaced, ` ${postcode}`).join(',').trim();
	return plain(address).includes(plain(postcode)) ? address : `${address}, ${postcode}`;
}
