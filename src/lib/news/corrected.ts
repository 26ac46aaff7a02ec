/**
 * Listings that their directory put right: the same name, where the listing that ended and the one
 * that follows it have the same address but for the postcode; or the same postcode, where the name has
 * one word more or fewer. Nothing moved, and nothing came.
 */
import type { Claim } from '../register/register.ts';
import { grouped } from './names.ts';

/** A directory is read every few weeks: so many days may lie between a listing and its correction. */
const DAYS = 60;
/** So many words of a name must stay where another goes or comes. */
const WORDS = 2;
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
	/** Among the claims of one directory that agree in something, those that are the same listing. */
	const look = (
		agreeIn: (claim: Claim) => string | null,
		isSame: (ended: Claim, next: Claim) => boolean
	) => {
		const alike = grouped(claims, (claim) =>
			[claim.source, claim.sourceDetail ?? '', agreeIn(claim) ?? claim.id].join('|')
		);
		for (const those of alike.values()) {
			for (const ended of those) {
				for (const next of those) {
					if (!follows(ended, next) || !isSame(ended, next)) continue;
					before.add(ended.id);
					after.add(next.id);
				}
			}
		}
	};
	look(
		({ name }) => name.toLowerCase(),
		(ended, next) => {
			const street = streetOf(ended);
			return street !== null && streetOf(next) === street;
		}
	);
	look(
		({ postcode }) => postcode,
		(ended, next) => isNamedAlike(ended.name, next.name)
	);
	return { before, after };
}

/** Whether a listing begins within some weeks of the end of another. */
function follows(ended: Claim, next: Claim): boolean {
	if (next === ended || next.firstSeen === null || ended.lastSeen === null) return false;
	const days = daysBetween(ended.lastSeen, next.firstSeen);
	return days >= 0 && days <= DAYS;
}

/** Whether a name is the other with one word more or fewer: "Worlington (RCC Visit)", "Worlington (Visit)". */
function isNamedAlike(one: string, other: string): boolean {
	const [fewer = [], more = []] = [wordsOf(one), wordsOf(other)].sort(
		(a, b) => a.length - b.length
	);
	return (
		fewer.length >= WORDS &&
		more.length === fewer.length + 1 &&
		fewer.every((word) => more.includes(word))
	);
}

const wordsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
