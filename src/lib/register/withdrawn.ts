/**
 * Places that somebody asked to be taken out: a line of a file names one, and it is in no output
 * any more, whoever lists it. A listing that comes again under the same id, or at the same name
 * and postcode, stays out.
 */
import Papa from 'papaparse';

export interface Withdrawal {
	/** Line of the file. */
	line: number;
	/** Id of a listing, or of the place that several listings are; null where name and postcode say. */
	id: string | null;
	name: string | null;
	postcode: string | null;
	date: string;
	reason: string;
}

const COLUMNS = ['id', 'name', 'postcode', 'date', 'reason'] as const;

/**
 * The withdrawals of a file.
 *
 * @param path what to call the file in an error
 * @throws where a column is missing, or a line names no place, has no date or gives no reason
 */
export function readWithdrawals(text: string, path: string): Withdrawal[] {
	const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, '').trimEnd());
	const headings = (data[0] ?? []).map((cell) => cell.trim().toLowerCase());
	const missing = COLUMNS.filter((name) => !headings.includes(name));
	if (missing.length > 0) throw new Error(`${path}: there is no column "${missing.join('", "')}"`);
	return data.slice(1).map((cells, i) => {
		const line = i + 2;
		const cell = (name: (typeof COLUMNS)[number]) =>
			(cells[headings.indexOf(name)] ?? '').trim() || null;
		const [id, name, postcode, date, reason] = COLUMNS.map(cell);
		if (!id && !(name && postcode)) {
			throw new Error(`${path}, line ${line}: give an id, or a name and a postcode`);
		}
		if (!date || !/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) {
			throw new Error(`${path}, line ${line}: the date must be like 2026-11-30`);
		}
		if (!reason) throw new Error(`${path}, line ${line}: give a reason`);
		return { line, id: id ?? null, name: name ?? null, postcode: postcode ?? null, date, reason };
	});
}

interface Listing {
	id: string;
	name: string;
	postcode: string | null;
}

export interface Withdrawn {
	/** Ids of all listings of the places that are withdrawn. */
	ids: ReadonlySet<string>;
	/** Withdrawals that name nothing of the register. */
	unmatched: Withdrawal[];
}

/** The listings that withdrawals take out: of the place they name, every one. */
export function withdrawn(
	listings: readonly Listing[],
	placeOf: (id: string) => string,
	withdrawals: readonly Withdrawal[]
): Withdrawn {
	const places = new Set<string>();
	const unmatched = withdrawals.filter((withdrawal) => {
		const named = listings.filter((listing) => isNamed(listing, placeOf, withdrawal));
		for (const { id } of named) places.add(placeOf(id));
		return named.length === 0;
	});
	const ids = listings.filter(({ id }) => places.has(placeOf(id))).map(({ id }) => id);
	return { ids: new Set(ids), unmatched };
}

function isNamed(
	listing: Listing,
	placeOf: (id: string) => string,
	{ id, name, postcode }: Withdrawal
): boolean {
	if (id !== null) return listing.id === id || placeOf(listing.id) === id;
	return plain(listing.name) === plain(name) && plain(listing.postcode) === plain(postcode);
}

/**
 * Whether a place that the register no longer has may have been withdrawn, by its ids and its name:
 * rather one too many, as nobody knows its postcode any more.
 */
export const mayBeWithdrawn = (
	{ ids, name }: { ids: readonly string[]; name: string },
	withdrawals: readonly Withdrawal[]
): boolean =>
	withdrawals.some((one) =>
		one.id === null ? plain(one.name) === plain(name) : ids.includes(one.id)
	);

/** Without case, marks and blanks, so that "St. Mary's" is "ST MARYS". */
const plain = (text: string | null): string =>
	(text ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
