/** What kind of asset a row is, from its own words, the reader's choices and what is usual. */
import { ASSET_KINDS, ASSET_SUBKINDS, type AssetKind } from '../kinds.ts';
import type { Cells } from './cells.ts';
import { plainWords } from './columns.ts';
import type { KindReader, KindReading } from './kind-words.ts';
import type { Remark } from './remark.ts';

/** How words for kinds are read. */
export interface KindContext {
	/** What words for a kind mean; see kind-words.ts. */
	readKind: KindReader;
	/** The reader's choices for words of kinds that are not known, by plain words. */
	kindChoices: ReadonlyMap<string, KindReading>;
	/** Kind of rows that name none; null while nobody has said it. */
	defaultKind: KindReading | null;
}

/** What a row is taken for while nobody has said its kind. */
export const UNNAMED: KindReading = {
	kind: 'other-service' satisfies AssetKind,
	subkind: null
};

/** The kind of a row, and the words for it where they say more than the kind. */
export function readRowKind(
	cells: Cells,
	{ readKind, kindChoices, defaultKind }: KindContext,
	remarks: Remark[]
): KindReading & { word: string | null } {
	const words = cells.kind;
	const usual = defaultKind ?? UNNAMED;
	if (words === undefined) return { ...usual, word: null };
	const chosen = kindChoices.size > 0 ? kindChoices.get(plainWords(words)) : undefined;
	const understood = chosen ? null : readKind(words);
	const found = chosen ?? understood;
	if (!found) {
		remarks.push({
			kind: 'look',
			field: 'kind',
			text: `“${words.slice(0, 40)}” is not a kind that is known here. Choose what it means above, or give another kind.`
		});
		return { ...usual, word: words };
	}
	const { kind } = found;
	const subkind = readSubkind(kind, cells.subkind, readKind) ?? found.subkind;
	if (chosen) return { kind, subkind, word: words };
	if (understood && !understood.named) {
		remarks.push({
			kind: understood.exact ? 'note' : 'fixed',
			field: 'kind',
			text: `“${words.slice(0, 40)}” was read as ${kindLabel(kind, subkind)}.`
		});
	}
	return { kind, subkind, word: understood?.saysMore === true ? words : null };
}

/** "Community venue: Village hall". */
export function kindLabel(kind: AssetKind, subkind: string | null): string {
	const subkinds: Partial<Record<string, Record<string, string>>> = ASSET_SUBKINDS;
	const label = subkind === null ? undefined : subkinds[kind]?.[subkind];
	return label ? `${ASSET_KINDS[kind].label}: ${label}` : ASSET_KINDS[kind].label;
}

function readSubkind(
	kind: AssetKind,
	words: string | undefined,
	readKind: KindReader
): string | null {
	if (words === undefined) return null;
	const subkinds: Partial<Record<string, Record<string, string>>> = ASSET_SUBKINDS;
	const plain = plainWords(words);
	const found = Object.entries(subkinds[kind] ?? {}).find(
		([id, label]) => plainWords(id) === plain || plainWords(label) === plain
	);
	if (found) return found[0];
	const read = readKind(words);
	return read?.kind === kind ? read.subkind : null;
}

/** A note with the words for a kind that say more than the kind. */
export function withWord(note: string | null, word: string | null): string | null {
	if (word === null) return note;
	const said = `Described as “${word}”.`;
	return note?.includes(said) ? note : [note, said].filter(Boolean).join(' ');
}
