import { AMOUNT, COUNT, TEXT } from '../columns.ts';
import { withIcb } from '../link-workers.ts';
import { pick, tableReader } from '../tables.ts';

/**
 * Social prescribing link workers by primary care network and quarter, full-time
 * equivalents and people. A network without a row reported none, which does not mean zero.
 */
export const linkWorkersPcn = tableReader(
	'link-workers-pcn',
	{
		census: { type: 'code', pattern: /^\d{4}-\d{2}$/ },
		icb_ods: { type: 'code', pattern: /^Q[A-Z0-9]{2}$/ },
		sub_icb_ods: TEXT,
		pcn: { type: 'code', pattern: /^U\d{5}$/ },
		pcn_name: TEXT,
		role: { type: 'text', pattern: /^Social Prescribing Link Workers$/ },
		fte: AMOUNT,
		headcount: COUNT,
		records: COUNT
	},
	{
		after: ['pcns'],
		derive(table, context) {
			const columns = ['census', 'icb24', 'pcn', 'pcn_name', 'fte', 'headcount', 'records'];
			return pick(withIcb(table, context), columns);
		}
	}
);
