import { assetReader } from '../assets.ts';
import { TEXT, unique } from '../columns.ts';

const BY_GROUP: Partial<Record<string, string>> = {
	'Independent schools': 'independent',
	'Special schools': 'special',
	Colleges: 'college-or-university',
	Universities: 'college-or-university'
};
const BY_PHASE: Partial<Record<string, string>> = {
	Nursery: 'nursery',
	Primary: 'primary',
	'Middle deemed primary': 'primary',
	Secondary: 'secondary',
	'Middle deemed secondary': 'secondary',
	'All-through': 'all-through',
	'16 plus': 'college-or-university'
};

/** What a school is, out of the register's group, type and phase. */
export const schoolSubkind = (group: string, type: string, phase: string): string =>
	BY_GROUP[group] ?? (/special/i.test(type) ? 'special' : (BY_PHASE[phase] ?? 'other'));

/**
 * Schools and colleges open on the date of the register. The copy gives the nearest
 * postcode, not the school's own; it is left out.
 */
export const schools = assetReader('schools', {
	prefix: 'school',
	constants: { postcode: null, point_source: 'GIAS grid reference' },
	specs: {
		urn: unique({ type: 'code', pattern: /^\d{6}$/ }),
		type: TEXT,
		group: TEXT,
		phase: TEXT
	},
	claim: (row) => ({
		key: String(row.urn),
		kind: 'school',
		subkind: schoolSubkind(String(row.group), String(row.type), String(row.phase)),
		status: 'verified',
		source_detail: `URN ${String(row.urn)}`,
		note: String(row.type)
	})
});
