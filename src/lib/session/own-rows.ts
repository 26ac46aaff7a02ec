/** How values of a region lie in the reader's own database: read, and changed in one transaction. */
import type { OwnBatch } from '../register/own-part.ts';
import type { Change, Keeper } from './kept-value.svelte.ts';
import type { OwnSchema } from './own-database.ts';
import type { OwnShelf } from './own-shelf.ts';

type Row<Store extends 'decisions' | 'checks'> = Omit<OwnSchema[Store]['value'], 'region'>;

/** What a store has one row a region of. `isEmpty` says what need not be kept. */
export function regionRow<Store extends 'decisions' | 'checks'>(
	shelf: OwnShelf,
	store: Store,
	region: string,
	{ empty, isEmpty }: { empty: Row<Store>; isEmpty: (row: Row<Store>) => boolean }
): Keeper<Row<Store>> {
	return {
		read: async () =>
			(await shelf.isThere()) ? ((await (await shelf.open()).get(store, region)) ?? empty) : empty,
		change: async (by) => {
			const changing = (await shelf.open()).transaction(store, 'readwrite');
			const row = by((await changing.store.get(region)) ?? empty);
			const write = isEmpty(row)
				? changing.store.delete(region)
				: changing.store.put({ ...row, region } as OwnSchema[Store]['value']);
			await Promise.all([write, changing.done]);
			return row;
		}
	};
}

/** The files of places that were brought to a region: only those that changed are written. */
export function batchesOf(shelf: OwnShelf, region: string): Keeper<readonly OwnBatch[]> {
	return {
		read: async () =>
			(await shelf.isThere())
				? await (await shelf.open()).getAllFromIndex('batches', 'region', region)
				: [],
		change: async (by: Change<readonly OwnBatch[]>) => {
			const changing = (await shelf.open()).transaction('batches', 'readwrite');
			const before = await changing.store.index('region').getAll(region);
			const after = by(before);
			const staying = new Set(after.map(({ id }) => id));
			await Promise.all([
				...before.filter(({ id }) => !staying.has(id)).map(({ id }) => changing.store.delete(id)),
				...after
					.filter((batch) => !before.some((one) => one === batch))
					.map((batch) => changing.store.put({ ...batch, region })),
				changing.done
			]);
			return after;
		}
	};
}
