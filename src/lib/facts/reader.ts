/** Reading the parts of a region by name: the only place that finds, checks and decodes them. */
import type { AreasPart } from '../areas/parts.ts';
import { decodeAreas, type RegionAreas } from '../areas/region.ts';
import type { Vintage } from '../areas/vintage.ts';
import { kindOf, type PartName, type PartOf } from './parts.ts';

/** Finds a part that is there: in the files of a pack, or among those that a page has loaded. */
export type PartSource = (name: PartName) => object | undefined;

export class PartReader {
	readonly #source: PartSource;
	/** Decoded areas, with the part that they are of. */
	readonly #areas = new Map<Vintage, { part: AreasPart; areas: RegionAreas }>();

	constructor(source: PartSource) {
		this.#source = source;
	}

	/** A reader of a source; of a reader, itself, so that what it decoded is decoded once. */
	static of(source: PartSource | PartReader): PartReader {
		return source instanceof PartReader ? source : new PartReader(source);
	}

	/** A part, or undefined while it isn't there. Throws where it is of another kind. */
	find<Name extends PartName>(name: Name): PartOf<Name> | undefined {
		const found = this.#source(name) as PartOf<Name> | undefined;
		if (found !== undefined && found.kind !== kindOf(name)) {
			throw new Error(`part "${name}" is of the kind "${found.kind}", not "${kindOf(name)}"`);
		}
		return found;
	}

	/** A part that must be there. */
	get<Name extends PartName>(name: Name): PartOf<Name> {
		const found = this.find(name);
		if (found === undefined) throw new Error(`the part "${name}" is not there`);
		return found;
	}

	has(name: PartName): boolean {
		return this.#source(name) !== undefined;
	}

	/** The areas of a vintage that must be there. */
	areasOf(vintage: Vintage): RegionAreas {
		const areas = this.areas(vintage);
		if (!areas) throw new Error(`the part "areas-${vintage}" is not there`);
		return areas;
	}

	/** The areas of a vintage, indexed; undefined while they aren't there. */
	areas(vintage: Vintage): RegionAreas | undefined {
		const part = this.find(`areas-${vintage}`);
		if (!part) return undefined;
		const known = this.#areas.get(vintage);
		if (known?.part === part) return known.areas;
		const areas = decodeAreas(part);
		this.#areas.set(vintage, { part, areas });
		return areas;
	}
}
