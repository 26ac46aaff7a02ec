/** Rows by the value of a key column: 0-based row numbers, keys in order of appearance. */
export function groupRows(keys: readonly string[]): Map<string, number[]> {
	const groups = new Map<string, number[]>();
	keys.forEach((key, row) => {
		const rows = groups.get(key);
		if (rows) rows.push(row);
		else groups.set(key, [row]);
	});
	return groups;
}
