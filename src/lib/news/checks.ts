/** What people checked, and what they put right: by month, from the claims that say who checked them. */
import { VERIFIER_ROLES, type VerifierRole } from '../register/kinds.ts';
import type { Asset } from '../register/asset.ts';
import type { Claim } from '../register/register.ts';
import { capitalise, formatList, formatMonth } from '../text/format.ts';
import type { NewsEntry } from './entry.ts';
import { counted, grouped, namesOf, placesIn } from './names.ts';

/** What a check may put right, in the words of a sentence. */
const PUT_RIGHT = {
	name: 'name',
	address: 'address',
	postcode: 'postcode',
	openingTimes: 'opening times',
	phone: 'telephone number',
	email: 'e-mail address',
	url: 'web address'
} as const satisfies Partial<Record<keyof Asset, string>>;
type Field = keyof typeof PUT_RIGHT;
const FIELDS = Object.keys(PUT_RIGHT) as Field[];

interface Checked extends Claim {
	verified: string;
	verifiedBy: VerifierRole;
}

/** A register is no person: that it lists a place is told when it was read. */
const isChecked = (claim: Claim): claim is Checked =>
	claim.verified !== null && claim.verifiedBy !== null && claim.verifiedBy !== 'register';

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** What a checked claim says otherwise than every other claim about its place that says it at all. */
function putRight(claim: Checked, others: readonly Claim[]): Field[] {
	return FIELDS.filter((field) => {
		const own = claim[field];
		const theirs = others.flatMap((other) => other[field] ?? []);
		return own !== null && theirs.length > 0 && theirs.every((text) => plain(text) !== plain(own));
	});
}

/** Places that people checked in a month, and those of them that they corrected. */
export function checkNews(claims: readonly Claim[]): NewsEntry[] {
	const byPlace = grouped(claims, ({ place }) => place);
	const checked = claims.filter(isChecked).map((claim) => {
		const others = (byPlace.get(claim.place) ?? []).filter((other) => !isChecked(other));
		return { claim, fields: putRight(claim, others) };
	});
	const months = grouped(
		checked,
		({ claim }) => `${claim.source} ${claim.verified.slice(0, 'yyyy-mm'.length)}`
	);
	return [...months.values()].flatMap((those) => {
		const [first] = those;
		if (!first) return [];
		const { source, verified } = first.claim;
		const month = verified.slice(0, 'yyyy-mm'.length);
		const entry = (what: string, all: typeof those, says: string): NewsEntry[] =>
			all.length === 0
				? []
				: [
						{
							id: `${source}-${what}-${month}`,
							date: month,
							kind: 'places',
							title: `${capitalise(counted(all.map(({ claim }) => claim)))} ${what} in ${formatMonth(month)}`,
							says,
							dataset: source
						}
					];
		const found = those.map(({ claim }) => claim);
		const roles = [...new Set(found.map(({ verifiedBy }) => VERIFIER_ROLES[verifiedBy]))].sort();
		const corrected = those.filter(({ fields }) => fields.length > 0);
		const wrong = [...new Set(corrected.flatMap(({ fields }) => fields))].sort(
			(a, b) => FIELDS.indexOf(a) - FIELDS.indexOf(b)
		);
		const many = placesIn(found).length > 1;
		return [
			...entry('checked', those, `${namesOf(found)}. Checked by: ${roles.join('; ')}.`),
			...entry(
				'corrected',
				corrected,
				`${namesOf(corrected.map(({ claim }) => claim))}. Whoever checked ${many ? 'them' : 'it'} put right the ${formatList(wrong.map((field) => PUT_RIGHT[field]))}.`
			)
		];
	});
}
