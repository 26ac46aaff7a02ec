/** The manifest of the packs: which regions there are, and the files of each. */

import type { Missing } from './missing.ts';

export const PACK_FORMAT = 3;

/** Name of the file with a still picture of the first map (SVG), which is not a part to decode. */
export const PICTURE = 'picture';

export interface PartFile {
	part: string;
	/** Path below the site's root, with a hash of the content in its name. */
	path: string;
	bytes: number;
	gzipBytes: number;
	sha256: string;
}

export interface RegionSummary {
	slug: string;
	name: string;
	body: string | null;
	validity: string;
	documents: string[];
	/** Datasets that do not have the region, or only part of it, with what readers are told. */
	missing: Missing[];
	/** West, south, east, north. */
	bounds: [number, number, number, number];
	files: PartFile[];
}

/** Whether a region has a part. */
export const hasPart = ({ files }: Pick<RegionSummary, 'files'>, part: string): boolean =>
	files.some((file) => file.part === part);

export interface Manifest {
	format: typeof PACK_FORMAT;
	/** SHA-256 of every file of `geodata/` that went in. */
	inputs: Record<string, string>;
	/** Who looks after the listings, or that nobody does, in a sentence. */
	owner: string;
	regions: Record<string, RegionSummary>;
}
