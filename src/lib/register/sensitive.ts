/**
 * Places that must not be shown at a point, because somebody may be hiding there or lives
 * there. Decided by words, and rather once too often: a place wrongly hidden can be asked
 * for, a refuge once shown cannot be hidden again.
 */
import type { Asset } from './asset.ts';

/** What is asked of an asset. */
export type Said = Pick<Asset, 'name'> &
	Partial<Pick<Asset, 'serves' | 'note' | 'address' | 'organisation' | 'subkind'>>;

const RULES: readonly { words: RegExp; in: 'any' | 'address'; reason: string }[] = [
	{
		// Not "refugee"; "wildlife refuge" and the like are put back below.
		words: /\b(refuges?|safe[\s-]?houses?|women'?s aid|womens aid)\b/i,
		in: 'any',
		reason: 'a refuge or safe house'
	},
	{
		words: /\bdomestic (abuse|violence)\b|\bhonou?r[\s-]based\b|\bforced marriage\b|\bstalking\b/i,
		in: 'any',
		reason: 'for people who flee violence'
	},
	{
		words: /\brape\b|\bsexual (assault|abuse|violence)\b|\bSARC\b/i,
		in: 'any',
		reason: 'for people who suffered sexual violence'
	},
	{
		words: /\b(human )?trafficking\b|\bmodern slavery\b/i,
		in: 'any',
		reason: 'for people who were trafficked'
	},
	{
		words: /\bchild ?minders?\b|\bfoster (home|carer|parent)s?\b|\bshared lives\b/i,
		in: 'any',
		reason: 'in somebody’s home'
	},
	{
		words: /\b(private|home) (address|house|residence)\b|\bcare of\b.*\b(mr|mrs|ms|miss)\b/i,
		in: 'address',
		reason: 'at a home address'
	},
	{
		words:
			/\b(private|home) address\b|\bprivate (home|house|residence)\b|\b(his|her|their|my|own) (own )?(home|house)\b/i,
		in: 'any',
		reason: 'at a home address'
	}
];

/** Refuges of another sort: for animals, from traffic, or as the name of a street or café. */
const HARMLESS =
	/\b(wildlife|animal|bird|donkey|horse|cat|dog|traffic|mountain) refuges?\b|\brefuge (road|street|lane|close|cafe|café|cove|hut|island)\b/gi;

/** Why an asset must not be shown at a point, in words; null where it may be. */
export function sensitiveBecause(asset: Said): string | null {
	const harmless = (text: string | null | undefined) =>
		(text ?? '').replace(/[’‘`]/g, "'").replace(HARMLESS, '');
	const any = [
		asset.name,
		asset.serves,
		asset.note,
		asset.organisation,
		asset.subkind,
		asset.address
	]
		.map(harmless)
		.join('\n');
	const address = harmless(asset.address);
	const rule = RULES.find(({ words, in: where }) => words.test(where === 'any' ? any : address));
	return rule?.reason ?? null;
}

/** Whether an asset must not be shown at a point. */
export function isSensitive(asset: Said): boolean {
	return sensitiveBecause(asset) !== null;
}

/**
 * The asset as it may be shown: without point, address, postcode and neighbourhood where it is
 * sensitive, the same otherwise. Name, organisation, telephone and web address stay, so that it
 * can be reached. Apply it where assets come in and again before they go out: it changes
 * nothing the second time.
 */
export function withoutSensitivePoint<T extends Asset>(asset: T): T {
	if (sensitiveBecause(asset) === null) return asset;
	return {
		...asset,
		address: null,
		postcode: null,
		longitude: null,
		latitude: null,
		pointSource: null,
		lsoa21: null
	};
}
