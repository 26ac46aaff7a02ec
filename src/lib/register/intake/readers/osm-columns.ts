/**
 * What OpenStreetMap's tags are in words that people head columns with. Files of its exports have a
 * column a tag, whatever they are written in.
 */
import type { Columns } from './properties.ts';

/** The tags of an address, in the order in which it is read. */
const ADDRESS = [
	'addr:unit',
	'addr:housename',
	'addr:housenumber',
	'addr:street',
	'addr:place',
	'addr:suburb',
	'addr:village',
	'addr:town',
	'addr:city'
];
/** What other tags are called here; of several that say the same, the first that a file has. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
	postcode: ['addr:postcode', 'postal_code'],
	phone: ['phone', 'contact:phone', 'contact:mobile', 'mobile'],
	email: ['email', 'contact:email'],
	url: ['website', 'contact:website', 'url', 'contact:facebook'],
	opening_times: ['opening_hours'],
	organisation: ['operator'],
	charity_number: ['ref:GB:charity', 'ref:charity', 'charity:number'],
	note: ['description', 'note']
};
/** Tags that say what a place is, the more specific ones first. */
const KINDS = [
	'community_centre',
	'social_facility',
	'healthcare',
	'amenity',
	'leisure',
	'office',
	'shop',
	'club',
	'tourism',
	'building'
];
/** Values that say nothing by themselves, or are called otherwise here. */
const WORDS: Readonly<Record<string, string>> = {
	yes: '',
	social_facility: '',
	kindergarten: 'nursery',
	birthing_centre: 'birth centre',
	doctor: 'doctors',
	family_centre: 'family hub',
	community_hall: 'community hall'
};
const WORSHIP: Readonly<Record<string, string>> = {
	christian: 'church',
	muslim: 'mosque',
	jewish: 'synagogue',
	sikh: 'gurdwara',
	hindu: 'temple',
	buddhist: 'temple'
};

/** Whether columns are OpenStreetMap's: their identifiers, or its addresses. */
const isOsm = ({ headings, rows }: Columns): boolean => {
	const id = headings.indexOf('@id');
	return (
		headings.some((heading) => heading.startsWith('addr:')) ||
		(id >= 0 && /^(node|way|relation)\/\d+$/.test(rows[0]?.[id] ?? ''))
	);
};

/** Columns of OpenStreetMap with what its tags mean, first its kind; others as they are. */
export function withOsmColumns(columns: Columns): Columns {
	if (!isOsm(columns)) return columns;
	const { headings, rows, passedOver } = columns;
	const at = new Map(headings.map((heading, i) => [heading, i]));
	const renamed = new Map<number, string>();
	for (const [name, tags] of Object.entries(NAMES)) {
		const first = at.has(name) ? undefined : tags.find((tag) => at.has(tag));
		if (first !== undefined) renamed.set(at.get(first) ?? -1, name);
	}
	// Whatever stands there is a use, and never a part of an address.
	if (at.has('building')) renamed.set(at.get('building') ?? -1, 'building use');
	const isAddress = new Set(ADDRESS.flatMap((tag) => at.get(tag) ?? []));
	const kept = headings.map((_, i) => i).filter((i) => !isAddress.has(i));
	const cellOf = (row: readonly string[], tag: string) => row[at.get(tag) ?? -1] ?? '';
	return {
		headings: [
			...(at.has('kind') ? [] : ['kind']),
			...(isAddress.size > 0 ? ['address'] : []),
			...kept.map((i) => renamed.get(i) ?? headings[i] ?? '')
		],
		rows: rows.map((row) => [
			...(at.has('kind') ? [] : [kindOf((tag) => cellOf(row, tag))]),
			...(isAddress.size > 0 ? [addressOf((tag) => cellOf(row, tag))] : []),
			...kept.map((i) => row[i] ?? '')
		]),
		passedOver
	};
}

function addressOf(tag: (name: string) => string): string {
	const number = tag('addr:housenumber');
	return ADDRESS.map((name) =>
		name === 'addr:housenumber'
			? ''
			: name === 'addr:street' && number !== ''
				? `${number} ${tag(name)}`.trim()
				: tag(name)
	)
		.filter((part) => part !== '')
		.join(', ');
}

function kindOf(tag: (name: string) => string): string {
	if (tag('amenity') === 'place_of_worship') return WORSHIP[tag('religion')] ?? 'place of worship';
	for (const key of KINDS) {
		const [value = ''] = tag(key).split(';');
		const words = WORDS[value] ?? value.replaceAll('_', ' ');
		if (words !== '') return words;
	}
	return '';
}
