/**
 * Which organisations must not be found: refuges and whoever hides from violence. They keep
 * neither point nor address in what is written, whatever their publisher prints.
 */

/** What is asked of a record. */
export interface MaybeSensitive {
	name: string;
	serves?: string | null;
	note?: string | null;
}

export type SensitiveTest = (record: MaybeSensitive) => boolean;

const WORDS =
	/\b(refuges?(?!\s+(cove|hut|island))|women'?s aid|womens aid|domestic (abuse|violence)|safe ?house|sexual (abuse|violence)|rape crisis|trafficking|forced marriage|honou?r[- ]based)\b/i;

/** By words in name, users or note; where in doubt, hidden. */
export const looksSensitive: SensitiveTest = ({ name, serves, note }) =>
	[name, serves, note].some((text) => text && WORDS.test(text.replaceAll('’', "'")));
