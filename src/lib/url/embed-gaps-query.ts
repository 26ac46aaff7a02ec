/**
 * The query of an embed of gaps: what the page of gaps has, read without knowing what can be asked, as
 * an embed is small until its map is asked for.
 */
import { areaCode } from './codec.ts';
import { asksPlain } from './embed-plain.ts';

/** Parameters that say what is asked: whatever they leave out is as on the plain page. */
export const QUESTION_OF_GAPS = [
	'need',
	'provision',
	'measure',
	'level',
	'bar',
	'reach',
	'mode',
	'k',
	'edition',
	'verified'
] as const;

/** What a region's embeds of gaps can show. */
export interface EmbedGapsKnows {
	name: string;
	/** The question of the plain address, by parameter. */
	plain: Readonly<Record<string, string>>;
}

/** What an embed of gaps shows. */
export interface EmbedGapsAsked {
	/** Whether it asks what the plain address asks, whose answer was worked out with the site. */
	isPlain: boolean;
	/** Whether its map is coloured by need and provision, three by three. */
	grid: boolean;
	area: string | null;
}

/** What an embed with this query shows, or in one sentence why it shows nothing. */
export function readGapsEmbed(
	query: string,
	{ name, plain }: EmbedGapsKnows
): EmbedGapsAsked | { gone: string } {
	const given = new URLSearchParams(query);
	const code = given.get('area');
	const area = code === null ? { value: null } : areaCode.read(code);
	if (area.value === undefined) {
		return {
			gone: `What this frame showed is not on the map of ${name}: ${area.complaint ?? ''}.`
		};
	}
	return {
		isPlain: asksPlain(given, QUESTION_OF_GAPS, plain),
		grid: given.get('grid') === 'yes' || given.has('cell'),
		area: area.value
	};
}
