/** The cells of a row as text to read: tidy, in one line each, and none longer than a register holds. */
import { ASSET_FIELDS, type AssetField } from '../asset.ts';
import { isMarkup, plainText } from '../../text/markup.ts';
import { mended } from '../../text/mojibake.ts';
import type { Target } from './columns.ts';
import { LINKED } from './contact-cells.ts';
import type { Remark } from './remark.ts';
import { saysNone, saysNothing, tidy } from './values.ts';

/** What a row says, by where it goes. */
export type Cells = Partial<Record<Target, string>>;

const LONGEST_TEXT = 4_000;

/** Whether a target is a field of an asset. */
export const isField = (target: Target): target is AssetField =>
	Object.hasOwn(ASSET_FIELDS, target);

/** Cells as text in one line each; empty ones are left out, and which of them say "none". */
export function tidied(
	raw: Cells,
	remarks: Remark[]
): { cells: Cells; emptied: ReadonlySet<AssetField> } {
	const cells: Cells = {};
	const emptied = new Set<AssetField>();
	let spaces = false;
	let invisible = false;
	for (const [target, given] of Object.entries(raw) as [Target, string][]) {
		const cell = LINKED.has(target) ? given : asMeant(target, given, remarks);
		const read = tidy(cell, target === 'address' ? ', ' : ' ');
		if (read.invisible) invisible = true;
		else if (read.text !== cell) spaces = true;
		if (isField(target) && saysNone(read.text)) emptied.add(target);
		if (read.text === '' || saysNothing(read.text)) continue;
		cells[target] = read.text;
	}
	if (spaces)
		remarks.push({ kind: 'fixed', field: null, text: 'Spaces and line breaks were tidied.' });
	if (invisible) {
		remarks.push({
			kind: 'fixed',
			field: null,
			text: 'Characters that cannot be seen were taken out.'
		});
	}
	return { cells, emptied };
}

/** Shown of a cell in a remark. */
const SHOWN = 40;
const shown = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** A cell without the marks of another encoding, or of a web page, that its text went through. */
function asMeant(target: Target, given: string, remarks: Remark[]): string {
	const field = isField(target) ? target : null;
	const whole = mended(given);
	if (whole !== given) {
		let at = 0;
		while (given.charAt(at) === whole.charAt(at)) at++;
		const from = Math.max(0, at - SHOWN / 4);
		remarks.push({
			kind: 'fixed',
			field,
			text: `“${shown(given.slice(from))}” is broken text, read in another encoding than it was written in. It is mended as “${shown(whole.slice(from))}”: correct it if that is wrong.`
		});
	}
	if (!isMarkup(whole)) return whole;
	remarks.push({ kind: 'fixed', field, text: 'Markup of a web page was taken out.' });
	return plainText(whole);
}

/** Cut cells that are too long, in place. */
export function shorten(cells: Cells, remarks: Remark[]): void {
	for (const [target, text] of Object.entries(cells) as [Target, string][]) {
		if (text.length <= LONGEST_TEXT) continue;
		cells[target] = text.slice(0, LONGEST_TEXT);
		remarks.push({
			kind: 'fixed',
			field: isField(target) ? target : null,
			text: `${isField(target) ? ASSET_FIELDS[target].label : 'A cell'} has more than 4,000 characters; the rest was left out.`
		});
	}
}
