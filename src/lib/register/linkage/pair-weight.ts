/**
 * How likely two records are of one place: what is alike in name, place, address, organisation
 * and list adds to a weight, what differs takes away.
 */
import { metresBetween } from '../../geometry/near.ts';
import { prepare, type LinkRecord, type Prepared } from './link-record.ts';
import { areOpposite, type AddressKey, type NameKey } from './name-key.ts';
import { nameLevel, type NameLevel } from './names-alike.ts';
import { WEIGHTS } from './weights.ts';

/** The weight of two records being of one place: what is alike adds, what differs takes away. */
export function pairWeight(a: LinkRecord, b: LinkRecord): number {
	return weightOf(prepare(a), prepare(b));
}

/** {@link pairWeight} of records that are made ready. */
export function weightOf(a: Prepared, b: Prepared): number {
	const level = nameLevel(a.name, b.name);
	const address = addressLevel(a, b);
	const byName = WEIGHTS.name[level] + familyWeight(a, b, level) + numbersWeight(a.name, b.name);
	return (
		WEIGHTS.prior +
		// "Warm Space", at the Baptist church, is that church by its address, not by its name.
		(address === 'named' ? Math.max(byName, WEIGHTS.name.within) : byName) +
		placeWeight(a, b) +
		WEIGHTS.address[address] +
		organisationWeight(a, b) +
		(listedTogether(a.record, b.record) ? WEIGHTS.listedTogether : 0)
	);
}

function placeWeight(a: Prepared, b: Prepared): number {
	const postcode = postcodeWeight(a.postcode, b.postcode);
	if (!a.point || !b.point) return postcode;
	const metres = metresBetween(a.point, b.point);
	const near = WEIGHTS.distance.find(([most]) => metres <= most)?.[1] ?? 0;
	const isSame = postcode === WEIGHTS.postcode.same;
	return postcode + (isSame ? Math.max(near, WEIGHTS.farWithSamePostcode) : near);
}

/** Whether postcode or address says that two records are at one, whatever their names. */
export function isSameAddress(a: Prepared, b: Prepared): boolean {
	if (a.postcode !== null && a.postcode === b.postcode) return true;
	const level = addressLevel(a, b);
	return level === 'named' || level === 'sameDoor' || level === 'same';
}

/** What two addresses say of each other. */
function addressLevel(a: Prepared, b: Prepared): keyof typeof WEIGHTS.address {
	if (isNamedIn(a.name, b) || isNamedIn(b.name, a)) return 'named';
	const [one, other] = [a.address(), b.address()];
	if (!one || !other) return 'silent';
	if (isBeside(one, other) || isBeside(other, one)) return 'otherBuilding';
	if (one.building && other.building) {
		const alike = nameLevel(one.building, other.building);
		if (alike === 'different' || alike === 'partly') return 'otherBuilding';
	}
	if (one.numbered !== null && other.numbered !== null) {
		if (one.numbered === other.numbered) return 'sameDoor';
		return one.street === other.street ? 'otherNumber' : 'silent';
	}
	// "Salisbury Road", and "38 Salisbury Road".
	if (isStreetOf(one, other) || isStreetOf(other, one)) return 'sameStreet';
	if (one.first === null || one.first !== other.first) return 'silent';
	return one.isStreet ? 'sameStreet' : 'same';
}

/** Whether one address says that it is beside the building which the other names. */
const isBeside = ({ beside }: AddressKey, { building }: AddressKey): boolean =>
	beside !== null && building !== null && nameLevel(beside, building) === 'equal';

const isStreetOf = (one: AddressKey, other: AddressKey): boolean =>
	one.isStreet && one.first !== null && one.first === other.street;

/**
 * Whether an address holds all words of a name that speaks of a kind of building. "Library Way"
 * holds no library, but may hold the Library Way Centre.
 */
function isNamedIn(name: NameKey, other: Prepared): boolean {
	const address = other.address();
	if (!address || !name.isBuilding || name.words.length < 2) return false;
	if (areOpposite(name, other.name)) return false;
	return name.words.every((word) => {
		if (!address.words.has(word)) return false;
		const street = address.inStreets.get(word);
		return street === undefined || name.words.includes(street);
	});
}

function familyWeight(a: Prepared, b: Prepared, level: NameLevel): number {
	const [one, other] = [a.name.families, b.name.families];
	const sayTheSame = level === 'equal' || isSameAndTelling(a.name, b.name);
	const unsaid = !sayTheSame && (lacksKind(a, b) || lacksKind(b, a)) ? WEIGHTS.kindUnsaid : 0;
	if (one.size === 0 || other.size === 0) {
		if (one.size === other.size || (level !== 'within' && level !== 'alike')) return unsaid;
		const isOneWord = Math.min(a.name.own.length, b.name.own.length) === 1;
		return unsaid + (isOneWord ? WEIGHTS.saysLess.oneWord : WEIGHTS.saysLess.more);
	}
	const shared = [...one].filter((family) => other.has(family)).length;
	if (shared === 0 || areOfTwoChurches(a.name, b.name)) {
		return unsaid + WEIGHTS.families.conflicting;
	}
	return (
		unsaid +
		(shared === one.size && shared === other.size
			? WEIGHTS.families.same
			: WEIGHTS.families.overlapping)
	);
}

/** Whether two names have the same words of their own, and more than the one that may be a town's. */
function isSameAndTelling({ own: one }: NameKey, { own: other }: NameKey): boolean {
	return one.length > 1 && one.join() === other.join();
}

/** Whether the second lacks the word for what the first is by its kind. */
function lacksKind({ record: { kind } }: Prepared, { name: { families } }: Prepared): boolean {
	if (kind === 'food-bank') return !families.has('food');
	if (kind === 'family-hub') return !families.has('family');
	return (kind === 'school' || kind === 'library') && !families.has(kind);
}

/** Whether both names speak of a denomination, and of none in common. */
function areOfTwoChurches(
	{ denominations: one }: NameKey,
	{ denominations: other }: NameKey
): boolean {
	return one.length > 0 && other.length > 0 && !one.some((word) => other.includes(word));
}

function numbersWeight(a: NameKey, b: NameKey): number {
	if (areOpposite(a, b)) return WEIGHTS.numbersDiffer;
	if (a.numbers.length === 0 || b.numbers.length === 0) return 0;
	return a.numbers.join() === b.numbers.join() ? 0 : WEIGHTS.numbersDiffer;
}

function postcodeWeight(a: string | null, b: string | null): number {
	if (a === null || b === null) return 0;
	if (a === b) return WEIGHTS.postcode.same;
	return a.slice(0, -2) === b.slice(0, -2)
		? WEIGHTS.postcode.sameSector
		: WEIGHTS.postcode.different;
}

function organisationWeight(a: Prepared, b: Prepared): number {
	const pairs = [
		[a.charity, b.charity],
		[a.company, b.company]
	].filter(([one, other]) => one != null && other != null);
	if (pairs.length === 0) return 0;
	return pairs.some(([one, other]) => one === other)
		? WEIGHTS.number.same
		: WEIGHTS.number.different;
}

/** Whether one directory listed both on the same day, as two. */
function listedTogether(a: LinkRecord, b: LinkRecord): boolean {
	if (a.source !== b.source || a.sourceDetail === null || a.sourceDetail !== b.sourceDetail) {
		return false;
	}
	if (!a.firstSeen || !b.firstSeen || !a.lastSeen || !b.lastSeen) return false;
	return a.firstSeen <= b.lastSeen && b.firstSeen <= a.lastSeen;
}
