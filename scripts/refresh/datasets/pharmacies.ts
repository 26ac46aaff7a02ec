import { assetReader, hashKey } from '../assets.ts';

/** Dispensaries active in the NHS directory of organisations. */
export const pharmacies = assetReader('pharmacies', {
	prefix: 'pharmacy',
	specs: {},
	claim: (row) => ({
		key: hashKey(row.name, row.postcode),
		kind: 'pharmacy',
		subkind: null,
		status: 'verified'
	})
});
