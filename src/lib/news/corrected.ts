/**
 * Listings that their directory put right: the same name, where the listing that ended and the one
 * that follows it have the same address but for the postcode. Nothing moved, and nothing came.
 */
import type { Claim } from '../register/register.ts';
import { grouped } from './names.ts';

/** A directory is read every few weeks: so many days may lie between a listing and its correction. */
const DAYS = 45;
const DAY = 86_400_000;

/** From the postcode on, in any form: "Thrive, Norfolk IP22 2HX 2EL". */
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\b.*$/;

/** An address without its postcode; null where that says too little of where it is. */
function streetOf({ address }: Claim): string | null {
	const parts = (address ?? '')
		.replace(POSTCODE, '')
		.toLowerCase()
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
	return parts.length > 1 ? parts.join(', ') : null;
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

export interface Corrected {
	/** Ids of listings that ended because they were put right. */
	before: ReadonlySet<string>;
	/** Ids of those that stand in their place. */
	after: ReadonlySet<string>;
}

/** The listings that were put right, and those that put them right. */
export function correctedAmong(claims: readonly Claim[]): Corrected {
	const [before, after] = [new Set<string>(), new Set<string>()];
	const named = grouped(claims, ({ source, sourceDetail, name }) =>
		[source, sourceDetail ?? '', name.toLowerCase()].join('|')
	);
	for (const those of named.values()) {
		for (const ended of those) {
			const street = streetOf(ended);
			if (street === null || ended.lastSeen === null) continue;
			for (const next of those) {
				if (next === ended || next.firstSeen === null || streetOf(next) !== street) continue;
				const days = daysBetween(ended.lastSeen, next.firstSeen);
				if (days < 0 || days > DAYS) continue;
				before.add(ended.id);
				after.add(next.id);
			}
		}
	}
	return { before, after };
}
