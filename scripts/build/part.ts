/** The shape of a part builder: from national facts to one region's part of a pack. */
import type { Geodata, Region } from '../../src/lib/server/geodata.ts';
import type { Part, PartName } from '../../src/lib/facts/parts.ts';
import type { StoredBoundaries } from '../../src/lib/geometry/parts.ts';
import type { Selection } from './selection.ts';

export interface PartContext {
	geodata: Geodata;
	region: Region;
	selection: Selection;
}

export interface PartBuilder<Built extends Part | StoredBoundaries = Part | StoredBoundaries> {
	/** Name of the part; `areas-2021` and the like. */
	part: PartName;
	/** Whether its facts are there, where they need not be. */
	when?: (geodata: Geodata) => boolean;
	build: (context: PartContext) => Promise<Built>;
}
