import { optionalStrings } from '../../../src/lib/facts/table.ts';
import { assetReader, hashKey, textOf, translate } from '../assets.ts';
import { FLAG, OPTIONAL_TEXT, TEXT } from '../columns.ts';
import type { DatasetReader } from '../dataset.ts';

const SUBKINDS: Record<string, string> = {
	'birth centre or birthing unit by name': 'birth-centre',
	'maternity or obstetric department by name': 'department',
	'midwifery hub, clinic or ante-natal clinic by name': 'clinic'
};

/**
 * NHS sites whose name mentions maternity, apart from those of maternity-sites. Not a list
 * of places of birth: many are not named, and some that are hold no births.
 */
export const maternitySitesNamed: DatasetReader = {
	id: 'maternity-sites-named',
	folder: 'assets',
	after: ['areas-lsoa21', 'maternity-sites'],
	read(context) {
		const compiled = new Set(optionalStrings(context.table('maternity-sites'), 'postcode'));
		return assetReader('maternity-sites-named', {
			prefix: 'maternity-named',
			specs: { names: OPTIONAL_TEXT, class: TEXT, in_two_area_list: FLAG },
			claim: (row, file) =>
				row.in_two_area_list === true || compiled.has(textOf(row.postcode))
					? null
					: {
							key: hashKey(row.name, row.postcode),
							kind: 'maternity-named-site',
							subkind: translate(file, SUBKINDS, row.class, 'class_derived_from_name'),
							status: 'unverified',
							note: textOf(row.names)
						}
		}).read(context);
	}
};
