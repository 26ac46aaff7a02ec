/** Dividing a check between teams. A team is a letter: who is in it is nobody's business here. */
import type { CheckItem } from '../directory/field-check.ts';

export const TEAMS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;
export type Team = (typeof TEAMS)[number];

/**
 * A list in parts of nearly the same length, one a team, each a stretch of the list: in an order by
 * area every team gets neighbours. Fewer parts where there are fewer items.
 *
 * @param teams how many, from 1 to 8
 */
export function splitBetween<T>(
	items: readonly T[],
	teams: number
): { team: Team; items: readonly T[] }[] {
	const count = Math.max(1, Math.min(teams, TEAMS.length, Math.max(1, items.length)));
	return TEAMS.slice(0, count).map((team, at) => ({
		team,
		items: items.slice(
			Math.floor((at * items.length) / count),
			Math.floor(((at + 1) * items.length) / count)
		)
	}));
}

/** One team's part of a check. */
export interface TeamPart {
	team: Team;
	items: readonly CheckItem[];
}

/**
 * A check divided between teams, by neighbourhood, so that each has places near one another. Within a
 * part the places stay in the order of the list.
 */
export function teamParts(items: readonly CheckItem[], teams: number): TeamPart[] {
	const at = new Map(items.map((item, i) => [item, i]));
	const areaOf = ({ row }: CheckItem) => row.area ?? Number.MAX_SAFE_INTEGER;
	const byArea = items.toSorted((a, b) => areaOf(a) - areaOf(b));
	return splitBetween(byArea, teams).map(({ team, items: part }) => ({
		team,
		items: part.toSorted((a, b) => (at.get(a) ?? 0) - (at.get(b) ?? 0))
	}));
}

/** The team that a cell names; null where it is none. */
export function readTeam(text: string): Team | null {
	const word = text
		.trim()
		.toUpperCase()
		.replace(/^TEAM\s+/, '');
	return TEAMS.find((team) => team === word) ?? null;
}
