/** Social prescribing link workers: what the tables by network and by ICB share. */
import { makeTable, type Table } from '../../src/lib/facts/table.ts';
import type { ReadContext } from './dataset.ts';
import { SourceError } from './source-error.ts';
import { column } from './tables.ts';

/** The ONS code of each row's ICB in the place of its NHS code. Throws where unknown. */
export function withIcb(table: Table, context: ReadContext): Table {
	const pcns = context.table('pcns');
	const codes = new Map(
		pcns.columns['icb_ods']?.values.map((ods, row) => [
			ods,
			pcns.columns['icb24']?.values[row] ?? null
		])
	);
	const { icb_ods, ...others } = table.columns;
	const icbs = (icb_ods?.values ?? []).map((ods) => {
		const found = codes.get(ods);
		if (found !== undefined) return found;
		throw new SourceError(context.source().path, `${String(ods)} is not an ICB of pcns`);
	});
	const { census, ...rest } = others;
	return makeTable({ ...(census && { census }), icb24: column('code', icbs), ...rest });
}
