/**
 * Places that GeoNames lists with 5,000 people or more and that nobody would call a town of their
 * own, by its id. Reviewed for the three regions that are built by default; of other regions
 * nobody has looked yet.
 */
export const NO_TOWNS: ReadonlyMap<string, string> = new Map([
	['6620355', 'Bowthorpe is a part of Norwich'],
	[
		'3345432',
		'Neston is a village beside Corsham; its 15,352 people seem to be those of Neston in Cheshire'
	]
]);
