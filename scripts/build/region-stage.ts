/** One region's part of the site: its pack, its downloads and what it gives back. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { together, type Missing } from '../../src/lib/facts/missing.ts';
import { toFile } from '../../src/lib/facts/part-file.ts';
import { POSTCODES_INDEX, shareFiles } from '../../src/lib/postcodes/piece.ts';
import { PICTURE, type PartFile, type RegionSummary } from '../../src/lib/facts/manifest.ts';
import type { Geodata, Region } from '../../src/lib/server/geodata.ts';
import { checkRegion } from './check-region.ts';
import { writeDataPackage } from './data-package.ts';
import { sheetsOf, writeDownloads, writtenParts } from './downloads.ts';
import { writeGivenBack } from './give-back.ts';
import type { PartContext } from './part.ts';
import { packageSheets } from './package-sheets.ts';
import { partsOf } from './parts/index.ts';
import { missingFrom } from './part-coverage.ts';
import { regionPicture } from './picture.ts';
import { postcodePieces, postcodesIndex } from './postcodes.ts';
import { regionBounds } from './region-bounds.ts';
import { selectRegion } from './selection.ts';

/** Where a region's files go; below each, a folder with its slug. */
export interface RegionFolders {
	packs: string;
	/** For what is given back in the form of standards. */
	data: string;
}

/** Write everything of a region. The same facts give the same bytes. */
export async function buildRegion(
	geodata: Geodata,
	region: Region,
	{ packs, data }: RegionFolders
): Promise<RegionSummary> {
	const context: PartContext = {
		geodata,
		region,
		selection: await selectRegion(geodata, region)
	};
	await checkRegion(geodata, region, context.selection);
	const files: PartFile[] = [];
	const missing: Missing[] = [];
	for (const { part, build } of partsOf(geodata)) {
		const made = await build(context);
		missing.push(...(await missingFrom(context, made)));
		files.push(writeFile(packs, region, part, 'json', JSON.stringify(toFile(made))));
	}
	const given = await writeGivenBack(context, { packs, data });
	const sheets = sheetsOf(region, packs, files);
	const inPackage = writeDataPackage(context, data, [
		...sheets,
		given.sheet,
		...packageSheets(context, writtenParts(packs, files))
	]);
	writeDownloads(context, packs, sheets, [...given.downloads, inPackage]);
	const pieces = shareFiles(await postcodePieces(context)).flatMap((file) => {
		const name = `postcodes/${file.map(({ outward }) => outward).join('-')}`;
		const { path } = writeFile(packs, region, name, 'json', JSON.stringify(file));
		return file.map(({ outward }) => ({ outward, path }));
	});
	const index = JSON.stringify(postcodesIndex(pieces));
	files.push(writeFile(packs, region, POSTCODES_INDEX, 'json', index));
	files.push(writeFile(packs, region, PICTURE, 'svg', await regionPicture(context)));
	return {
		slug: region.slug,
		name: region.name,
		body: region.body ?? null,
		validity: region.validity,
		documents: region.documents,
		missing: together(missing),
		bounds: regionBounds(context),
		files
	};
}

function writeFile(
	folder: string,
	region: Region,
	part: string,
	extension: 'json' | 'svg',
	content: string
): PartFile {
	const bytes = Buffer.from(content);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const name = `${region.slug}/${part}.${sha256.slice(0, 12)}.${extension}`;
	mkdirSync(dirname(join(folder, name)), { recursive: true });
	writeFileSync(join(folder, name), bytes);
	return {
		part,
		path: `packs/${name}`,
		bytes: bytes.length,
		// As the compressed copies of the site are made (compress.ts).
		gzipBytes: gzipSync(bytes, { level: 9 }).length,
		sha256
	};
}
