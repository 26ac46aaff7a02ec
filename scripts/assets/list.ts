/**
 * Lists that no reader of a publisher's layout knows. They are read, checked and held back by what reads
 * them on the page, with the same sentences; rows that would be asked about there are left out and named.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import {
	plainWords,
	targetLabel,
	TARGETS,
	type Target
} from '../../src/lib/register/intake/columns.ts';
import { checkSize } from '../../src/lib/register/intake/formats.ts';
import { ImportError } from '../../src/lib/register/intake/import-error.ts';
import { readKind, type KindReading } from '../../src/lib/register/intake/kind-words.ts';
import { POSTCODE_CENTROID } from '../../src/lib/register/intake/position.ts';
import { OUTCOMES } from '../../src/lib/register/intake/remark.ts';
import { ImportSession } from '../../src/lib/register/intake/session.ts';
import { kindLabel } from '../../src/lib/register/intake/row-kind.ts';
import { whereIs } from '../../src/lib/register/intake/table.ts';
import { nameTogether, readFiles } from '../../src/lib/register/intake/together.ts';
import { shortHash } from '../../src/lib/register/intake/values.ts';
import type { Asset } from '../../src/lib/register/asset.ts';
import { formatCount, formatQuantity } from '../../src/lib/text/format.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import { SourceError } from '../refresh/source-error.ts';
import { AssetTable, type AssetClaim } from './asset-table.ts';
import { listPlaces } from './list-places.ts';
import { feedEntry, type Made, type ReadContext } from './reader.ts';
import { Row } from './rows.ts';

/** What is said of a dataset that came as a list. */
export const LIST = {
	id: 'list',
	title: 'a list in any layout that the page reads, or several that belong together'
};

/** What whoever runs it decides where a list leaves it open. */
export interface ListChoices {
	/** "heading=field" for columns. */
	columns?: readonly string[];
	/** "word=kind" for words of kinds, "=kind" for rows that name none. */
	kinds?: readonly string[];
}

/** Rows left out that are named with their reasons. */
const MOST_NAMED = 20;

/** Read files that belong together as one dataset. Throws a SourceError where they cannot be. */
export async function readList(
	paths: readonly string[],
	context: ReadContext,
	geodata: Geodata,
	choices: ListChoices
): Promise<Made> {
	const { feed, say } = context;
	const name = nameTogether(paths.map((path) => basename(path)));
	if (!feed) {
		throw new Error('say whose list it is: --dataset <id> --publisher <name> --licence <licence>');
	}
	const collected = context.collected ?? new Date().toISOString().slice(0, 10);
	const today = new Date().toISOString().slice(0, 10);
	const { format, table } = await asSourceError(name, () => readFiles(paths.map(given), { today }));
	say(`${name}: ${format.title}`);
	for (const note of table.notes) say(`${name}: ${note}`);
	const session = new ImportSession(table, {
		places: await listPlaces(geodata, context.lookups),
		fileName: name,
		today,
		register: () => null
	});
	await session.check();
	await decide(session, choices, name);
	const open = session.questions();
	for (const { column, field, confidence, why } of session.readings) {
		if (confidence === 'sure' || session.settled.includes(column)) continue;
		const heading = table.headings[column] ?? '';
		say(
			`${name}: column “${heading}” ${field === null ? 'is not used' : `is taken for ${targetLabel(field)}`} by our guess. ${why}`
		);
	}
	const [question] = open;
	if (question) {
		const heading = table.headings[question.column] ?? '';
		throw new SourceError(
			name,
			question.why.replace(/\.$/, ''),
			{ column: heading },
			`say what it is: --column "${heading}=${question.field ?? 'none'}"`
		);
	}
	sayLeftOut(session, name, say);
	return made(session, { ...context, collected }, feed, collected);
}

const given = (path: string) => {
	const size = statSync(path, { throwIfNoEntry: false })?.size;
	if (size === undefined) {
		throw new SourceError(basename(path), 'there is no such file', {}, 'check the path');
	}
	checkSize(basename(path), size);
	return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) };
};

async function asSourceError<T>(name: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof ImportError)) throw error;
		const { message, advice } = error;
		throw new SourceError(
			name,
			message.replace(/\.$/, ''),
			{},
			advice.charAt(0).toLowerCase() + advice.slice(1)
		);
	}
}

const FIELDS: ReadonlyMap<string, Target> = new Map(
	TARGETS.flatMap(({ id, label }) => [
		[plainWords(id), id],
		[plainWords(label), id]
	])
);

