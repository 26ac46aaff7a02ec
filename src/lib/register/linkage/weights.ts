/** What is stated of records of one place and of neighbours: nothing here is estimated. */

/** From this weight on, two records are of one place. */
export const MATCH = 2;
/** From this weight on, a person should look. */
export const UNSURE = -1.5;
/** Down from this weight, two records are of two places, whatever lies between them. */
export const APART = -3;

/** Binary logarithms of likelihood ratios. */
export const WEIGHTS = {
	/** Two records of a block, before anything is known of them. */
	prior: -4,
	name: { equal: 7, alike: 4.5, within: 3.5, partly: -1, different: -6 },
	/** One name speaks of a church, the other of a school. */
	families: { same: 0.5, overlapping: -0.5, conflicting: -7 },
	/** Only one name speaks of a kind of building: by the words of its own that they share. */
	saysLess: { oneWord: -2.5, more: -1 },
	/** A record of a library, school, food bank or family hub, and a name without that word: they may share the town's name alone. */
	kindUnsaid: -3,
	/** Both names have numbers, and not the same; or one says north where the other says south. */
	numbersDiffer: -6,
	/**
	 * The address of one holds the whole name of the other; both have the same number in a street;
	 * the same first line, or only a street; another number in
	 * what may be the same street; or the names of two buildings.
	 */
	address: {
		named: 2.5,
		sameDoor: 4,
		same: 2.5,
		sameStreet: 1,
		otherNumber: -2.5,
		otherBuilding: -4,
		silent: 0
	},
	/** Metres up to which, and the weight. */
	distance: [
		[30, 3],
		[80, 2.5],
		[160, 1],
		[300, -0.5],
		[600, -2],
		[1500, -4],
		[Infinity, -10]
	],
	/** With the same postcode a long way says that one of the points is wrong. */
	farWithSamePostcode: -1,
	postcode: { same: 2, sameSector: -1, different: -2.5 },
	/** A number is an organisation's, which may have many places. */
	number: { same: 4, different: -8 },
	/** The same directory lists both at the same time. */
	listedTogether: -3
} as const;
