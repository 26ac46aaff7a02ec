/**
 * What a name says for comparing it with others: its words in one spelling, those that tell
 * places apart, and what kinds of building they speak of.
 */
import type { AssetKind } from '../kinds.ts';

/** Spellings of the same word. */
const SPELLINGS: Readonly<Record<string, string>> = {
	saint: 'st',
	saints: 'sts',
	gt: 'great',
	center: 'centre',
	ctr: 'centre',
	cntr: 'centre',
	comm: 'community',
	libraries: 'library',
	lib: 'library',
	churches: 'church',
	meth: 'methodist',
	rd: 'road',
	ave: 'avenue',
	hosp: 'hospital',
	surg: 'surgery',
	prac: 'practice',
	dr: 'doctor',
	sch: 'school',
	childrens: 'children',
	families: 'family',
	gardens: 'garden',
	rooms: 'room',
	halls: 'hall',
	centres: 'centre',
	hubs: 'hub'
};

/** Words that no name is known by, and what directories of warm spaces add to a name. */
const EMPTY_WORDS = new Set(
	'the of and at in for on to a an with by ltd limited cic cio plc llp nhs county city borough district warm welcome welcoming space spaces place places spot spots venue drop dropin'.split(
		' '
	)
);

/** Kinds of building or service by the words that name them. */
const FAMILIES = {
	worship:
		'church chapel cathedral minster abbey priory parish methodist baptist urc evangelical congregational catholic anglican salvation mosque temple gurdwara synagogue quaker christian fellowship tabernacle corps citadel rc cofe',
	hall: 'hall room institute pavilion memorial village',
	centre: 'centre community hub association neighbourhood resource',
	library: 'library',
	school:
		'school academy primary infant junior nursery college preschool secondary high grammar university sixth',
	cafe: 'cafe coffee pub inn arms restaurant kitchen tearoom tea bar hotel tavern bistro diner lunch',
	museum: 'museum gallery theatre arts art cinema playhouse heritage castle',
	leisure:
		'leisure sports sport pool gym club football rugby cricket fc golf bowls swimming tennis',
	food: 'foodbank pantry larder foodhub fridge supermarket',
	care: 'surgery practice medical clinic hospital health doctor gp pharmacy chemist dental dentist',
	family: 'children family kids toddler toddlers youth baby young',
	council: 'council offices civic town',
	shop: 'shop store coop tesco asda morrisons',
	housing: 'house court lodge flats sheltered housing'
} as const;
export type NameFamily = keyof typeof FAMILIES;

const FAMILY_OF: ReadonlyMap<string, NameFamily> = new Map(
	(Object.entries(FAMILIES) as [NameFamily, string][]).flatMap(([family, words]) =>
		words.split(' ').map((word) => [word, family] as const)
	)
);
/** Words of families that are as often part of a place's own name ("High Street", "Town Lane"). */
const LOOSE_FAMILIES: ReadonlySet<NameFamily> = new Set(['council', 'housing']);
/** Words of families that tell places of a kind apart all the same. */
const TELLING_WORDS = new Set(
	'abbey anglican baptist cathedral catholic congregational evangelical infant junior methodist minster mosque nursery primary priory quaker salvation secondary synagogue temple urc'.split(
		' '
	)
);
/** Words for a denomination: a name with one, and a name with another, are of two churches. */
const DENOMINATIONS = new Set(
	'baptist catholic congregational evangelical methodist quaker rc salvation urc'.split(' ')
);
const LOOSE_WORDS = new Set([
	'high',
	'young',
	'tea',
	'bar',
	'memorial',
	'village',
	'health',
	'community'
]);

/** What the kind alone says, where lists of that kind leave it out of their names. */
const KIND_WORDS: Partial<Record<AssetKind, string>> = {
	library: 'library',
	'food-bank': 'foodbank'
};

/** Kinds of building that stay where they are: two with one name are two buildings. */
const FIXED: readonly NameFamily[] = [
	'worship',
	'library',
	'school',
	'museum',
	'care',
	'leisure',
	'council'
];
const FIXED_WORDS = new Set(['hall', 'pavilion', 'institute']);

