/**
 * Files for readers to take away: a region's deprivation by neighbourhood, and its places,
 * each with its sources, licences and caveats inside. They are made from the parts of the
 * pack just written, so that a download and the map can't differ.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { LICENCES, type Dataset } from '../../src/lib/catalogue/catalogue.ts';
import { ownerSentence } from '../../src/lib/catalogue/owner.ts';
import { isCore20 } from '../../src/lib/indicators/core20.ts';
import { DOMAINS } from '../../src/lib/indicators/deprivation-measures.ts';
import { EDITION_IDS, EDITIONS, type EditionId } from '../../src/lib/facts/editions.ts';
import { downloadsIndex, type Download } from '../../src/lib/facts/downloads.ts';
import type { AreasPart } from '../../src/lib/areas/parts.ts';
import {
	columnsOf,
	documentOf,
	placeColumns,
	tableAlone,
	type Document,
	type Source,
	type Table
} from '../../src/lib/document/document.ts';
import { csvMetadata } from '../../src/lib/export/csv-package.ts';
import { toCsv } from '../../src/lib/export/csv.ts';
import { toGeoJson } from '../../src/lib/export/geojson.ts';
import type { Asset, AssetField } from '../../src/lib/register/asset.ts';
import type { AssetsPart, RegisterPart } from '../../src/lib/register/parts.ts';
import { unpackClaims } from '../../src/lib/register/register.ts';
import type { FactsPart, PartName } from '../../src/lib/facts/parts.ts';
import type { PartFile } from '../../src/lib/facts/manifest.ts';
import { factsColumn } from '../../src/lib/facts/figures.ts';
import { formatCount, formatMonth } from '../../src/lib/text/format.ts';
import { readPart } from '../lib/read-part.ts';
import type { Geodata } from '../../src/lib/server/geodata.ts';
import type { Region } from '../../src/lib/server/regions.ts';
import { ownerOf } from '../../src/lib/server/owner.ts';

/** A table with what a reader must know about it. */
export interface Sheet {
	/** Name of the file, without the region and the ending. */
	name: string;
	title: string;
	datasets: string[];
	notes: string[];
	/** With places where it can be had as points too. */
	table: Table;
}

