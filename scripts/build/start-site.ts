/** What `npm start` does behind its port: the site as it stands, then the one that was built. */
import { join } from 'node:path';
import { PROJECT } from '../lib/paths.ts';
import type { MakeFile } from '../lib/made-file.ts';
import type { Door, Served } from '../lib/serve.ts';
import { areaPagesOnDemand } from './areas/on-demand.ts';
import { isWhole, SITE } from './site.ts';

/**
 * Serves the built site where it is whole, be it out of date, while `build` makes a new one where
 * it must, and that one from then on. The pages of areas, of which there are thousands, are made
 * when they are asked for (`make`, of whichever packs are there then). Throws where the build fails.
 */
export async function startSite(
	door: Door,
	build: () => Promise<void>,
	root = PROJECT,
	make: MakeFile = areaPagesOnDemand()
): Promise<Served> {
	const folder = join(root, SITE);
	if (isWhole(root)) door.open(folder, { make });
	await build();
	return door.open(folder, { make });
}
