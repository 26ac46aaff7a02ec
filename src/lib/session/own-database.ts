/**
 * What is the reader's own, kept in this browser (IndexedDB) and nowhere else: one database for
 * all of it, so that two stores never disagree on its version.
 */
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Decisions } from '../register/linkage/decisions.ts';
import type { OwnBatch } from '../register/own-part.ts';
import type { Answer, Choice } from '../register/rounds/answers.ts';
import type { SessionCounts } from '../register/rounds/session-sheet.ts';

const NAME = 'asset-gap-map';
/** Raise it with every change of what is stored, and say in `upgrade` how the old is carried over. */
const VERSION = 3;

/** What came back of field checks and sessions. */
export interface KeptChecks {
	answers: readonly Answer[];
	choices: readonly Choice[];
	sessions: readonly SessionCounts[];
}

export interface OwnSchema extends DBSchema {
	/** Files of assets. */
	batches: {
		key: string;
		value: OwnBatch & { region: string };
		indexes: { region: string };
	};
	/** Decisions on duplicates, by region; since version 2. */
	decisions: { key: string; value: { region: string; decisions: Decisions } };
	/** What came back of checks, by region; since version 3. */
	checks: { key: string; value: KeptChecks & { region: string } };
}
export type OwnDatabase = IDBPDatabase<OwnSchema>;

/**
 * Whether there is one: opening it to look would leave an empty one with every reader who never
 * kept anything. Where the browser can't tell, there may be.
 */
export async function hasOwnDatabase(): Promise<boolean> {
	// The types promise it everywhere; older browsers haven't got it.
	const listed = await (indexedDB as Partial<IDBFactory>).databases?.();
	return listed?.some(({ name }) => name === NAME) ?? true;
}

/** Delete it once every tab has closed it; `blocked` is called while one hasn't. */
export const deleteOwnDatabase = (blocked: () => void): Promise<void> =>
	deleteDB(NAME, { blocked });

/**
 * Open it. It closes itself when it is deleted, or a later version of the site wants to change it:
 * `closed` is called then, and when the browser closes it.
 */
export const openOwnDatabase = (closed: () => void = () => undefined): Promise<OwnDatabase> =>
	openDB<OwnSchema>(NAME, VERSION, {
		upgrade(database, before) {
			if (before < 1) {
				database.createObjectStore('batches', { keyPath: 'id' }).createIndex('region', 'region');
			}
			if (before < 2) database.createObjectStore('decisions', { keyPath: 'region' });
			if (before < 3) database.createObjectStore('checks', { keyPath: 'region' });
		},
		blocking: (_current, _blocked, event) => {
			(event.target as IDBDatabase).close();
			closed();
		},
		terminated: closed
	});

/** Whether another tab has carried the database over to a later version of the site. */
const isOutdated = (error: unknown): boolean =>
	error instanceof DOMException && error.name === 'VersionError';

/** Why reading failed, in words for the reader. `what` is what would have been kept: "your assets". */
export const notRead = (error: unknown, what: string): string =>
	isOutdated(error)
		? `Another tab has a newer version of this site open. Reload this page to see ${what}.`
		: `This browser keeps nothing for this site, as in a private window. It has ${what} until you close or reload the page.`;

/** Why writing failed, in words for the reader. */
export const notKept = (error: unknown, what: string): string =>
	isOutdated(error)
		? `Another tab has a newer version of this site open, so this one keeps ${what} only until you close or reload it: export what you changed here, then reload.`
		: error instanceof DOMException && error.name === 'QuotaExceededError'
			? `This browser has no room left to keep ${what}. They last until you close this page: export them, or make room and bring them again.`
			: `This browser does not keep ${what}, as in a private window. They last until you close or reload this page: export them if you want to keep them.`;
