import { assetReader, textOf, translate } from '../assets.ts';
import { AMOUNT, optional, OPTIONAL_TEXT, TEXT, unique } from '../columns.ts';

const SECTORS: Record<string, string> = {
	'NHS Sector': 'nhs',
	'Independent Sector': 'independent',
	null: 'not-stated'
};
/** Beyond this, either the point or the postcode is wrong. */
const FAR_KM = 5;

/** Hospitals and clinics with paediatric services: not all hospitals. */
export const hospitals = assetReader('hospitals', {
	prefix: 'hospital',
	specs: {
		site_code: unique({ type: 'code', pattern: /^[A-Z0-9]{3,6}$/ }),
		sector: OPTIONAL_TEXT,
		address: TEXT,
		city: TEXT,
		trust: OPTIONAL_TEXT,
		km_from_postcode: optional(AMOUNT)
	},
	claim: (row, file) => ({
		key: String(row.site_code),
		kind: 'hospital',
		subkind: translate(file, SECTORS, row.sector, 'Sector'),
		status: 'unverified',
		address: `${String(row.address)}, ${String(row.city)}`,
		source_detail: textOf(row.trust),
		note:
			Number(row.km_from_postcode) > FAR_KM
				? `The point lies ${String(row.km_from_postcode)} km from the postcode: one is wrong.`
				: null
	})
});
