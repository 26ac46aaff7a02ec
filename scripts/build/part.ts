/** The shape of a part builder: from national facts to one region's part of a pack. */
import type { Geodata, Region } from '../../src/lib/server/geodata.ts';
import type { Selection } from './selection.ts';

export interface PartContext {
	geodata: Geodata;
	region: Region;
	selection: Selection;
}

export interface PartBuilder<Part extends object = object> {
	/** Name of the part; `areas-2021` and the like. */
	part: string;
	/** Whether its facts are there, where they need not be. */
	when?: (geodata: Geodata) => boolean;
	build: (context: PartContext) => Promise<Part>;
}
