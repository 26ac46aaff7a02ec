/** A worker of the build: makes one stage after another, reading each fact once. */
import { openGeodata, type Geodata } from '../../src/lib/server/geodata.ts';
import { hashOfInput } from '../../src/lib/server/inputs.ts';
import { StageCache, type Stage } from '../lib/stage-cache.ts';
import { regionsCalled } from '../../src/lib/server/regions.ts';
import { NATIONAL_STAGES, rememberNational, writeNational, writeRegion } from './stages.ts';

export interface Task {
	stage: Stage;
	/** Slug of the region; null makes a stage of England. */
	region: string | null;
	/** The stages of England that are good, for regions. */
	national: readonly Stage[];
	geodata: string;
	cache: string;
}

/** What this worker has read, by folder: workers live as long as one build. */
const opened = new Map<string, Geodata>();
const remembered = new Set<string>();

export default async function run({
	stage,
	region: slug,
	national,
	geodata: folder,
	cache
}: Task): Promise<void> {
	const geodata = opened.get(folder) ?? openGeodata(folder);
	opened.set(folder, geodata);
	const kept = new StageCache(cache, hashOfInput(folder));
	if (slug === null) {
		const made = NATIONAL_STAGES.find(({ name }) => name === stage.name);
		if (!made) throw new Error(`the build has no stage "${stage.name}"`);
		await kept.keep(stage, (next) => writeNational(made, geodata, next));
		return;
	}
	for (const one of NATIONAL_STAGES) {
		const wanted = national.find(({ name }) => name === one.name);
		if (!wanted || remembered.has(one.name)) continue;
		const found = kept.find(wanted);
		if (!found.good) throw new Error(`${one.name} is not there: ${found.because ?? 'never made'}`);
		rememberNational(one, geodata, found);
		remembered.add(one.name);
	}
	const [region] = regionsCalled(geodata.allRegions(), [slug]);
	if (!region) throw new Error(`there is no region "${slug}"`);
	await kept.keep(stage, (next) => writeRegion(geodata, region, next));
}
