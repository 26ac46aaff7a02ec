/**
 * Which areas entered or left a list between two editions that use other areas. Areas that changed
 * into each other are followed as one group (areas/crosswalk.ts): only a group of one area before
 * and the same area after can be said to have entered or left without more.
 */
import { components } from '../areas/crosswalk.ts';

/**
 * `stayed`: all of it before, all of it after. `entered`, `left`: none of it, then all; or the other
 * way. `in-part`: it was redrawn, and only a part of it is or was on the list.
 */
export type Move = 'entered' | 'left' | 'stayed' | 'in-part';

export interface Change {
	move: Move;
	/** Codes of the areas before, and which of them were on the list. */
	from: readonly string[];
	listedBefore: readonly string[];
	/** Codes of the areas after, and which of them are on it. */
	to: readonly string[];
	listedAfter: readonly string[];
	/** Whether the areas were drawn anew in between. */
	redrawn: boolean;
}

/** What became of every group of areas that was on the list before or is on it after. */
export function changesOf(
	groups: readonly AreaGroup[],
	before: ReadonlySet<string>,
	after: ReadonlySet<string>
): Change[] {
	return groups.flatMap(({ from, to, unchanged }): Change[] => {
		const listedBefore = from.filter((code) => before.has(code));
		const listedAfter = to.filter((code) => after.has(code));
		if (listedBefore.length === 0 && listedAfter.length === 0) return [];
		return [
			{
				move: moveOf(
					{ all: from.length, listed: listedBefore.length },
					{ all: to.length, listed: listedAfter.length }
				),
				from,
				listedBefore,
				to,
				listedAfter,
				redrawn: !unchanged
			}
		];
	});
}

interface Listed {
	all: number;
	listed: number;
}

function moveOf(before: Listed, after: Listed): Move {
	const partBefore = before.listed > 0 && before.listed < before.all;
	const partAfter = after.listed > 0 && after.listed < after.all;
	if (partBefore || partAfter) return 'in-part';
	if (before.listed === 0) return 'entered';
	return after.listed === 0 ? 'left' : 'stayed';
}

/** Areas that changed into each other. */
export interface AreaGroup {
	from: readonly string[];
	to: readonly string[];
	/** One area before and the same after. */
	unchanged: boolean;
}

/** Groups of areas that changed into each other, from links between those before and after. */
export const groupsOf = (links: readonly { from: string; to: string }[]): AreaGroup[] =>
	components(links.map(({ from, to }) => ({ from, to, change: 'X' }))).map(({ from, to }) => ({
		from,
		to,
		unchanged: from.length === 1 && to.length === 1 && from[0] === to[0]
	}));
