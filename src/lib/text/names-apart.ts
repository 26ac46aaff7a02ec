/** Names that several have, with what tells them apart. */

/**
 * What some are called where they stand together: "Great Yarmouth (town)" and "Great Yarmouth
 * (district)", where both are there.
 *
 * @param nameOf the name of one
 * @param besideOf what stands beside it where another has it too; null where nothing is known
 * @param among of which others it is told apart; of all those of its name, if nothing else is said
 */
export function namesApart<One>(
	all: readonly One[],
	nameOf: (one: One) => string,
	besideOf: (one: One) => string | null,
	among: (one: One) => string = nameOf
): string[] {
	const counts = new Map<string, number>();
	for (const one of all) counts.set(among(one), (counts.get(among(one)) ?? 0) + 1);
	return all.map((one) => {
		const beside = (counts.get(among(one)) ?? 0) > 1 ? besideOf(one) : null;
		return beside === null ? nameOf(one) : `${nameOf(one)} (${beside})`;
	});
}
