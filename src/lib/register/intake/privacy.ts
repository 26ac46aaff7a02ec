/**
 * What a row says about people and places that must not be found: in any of its columns, whatever
 * they were taken for.
 */
import { heldFor, type Held } from '../sensitive.ts';
import { looksLikeEmail } from '../../text/scan.ts';
import { plainWords, type Mapping } from './columns.ts';
import { beginsAsPerson } from './given-names.ts';
import { readYesNo, saysNone, saysNothing } from './values.ts';

/** Why a row is held back, and which column says so. */
export interface HeldRow extends Held {
	column: number;
}

/** What else a row says that decides on its address. */
export interface AddressSaid {
	/** Its address is one for post alone. */
	postal: boolean;
	/** Its address is that of a person to write to: a secretary, a trustee, a contact. */
	contact: boolean;
}
export const NOTHING_SAID: AddressSaid = { postal: false, contact: false };

/** Headings over a yes or no to being published. */
const PUBLISHED =
	/\b(publish(ed|able)?|public(ly)? (listing|visible|record)|publicly|make public|(show|display|list|put|publish) ([a-z]+ ){0,3}on (the |our |a )?(public )?(maps?|website|web|site|internet)|publication|may we (share|list|show)|ok to (share|list|show|print)|(permission|consent|happy|willing|agree|allowed|able|like) (for us |for this |to us |you )?to (be )?(share|shar(ed|ing)|list(ed|ing)?|show(n|ing)?|print(ed|ing)?|display(ed)?|pass(ed)? on)|(visible|visibility|shown|listed|displayed|appears?|included?) (on|in|to) (the |our )?(public|maps?|web ?site|web|site|internet|directory))\b|^(is |website |web |public )?(visible|visibility|live|public)$/;
