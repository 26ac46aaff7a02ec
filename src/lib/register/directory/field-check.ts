/**
 * The field check of a place: whom to ring or visit and what to ask, so that the register gets
 * better. What goes out and comes back is in `../rounds`.
 */
import { lastDayOf } from '../freshness.ts';
import type { Asset } from '../asset.ts';
import type { DirectoryRow } from './directory.ts';
import type { AssetKind } from '../kinds.ts';
import { nameKey } from '../linkage/name-key.ts';
import { openingLines } from '../opening-times.ts';
import { formatCount, formatMonth } from '../../text/format.ts';

export const CHECK_ORDERS = {
	stalest: 'the longest unchecked first',
	need: 'the most deprived neighbourhoods first',
	random: 'a random sample, to learn how much of the list is right'
} as const;
export type CheckOrder = keyof typeof CHECK_ORDERS;
export const CHECK_ORDER_IDS = Object.keys(CHECK_ORDERS) as CheckOrder[];

export interface CheckItem {
	row: DirectoryRow;
	/** Everything that its claims know of it, the leading claim first. */
	asset: Asset;
	/** IMD decile of its neighbourhood, 1 the most deprived; null where it is not known. */
	decile: number | null;
	/** What to ask, the most important first. */
	ask: string[];
}

/** What to ask of a kind in particular, because its source cannot say. */
const KIND_QUESTIONS: Partial<Record<AssetKind, string>> = {
	'community-venue': 'Is it open to everybody, free of charge?',
	'food-bank': 'Where and when is food handed out, and is a referral needed?',
	'gp-practice': 'Are there branch surgeries, and where?',
	'family-hub': 'Is it still open for families, on which days, and what is offered?',
	pharmacy: 'Does it have a counter, or does it only deliver?',
	dentist: 'Does it take new NHS patients?',
	hospital: 'What care is given here, and for whom?',
	'maternity-named-site': 'Which maternity care is given here: births, or before and after birth?',
	'maternity-hub-or-clinic': 'Which maternity care is given here, and on which days?',
	charity: 'Where do people go, and which area does it work in?',
	school: 'Could the community use rooms here, and when?'
};

/**
 * An asset with what its leading claim leaves out filled in from the others, in their order: the
 * address from every claim, as all are of one place; opening times and all else only from those of
 * the same thing, by id or name. The hours of a warm space are not those of the library it is in.
 * What the reader took away stays away.
 */
export function pooled({ lead, claims }: Pick<DirectoryRow, 'lead' | 'claims'>): Asset {
	const all = claims.map(({ asset }) => asset);
	// Under every name that it has: the reader may have given it another.
	const keyOf = ({ name, kind }: Asset) => nameKey(name, kind).key;
	const names = new Set(all.filter(({ id }) => id === lead.id).map(keyOf));
	const alike = all.filter((asset) => asset.id === lead.id || names.has(keyOf(asset)));
	const gone = new Set(claims.flatMap(({ removed }) => removed ?? []));
	const fill = <Field extends (typeof FILLED)[number]>(field: Field): Asset[Field] =>
		gone.has(field)
			? lead[field]
			: (lead[field] ??
				(OF_PLACE.has(field) ? all : alike).find((asset) => asset[field] !== null)?.[field] ??
				lead[field]);
	return { ...lead, ...Object.fromEntries(FILLED.map((field) => [field, fill(field)])) };
}
/** What is true of the place, whatever is there. */
const OF_PLACE: ReadonlySet<keyof Asset> = new Set<keyof Asset>(['address', 'postcode']);
/** What one claim may fill in for another; a source's own dates and licence stay its own. */
const FILLED = [
	'address',
	'postcode',
	'serves',
	'openingTimes',
	'capacity',
	'organisation',
	'charityNumber',
	'companyNumber',
	'phone',
	'email',
	'url',
	'areaOfOperation'
] as const satisfies readonly (keyof Asset)[];

/** What to ask about an asset. */
export function questionsFor(row: DirectoryRow, asset: Asset): string[] {
	const kindQuestion = KIND_QUESTIONS[asset.kind];
	const times = openingLines(asset.openingTimes);
	return [
		`Is it still there? ${lastHeard(row)}`,
		times.length === 0
			? 'When is it open? No source says.'
			: `Are these the opening times: ${times.join('; ')}?`,
		...(asset.address === null
			? [`What is the address? We know ${asset.postcode ? `only ${asset.postcode}` : 'none'}.`]
			: []),
		...(asset.phone === null && asset.email === null
			? ['What is a telephone number or e-mail address for the public? None is known.']
			: []),
		...(row.claims.length > 1 && new Set(row.claims.map((c) => c.asset.name)).size > 1
			? ['Which is its right name? Sources differ.']
			: []),
		...(kindQuestion === undefined ? [] : [kindQuestion]),
		...(asset.consent === true ? [] : ['May this be published?'])
	];
}

const lastHeard = ({ freshness }: DirectoryRow): string =>
	`${freshness.reason.charAt(0).toUpperCase()}${freshness.reason.slice(1)}.`;

/** Whether somebody may be sent to check a place. What must not be found is in no directory. */
export const mayBeChecked = ({ status }: DirectoryRow): boolean => status !== 'closed';

/**
 * The list of some places, of those that may be checked. The places of a random sample stand by
 * neighbourhood, as they are walked.
 *
 * @param deciles IMD decile by LSOA index
 */
export function fieldCheckList(
	rows: readonly DirectoryRow[],
	order: CheckOrder,
	deciles: readonly (number | null)[]
): CheckItem[] {
	const items = rows.filter(mayBeChecked).map((row): CheckItem => {
		const asset = pooled(row);
		return {
			row,
			asset,
			decile: row.area === null ? null : (deciles[row.area] ?? null),
			ask: questionsFor(row, asset)
		};
	});
	const byDay = (a: CheckItem, b: CheckItem) => {
		const [one, other] = [lastDayOf(a.row.known), lastDayOf(b.row.known)];
		return one < other ? -1 : one > other ? 1 : 0;
	};
	// Unknown need comes after known need: it is no reason to go first.
	const byNeed = (a: CheckItem, b: CheckItem) => (a.decile ?? 11) - (b.decile ?? 11);
	const areaOf = ({ row }: CheckItem) => row.area ?? Number.MAX_SAFE_INTEGER;
	const byArea = (a: CheckItem, b: CheckItem) => areaOf(a) - areaOf(b);
	const first = { need: byNeed, stalest: byDay, random: byArea }[order];
	const second = order === 'need' ? byDay : byNeed;
	return items.sort(
		(a, b) =>
			first(a, b) ||
			second(a, b) ||
			a.asset.name.localeCompare(b.asset.name, 'en-GB') ||
			(a.row.id < b.row.id ? -1 : 1)
	);
}

/** A sentence on how old the list is. */
export function checkSummary(items: readonly CheckItem[]): string {
	const stale = items.filter(({ row }) => row.status === 'stale').length;
	const oldest = items.reduce<string | null>(
		(first, { row }) =>
			first === null || lastDayOf(row.known) < lastDayOf(first) ? row.known : first,
		null
	);
	if (oldest === null) return 'There is nothing to check here.';
	return `${stale === 0 ? 'None' : formatCount(stale)} of ${formatCount(items.length)} ${stale === 1 ? 'was' : 'were'} not seen for a year; the one longest unchecked was last heard of in ${formatMonth(oldest)}.`;
}
