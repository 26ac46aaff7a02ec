/**
 * The catalogue of datasets (`geodata/catalogue.json`): for every table of facts its
 * official origin and, apart from that, the copy that was really read and what was
 * done to it. Every number on screen names its entry.
 */
import * as v from 'valibot';
import { LICENCES, type LicenceId } from './licences.ts';

export { LICENCES, type LicenceId };

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal'));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Columns of the lists of areas by whose codes a dataset may say which areas it has. */
export const COVERED_BY = ['icb26', 'icb24', 'lad26', 'lad24', 'lad18'] as const;

/** A file that was read: where the copy came from and which bytes they were. */
const CopySchema = v.strictObject({
	/** Path below the folder of sources; ending with "/" for a folder whose files are all read. */
	file: text,
	/** Where the copy was taken from: repository, package or "official". */
	from: text,
	/** Commit, version or date of that copy. */
	version: text,
	/**
	 * What this release must look like. `columns` maps our names to the publisher's,
	 * `ignored` lists publisher's columns that are known and not used, `sums` are totals
	 * by our name. A newer release of the same table changes these and nothing else.
	 */
	read: v.optional(
		v.strictObject({
			rows: v.optional(count),
			columns: v.optional(v.record(v.string(), text)),
			ignored: v.optional(v.array(v.string())),
			sums: v.optional(v.record(v.string(), v.number()))
		})
	),
	sha256: v.optional(sha256)
});

export const DatasetSchema = v.strictObject({
	id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
	title: text,
	publisher: text,
	/** Address of the official publication. */
	official: v.pipe(v.string(), v.url()),
	licence: v.picklist(Object.keys(LICENCES) as [LicenceId, ...LicenceId[]]),
	attribution: text,
	/** What the figures are about, in words: "mid-2020", "2016 to 2020". */
	period: text,
	/** Level and vintage of the areas: "LSOA 2021"; "points" for places. */
	geography: text,
	/** Which areas it has, in words. */
	coverage: text,
	/**
	 * The same for machines: all of England, or the areas of some codes. What was imported may have
	 * it in words alone.
	 */
	covers: v.optional(
		v.union([
			v.literal('england'),
			v.strictObject({
				vintage: v.picklist(COVERED_BY),
				codes: v.pipe(v.array(v.pipe(v.string(), v.regex(/^E\d{8}$/))), v.nonEmpty())
			})
		])
	),
	/**
	 * For places, what it means that an area has none. `complete`: the source has every one there is
	 * where it covers, so there is none. `compiled`: it was made for some regions and looked nowhere
	 * else. `by-district`: a district of which it has none was perhaps not looked at. Absent: it looks everywhere it covers and lists what it knows.
	 */
	survey: v.optional(v.picklist(['complete', 'compiled', 'by-district'])),
	/** For places: the date (or month, or year) at which the source was as it is here. */
	collected: v.optional(
		v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}){0,2}$/, 'a date, month or year'))
	),
	/** Reader that brought it, where it was imported for publication (`npm run assets`). */
	imported: v.optional(text),
	/**
	 * What the figures may be used for, where not for everything: `differences-only` for a
	 * table whose levels are known to be off while its differences hold. Its levels are never
	 * published (see `levelsMayBePublished`).
	 */
	use: v.optional(v.picklist(['differences-only'])),
	lineage: v.strictObject({
		/** The copies that were read; none where the table is made of other datasets alone. */
		copies: v.array(CopySchema),
		/** Other datasets that this one is made of. */
		derivedFrom: v.optional(v.array(text)),
		/** What was done to the copy before it was written here. */
		done: v.array(text),
		/** What is known to be wrong with it or missing from it. */
		defects: v.array(text)
	}),
	/**
	 * What was written, filled in by the refresh. `file` is a path below `geodata/`; where it
	 * is a folder (ends with "/"), `sha256` is that of the sorted list of its files' hashes
	 * and names. `rows` counts rows or areas.
	 */
	table: v.optional(
		v.strictObject({
			file: text,
			rows: count,
			sha256,
			columns: v.optional(v.array(text))
		})
	)
});

export const CatalogueSchema = v.strictObject({
	format: v.literal(1),
	datasets: v.array(DatasetSchema)
});

export type Dataset = v.InferOutput<typeof DatasetSchema>;
export type Catalogue = v.InferOutput<typeof CatalogueSchema>;

/** Whether a dataset's own values may be shown, and not only differences between them. */
export function levelsMayBePublished(dataset: Pick<Dataset, 'use'>): boolean {
	return dataset.use !== 'differences-only';
}

/** Check and type a catalogue. Throws an error that names the entry and the field. */
export function parseCatalogue(json: unknown): Catalogue {
	const result = v.safeParse(CatalogueSchema, json);
	if (!result.success) {
		const [issue] = result.issues;
		throw new Error(`catalogue.json, ${v.getDotPath(issue) ?? 'root'}: ${issue.message}`);
	}
	const seen = new Set<string>();
	for (const { id, lineage } of result.output.datasets) {
		if (seen.has(id)) throw new Error(`catalogue.json: dataset "${id}" stands twice`);
		seen.add(id);
		if (lineage.copies.length === 0 && !lineage.derivedFrom) {
			throw new Error(`catalogue.json: dataset "${id}" comes from nowhere`);
		}
	}
	return result.output;
}
