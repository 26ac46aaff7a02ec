/** What single cells of a row say: its name, capacity, web address, days and consent. */
import { ASSET_FIELDS } from '../asset.ts';
import { capitalise } from '../../text/format.ts';
import type { Cells } from './cells.ts';
import type { Remark } from './remark.ts';
import { isMarkup, linkIn, plainText } from '../../text/markup.ts';
import { dayOfSerial, readDay, readUrl, readYesNo } from './values.ts';

const LONGEST_NAME = 300;

/**
 * The name, or that of the organisation, or where somebody may know it what kind of place it is; null
 * where a row has none that could be one.
 */
export function readName(cells: Cells, remarks: Remark[]): string | null {
	const name = cells.name ?? cells.organisation;
	if (name === undefined && cells.kind !== undefined && saysWhere(cells)) {
		remarks.push({
			kind: 'look',
			field: 'name',
			text: `It has no name. Give it one, or say that it is right to list it as “${namelessly(cells.kind)}”.`
		});
		return namelessly(cells.kind);
	}
	if (name === undefined) {
		remarks.push({
			kind: 'refused',
			field: 'name',
			text: 'It has no name. Say what the place or service is called.'
		});
		return null;
	}
	if (cells.name === undefined) {
		remarks.push({
			kind: 'fixed',
			field: 'name',
			text: 'It has no name of its own: that of its organisation was taken.'
		});
	}
	if (name.length > LONGEST_NAME) {
		remarks.push({
			kind: 'refused',
			field: 'name',
			text: `Its name has ${name.length} characters, more than a name has. Look whether the columns are the right ones.`
		});
		return null;
	}
	if (!/[\p{L}\p{N}]/u.test(name)) {
		remarks.push({
			kind: 'refused',
			field: 'name',
			text: `“${name.slice(0, 30)}” is not a name: it has no letters.`
		});
		return null;
	}
	return name;
}

/** Somebody may know a place of which a list says only what it is and where. */
const saysWhere = (cells: Cells): boolean =>
	[cells.postcode, cells.position, cells.latitude, cells.easting].some(
		(cell) => cell !== undefined
	);

const namelessly = (kind: string) => `${capitalise(kind.slice(0, 60))}, name not known`;

/** Room for how many people. */
export function readCapacity({ capacity }: Cells, remarks: Remark[]): number | null {
	if (capacity === undefined) return null;
	const [digits] = /\d+(\.\d+)?/.exec(capacity.replaceAll(',', '')) ?? [];
	const value = digits === undefined ? NaN : Number(digits);
	if (!Number.isFinite(value) || value > 1e6) {
		remarks.push({
			kind: 'note',
			field: 'capacity',
			text: `“${capacity.slice(0, 30)}” is no number of people; it was left out.`
		});
		return null;
	}
	if (digits !== capacity) {
		remarks.push({
			kind: 'fixed',
			field: 'capacity',
			text: `“${capacity.slice(0, 30)}” was read as room for ${digits ?? ''}.`
		});
	}
	return value;
}

/** The address of its page; null where the cell has none. */
export function readWebAddress({ url }: Cells, remarks: Remark[]): string | null {
	if (url === undefined) return null;
	const text = isMarkup(url) ? (linkIn(url) ?? plainText(url)) : url;
	const read = readUrl(text);
	if (read !== null && text !== url) {
		remarks.push({ kind: 'fixed', field: 'url', text: 'Markup of a web page was taken out.' });
	}
	if (read === null) {
		remarks.push({
			kind: 'fixed',
			field: 'url',
			text: `“${url.slice(0, 40)}” is no web address; it was left out.`
		});
	}
	return read;
}

/** An ISO day, as precise as it was given. `today`, an ISO day, tells what has not come yet. */
export function readDate(
	field: 'collected' | 'firstSeen' | 'lastSeen' | 'verified',
	cells: Cells,
	today: string,
	remarks: Remark[]
): string | null {
	const given = cells[field];
	if (given === undefined) return null;
	const serial = dayOfSerial(given);
	const day = serial ?? readDay(given);
	const { label } = ASSET_FIELDS[field];
	if (serial !== null) {
		remarks.push({
			kind: 'fixed',
			field,
			text: `${label}: ${given} is how spreadsheet programs count days. It is ${serial}.`
		});
	}
	if (day === null) {
		remarks.push({
			kind: 'fixed',
			field,
			text: `${label}: “${given.slice(0, 30)}” is no date; it was left out.`
		});
		return null;
	}
	if (day > today && !today.startsWith(day)) {
		remarks.push({ kind: 'look', field, text: `${label}: ${day} has not come yet. Correct it.` });
	}
	return day;
}

/** Whether somebody agreed to being listed; null where nobody was asked. */
export function readConsent({ consent }: Cells, remarks: Remark[]): boolean | null {
	if (consent === undefined) return null;
	const read = readYesNo(consent);
	if (read === null) {
		remarks.push({
			kind: 'note',
			field: 'consent',
			text: `Consent: “${consent.slice(0, 30)}” is neither yes nor no; nobody was asked, as far as is known.`
		});
	}
	return read;
}
