/** What shape a JSON text has, before any of its values is made. */

/**
 * How deep a text may be nested, how many commas it may have outside quotation marks, and how many different
 * names its members: an engine that makes objects of a million names takes many seconds and a gigabyte.
 */
export interface ShapeLimits {
	depth: number;
	values: number;
	names?: number;
}

/** Whether a text is within the limits: "deep", "many" or "names" where it is not, else null. */
export function shapeOf(text: string, limits: ShapeLimits): 'deep' | 'many' | 'names' | null {
	const most = limits.names ?? Infinity;
	const names = new Set<string>();
	let depth = 0;
	let values = 0;
	let quoted = false;
	/** Where the last text in quotation marks begins and ends. */
	let [from, to] = [0, 0];
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (quoted) {
			if (code === 92) at++;
			else if (code === 34) [quoted, to] = [false, at];
		} else if (code === 34) [quoted, from] = [true, at + 1];
		else if (code === 58 && most !== Infinity) {
			names.add(text.slice(from, to));
			if (names.size > most) return 'names';
		} else if (code === 123 || code === 91) {
			if (++depth > limits.depth) return 'deep';
		} else if (code === 125 || code === 93) depth--;
		else if (code === 44 && ++values > limits.values) return 'many';
	}
	return null;
}