/** Whether a name speaks of a building that stays where it is. A sports association is none. */
export const isFixed = ({ families, words }: NameKey): boolean =>
	FIXED.some(
		(family) => families.has(family) && !(family === 'leisure' && words.includes('association'))
	) || words.some((word) => FIXED_WORDS.has(word));

/** Words of which a name has one where that of the place beside has another. */
const OPPOSITES = [
	['north', 'south', 'east', 'west', 'central'],
	['upper', 'lower', 'middle'],
	['great', 'little']
] as const;

/** Whether one name says north where another says south. */
export function areOpposite({ words: one }: NameKey, { words: other }: NameKey): boolean {
	return OPPOSITES.some((words) => {
		const [here, there] = [one, other].map((name) => words.filter((word) => name.includes(word)));
		return (
			here !== undefined &&
			there !== undefined &&
			here.length > 0 &&
			there.length > 0 &&
			!here.some((word) => there.includes(word))
		);
	});
}

export interface NameKey {
	/** All words that count, sorted, in one text: equal for names that say the same. */
	key: string;
	/** All words that count. */
	words: readonly string[];
	/** Those that tell one place of a kind from another; all words where there are none. */
	own: readonly string[];
	/** What kinds of building or service it speaks of. */
	families: ReadonlySet<NameFamily>;
	/** Denominations that it speaks of. */
	denominations: readonly string[];
	/** Whether any word of it is for a kind of building. */
	isBuilding: boolean;
	/** Numbers in it, which two names must share where both have some ("2nd", "no 5"). */
	numbers: readonly string[];
}

/** Take a name apart. The kind adds its own word where names leave it out ("Hucclecote" is a library). */
export function nameKey(name: string, kind?: AssetKind): NameKey {
	const plain = plainText(name);
	const spelled = plain.split(' ').map((word) => SPELLINGS[word] ?? word);
	const kept = spelled.filter((word) => word !== '' && !EMPTY_WORDS.has(word));
	const said = kept.length > 0 ? kept : spelled.filter((word) => word !== '');
	const kindWord = kind === undefined ? undefined : KIND_WORDS[kind];
	const words = [...new Set(kindWord === undefined ? said : [...said, kindWord])].sort();
	const own = words.filter(
		(word) => (!FAMILY_OF.has(word) || TELLING_WORDS.has(word)) && word !== 'st'
	);
	return {
		key: words.join(' '),
		words,
		own: own.length > 0 ? own : words,
		families: familiesOf(words),
		denominations: words.filter((word) => DENOMINATIONS.has(word)),
		isBuilding: words.some((word) => FAMILY_OF.has(word)),
		numbers: words.filter((word) => /^\d+(st|nd|rd|th)?$/.test(word))
	};
}

function familiesOf(words: readonly string[]): Set<NameFamily> {
	const families = new Set(
		words.flatMap((word) => {
			const family = FAMILY_OF.get(word);
			return family === undefined || LOOSE_FAMILIES.has(family) || LOOSE_WORDS.has(word)
				? []
				: [family];
		})
	);
	// A church's school is a school, and a parish council is no church.
	if (families.has('school')) families.delete('worship');
	const isCouncil = words.includes('parish') && words.includes('council');
	if (isCouncil && words.every((word) => word === 'parish' || FAMILY_OF.get(word) !== 'worship')) {
		families.delete('worship');
		families.add('council');
	}
	return families;
}

export interface AddressKey {
	/** Its words in one spelling. */
	words: ReadonlySet<string>;
	/** Those that stand only in the name of a street, with what follows ("library", "way"). */
	inStreets: ReadonlyMap<string, string>;
	/** The building that it says it stands beside ("adjacent to the Walter Gidney Pavilion"). */
	beside: NameKey | null;
	/** "110 sladefield road", where it has a number in a street. */
	numbered: string | null;
	/** "sladefield road". */
	street: string | null;
	/** The building that its first line names ("Park Baptist Church"); null where that is a street, a number or an organisation. */
	building: NameKey | null;
	/** Its first line, where that says more than the name of a town. */
	first: string | null;
	/** Whether that line is no more than a street, which many buildings stand in. */
	isStreet: boolean;
}