/** Reads parts of a pack just written, each once; undefined where there is none of that name. */
export function writtenParts(folder: string, files: readonly PartFile[]) {
	const known = new Map<string, unknown>();
	return <Part>(part: PartName): Part | undefined => {
		const file = files.find((candidate) => candidate.part === part);
		if (!file) return undefined;
		if (!known.has(part)) {
			const path = join(folder, file.path.replace(/^packs\//, ''));
			known.set(part, readPart(path));
		}
		return known.get(part) as Part;
	};
}

/** The tables that a region offers, from the parts of its pack just written. */
export function sheetsOf(region: Region, folder: string, files: readonly PartFile[]): Sheet[] {
	const written = writtenParts(folder, files);
	const read = <Part>(part: PartName): Part => {
		const found = written<Part>(part);
		if (!found) throw new Error(`${region.slug}: no part "${part}" to make a download of`);
		return found;
	};
	const areas = read<AreasPart>('areas-2021');
	const claims = new Map(
		unpackClaims(read<RegisterPart>('register')).map((claim) => [claim.id, claim])
	);
	return [
		...EDITION_IDS.map((id) =>
			deprivationSheet(
				id,
				read<AreasPart>(`areas-${EDITIONS[id].vintage}`),
				read<FactsPart>(`deprivation-${id}`),
				read<FactsPart>(`deprivation-domains-${id}`)
			)
		),
		placesSheet('Community venues', read<AssetsPart>('community-venues'), areas, claims, [
			'Venues come from directories of warm or welcoming spaces. Some districts have a directory of their own and others none: counts do not compare places.'
		]),
		placesSheet('Food banks', read<AssetsPart>('food-banks'), areas, claims, [
			'A food bank is shown at its main or office address, not at each place where it hands out food.'
		])
	];
}

/** Write a region's downloads and their list below the folder of packs. */
export function writeDownloads(
	{ geodata, region }: { geodata: Geodata; region: Region },
	folder: string,
	sheets: readonly Sheet[],
	/** Files that were written elsewhere, to be listed after these. */
	others: readonly Download[] = []
): void {
	const downloads: Download[] = [];
	const write = (sheet: Sheet, format: Download['format'], text: string) => {
		const file = `${region.slug}-${sheet.name}.${format.toLowerCase()}`;
		const path = join(folder, region.slug, 'downloads', file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, text);
		downloads.push({
			path: `packs/${region.slug}/downloads/${file}`,
			title: sheet.title,
			format,
			rows: sheet.table.rows.length,
			bytes: Buffer.byteLength(text),
			datasets: sheet.datasets
		});
		return path;
	};
	for (const sheet of sheets) {
		const document = sheetDocument(sheet, region, geodata);
		const csv = write(sheet, 'CSV', toCsv(document, { spreadsheet: true }));
		writeFileSync(`${csv}-metadata.json`, besideCsv(document, basename(csv)));
		if (sheet.table.geometry) write(sheet, 'GeoJSON', toGeoJson(document));
	}
	writeFileSync(
		join(folder, downloadsIndex(region.slug)),
		JSON.stringify([...downloads, ...others], null, '\t')
	);
}

/** What stands beside a CSV file: how to read it, sources, terms and columns (CSV on the Web). */
export function besideCsv(document: Document, file: string): string {
	const alone = tableAlone(document);
	const named = alone.tables.map((table) => ({ file, title: document.title, table }));
	return `${JSON.stringify(csvMetadata(document, named), null, '\t')}\n`;
}

/** IMD, Core20, residents and domains of one edition: a row a neighbourhood. */
export function deprivationSheet(
	id: EditionId,
	areas: AreasPart,
	facts: FactsPart,
	domains: FactsPart
): Sheet {
	const edition = EDITIONS[id];
	const { lsoa, msoa, district, place } = areas;
	const [ranks, deciles, scores] = ['imd_rank', 'imd_decile', 'imd_score'].map(
		(name) => factsColumn(facts, name).values
	);
	const ofDomains = DOMAINS.flatMap(({ column, title }) =>
		(['rank', 'decile'] as const).map((suffix) => ({
			label: `${title}: ${suffix}`,
			values: factsColumn(domains, `${column}_${suffix}`).values
		}))
	);
	const { vintage } = edition;
	const inEngland = formatCount(edition.lsoasInEngland);
	return {
		name: `deprivation-${id}`,
		title: `Deprivation with its domains, Core20 and residents by neighbourhood, ${edition.title}`,
		datasets: [...new Set([...facts.datasets, ...areas.datasets])],
		notes: [
			`Decile 1 is the most deprived. Core20 means decile 1 or 2. Ranks are relative: a change between editions is not by itself an improvement or a decline.`,
			'The index describes areas, not people. Many people who are deprived live outside the most deprived areas.',
			...(edition.scoreIsOfficial
				? []
				: [
						'Scores of 2019 are recomputed from the published domain scores and are not official; ranks and deciles are.'
					])
		],
		table: {
			columns: columnsOf([
				`LSOA code (${vintage})`,
				'LSOA name',
				`MSOA code (${vintage})`,
				'Community (MSOA name, House of Commons Library)',
				'District',
				'Place',
				`Residents, ${edition.residentsPeriod}`,
				`IMD rank of ${inEngland} (1 = most deprived)`,
				'IMD decile (1 = most deprived)',
				edition.scoreIsOfficial ? 'IMD score' : 'IMD score (recomputed, not official)',
				'Core20',
				...ofDomains.map(({ label }) => label)
			]),
			rows: lsoa.codes.map((code, i) => [
				code,
				lsoa.names[i] ?? null,
				msoa.codes[msoa.of[i] ?? -1] ?? null,
				msoa.names[msoa.of[i] ?? -1] ?? null,
				district.names[district.of[i] ?? -1] ?? null,
				place.names[place.of[i] ?? -1] ?? null,
				lsoa.residents[i] ?? null,
				ranks?.[i] ?? null,
				deciles?.[i] ?? null,
				scores?.[i] ?? null,
				isCore20(deciles?.[i] ?? NaN) ? 'Yes' : 'No',
				...ofDomains.map(({ values }) => values[i] ?? null)
			])
		}
	};
}

/** What is said of the listing that a row has its id of. */
const REACHED = {
	openingTimes: 'Opening times',
	phone: 'Telephone',
	email: 'E-mail',
	url: 'Web address'
} as const satisfies Partial<Record<AssetField, string>>;
const REACHED_FIELDS = Object.keys(REACHED) as (keyof typeof REACHED)[];

/** The assets of a part: a row a place, with how it is reached where the register of the region says so. */
export function placesSheet(
	title: string,
	part: AssetsPart,
	areas: AreasPart,
	claims: ReadonlyMap<string, Pick<Asset, keyof typeof REACHED>>,
	notes: string[]
): Sheet {
	const { lsoa, msoa, district } = areas;
	const index = new Map(lsoa.codes.map((code, i) => [code, i]));
	const dated = part.lastSeen.some((day) => day !== null);
	return {
		name: part.part,
		title: `${title}, collected ${formatMonth(part.collected)}`,
		// Names of communities have a licence of their own.
		datasets: [...part.datasets, ...areas.datasets.filter((id) => id.startsWith('areas-'))],
		notes: [
			'To be listed is a claim of the source; nobody has checked on the ground. None listed does not mean that there is none.',
			...notes,
			'Places without a neighbourhood lie outside the region, within 10 km of it; how they are reached is not in these data.',
			'Opening times, telephone, e-mail and web address are those of the listing whose id the row has, as it has them.'
		],
		table: {
			columns: [
				...columnsOf(['Id', 'Name', 'Kind', 'Address', 'Postcode']),
				...placeColumns('Longitude', 'Latitude'),
				...columnsOf([
					'LSOA code (2021)',
					'LSOA name',
					'Community (MSOA name, House of Commons Library)',
					'District',
					...(dated ? ['Last listed'] : []),
					'Listed by',
					...Object.values(REACHED)
				])
			],
			rows: part.ids.map((id, i) => {
				const code = part.lsoa21[i] ?? null;
				const area = code === null ? -1 : (index.get(code) ?? -1);
				return [
					id,
					part.names[i] ?? null,
					part.kinds[part.kindOf[i] ?? -1]?.label ?? null,
					part.addresses[i] ?? null,
					part.postcodes[i] ?? null,
					part.longitude[i] ?? null,
					part.latitude[i] ?? null,
					code,
					lsoa.names[area] ?? null,
					msoa.names[msoa.of[area] ?? -1] ?? null,
					district.names[district.of[area] ?? -1] ?? null,
					...(dated ? [part.lastSeen[i] ?? null] : []),
					(part.claims[i] ?? []).flatMap((at) => part.sources[at]?.title ?? []).join('; '),
					...REACHED_FIELDS.map((field) => claims.get(id)?.[field] ?? null)
				];
			}),
			geometry: (row) => ({
				type: 'Point',
				coordinates: [part.longitude[row] ?? NaN, part.latitude[row] ?? NaN]
			})
		}
	};
}

/** A sheet with its sources and all that is to be known of it. */
function sheetDocument(sheet: Sheet, region: Region, geodata: Geodata): Document {
	return documentOf(sheet.title, sheet.table, {
		sentences: [`${region.name}: ${sheet.title}`],
		sources: sheet.datasets.map((id) => sourceOf(geodata.dataset(id))),
		notes: [...sheet.notes, ...(region.validity ? [region.validity] : [])],
		owner: ownerSentence(ownerOf(geodata))
	});
}

/** A dataset as the source of a document, with the terms on which it may be used. */
export function sourceOf({
	title,
	publisher,
	period,
	licence,
	attribution,
	official
}: Pick<
	Dataset,
	'title' | 'publisher' | 'period' | 'licence' | 'attribution' | 'official'
>): Source {
	return {
		title,
		publisher,
		period,
		terms: { official, licence: LICENCES[licence], attribution }
	};
}
