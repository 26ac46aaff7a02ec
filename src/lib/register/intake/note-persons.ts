/**
 * What a note says of persons: their names behind a word such as "contact", mobile numbers, and e-mail
 * addresses that are not those of an office. Descriptions on maps have them, and they are not kept; the
 * telephone number of a place stays.
 */
import { isPerson } from './evidence.ts';
import { beginsAsPerson } from './given-names.ts';

/** Words before the name of whoever is asked. */
const ASKED =
	/\b(?:(?:main|key|first|named|site|venue|group|session|booking|your) )?(?:contacts?(?: (?:names?|persons?|details))?|co-?ordinators?|organi[sz]ers?|leaders?|managers?|secretary|treasurer|chair(?:man|woman|person)?|clerk|caretaker|key ?holders?|lead(?: worker)?|warden|trustees?|hosts?)\s*[:–-]\s*/giu;
const NAME = /^(?:(?:Mrs?|Ms|Miss|Mx|Dr|Rev|Revd|Cllr)\.? )?\p{Lu}[\p{L}'’.-]* \p{Lu}[\p{L}'’-]+/u;
/** "Ask for Jane", "speak to Jane Doe on". */
const CALLED =
	/\b(?:[Aa]sk for|[Ss]peak to|[Tt]alk to|[Cc]all|[Rr]ing|[Tt]ext|[Pp]hone|[Ee]-?mail|[Cc]ontact)\s+((?:(?:Mrs?|Ms|Miss|Mx|Dr|Rev|Revd|Cllr)\.? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?)(?: (?:on|at|via))?/gu;
/** As mobile numbers are written: times such as 0700-0900 1000-1200 have as many digits. */
const MOBILE =
	/(?:\+44\s?(?:\(0\))?\s?|\b0)7(?:\d{3}[\s-]?\d{3}[\s-]?\d{3}|\d{2}[\s-]\d{3}[\s-]\d{4})\b/g;
const MAIL = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
/** What mailboxes of offices begin with. */
const OFFICE =
	/^(?:info|information|enquir(?:y|ies)|inquiries|hello|hi|admin|administration|office|mail|email|post|contact|contactus|bookings?|reception|team|support|help|secretary|clerk|hall|library|church|centre|community|welcome|events|hub|gp|surgery|pharmacy|general)\b/i;

/** A note without what it says of persons. */
export function withoutPersons(note: string): string {
	const left = withoutNamed(note)
		.replace(CALLED, (words, name: string) => (beginsAsPerson(name) ? '' : words))
		.replace(MOBILE, '')
		.replace(MAIL, (address) => (OFFICE.test(address) ? address : ''));
	return left === note ? note : tidied(left);
}

/** Without names behind words for those who are asked. */
function withoutNamed(note: string): string {
	let left = '';
	let from = 0;
	for (const { 0: words, index } of note.matchAll(ASKED)) {
		const [name = ''] = NAME.exec(note.slice(index + words.length)) ?? [];
		if (index < from || name === '' || !isPerson(name)) continue;
		left += note.slice(from, index);
		from = index + words.length + name.length;
	}
	return left + note.slice(from);
}

/** Without the labels and signs that stood around what is gone. */
const tidied = (text: string): string =>
	text
		.replace(
			/\b(?:contacts?|tel(?:ephone)?|phone|mobile|mob|e-?mail|[mte])\s?[:–-]\s?(?=$|[,;.|\n ])/giu,
			''
		)
		.replace(/\(\s?\)/g, '')
		.replace(/[ \t]{2,}/g, ' ')
		.replace(/ (?=[,;.])/g, '')
		.split('\n')
		.map(withoutEnd)
		.join('\n')
		.trim();

/** A line without the signs that led on to something. */
function withoutEnd(line: string): string {
	let end = line.length;
	while (end > 0 && ' ,;|(–-'.includes(line[end - 1] ?? '')) end--;
	return line.slice(0, end);
}
