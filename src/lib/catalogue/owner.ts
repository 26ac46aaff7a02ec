/** Who looks after a deployment: without anybody, every page and download says so. */
import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const day = v.pipe(v.string(), v.isoDate());

const OwnerSchema = v.pipe(
	v.strictObject({
		organisation: text,
		/** A role, not a person: people move on. */
		role: text,
		email: v.pipe(v.string(), v.email()),
		/** The day the listings were last gone through, and the day they next will be. */
		reviewed: day,
		next: day
	}),
	v.check(({ reviewed, next }) => next > reviewed, 'the next review must be after the last')
);

export type Owner = v.InferOutput<typeof OwnerSchema>;

export const NO_OWNER = 'Demonstration: nobody looks after these listings.';

/** The owner in a file. Throws an error that names the file and the field. */
export function parseOwner(json: unknown, path: string): Owner {
	const result = v.safeParse(OwnerSchema, json);
	if (!result.success) {
		const [issue] = result.issues;
		throw new Error(`${path}, ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`);
	}
	return result.output;
}

/** Who looks after the listings and until when that holds, in words. */
export function ownerSentence(owner: Owner | null): string {
	if (!owner) return NO_OWNER;
	const { organisation, role, email, reviewed, next } = owner;
	return `Listings looked after by ${role}, ${organisation} (${email}). Reviewed ${dayOf(reviewed)}, next due ${dayOf(next)}.`;
}

const dayOf = (iso: string): string =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
