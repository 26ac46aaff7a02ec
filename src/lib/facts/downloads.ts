/** Files that a reader can take away, made at build beside a region's pack. */

export interface Download {
	/** Path below the site's root. */
	path: string;
	/** What is in it, in words. */
	title: string;
	format: 'CSV' | 'GeoJSON' | 'Open Referral UK' | 'Data package';
	/** Areas or places in it. */
	rows: number;
	bytes: number;
	/** Catalogue ids of its sources. */
	datasets: string[];
}

/** Where the list of a region's downloads stands, below the folder of packs. */
export const downloadsIndex = (slug: string): string => `${slug}/downloads/index.json`;

/** A size as people say it: 950 → "1 kB", 74_210 → "74 kB", 1_540_000 → "1.5 MB". */
export function formatSize(bytes: number): string {
	const kilobytes = Math.max(1, Math.round(bytes / 1000));
	return kilobytes < 1000 ? `${kilobytes} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
