import { publicUrl } from '../../../src/lib/register/contacts.ts';
import { assetReader, hashKey, textOf, translate } from '../assets.ts';
import { FLAG, OPTIONAL_TEXT } from '../columns.ts';

const NETWORKS: Record<string, string | null> = {
	'Trussell Trust': 'trussell',
	IFAN: 'ifan',
	Independent: 'independent',
	null: null
};

/** Food banks at their main or office address. */
export const foodBanks = assetReader('food-banks', {
	prefix: 'food',
	contacts: true,
	specs: { address: OPTIONAL_TEXT, network: OPTIONAL_TEXT, closed: FLAG, url: OPTIONAL_TEXT },
	claim: (row, file) => ({
		key: hashKey(row.name, row.postcode),
		kind: 'food-bank',
		subkind: translate(file, NETWORKS, row.network, 'network'),
		status: row.closed === true ? 'closed' : 'unverified',
		address: textOf(row.address),
		url: publicUrl(textOf(row.url))
	})
});
