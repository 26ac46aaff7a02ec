/** Who checked a row and when, and what that makes of the status it claims. */
import { ASSET_STATUSES, VERIFIER_ROLES, type AssetStatus, type VerifierRole } from '../kinds.ts';
import type { Cells } from './cells.ts';
import { plainWords } from './columns.ts';
import type { Remark } from './remark.ts';
import { readDate } from './row-fields.ts';
import { readStatus } from './values.ts';

/** The check of a row; `role` is of whoever checked the rows that say a date and no role. */
export function readVerified(
	cells: Cells,
	{ today, role }: { today: string; role: VerifierRole | null },
	remarks: Remark[]
) {
	const verified = readDate('verified', cells, today, remarks);
	const words = plainWords(cells.verifiedBy ?? '');
	const roles = Object.entries(VERIFIER_ROLES) as [VerifierRole, string][];
	const said =
		words === ''
			? null
			: (roles.find(
					([id, label]) => plainWords(id) === words || plainWords(label) === words
				)?.[0] ??
				roles.find(([, label]) =>
					plainWords(label)
						.split(' or ')
						.some((word) => word.includes(words) || words.includes(word))
				)?.[0] ??
				null);
	if (words !== '' && said === null) {
		remarks.push({
			kind: 'note',
			field: 'verifiedBy',
			text: `Who checked it is given as “${(cells.verifiedBy ?? '').slice(0, 30)}”. We keep only a role, never a person.`
		});
	}
	const verifiedBy = said ?? (verified === null ? null : role);
	const given = plainWords(cells.status ?? '');
	const checked: AssetStatus = verified !== null && verifiedBy !== null ? 'verified' : 'unverified';
	const status = given === '' ? checked : readStatus(given);
	if (status === undefined) {
		remarks.push({
			kind: 'look',
			field: 'status',
			text: `“${(cells.status ?? '').slice(0, 30)}” is no status. It is one of: open, ${Object.keys(ASSET_STATUSES).join(', ')}.`
		});
	}
	if (status === 'verified' && checked !== 'verified') {
		remarks.push({
			kind: 'fixed',
			field: 'status',
			text: 'It is called verified, but does not say who checked it (by role) and when. We treat it as not checked.'
		});
		return { verified, verifiedBy, status: 'unverified' as const };
	}
	return { verified, verifiedBy, status: status === 'unverified' ? checked : (status ?? checked) };
}
