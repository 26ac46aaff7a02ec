/** Files of pages of areas on their way into the folder of a site. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Some areas of one region, into a folder. */
export interface WriteTask {
	folder: string;
	slug: string;
	codes: readonly string[];
}

/** Write the files of one folder of the site. */
export function writeFiles(
	site: string,
	path: string,
	files: Readonly<Record<string, string | Uint8Array>>
): void {
	for (const [name, content] of Object.entries(files)) {
		const file = join(site, path, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, content);
	}
}
