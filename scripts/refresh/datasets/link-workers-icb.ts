import { AMOUNT, COUNT } from '../columns.ts';
import { withIcb } from '../link-workers.ts';
import { tableReader } from '../tables.ts';

/** Social prescribing link workers by ICB and quarter, full-time equivalents and people. */
export const linkWorkersIcb = tableReader(
	'link-workers-icb',
	{
		census: { type: 'code', pattern: /^\d{4}-\d{2}$/ },
		icb_ods: { type: 'code', pattern: /^Q[A-Z0-9]{2}$/ },
		pcns_reporting: COUNT,
		pcns_with_link_workers: COUNT,
		fte: AMOUNT,
		headcount: COUNT,
		records: COUNT,
		pcns_2022_23: COUNT
	},
	{ after: ['pcns'], derive: withIcb }
);
