import { assetReader, hashKey } from '../assets.ts';
import { FLAG, optional, OPTIONAL_TEXT, TEXT } from '../columns.ts';

const OPERATION: Record<string, string> = {
	LA: 'council-run',
	ICL: 'commissioned',
	CR: 'community-run',
	C: 'community-run'
};

/** Static public libraries; mobile and prison libraries and archives are left out. */
export const libraries = assetReader('libraries', {
	prefix: 'library',
	specs: {
		postcode: optional(TEXT, 'UNKN OWN', 'NOREGISTEREDPUBLICADDRESS'),
		authority: OPTIONAL_TEXT,
		type: TEXT,
		address1: OPTIONAL_TEXT,
		address2: OPTIONAL_TEXT,
		address3: OPTIONAL_TEXT,
		is_static: FLAG,
		open: FLAG,
		operation: TEXT
	},
	claim: (row) =>
		row.is_static !== true
			? null
			: {
					key: hashKey(row.authority, row.name, row.postcode, row.type),
					kind: 'library',
					subkind: OPERATION[String(row.operation)] ?? 'other',
					status: row.open === true ? 'verified' : 'closed',
					address: [row.address1, row.address2, row.address3].filter(Boolean).join(', ')
				}
});
