/** Tables in a packed file: one, several of one shape under one another, or several that name each other's rows. */
import { formatCount, formatNames } from '../../../text/format.ts';
import { baseName, endingOf, unpack } from '../archive.ts';
import { headingScore } from '../headings.ts';
import type { Content, ParseOptions } from '../content.ts';
import { ImportError } from '../import-error.ts';
import { LIMITS } from '../limits.ts';
import { namePacked } from '../not-read.ts';
import { ofOneShape, stacked, type NamedTable } from '../stacked.ts';
import { shownHeading, type ImportTable } from '../table.ts';
import { linked } from './linked.ts';
import { missingOfShapefile } from './shapefile.ts';

const TABLES =
	/\.(csv|tsv|tab|txt|json|geojson|geojsonl|geojsons|ndjson|jsonl|topojson|umap|kml|kmz|gpx|xlsx|xlsm|xls|ods|fods)$/i;
/** Texts about the tables, which are none. */
const ABOUT =
	/(^|\/)(read.?me|licen[cs]e|copying|metadata|datapackage|notes?|attribution)[^/]*\.(txt|json|csv)$/i;

export async function parse(
	{ bytes, parts }: Content,
	{ sheet: wanted, read, loose = false }: ParseOptions
): Promise<ImportTable> {
	const names = (parts ?? []).filter((name) => !/(^|\/)(__MACOSX\/|\.)/.test(name));
	const tables = loose ? names : chosen(names);
	if (!read) {
		throw new ImportError('It is a packed file among other files.', 'Bring it by itself.');
	}
	if (tables.length === 0) {
		if (names.some((name) => endingOf(name) === 'zip')) {
			throw new ImportError(
				'This packed file holds other packed files.',
				'Unpack it, and bring one of those inside.'
			);
		}
		throw missingOfShapefile(names) ?? namePacked(names);
	}
	if (tables.length > LIMITS.archiveTables) {
		throw bomb(`holds more than ${formatCount(LIMITS.archiveTables)} tables`);
	}
	const files = unpack(bytes, (name) => tables.includes(name), { bomb, broken });
	const { found, passedOver, first } = await readAll(files, read);
	const where = loose ? '' : ' in the packed file';
	// Of files that somebody chose, the first comes first.
	const best = loose ? found[0] : found.toSorted((a, b) => promise(b.table) - promise(a.table))[0];
	if (!best) throw first ?? broken();
	const all = together(found, best);
	const joined = wanted === undefined || wanted >= found.length ? all : null;
	const at = wanted !== undefined && wanted < found.length ? wanted : found.indexOf(best);
	const one = found[at] ?? best;
	const table = { ...(joined?.table ?? one.table) };
	const rest = [...found.keys()].filter((place) =>
		joined ? !joined.used.includes(found[place]?.name ?? '') : place !== at
	);
	delete table.sheets;
	return {
		...table,
		notes: [
			...(joined
				? rest.map(
						(place) =>
							`“${shownHeading(found[place]?.name ?? '')}”${where} has other columns and was not read with them${loose ? ': it comes next' : ': choose it below'}.`
					)
				: [
						`“${shownHeading(one.name)}”${where} was read${loose && found.length > 1 ? `, one of ${formatCount(found.length)} files that have nothing to do with each other` : ''}.`
					]),
			...table.notes,
			...(passedOver.length > 0
				? [
						`${formatNames(passedOver.map((name) => `“${shownHeading(name)}”`))}${where} could not be read${loose ? '' : ' and was passed over'}${passedOver.length === 1 && first ? `: ${first.message}` : '.'}`
					]
				: [])
		],
		...(found.length > 1 && {
			sheets: {
				names: [
					...found.map(({ name }) => shownHeading(name)),
					...(all ? [`All ${formatCount(all.used.length)} together`] : [])
				],
				read: joined ? found.length : at,
				what: 'file' as const,
				...(loose && { rest })
			}
		})
	};
}

/** The tables among what is packed; texts (.txt) where there is nothing else. */
function chosen(names: readonly string[]): string[] {
	const all = names.filter((name) => TABLES.test(name));
	const likely = all.filter((name) => !ABOUT.test(name));
	const plain = likely.filter((name) => endingOf(name) !== 'txt');
	return plain.length > 0 ? plain : likely;
}

async function readAll(
	files: ReadonlyMap<string, Uint8Array>,
	read: NonNullable<ParseOptions['read']>
): Promise<{ found: NamedTable[]; passedOver: string[]; first: ImportError | null }> {
	const found: NamedTable[] = [];
	const passedOver: string[] = [];
	let first: ImportError | null = null;
	for (const [path, bytes] of files) {
		const name = baseName(path);
		try {
			found.push({ name, table: await read({ name, bytes }) });
		} catch (error) {
			if (!(error instanceof ImportError)) throw error;
			first ??= error;
			passedOver.push(name);
		}
	}
	return { found, passedOver, first };
}

/** Several tables as one; null where they have nothing to do with each other. */
function together(
	found: readonly NamedTable[],
	best: NamedTable
): { table: ImportTable; used: readonly string[] } | null {
	if (found.length < 2) return null;
	const joined = linked(found);
	if (joined) return joined;
	const alike = ofOneShape(found, best);
	return alike.length > 1
		? { table: stacked(alike, 'file'), used: alike.map(({ name }) => name) }
		: null;
}

const promise = ({ headings, rows }: ImportTable): number =>
	headingScore(headings) * 1e6 + Math.min(rows.length, 1e6 - 1);

const bomb = (what: string) =>
	new ImportError(
		`This packed file ${what}, far more than a list of places needs.`,
		'Unpack it, and bring the table that you need.'
	);
const broken = () =>
	new ImportError(
		'This packed file is damaged, or protected by a password: it cannot be unpacked.',
		'Unpack it yourself, and bring the file inside.'
	);
