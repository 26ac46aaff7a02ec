/**
 * Places that must not be shown at a point, because somebody may be hiding there or lives
 * there. Decided by words, and rather once too often: a place wrongly hidden can be asked
 * for, a refuge once shown cannot be hidden again.
 */
import { visible } from '../text/visible.ts';
import type { Asset } from './asset.ts';

/** What is asked of an asset. */
export type Said = Pick<Asset, 'name'> &
	Partial<Pick<Asset, 'serves' | 'note' | 'address' | 'organisation' | 'subkind'>>;

/** Of texts as {@link plainly} has them: what stands between two words is one space there. */
const RULES: readonly { words: RegExp; in: 'any' | 'address'; reason: string }[] = [
	{
		// Not "refugee"; "wildlife refuge" and the like are put back below.
		words: /\b(refuges?|safe ?houses?|women'? ?s aid)\b/i,
		in: 'any',
		reason: 'a refuge or safe house'
	},
	{
		words: /\bdomestic (abuse|violence)\b|\bhonou?r based\b|\bforced marriage\b|\bstalking\b/i,
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
	/\b(wildlife|animal|bird|donkey|horse|cat|dog|traffic|mountain) refuges?\b|\brefuge (road|street|lane|close|cafe|cove|hut|island)\b/gi;

const APOSTROPHES = /[`\u00b4\u02b9\u02bb-\u02bd\u02c8\u2018-\u201b\u2032\u2035\uff07]/g;
/** Signs as web pages write them, which directories copy. */
const WRITTEN_OUT = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(apos|[lr]squo)|(shy)|[a-z]{1,9});/gi;
/** What may stand between two words: spaces, line ends, dashes and the like. */
const BETWEEN = /[\s_\p{Pd}\u00b7\u2022\u2212]+/gu;

const writtenAsSigns = (text: string): string =>
	text.replace(
		WRITTEN_OUT,
		(_, decimal?: string, hex?: string, apostrophe?: string, shy?: string) => {
			const code =
				decimal !== undefined ? Number(decimal) : hex !== undefined ? parseInt(hex, 16) : NaN;
			if (code <= 0x10ffff) return String.fromCodePoint(code);
			if (apostrophe !== undefined) return "'";
			return shy === undefined ? ' ' : '';
		}
	);

/**
 * A text as the rules read it, however it is written: with another apostrophe or dash, in wide
 * letters, on two lines, with accents, as a
 * web page has it, or with signs in it that nobody sees. What only looks like a
 * letter, such as one of another alphabet, stays what it is.
 */
const plainly = (text: string | null | undefined): string =>
	visible(writtenAsSigns(text ?? '').replace(APOSTROPHES, "'"))
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replace(BETWEEN, ' ');

/** Why an asset must not be shown at a point, in words; null where it may be. */
export function sensitiveBecause(asset: Said): string | null {
	const harmless = (text: string | null | undefined) => plainly(text).replace(HARMLESS, '');
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
