/**
 * Places that must not be found, because somebody may be hiding there or lives there. Decided by
 * words, and rather once too often: a place wrongly held back can be released, a refuge once
 * shown cannot be hidden again. What is held back is in no list, on no map and in no file.
 */
import { asItLooks } from '../text/look-alikes.ts';
import { visible } from '../text/visible.ts';
import type { Asset } from './asset.ts';

/** What is asked of an asset. */
export type Said = Pick<Asset, 'name'> & Partial<Pick<Asset, (typeof TEXTS)[number]>>;

/** Fields in which it may be said. */
const TEXTS = [
	'name',
	'subkind',
	'serves',
	'note',
	'address',
	'organisation',
	'registeredAddress',
	'areaOfOperation',
	'openingTimes',
	'email',
	'url'
] as const satisfies readonly (keyof Asset)[];

/** Why something is held back. */
export interface Held {
	/** "It is …": goes on with "a refuge or safe house". */
	reason: string;
	/** The words that say so, as they were read. */
	words: string;
}

/** Who lives somewhere that a group may meet in: of several people, or what is theirs. */
const WHOSE =
	'(?:staff|(?:committee member|staff member|member|volunteer|leader|organi[sz]er|host|tutor|trustee|secretary|chairman|chairperson|chairwoman|chair|treasurer|clerk|co ?ordinator|employee|worker|participant) ?s|secretaries)';
const WHO =
	'(?:staff|members?|volunteers?|leaders?|organi[sz]ers?|tutors?|trustees?|secretary|chairman|chairperson|chairwoman|chair|treasurer|clerk|co ?ordinator|employees?|workers?)';

/** What confidential talk is called: it says nothing of the place. */
const TALK =
	'advice|support|counselling|listening|help|helpline|information|testing|chat|conversations?|talk|clinic|discussion|guidance|mentoring|enquiries';

/**
 * Of texts as {@link plainly} has them: small letters, no apostrophes, and one space for whatever
 * stands between two words.
 */
