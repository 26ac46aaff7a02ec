/**
 * In place of the packing by which `write-excel-file` starts workers from the page's own bytes, which
 * the site's policy rightly forbids (vite.config.ts): the same, in step.
 */
import { zipSync, type AsyncZippable, type FlateError } from 'fflate';

/** Packs files and says so, as the function of the same name in fflate does. */
export function zip(
	files: AsyncZippable,
	done: (fault: FlateError | null, archive: Uint8Array) => void
): void {
	done(null, zipSync(files as Parameters<typeof zipSync>[0]));
}
