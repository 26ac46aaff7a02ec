import { publicPhone } from '../../../src/lib/register/contacts.ts';
import { assetReader, textOf } from '../assets.ts';
import { OPTIONAL_TEXT, TEXT, unique } from '../columns.ts';

/** GP practices as assets: their main sites. What is known of the practice: gp-practices. */
export const gpPracticeSites = assetReader('gp-practice-sites', {
	prefix: 'gp',
	specs: {
		practice_code: unique({ type: 'code', pattern: /^[A-Z]\d{5}$/ }),
		address: TEXT,
		phone: OPTIONAL_TEXT
	},
	contacts: true,
	claim: (row) => ({
		key: String(row.practice_code),
		kind: 'gp-practice',
		subkind: null,
		status: 'verified',
		address: textOf(row.address),
		source_detail: textOf(row.practice_code),
		phone: publicPhone(textOf(row.phone))
	})
});
