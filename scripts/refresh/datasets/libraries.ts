import { publicEmail, publicUrl } from '../../../src/lib/register/contacts.ts';
import { assetReader, hashKey, textOf } from '../assets.ts';
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
		operation: TEXT,
		hours: OPTIONAL_TEXT,
		staffed_hours: OPTIONAL_TEXT,
		email: OPTIONAL_TEXT,
		url: OPTIONAL_TEXT
	},
	contacts: true,
	claim: (row) =>
		row.is_static !== true
			? null
			: {
					key: hashKey(row.authority, row.name, row.postcode, row.type),
					kind: 'library',
					subkind: OPERATION[String(row.operation)] ?? 'other',
					status: row.open === true ? 'verified' : 'closed',
					address: [row.address1, row.address2, row.address3].filter(Boolean).join(', '),
					...(row.open === true && {
						note: weeklyHours(textOf(row.hours), textOf(row.staffed_hours)),
						email: publicEmail(
							textOf(row.email),
							[row.name, row.authority, row.address1, row.address2, row.address3].map(textOf)
						),
						url: publicUrl(textOf(row.url))
					})
				}
});

/** More hours than a week has open are a mistake of the source. */
const MOST_HOURS = 7 * 24;

/** Hours a week, and how many of them somebody is there; null where the source has no number, or more staffed than open. */
export function weeklyHours(hours: string | null, staffed: string | null): string | null {
	const open = hoursOf(hours);
	const withStaff = hoursOf(staffed);
	if (open === null || open === 0 || withStaff === null || withStaff > open) return null;
	const week = `Open ${open} ${open === 1 ? 'hour' : 'hours'} a week in 2023`;
	if (withStaff === open) return `${week}, all of them staffed`;
	return withStaff === 0
		? `${week}, none of them staffed`
		: `${week}, ${withStaff} of them staffed`;
}

function hoursOf(text: string | null): number | null {
	const hours = /^\d+(\.\d+)?$/.test(text ?? '') ? Number(text) : NaN;
	return hours <= MOST_HOURS ? hours : null;
}