const RULES: readonly { words: RegExp; reason: string }[] = [
	{
		// Not "refugee"; "wildlife refuge" and the like are put back below.
		words:
			/\b(?:refuges?|safe ?(?:houses?|accommodation|housing)|sanctuary scheme|wom[ae]n ?s? aid)\b|wom[ae]ns(?:aid|refuge)/,
		reason: 'a refuge or safe house'
	},
	{
		words:
			/\b(?:wom[ae]n ?s?|ladies) (?:crisis |emergency |night )?(?:shelters?|hostels?)\b|\b(?:shelters?|hostels?|accommodation|housing) for (?:[a-z]+ ){0,2}(?:women|girls|mothers|victims|survivors)\b|\b(?:battered|abused) (?:women|wives|girls)\b/,
		reason: 'a shelter for women'
	},
	{
		// Tags of OpenStreetMap.
		words:
			/\bsocial facility for (?:[a-z]+[;, ]+){0,4}(?:abused|battered|victims?|violence|trafficked)\b/,
		reason: 'for people who flee violence'
	},
	{
		words:
			/\bdomestic(?:,? (?:[a-z]+ )?(?:and|or|&)|\/[a-z]+)? ?(?:abuse|violence)\b|domestic(?:abuse|violence)|\bhonou?r based\b|\bforced marriages?\b|\bstalking\b|\bflee(?:ing)? (?:[a-z]+ ){0,2}(?:abuse|violence|abusive)\b/,
		reason: 'for people who flee violence'
	},
	{
		words: /\brape\b|\bsexual(?: or domestic| and domestic)? (?:assault|abuse|violence)\b|\bsarc\b/,
		reason: 'for people who suffered sexual violence'
	},
	{
		words: /\b(?:human )?trafficking\b|\btrafficked\b|\bmodern slavery\b/,
		reason: 'for people who were trafficked'
	},
	{
		words:
			/\b(?:asylum|refugee)(?: ?seekers?| ?seekers?s)? (?:accommodation|hotels?|hostels?|housing|dispersal)\b|\b(?:accommodation|hotels?|hostels?|housing|homes?) (?:[a-z]+ ){0,3}(?:for|of|housing) (?:[a-z]+ ){0,2}(?:asylum|refugees?)\b|\b(?:initial|contingency|dispersal|dispersed) (?:asylum )?(?:accommodation|hotels?)\b|\b(?:hmos?|houses?|homes?|hostels?|placements?) for (?:unaccompanied|separated|uasc)\b|\brefugee site\b|\b(?:uasc|unaccompanied (?:asylum seeking )?(?:children|minors)) (?:accommodation|placements?|homes?|houses?|housing|units?)\b/,
		reason: 'accommodation for people seeking asylum'
	},
	{
		words:
			/\bchild(?:ren)? ?s? (?:residential |care |secure )?homes?\b(?! (?:learning|visit|visits|tuition|librar|education|safety|start|work))|\b(?:residential|care|secure) (?:homes?|units?|accommodation) for (?:[a-z]+ ){0,3}(?:children|young people|looked after)\b|\bhomes? (?:for (?:[a-z]+ )?|\()children\b/,
		reason: 'a children’s home'
	},
	{
		words:
			/\b(?:supported|semi independent) (?:housing|accommodation|living|lodgings?|tenanc(?:y|ies))\b/,
		reason: 'supported housing'
	},
	{
		words: /\bchild ?minders?\b|\bfoster (?:homes?|carers?|parents?)\b|\bshared lives\b/,
		reason: 'in somebody’s home'
	},
	{
		words: new RegExp(
			[
				`\\b${WHOSE} (?:own |private )?(?:homes?|houses?|flats?|(?:living|front|sitting) rooms?)\\b`,
				`\\b(?:home|house|flat) of (?:one of )?(?:our |the |a |its )?${WHO}\\b`,
				'\\b(?:private|home|residential) address(?:es)?\\b',
				'\\baddress(?:es)? (?:is |are |to be |kept )*private\\b(?! (?:hire|room|function|event|part))',
				'\\bprivate (?:homes?|houses?|residences?|dwellings?|flats?)\\b',
				'\\b(?:my|his|her) (?:own )?(?:home|house|flat)\\b',
				'\\b(?:meets?|held|based|runs?|takes? place|works?) (?:at|in|from) their (?:own )?(?:homes?|houses?)\\b',
				'\\bfrom their (?:own )?homes?\\b'
			].join('|')
		),
		reason: 'somebody’s home'
	},
	{
		words: new RegExp(
			[
				`\\bconfidential\\b(?!(?:,? [a-z]+){0,3},? (?:${TALK})\\b)`,
				'\\b(?:do not|dont|must not be|not to be|never|please dont) (?:be )?(?:publish|published|publicise|publicised|disclose|disclosed|display|displayed|share|shared|list|listed|map|mapped|show on|shown on|put on|make public|made public)\\b',
				'\\bnot (?:for|intended for) (?:publication|publishing|public (?:use|view|release|display|listing|sharing|viewing)|the (?:public|web|website|map))\\b',
				'\\b(?:address|addresses|location|locations|postcode|venue|whereabouts) (?:is |are |has been |not |to be )?(?:withheld|undisclosed|secret|hidden|not (?:disclosed|published|public|shown|given|shared|to be))\\b',
				'\\b(?:keep|leave) (?:[a-z]+ ){0,3}off (?:of )?(?:the |our |any |all )?(?:public )?(?:websites?|web|internet|map|maps|list|directory)\\b',
				'\\b(?:undisclosed|secret|withheld) (?:address|location|venue)\\b',
				'\\b(?:address|location|postcode|venue) (?:not )(?:disclosed|published|public|shown|given out|shared)\\b',
				'\\b(?:address|location|postcode|venue) (?:is |are |will be |only )*(?:given|disclosed|shared|provided|released|supplied)(?: out)?(?: only)? (?:on|upon|after|at|once|following|when) (?:[a-z]+ ){0,2}(?:referral|referred|booking|booked|enquiry|registration|registered|assessment)\\b',
				'\\b(?:do not|dont|must not be|not to be|never|please dont) (?:be )?(?:add|added|upload|uploaded|advertise|advertised|circulate|circulated) (?:it |this )?(?:to|on|in) (?:the |our |any )?(?:public )?(?:websites?|web|internet|maps?|lists?|directory)\\b'
			].join('|')
		),
		reason: 'confidential, or not to be published'
	}
];

/** Where none of these stands, no rule can find anything: most texts, and nothing more to do. */
const STEMS =
	/refuge|uasc|given|referr|booking|upload|advertis|circulat|unaccompanied|keep|leave|front|sitting|safe|social|sanctuary|wom[ae]n|ladies|shelter|hostel|abuse|violence|honou?r|marriage|stalking|flee|rape|sexual|sarc|traffick|slavery|asylum|accommodation|contingency|home|hous|supported|semi|child|foster|shared|flat|living|private|address|confidential|publi|disclos|display|list|map|share|shown|show|withheld|secret|hidden|their|public|web/;

/** Refuges of another sort: for animals, from traffic, or as the name of a street or café. */
const HARMLESS =
	/\b(?:wildlife|animal|bird|donkey|horse|pony|cat|dog|hedgehog|swan|owl|seal|nature|traffic|pedestrian|mountain|climate|cool|warm place|warm space|heat|flood|emergency lay ?by) refuges?\b|\brefuges? (?:road|street|lane|close|avenue|way|cafe|cove|hut|island|islands|assurance)\b/g;

const APOSTROPHES = /['`\u00b4\u02b9\u02bb-\u02bd\u02c8\u2018-\u201b\u2032\u2035\uff07]/g;
/** Signs as web pages write them, which directories copy. */
const WRITTEN_OUT = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(apos|[lr]squo)|(shy)|[a-z]{1,9});/gi;
/** What may stand between two words: spaces, line ends, dashes and the like. */
const BETWEEN = /[\s_+=:;"\p{Pd}\u00b7\u2022\u2212]+/gu;

const writtenAsSigns = (text: string): string =>
	text.includes('&')
		? text.replace(
				WRITTEN_OUT,
				(_, decimal?: string, hex?: string, apostrophe?: string, shy?: string) => {
					const code =
						decimal !== undefined ? Number(decimal) : hex !== undefined ? parseInt(hex, 16) : NaN;
					if (code <= 0x10ffff) return String.fromCodePoint(code);
					if (apostrophe !== undefined) return "'";
					return shy === undefined ? ' ' : '';
				}
			)
		: text;

/**
 * A text as the rules read it, however it is written: with another apostrophe or dash, in wide
 * letters, in letters of another alphabet that look the same, on two lines, with accents, as a
 * web page has it, or with signs in it that nobody sees.
 */
const plainly = (text: string): string =>
	asItLooks(visible(writtenAsSigns(text)).replace(APOSTROPHES, ''))
		.replace(APOSTROPHES, '')
		.replace(BETWEEN, ' ')
		.replace(HARMLESS, ' ');

/** Words that are only told apart by their capitals, as tags have them: "SafeHouse". */
const RUN_TOGETHER = /[a-z][A-Z]/;

/** Letters, signs and numbers in which nothing can be disguised: most cells. */
const UNDISGUISED = /^[\t\n\r -%'-~]*$/;
const DISGUISED = /[a-z]I|[A-Za-z]0[A-Za-z]|rn/;

function found(text: string): Held | null {
	const plain = plainly(text);
	if (!STEMS.test(plain)) return null;
	for (const { words, reason } of RULES) {
		const [said] = words.exec(plain) ?? [];
		if (said !== undefined) return { reason, words: said.trim() };
	}
	return null;
}

/** Why a text says that its place must not be found; null where it does not. */
export function heldFor(text: string | null | undefined): Held | null {
	if (text === null || text === undefined || text === '') return null;
	if (UNDISGUISED.test(text) && !DISGUISED.test(text) && !STEMS.test(text.toLowerCase()))
		return null;
	const held = found(text);
	if (held) return held;
	if (RUN_TOGETHER.test(text)) {
		const apart = found(text.replace(/([a-z])([A-Z])/g, '$1 $2'));
		if (apart) return apart;
	}
	// Among disguised letters a capital "I" may be one after all.
	if (text.includes('I') && !UNDISGUISED.test(text)) {
		const capital = found(text.replaceAll('I', 'i'));
		if (capital) return capital;
	}
	// "rn" looks like "m"; what is found without reading it so is none of these.
	if (!text.includes('rn')) return null;
	const looks = found(text.replaceAll('rn', 'm'));
	return looks && !plainly(text).includes(looks.words) ? looks : null;
}

/** Why an asset is held back, in words; null where it is not. */
export function sensitiveBecause(asset: Said): string | null {
	for (const field of TEXTS) {
		const held = heldFor(asset[field]);
		if (held) return held.reason;
	}
	return null;
}

/** Whether an asset is held back. */
export function isSensitive(asset: Said): boolean {
	return sensitiveBecause(asset) !== null;
}
