import { parseOwner, type Owner } from '../catalogue/owner.ts';
import type { Geodata } from './geodata.ts';

/** Where the owner of a deployment is named; there is none in a demonstration. */
export const OWNER = 'owner.json';

/** Who looks after this deployment; null where nobody is named. Throws on a file that is not right. */
export function ownerOf(geodata: Pick<Geodata, 'optional'>): Owner | null {
	const bytes = geodata.optional(OWNER);
	if (!bytes) return null;
	let json: unknown;
	try {
		json = JSON.parse(bytes.toString('utf8'));
	} catch (cause) {
		throw new Error(`geodata/${OWNER}: not valid JSON (${(cause as Error).message})`, { cause });
	}
	return parseOwner(json, `geodata/${OWNER}`);
}
