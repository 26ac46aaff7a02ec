/** Files of a site that are not on disk, but made when somebody asks for them. */
import type { IncomingMessage } from 'node:http';

/**
 * Makes a file by its path from the site's root, without a slash at the start, for who asks `from` an
 * address; null where there is none such. Throws {@link TooMany} where it could not be its turn while
 * it was waited for.
 */
export type MakeFile = (
	path: string,
	isWanted: () => boolean,
	from?: string
) => Promise<string | null>;

/** Thrown where more files wait to be made than anybody would wait for. */
export class TooMany extends Error {
	/** Seconds after which it is worth asking again. */
	readonly after = 30;
	constructor() {
		super('Many pages are being made at the moment. Load this one again in half a minute.');
	}
}

/** A file that was made. */
export interface Made {
	file: string;
	text: string;
}

/** Parts that a path of such a file may have: no name begins with a dot. */
const PART = /^[A-Za-z0-9_-][\w.-]*$/;

/**
 * What is at a path ("/a/b/", as it stands in an address), as of files on disk: the page of a folder
 * has a slash at its end, and without one its address leads there. Null where nothing is made.
 */
export async function madeFile(
	make: MakeFile,
	path: string,
	isWanted: () => boolean,
	from?: string
): Promise<Made | { redirect: string } | null> {
	const isFolder = path.endsWith('/');
	const parts = path.slice(1, isFolder ? -1 : undefined).split('/');
	if (!parts.every((part) => PART.test(part))) return null;
	const bare = parts.join('/');
	const isPage = isFolder || !(parts.at(-1) ?? '').includes('.');
	const file = isPage ? `${bare}/index.html` : bare;
	const text = await make(file, isWanted, from);
	if (text === null) return null;
	return isPage && !isFolder ? { redirect: `${path}/` } : { file, text };
}

/**
 * Who asks: behind a proxy, the last address that it named, as what stands before that anybody may
 * write. It decides on nothing but how places in a line are shared.
 */
export function addressOf({ headers, socket }: IncomingMessage): string {
	const named = [headers['x-forwarded-for'] ?? []].flat().join(',');
	return named.slice(named.lastIndexOf(',') + 1).trim() || (socket.remoteAddress ?? '');
}
