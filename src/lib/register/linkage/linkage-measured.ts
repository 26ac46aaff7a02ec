/**
 * What the linkage was measured to do, for the pages that say so. The data test of duplicates
 * works every figure out again and fails where one is not as here.
 */
export const LINKAGE_MEASURED = {
	england: {
		records: 81_677,
		places: 69_453,
		uncertain: 495,
		venueListings: 26_036,
		venueGroups: 19_929,
		venuePlaces: 16_025,
		moving: 871,
		movedOn: 326
	},
	samples: [
		{ id: 'fitted', pairs: 399, precision: 0.99, recall: 0.74 },
		{ id: 'held-out', pairs: 57, precision: 1, recall: 0.75 }
	],
	/** Pairs that two readers labelled: those that both called one place, or two, of all that are joined. */
	readers: {
		pairs: 620,
		joined: 484,
		right: 475,
		wrong: 2,
		undecided: 7,
		precision: 0.996,
		lower: 0.985,
		recall: 0.68
	},
	/** What the same pairs said of the linkage before the faults that they showed were mended. */
	before: { joined: 488, right: 475, wrong: 6, undecided: 7 }
} as const;
