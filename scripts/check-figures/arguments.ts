/** What the command line asks for. */
import { parseArgs } from 'node:util';
import { GEODATA } from '../lib/paths.ts';

export interface Arguments {
	format: 'text' | 'json';
	/** Folder of facts. */
	geodata: string;
}

/** Throws an Error on an option that isn't known. */
export function readArguments(args: readonly string[]): Arguments {
	const { values } = parseArgs({
		args: [...args],
		options: {
			format: { type: 'string', default: 'text' },
			geodata: { type: 'string', default: GEODATA }
		}
	});
	const { format, geodata } = values;
	if (format !== 'text' && format !== 'json') {
		throw new Error(`--format is text or json, not "${format}"`);
	}
	return { format, geodata };
}
