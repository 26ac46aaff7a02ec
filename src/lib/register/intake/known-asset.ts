/** What a row brings to an asset that the register or the reader's own list has already. */
import type { Asset, AssetField } from '../asset.ts';
import type { VerifierRole } from '../kinds.ts';
import { mergeChanges, type Change, type RegisterAsset } from './changes.ts';
import type { Remark } from './remark.ts';

/** What a row says of an asset that is known, as far as the reader `accepted` it; null while undecided. */
export function reviewed(
	read: Asset,
	base: RegisterAsset,
	changes: readonly Change[],
	accepted: readonly AssetField[] | null,
	{ today, role }: { today: string; role: VerifierRole | null },
	remarks: Remark[]
): Asset {
	if (changes.length > 0 && accepted === null) {
		remarks.push({
			kind: 'look',
			field: 'id',
			text: `It is “${base.asset.name}”, which ${base.own ? 'you have' : 'the register has'}, and differs from it. Look at the changes.`
		});
		return read;
	}
	// The list carries the check that is known, which is no news of today.
	const isCheckedAnew = read.verified !== null && read.verified > (base.asset.verified ?? '');
	const isSeenAnew = base.own && (read.lastSeen ?? '') > (base.asset.lastSeen ?? '');
	if (changes.length === 0 && !isCheckedAnew && !isSeenAnew) {
		remarks.push({
			kind: 'same',
			field: 'id',
			text: `It is as ${base.own ? 'you have it' : 'the register has it'}, and has not been checked since. There is nothing to add.`
		});
		return read;
	}
	if (changes.length > 0 && accepted?.length === 0 && !isCheckedAnew) {
		remarks.push({
			kind: 'same',
			field: 'id',
			text: `It stays as ${base.own ? 'you have it' : 'the register has it'}: you accepted none of the changes.`
		});
		return read;
	}
	const merged = mergeChanges(base, read, changes, accepted ?? []);
	if (base.own) return merged;
	const verifiedBy = isCheckedAnew ? (read.verifiedBy ?? role) : role;
	if (verifiedBy === null) {
		remarks.push({ kind: 'look', field: 'verifiedBy', text: 'Say above who checked these rows.' });
		return merged;
	}
	return {
		...merged,
		verified: isCheckedAnew ? read.verified : today,
		verifiedBy,
		status: merged.status === 'closed' ? 'closed' : 'verified'
	};
}
