/** Facts as calculations and checks get them: tables by catalogue id, in memory, nothing else. */
import type { Table } from './table.ts';

export interface Facts {
	/** Whether there is a table of this dataset: some need not be. */
	has(dataset: string): boolean;
	/** A table, to be read by the readers of `table.ts`. Throws where there is none. */
	table(dataset: string): Table;
}

/** Facts out of tables by catalogue id. `onUse` hears of every table that is asked for. */
export function makeFacts(
	tables: Readonly<Record<string, Table>>,
	onUse: (dataset: string) => void = () => undefined
): Facts {
	return {
		has: (dataset) => Object.hasOwn(tables, dataset),
		table(dataset) {
			const table = Object.hasOwn(tables, dataset) ? tables[dataset] : undefined;
			if (!table) throw new Error(`the table "${dataset}" is not loaded`);
			onUse(dataset);
			return table;
		}
	};
}
