/** What shape a JSON text has, before any of its values is made. */

/** How deep a text may be nested, and how many commas it may have outside quotation marks. */
export interface ShapeLimits {
	depth: number;
	values: number;
}

/** Whether a text is within the limits: "deep" or "many" where it is not, else null. */
export function shapeOf(text: string, limits: ShapeLimits): 'deep' | 'many' | null {
	let depth = 0;
	let values = 0;
	let quoted = false;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (quoted) {
			if (code === 92) at++;
			else if (code === 34) quoted = false;
		} else if (code === 34) quoted = true;
		else if (code === 123 || code === 91) {
			if (++depth > limits.depth) return 'deep';
		} else if (code === 125 || code === 93) depth--;
		else if (code === 44 && ++values > limits.values) return 'many';
	}
	return null;
}
