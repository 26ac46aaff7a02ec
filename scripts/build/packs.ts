/** From `geodata/` to the packs a browser loads. The same input gives the same bytes. */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ownerSentence } from '../../src/lib/catalogue/owner.ts';
import { POSTCODES_INDEX } from '../../src/lib/postcodes/piece.ts';
import { PACK_FORMAT, PICTURE, type Manifest, type PartFile } from '../../src/lib/region/pack.ts';
import type { Geodata, Region } from '../lib/geodata.ts';
import { ownerOf } from '../lib/owner.ts';
import { writeDownloads } from './downloads.ts';
import { writeGivenBack, writeTaxonomy } from './give-back.ts';
import { missingFrom } from './part-coverage.ts';
import type { PartContext } from './part.ts';
import { partsOf } from './parts/index.ts';
import { regionPicture } from './picture.ts';
import { postcodePieces, postcodesIndex } from './postcodes.ts';
import { regionBounds } from './region-bounds.ts';
import { selectRegion } from './selection.ts';

/**
 * Build every region's pack into `folder`, replacing what is there; what is given back in the
 * form of standards into `data`, where that is given.
 */
export async function buildPacks(
	geodata: Geodata,
	folder: string,
	data?: string
): Promise<Manifest> {
	rmSync(folder, { recursive: true, force: true });
	if (data !== undefined) writeTaxonomy(data);
	const regions: Manifest['regions'] = {};
	for (const region of geodata.regions()) {
		const context: PartContext = {
			geodata,
			region,
			selection: await selectRegion(geodata, region)
		};
		const files: PartFile[] = [];
		const missing: string[] = [];
		for (const { part, build } of partsOf(geodata)) {
			const made = await build(context);
			missing.push(...(await missingFrom(context, made)));
			files.push(writeFile(folder, region, part, 'json', JSON.stringify(made)));
		}
		const given = data === undefined ? [] : await writeGivenBack(context, { packs: folder, data });
		writeDownloads(context, folder, files, given);
		const pieces = (await postcodePieces(context)).map((piece) => {
			const name = `postcodes/${piece.outward}`;
			const { path } = writeFile(folder, region, name, 'json', JSON.stringify(piece));
			return { outward: piece.outward, path };
		});
		const index = JSON.stringify(postcodesIndex(pieces));
		files.push(writeFile(folder, region, POSTCODES_INDEX, 'json', index));
		files.push(writeFile(folder, region, PICTURE, 'svg', await regionPicture(context)));
		regions[region.slug] = {
			slug: region.slug,
			name: region.name,
			body: region.body,
			validity: region.validity,
			documents: region.documents,
			missing: [...new Set(missing)],
			bounds: regionBounds(context),
			files
		};
	}
	const owner = ownerSentence(ownerOf(geodata));
	const manifest: Manifest = {
		format: PACK_FORMAT,
		inputs: geodata.inputs(),
		owner,
		regions
	};
	writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest, null, '\t') + '\n');
	return manifest;
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
		gzipBytes: gzipSync(bytes).length,
		sha256
	};
}