const STREETS =
	'road street lane avenue close way drive square place terrace green hill row walk parade court crescent gardens'.split(
		' '
	);
const NUMBERED = new RegExp(`\\b(\\d+[a-z]?) ((?:[a-z]+ ){1,3}?(?:${STREETS.join('|')}))\\b`);

/** What the first line of an address says it stands beside. */
const BESIDE = /\b(?:adjacent|next|next door) to:?\s+([^,()]+)/i;

/** Words for a kind of building that an address has only before "road" or the like in one of its lines. */
function wordsInStreets(lines: readonly string[]): Map<string, string> {
	const inStreets = new Map<string, string>();
	const elsewhere = new Set<string>();
	for (const line of lines) {
		const words = line.split(' ');
		words.forEach((word, i) => {
			const next = words[i + 1] ?? '';
			if (FAMILY_OF.has(word) && STREETS.includes(next)) inStreets.set(word, next);
			else elsewhere.add(word);
		});
	}
	for (const word of elsewhere) inStreets.delete(word);
	return inStreets;
}

/** Take an address apart. */
export function addressKey(address: string): AddressKey {
	const spell = (text: string) =>
		plainText(text)
			.split(' ')
			.map((word) => (word === 'st' ? word : (SPELLINGS[word] ?? word)))
			.join(' ');
	const all = spell(address);
	const found = NUMBERED.exec(all.replace(/\bst\b(?! [a-z]+ (church|school))/g, 'street'));
	const [line = '', ...rest] = address.split(',');
	const beside = BESIDE.exec(line)?.[1];
	const first = spell(line);
	// Names of buildings end in what they are ("Park Baptist Church"); streets in what they are.
	const isStreet = STREETS.some((street) => first.endsWith(` ${street}`));
	const named = isStreet || rest.length === 0 || /\d/.test(line) ? null : nameKey(line);
	return {
		words: new Set(all.split(' ')),
		inStreets: wordsInStreets([line, ...rest].map(spell)),
		beside: beside === undefined ? null : nameKey(beside),
		numbered: found ? `${found[1] ?? ''} ${found[2] ?? ''}` : null,
		street: found?.[2] ?? null,
		building: named && named.families.size > 0 && named.words.length >= 2 ? named : null,
		first: first.split(' ').length >= 2 ? first : null,
		isStreet: isStreet && !/^\d/.test(first)
	};
}

/** Small letters and digits with single blanks: accents, apostrophes and signs resolved. */
function plainText(text: string): string {
	const small = withoutAccents(withoutEntities(text)).toLowerCase();
	return small
		.replace(/['’‘`´]/g, '')
		.replace(/&/g, ' and ')
		.replace(/\bfood[\s-]+bank/g, 'foodbank')
		.replace(/\bc(hurch)?[\s./-]*(of|o)[\s./-]*e(ngland)?\b/g, 'cofe')
		.replace(/\bunited[\s-]+reform(ed)?\b/g, 'urc')
		.replace(/\bdrop[\s-]+in\b/g, 'dropin')
		.replace(/\bco[\s-]+op\b/g, 'coop')
		.replace(/[^\p{L}\d]+/gu, ' ')
		.trim();
}

const withoutEntities = (text: string): string =>
	text.includes('&')
		? text.replace(/&(amp|#0?38);/gi, '&').replace(/&#0?39;|&(rsquo|lsquo|apos);/gi, '’')
		: text;

/** Letters and signs that have nothing to take off: most names, among a million. */
const PLAIN = /^[ -~]*$/;

const withoutAccents = (text: string): string =>
	PLAIN.test(text)
		? text
		: text
				// Apostrophes of UTF-8 that somebody read as Latin letters.
				.replace(/â(?:€[™˜]|\u0080[\u0098\u0099])/g, '’')
				.normalize('NFKD')
				.replace(/\p{M}/gu, '');
