/** What of a record is compared, and the record made ready for it. */
import type { Asset } from '../asset.ts';
import { addressKey, nameKey, type AddressKey, type NameKey } from './name-key.ts';

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
