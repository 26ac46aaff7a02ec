/**
 * Clinics and maternity units here and across the border, for families who travel. Where these
 * families live is put on no map: their numbers are small, and no count says where people travel.
 */
import { sitesOf } from '../access/site.ts';
import type { AssetsPart } from '../register/parts.ts';
import { placeName } from '../register/names.ts';

export interface Clinic {
	id: string;
	name: string;
	label: string;
	postcode: string | null;
	isHere: boolean;
	isConfirmed: boolean;
}

/** Said wherever families who travel are spoken of. */
export const ON_THE_MOVE = 'Numbers do not show where people travel: ask local groups.';

/** Those of some lists that are not just a name, those here first. */
export const clinicsOf = (parts: readonly AssetsPart[]): Clinic[] =>
	sitesOf(parts, ({ kind, name }) => (kind === 'maternity-named-site' ? null : placeName(name)))
		.map(({ id, name, label, postcode, inside, confirmed }) => ({
			id,
			name,
			label,
			postcode,
			isHere: inside,
			isConfirmed: confirmed !== null
		}))
		.sort((a, b) => Number(b.isHere) - Number(a.isHere) || (a.name < b.name ? -1 : 1));
