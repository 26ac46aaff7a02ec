/**
 * One area, two codes: tables of different years name a district or a board by different codes
 * though its ground stayed. Before a join, codes are brought to those that the other side knows.
 */
import { strings, type Table } from '../facts/table.ts';

/**
 * A function that gives a code as `known` has it, following the table of recodes either way.
 * It throws on a code that is neither known nor recoded; `of` says in that error what was joined.
 */
export function makeRecoder(
	recodes: Table,
	known: ReadonlySet<string>,
	of: string
): (code: string) => string {
	const after = strings(recodes, 'after');
	const other = new Map<string, string>();
	strings(recodes, 'before').forEach((before, row) => {
		other.set(before, after[row] ?? before);
	});
	const back = new Map([...other].map(([before, now]) => [now, before]));
	return (code) => {
		if (known.has(code)) return code;
		for (const [step, table] of [other, back].entries()) {
			// A code may have changed more than once; no chain is longer than the table.
			let found = table.get(code);
			for (let turn = 0; found !== undefined && turn < recodes.rows; turn++) {
				if (known.has(found)) return found;
				found = (step === 0 ? other : back).get(found);
			}
		}
		throw new Error(
			`${code} is not a code of ${of}, nor one that was recoded (geodata/tables/recodes.csv)`
		);
	};
}