/** What people write instead of a plain no; "no objection" is a yes. */
const NO =
	/^(?:no(?! (?:objections?|problems?|issues?|restrictions?|worries)\b)|nope|not|never|rather not|(?:i|we) (?:do not|don['’]?t|would not|would rather not|decline|refuse|withdraw)|do not|don['’]?t|please (?:do not|don['’]?t)|declined?|refused?|withheld|withdrawn|opt(?:ed)? out)\b/i;
const saysNo = (cell: string): boolean =>
	readYesNo(cell) === false || OFF.test(cell) || NO.test(cell);
/** Headings over who may see a row, and what stands there of one that not everybody may. */
const LEVEL =
	/\b(privacy|visibility|sharing|publication|security|disclosure)( (level|setting|status|scope|marking|class))?$/;
const NOT_PUBLIC =
	/^(internal|restricted|private|staff|members|partners|professionals|official|confidential|sensitive|hidden|not public|non public|admin)\b/i;
/** Headings over a yes that hides. */
const HIDDEN =
	/^(is )?(hidden|unlisted|unpublished|suppressed|hide|suppress|private (listing|record|entry))\b/;
/** Headings over how far a page is on its way to readers, and what stands there of one that is not with them. */
const STAGE =
	/\b(post status|publication status|publishing status|workflow (state|status)|moderation status|approval status)\b/;
const NOT_YET =
	/^(draft|auto-draft|pending( review)?|private|trash|unpublished|not published|awaiting approval|rejected)$/i;
/** A yes or no as programs that keep pages write it, and what stands under any status of what is not with readers. */
const OFF = /^(off|unpublished|hidden|private|draft)$/i;
const UNPUBLISHED =
	/^(draft|auto-draft|unpublished|not published|trash|awaiting (approval|moderation))$/i;
const STATUS = /^(status|state|record status|entry status|listing status)$/;
/** Headings over an address that is somebody's own. */
const OWN_ADDRESS =
	/\b(confidential|private|home|residential|refuge|safe house|members?|staff|volunteers?) (address(es)?|postcodes?|location|venue)\b/;
/** Headings over the address of somebody to write to. */
const CONTACT_ADDRESS =
	/\b(contact|correspondence|mailing|billing|invoice|secretar\w+|treasurer|chair\w*|trustee\w*|clerk\w*|organiser\w*|officer)\b/;
const ADDRESS_TYPE = /\b(address|location) (type|kind|use)\b/;
const POSTAL_TYPE = /^(postal|post|mailing|correspondence|po box)\b/i;
const POSTAL_ONLY =
	/\b(postal|correspondence|mailing|post) (address )?only\b|\bfor (post|correspondence) only\b/i;

/** Kinds of a `social_facility` of OpenStreetMap in which people live. */
const LIVED_IN = /^(shelter|group_home|assisted_living|dormitory)$/;
const FOR_OLD = /senior|elderly/;
const FLED = /abused|battered|victim|violence|trafficked/;
const FOR_SHELTERED = /women|woman|female|child|juvenile|orphan|refugee|asylum|migrant/;

/** Reads the rows of a table: what each of its headings may make of a cell is worked out once. */
export function privacyOf(headings: readonly string[]): {
	held: (cells: readonly string[]) => HeldRow | null;
	said: (cells: readonly string[], mapping: Mapping) => AddressSaid;
} {
	const words = headings.map(plainWords);
	// "Is this a refuge?" with a yes below says the same as "refuge".
	const flags = headings.map((heading) => heldFor(heading));
	const isPublished = words.map((heading) => PUBLISHED.test(heading));
	const isLevel = words.map((heading) => LEVEL.test(heading));
	const isHidden = words.map((heading) => HIDDEN.test(heading));
	const isStatus = words.map((heading) => STATUS.test(heading));
	const isStage = words.map((heading) => STAGE.test(heading));
	const isOwnAddress = words.map((heading) => OWN_ADDRESS.test(heading));
	const isContact = words.map((heading) => CONTACT_ADDRESS.test(heading));
	const isAddressType = words.map((heading) => ADDRESS_TYPE.test(heading));
	const tag = (name: string) => words.findIndex((heading) => heading.endsWith(name));
	const [facility, forWhom] = [tag('social facility'), tag('social facility for')];

	const heldCell = (cell: string, column: number): Held | null => {
		const flag = flags[column];
		if (flag && isYes(cell)) return flag;
		if (
			(isPublished[column] === true && saysNo(cell.trim())) ||
			(isLevel[column] === true && NOT_PUBLIC.test(cell.trim())) ||
			(isHidden[column] === true && isYes(cell)) ||
			(isStatus[column] === true && UNPUBLISHED.test(cell.trim())) ||
			(isStage[column] === true && NOT_YET.test(cell.trim()))
		) {
			return { reason: NOT_PUBLISHED, words: cell.trim() };
		}
		if (isOwnAddress[column] === true && !isNo(cell)) {
			return { reason: 'somebody’s home', words: words[column] ?? '' };
		}
		return heldFor(cell.includes('?') ? cell.replace(DENIED, ' ') : cell) ?? atSomebodys(cell);
	};

	return {
		held(cells) {
			for (let column = 0; column < cells.length; column++) {
				const cell = cells[column] ?? '';
				if (cell === '') continue;
				const held = heldCell(cell, column);
				if (held) return { ...held, column };
			}
			const [lived, who] = [cells[facility]?.trim() ?? '', cells[forWhom] ?? ''];
			const words = [lived, who].filter((text) => text !== '').join(' for ');
			if (lived === 'group_home' && !FOR_OLD.test(who)) {
				return { reason: 'supported housing', words, column: facility };
			}
			if (FLED.test(who)) return { reason: 'a shelter', words, column: forWhom };
			return LIVED_IN.test(lived) && FOR_SHELTERED.test(who)
				? { reason: 'a shelter', words, column: facility }
				: null;
		},
		said(cells, mapping) {
			let [postal, contact] = [false, false];
			cells.forEach((cell, column) => {
				if (cell === '') return;
				if (isAddressType[column] === true) postal ||= POSTAL_TYPE.test(cell.trim());
				else if (cell.length > 8) postal ||= POSTAL_ONLY.test(cell);
				if (mapping[column] === 'address') contact ||= isContact[column] === true;
			});
			return { postal, contact };
		}
	};
}

/** "Runs in Sue's house", "Sue's front room". "St Mary's House" and "Peter's House" are buildings. */
const AT_SOMEBODYS =
	/(?:\b(?:[Ii]n|[Aa]t|[Ff]rom|[Rr]ound|[Ii]nside) |^)(\p{Lu}\p{L}{1,20})(?: \p{Lu}\p{L}{1,20})?['’\u02bc]s? (?:own )?(?:house|home|flat|(?:living|front|sitting) room|garage|kitchen)\b/u;

function atSomebodys(cell: string): Held | null {
	const [words, name = ''] = AT_SOMEBODYS.exec(cell) ?? [];
	return words !== undefined && beginsAsPerson(name) ? { reason: 'somebody’s home', words } : null;
}

/** "Women's aid? no": a question and its answer. */
const DENIED = /[^.;?!\n]{1,60}\? ?(?:no|none|n\/a)(?= ?(?:$|[.,;:!)\n]))/gi;
const NOT_PUBLISHED = 'confidential, or not to be published';

const isNo = (cell: string): boolean =>
	saysNothing(cell.trim()) || saysNone(cell.trim()) || readYesNo(cell) === false;
const isYes = (cell: string): boolean => /^[x✓✔☑1]$/i.test(cell.trim()) || readYesNo(cell) === true;

const PERSON =
	/^(your |my )?(full )?name$|\b(contacts?|managers?|co ?ordinators?|organisers?|leaders?|secretary|chair|treasurer|trustees?|clerk|warden|caretaker|persons?|people|first ?name|last ?name|fore ?names?|surnames?|key ?holders?|e ?mails?|phones?|tel|telephone|mobile|landline|user ?name|username|((submitted|completed|added|updated|checked|entered) by)|birth)\b/;
const PHONE = /^(\+44|\(?0)[\d\s()-]{8,16}$/;
const TITLED = /^(mr|mrs|ms|miss|mx|dr|rev|revd|cllr)\.? \p{Lu}/iu;
const LOOK = 200;
const MOST = 0.3;

const isPersonalCell = (cell: string): boolean =>
	looksLikeEmail(cell) || PHONE.test(cell) || TITLED.test(cell);

/** Which columns that are not used hold what is people's own: their names, e-mail addresses and telephone numbers. */
export function personalColumns(
	headings: readonly string[],
	rows: readonly (readonly string[])[],
	mapping: Mapping
): boolean[] {
	return headings.map((heading, column) => {
		if ((mapping[column] ?? null) !== null) return false;
		if (PERSON.test(plainWords(heading))) return true;
		const cells = rows.slice(0, LOOK).flatMap((row) => row[column]?.trim() || []);
		return cells.length > 0 && cells.filter(isPersonalCell).length / cells.length >= MOST;
	});
}

/** A cell of a column that is not used, without what is somebody's own. */
export const withoutPersonal = (cell: string): string => (isPersonalCell(cell.trim()) ? '' : cell);

/** Ends of the names of streets that people live in, and names that no house in one has. */
const HOUSE =
	/^(?:(?:flat|apartment|apt) ?\w{1,4},? )?\d{1,4}[a-z]?,? (?:[\p{L}'’.-]+ ){1,4}(?:road|rd|street|st|avenue|ave|close|drive|lane|way|crescent|gardens|grove|terrace|rise|walk|green|place|mews|court|view|hill|row|croft|loke|meadows?|orchard|mount|vale)\b/iu;
const HOME_ON_ITS_OWN = /^(?:[\p{L}'’]+ ){1,2}cottage\b/iu;
const BUILDING =
	/\b(hall|church|chapel|cent(re|er)|office|unit|suite|floor|room|park|school|library|club|inn|pub|shop|business|industrial|estate|hub|studio|works|mill|hospital|surgery|college|museum|theatre|building|pavilion|institute|trust|mosque|temple|high street|market|parade|precinct|arcade|quay|c\/o)\b/i;

/** Whether an address reads like a home: a number in a street, and no building by name. */
export const mayBeAHome = (address: string): boolean =>
	(HOUSE.test(address) || HOME_ON_ITS_OWN.test(address)) && !BUILDING.test(address);
