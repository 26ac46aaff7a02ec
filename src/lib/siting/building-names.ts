/**
 * The building that a listing is in, by name. Directories of warm spaces list an event, a club or a
 * company as often as the place where it meets; where the address or the name of a listing has a
 * community centre or a hall in it, that is the building, and its name.
 */
import { capitalise } from '../text/format.ts';
import { ordinaryCase, placeName } from '../register/names.ts';

/** What a listing says of where it is. */
export interface Named {
	name: string;
	address: string | null;
}

/** Two words that name a kind of building: "community centre", "village hall". */
interface KindWords {
	first: ReadonlySet<string>;
	second: ReadonlySet<string>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const CENTRE: KindWords = {
	first: words('community neighbourhood family resource'),
	second: words('centre center hall room rooms building')
};
const VILLAGE_HALL: KindWords = {
	first: words('village memorial parish jubilee'),
	second: words('hall')
};

/** Before the name of a building, not part of it: "Lunch at Penhill Community Centre". */
const BEFORE = words('at behind committee in - –');
/** Words that are no name by themselves. */
const NO_NAME = words('the a of our');
/** Longer names and addresses are cut. */
const MOST_LETTERS = 200;
/** Parts of an address that may name a building: further on come streets, towns and counties. */
const ADDRESS_PARTS = 2;

/** Address before name: it says where; the name often says who meets there. */
function textsOf({ name, address }: Named): string[] {
	const parts = (address ?? '').slice(0, MOST_LETTERS).split(',').slice(0, ADDRESS_PARTS);
	return [...parts, placeName(name).slice(0, MOST_LETTERS)];
}

function namedLike({ first, second }: KindWords, named: Named): string | null {
	for (const text of textsOf(named)) {
		const all = text.split(/\s/u).filter((word) => word !== '');
		const plain = all.map((word) => word.toLowerCase());
		const at = plain.findIndex(
			(word, i) => first.has(word) && second.has((plain[i + 1] ?? '').replace(/[^a-z]/g, ''))
		);
		if (at < 0) continue;
		const from = plain.slice(0, at).findLastIndex((word) => BEFORE.has(word)) + 1;
		const own = all.slice(from, at);
		while (NO_NAME.has((own[0] ?? '').toLowerCase()) && from > 0) own.shift();
		if (own.every((word) => NO_NAME.has(word.toLowerCase()))) continue;
		const kind = `${plain[at]} ${plain[at + 1]?.replace(/[^a-z]/g, '').replace('center', 'centre')}`;
		return [ordinaryCase(own.join(' ')), ...kind.split(' ').map(capitalise)].join(' ');
	}
	return null;
}

/** Name of the community centre that a listing is in; null where it names none. */
export const communityCentre = (named: Named): string | null => namedLike(CENTRE, named);

/** Name of the village hall that a listing is in; null where it names none. */
export const villageHall = (named: Named): string | null => namedLike(VILLAGE_HALL, named);
