/** What of a record is compared, and the record made ready for it. */
import type { Asset } from '../asset.ts';
import { addressKey, isFixed, nameKey, type AddressKey, type NameKey } from './name-key.ts';
import { nameLevel } from './names-alike.ts';

/** What of a record is compared. An {@link Asset} is one. */
export type LinkRecord = Pick<
	Asset,
	| 'id'
	| 'kind'
	| 'name'
	| 'address'
	| 'postcode'
	| 'longitude'
	| 'latitude'
	| 'charityNumber'
	| 'companyNumber'
	| 'source'
	| 'sourceDetail'
	| 'firstSeen'
	| 'lastSeen'
> & {
	/** Records with the same group are one by their own source's word. */
	group?: string | null;
};

/** A record with its name, address, postcode and numbers in one spelling. */
export interface Prepared {
	record: LinkRecord;
	name: NameKey;
	/** Taken apart when it is first asked for: most records have no neighbour to compare with. */
	address: () => AddressKey | null;
	point: { longitude: number; latitude: number } | null;
	/** Postcode without blanks. */
	postcode: string | null;
	/** Numbers of the organisation, told apart by register. */
	charity: string | null;
	company: string | null;
}

const tidyNumber = (text: string | null | undefined): string | null =>
	text
		? text
				.toUpperCase()
				.replace(/[^A-Z\d]/g, '')
				.replace(/^0+/, '') || null
		: null;

/** Buildings of this many names at one address of one directory: it copied the address from one to the others. */
const COPIED = 3;

/**
 * Without point, postcode and address where a directory gives one address to several buildings
 * (three churches of three towns, all at the library of a fourth): nobody knows where they are.
 */
export function withoutCopiedAddresses(prepared: readonly Prepared[]): Prepared[] {
	const at = new Map<string, Prepared[]>();
	const keyOf = ({ record: { source, sourceDetail, address } }: Prepared) =>
		sourceDetail === null || !address ? null : JSON.stringify([source, sourceDetail, address]);
	for (const one of prepared) {
		const key = keyOf(one);
		if (key === null) continue;
		const there = at.get(key);
		if (there) there.push(one);
		else at.set(key, [one]);
	}
	const copied = new Set(
		[...at].flatMap(([key, there]) => {
			if (there.length < COPIED) return [];
			const buildings: Prepared[] = [];
			for (const one of there) {
				if (!isFixed(one.name) || isIn(one.name, one)) continue;
				const isOther = ({ name }: Prepared) => nameLevel(name, one.name) === 'different';
				if (buildings.every(isOther)) buildings.push(one);
			}
			return buildings.length >= COPIED ? [key] : [];
		})
	);
	return prepared.map((one) => {
		const key = keyOf(one);
		if (key === null || !copied.has(key)) return one;
		return { ...one, point: null, postcode: null, address: () => null };
	});
}

/** Whether an address holds all words of the name of the record that has it. */
const isIn = (name: NameKey, { address }: Prepared): boolean =>
	name.words.every((word) => address()?.words.has(word) === true);

/** Make a record ready to be compared. */
export function prepare(record: LinkRecord): Prepared {
	const { longitude, latitude } = record;
	return {
		record,
		name: nameKey(record.name, record.kind),
		address: once(() => (record.address ? addressKey(record.address) : null)),
		point: longitude === null || latitude === null ? null : { longitude, latitude },
		postcode: record.postcode?.toUpperCase().replace(/\s/g, '') || null,
		charity: tidyNumber(record.charityNumber),
		company: tidyNumber(record.companyNumber)
	};
}

function once<T>(make: () => T): () => T {
	let made: { value: T } | null = null;
	return () => (made ??= { value: make() }).value;
}
