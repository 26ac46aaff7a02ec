/** Places that must not be found, by the words said of them; where in doubt, they are hidden. */
export interface MaybeSensitive {
	name: string;
	serves?: string | null;
	address?: string | null;
	organisation?: string | null;
	note?: string | null;
}

const HIDDEN =
	/\b(refuges?(?!\s+(cove|hut|island))|women'?s aid|domestic (abuse|violence)|safe ?house|sexual (abuse|violence)|rape crisis|trafficking|forced marriage|honou?r[- ]based)\b/i;
const AT_HOME =
	/\b(home address|private (address|home|house|residence)|(his|her|their|my|own) (own )?(home|house)|child ?minders?|shared lives|foster (carer|parent)s?)\b/i;

/** A refuge, or somebody's home. */
export function looksSensitive({
	name,
	serves,
	address,
	organisation,
	note
}: MaybeSensitive): boolean {
	return [name, serves, address, organisation, note].some((text) => {
		const plain = text?.replaceAll('’', "'");
		return plain !== undefined && (HIDDEN.test(plain) || AT_HOME.test(plain));
	});
}
