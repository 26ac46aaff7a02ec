import { assetReader, hashKey } from '../assets.ts';

/** Dental practices in the NHS directory of organisations. */
export const dentists = assetReader('dentists', {
	prefix: 'dentist',
	specs: {},
	claim: (row) => ({
		key: hashKey(row.name, row.postcode),
		kind: 'dentist',
		subkind: null,
		status: 'verified'
	})
});