async function decide(
	session: ImportSession,
	{ columns = [], kinds = [] }: ListChoices,
	name: string
): Promise<void> {
	const mapping = [...session.mapping];
	const settled: number[] = [];
	for (const choice of columns) {
		const [heading, words] = divided(choice, '--column');
		const column = session.table.headings.findIndex(
			(one) => plainWords(one) === plainWords(heading)
		);
		if (column === -1)
			throw new SourceError(name, 'is missing', { column: heading }, 'check its name');
		const field = plainWords(words) === 'none' ? null : FIELDS.get(plainWords(words));
		if (field === undefined) throw new Error(`--column: “${words}” is no field; see docs/data.md`);
		mapping.forEach((before, at) => {
			if (before === field && field !== null) mapping[at] = null;
		});
		mapping[column] = field;
		settled.push(column);
	}
	if (columns.length > 0) await session.apply({ do: 'map', mapping, settled });
	for (const choice of kinds) {
		const [word, words] = divided(choice, '--kind');
		const kind: KindReading | null = readKind(words);
		if (!kind) throw new Error(`--kind: “${words}” is no kind that is known`);
		const { kind: id, subkind } = kind;
		await session.apply(
			word === ''
				? { do: 'default-kind', kind: { kind: id, subkind } }
				: { do: 'kind', word, kind: { kind: id, subkind } }
		);
	}
}

function divided(choice: string, option: string): [string, string] {
	const at = choice.lastIndexOf('=');
	if (at === -1) throw new Error(`${option}: “${choice}” has no “=”`);
	return [choice.slice(0, at).trim(), choice.slice(at + 1).trim()];
}

/** Rows that do not come in, with why; of those held back their number alone. */
function sayLeftOut(session: ImportSession, name: string, say: (line: string) => void): void {
	const { counts, held, withoutKind, kindWords } = session.summary();
	for (const outcome of ['look', 'refused'] as const) {
		if (counts[outcome] === 0) continue;
		say(
			`${name}: ${formatQuantity(counts[outcome], 'row', 'rows')} left out: ${OUTCOMES[outcome].title.toLowerCase()}`
		);
		for (const { row, name: called, remarks } of session.page(outcome, 0, MOST_NAMED).rows) {
			const why = remarks.filter(({ kind }) => kind === outcome).map(({ text }) => text);
			say(`${name}: ${whereIs(session.table, row)}, ${called}: ${why.join(' ')}`);
		}
		if (counts[outcome] > MOST_NAMED)
			say(`${name}: … and ${formatCount(counts[outcome] - MOST_NAMED)} more`);
	}
	for (const { reason, rows } of held) {
		say(`${name}: ${formatQuantity(rows, 'row', 'rows')} held back: ${reason}`);
	}
	if (counts.held > 0)
		say(`${name}: held back are ${session.heldLines().slice(0, 200).join(', ')}`);
	for (const { word, rows } of kindWords.filter(({ kind }) => kind === null).slice(0, MOST_NAMED)) {
		say(
			`${name}: “${word}” (${formatQuantity(rows, 'row', 'rows')}) is no kind that is known; say what it means with --kind "${word}=<kind>"`
		);
	}
	if (withoutKind > 0) {
		const { defaultKind } = session;
		const taken =
			defaultKind === null
				? 'another community service'
				: `“${kindLabel(defaultKind.kind, defaultKind.subkind)}”, as the list calls them`;
		say(
			`${name}: ${formatQuantity(withoutKind, 'row names', 'rows name')} no kind and ${withoutKind === 1 ? 'is' : 'are'} taken for ${taken}; say what they are with --kind "=<kind>"`
		);
	}
}

function made(
	session: ImportSession,
	context: ReadContext,
	feed: NonNullable<ReadContext['feed']>,
	collected: string
): Made {
	const entry = {
		...feedEntry(feed, 'Places'),
		period: collected,
		coverage: 'as the list covers',
		done: [
			'Points of the list, else the centre of the postcode',
			'Rows that need a look, are refused or are held back left out'
		],
		defects: ['To be listed is a claim of the list']
	};
	const table = new AssetTable(context, entry, `list-${feed.dataset}`);
	session.result().forEach(({ asset }, at) => {
		table.add(new Row(feed.dataset, at + 1, {}), claimOf(asset));
	});
	context.say(`${feed.dataset}: ${table.summary()}`);
	return { folder: 'assets', entry, collected, table: table.finish(collected) };
}

/** An asset of the page as a claim; where its postcode alone says where it is, it is placed by that again. */
function claimOf(asset: Asset): AssetClaim {
	const { id, longitude, latitude, pointSource, lsoa21, source, licence, collected, ...said } =
		asset;
	void [lsoa21, source, licence, collected];
	const isGiven = longitude !== null && latitude !== null && pointSource !== POSTCODE_CENTROID;
	const own = id.replace(/^yours-/, '');
	return {
		...said,
		key: /^[\w.-]{1,60}$/.test(own) ? own : shortHash(own),
		point: isGiven ? { longitude, latitude } : null,
		unplaced: longitude === null
	};
}
