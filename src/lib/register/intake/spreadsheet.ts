/**
 * Spreadsheets (.xlsx). The archive is unpacked and looked at before the library reads it
 * (workbook-guard.ts). The library then gets it unpacked, and so starts no threads of its own,
 * which the site's policy forbids.
 */
import { formatCount } from '../../text/format.ts';
import { headingScore } from './headings.ts';
import type { Content, ParseOptions } from './content.ts';
import { ImportError } from './import-error.ts';
import { checkCharacters, shownHeading, tableOf, type ImportTable } from './table.ts';
import { harmless } from './workbook-guard.ts';
import { LIMITS } from './limits.ts';
import { withoutGuard } from '../../text/cells.ts';

export async function parse(
	{ bytes }: Content,
	{ sheet: wanted }: ParseOptions
): Promise<ImportTable> {
	const packed = harmless(bytes);
	const { default: readXlsxFile } = await import('read-excel-file/universal');
	let sheets: { sheet: string; data: unknown[][] }[];
	try {
		sheets = (await readXlsxFile(packed.buffer as ArrayBuffer)) as typeof sheets;
	} catch (error) {
		throw new ImportError(
			`This spreadsheet could not be read (${error instanceof Error ? error.message.slice(0, 120) : 'no reason given'}).`,
			'Open it in a spreadsheet program and save it again as .xlsx, or as CSV.'
		);
	}
	for (const { data } of sheets) checkCharacters(data);
	const filled = sheets.filter(({ data }) => data.length > 0);
	const chosen =
		(wanted === undefined ? undefined : filled[wanted]) ??
		filled.toSorted((a, b) => promise(b.data) - promise(a.data))[0];
	if (!chosen) {
		throw new ImportError(
			'There is nothing in this spreadsheet.',
			'Check that you chose the right file, and that it was saved.'
		);
	}
	const table = tableOf(textsOf(chosen.data), headingScore);
	return {
		...table,
		notes:
			filled.length > 1
				? [
						`The sheet “${shownHeading(chosen.sheet)}” was read, one of ${formatCount(filled.length)}.`,
						...table.notes
					]
				: table.notes,
		...(filled.length > 1 && {
			sheets: { names: namesOf(filled), read: filled.indexOf(chosen) }
		})
	};
}

/** Names to choose a sheet by. Nothing keeps a file from giving one name to two: these are numbered. */
function namesOf(sheets: readonly { sheet: string }[]): string[] {
	const shown = sheets.map(({ sheet }) => shownHeading(sheet));
	return shown.map((name, at) =>
		shown.indexOf(name) === shown.lastIndexOf(name)
			? name
			: `${name} (${formatCount(at + 1)} of ${formatCount(sheets.length)})`
	);
}

/** How much a sheet looks like a list of places. */
function promise(data: readonly unknown[][]): number {
	const score = Math.max(0, ...data.slice(0, 12).map((cells) => headingScore(cells.map(cellText))));
	return score * 1e6 + Math.min(data.length, 1e6 - 1);
}

/** Cells as text. The file holds a text once that stands in many cells, so it is gone through once. */
function textsOf(data: readonly (readonly unknown[])[]): string[][] {
	const known = new Map<unknown, string>();
	return data.map((cells) =>
		cells.map((value) => {
			const text = known.get(value) ?? cellText(value);
			if (text.length > LIMITS.heading) known.set(value, text);
			return text;
		})
	);
}

function cellText(value: unknown): string {
	// Of what is too long, as much as shows that it is: guards are a third of a text at most.
	if (typeof value === 'string') return withoutGuard(value.slice(0, 2 * LIMITS.cell));
	if (typeof value === 'number') return String(value);
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (value instanceof Date && Number.isFinite(value.getTime())) {
		const iso = value.toISOString();
		// A time of day without a day is a day of 1899 or 1900 to spreadsheets.
		return value.getUTCFullYear() < 1901 ? iso.slice(11, 16) : iso.slice(0, 10);
	}
	return '';
}
