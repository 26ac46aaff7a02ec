/** Reads tests/data/addresses.txt: addresses, and what each says when it is opened. */
export interface KnownAddress {
	address: string;
	/** Where the reader is then; mostly the same. */
	to: string;
	title: string;
	says: string[];
}

export interface AddressGroup {
	/** What the heading above the addresses says. */
	name: string;
	addresses: KnownAddress[];
}

/** The addresses by the headings they stand under. Throws on a line that says nothing known. */
export function readAddresses(text: string): AddressGroup[] {
	const groups: AddressGroup[] = [];
	for (const [at, line] of text.split('\n').entries()) {
		const addresses = groups.at(-1)?.addresses;
		const known = addresses?.at(-1);
		const [, word, rest = ''] = /^\t(to|title|says) (.+)$/.exec(line) ?? [];
		if (line === '') continue;
		if (line.startsWith('# ')) groups.push({ name: line.slice(2), addresses: [] });
		else if (line.startsWith('/') && addresses) {
			addresses.push({ address: line, to: line, title: '', says: [] });
		} else if (known && word === 'to') known.to = rest;
		else if (known && word === 'title') known.title = rest;
		else if (known && word === 'says') known.says.push(rest);
		else if (!line.startsWith('#')) throw new Error(`addresses.txt, line ${at + 1}: “${line}”`);
	}
	return groups.filter(({ addresses }) => addresses.length > 0);
}
