/**
 * The words of a heading, and the phrases that mean a field: what is asked first of a heading, and what
 * its other readings are made from.
 */
import { ASSET_FIELDS, type AssetField } from '../asset.ts';
import { plainWords, TARGETS, type Target } from './columns.ts';
import { FIELD_WORDS } from './heading-words.ts';

/** How well a heading names a field. Within one, words that had to be left away count against it. */
export const STRENGTH = {
	own: 50,
	/** A place and the word "name": "Practice name". */
	named: 45,
	also: 30,
	perhaps: 20,
	likely: 10
} as const;

export interface Claim {
	field: Target;
	strength: number;
}

/** Headings that are longer are sentences. */
const LONGEST = 120;

/** What a phrase may mean, the likeliest first. */
export const PHRASES: ReadonlyMap<string, readonly Claim[]> = phrases();
/** The same without spaces, for headings that are written in one word, each with the phrase. */
export const SQUASHED: ReadonlyMap<string, string> = new Map(
	[...PHRASES.keys()].map((phrase) => [phrase.replaceAll(' ', ''), phrase] as const)
);

function phrases(): Map<string, Claim[]> {
	const found = new Map<string, Claim[]>();
	const add = (phrase: string, field: Target, strength: number) => {
		const words = wordsOf(phrase).join(' ');
		const claims = found.get(words) ?? [];
		if (words === '' || claims.some((claim) => claim.field === field)) return;
		found.set(
			words,
			[...claims, { field, strength }].sort((a, b) => b.strength - a.strength)
		);
	};
	for (const { id, label } of TARGETS) {
		add(label, id, STRENGTH.own);
		if (!Object.hasOwn(ASSET_FIELDS, id)) continue;
		add(ASSET_FIELDS[id as AssetField].column, id, STRENGTH.own);
		add(id, id, STRENGTH.own);
	}
	for (const strength of ['own', 'also', 'perhaps'] as const) {
		for (const [field, words] of Object.entries(FIELD_WORDS)) {
			for (const phrase of words[strength]?.split(',') ?? []) {
				add(phrase, field as Target, STRENGTH[strength]);
			}
		}
	}
	return found;
}

/** The words of a heading, small and without signs. What stands in brackets is left out, unless it says which part of a thing. */
export function wordsOf(heading: string): string[] {
	const spaced = heading
		.slice(0, LONGEST)
		.replace(/\(\s*(name|code|address|street|city|town|zip|postcode)\s*\)/gi, ' $1 ')
		.replace(/([a-z\d])([A-Z])/g, '$1 $2')
		.replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
	const outside = plainWords(spaced);
	const plain = outside === '' ? plainWords(spaced.replace(/[()]/g, ' ')) : outside;
	return plain === '' ? [] : plain.split(' ');
}

/** The same claims, less strong. */
export const weaker = (claims: readonly Claim[], by: number): Claim[] =>
	claims.map(({ field, strength }) => ({ field, strength: strength - by }));
