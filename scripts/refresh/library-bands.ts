/** Walks to the nearest library on the network of paths, as their source has them: bands by output area. */
import { BANDS } from '../../src/lib/access/walk-model.ts';
import { flags, optionalNumbers, strings } from '../../src/lib/facts/table.ts';
import { checkCodes } from './checks.ts';
import { FLAG, optional, OUTPUT_AREA, unique } from './columns.ts';
import type { ReadContext } from './dataset.ts';
import { SourceError } from './source-error.ts';

export interface LibraryBand {
	oa21: string;
	/** Minutes at 5 km an hour within which it is; null beyond the longest band. */
	band: number | null;
	/** Whether a library that the publisher could not route to is nearer in a straight line. */
	isUnrouted: boolean;
}

/** Each output area of England once. Throws a SourceError on a code or band that is none. */
export function readLibraryBands(context: ReadContext): LibraryBand[] {
	const read = context.csv({
		oa21: unique(OUTPUT_AREA),
		minutes: optional({ type: 'integer', min: 5, max: 30 }),
		unrouted: FLAG
	});
	checkCodes(context, read, 'oa21', { dataset: 'centroids-oa21', all: true });
	const minutes = optionalNumbers(read, 'minutes');
	const unrouted = flags(read, 'unrouted');
	return strings(read, 'oa21').map((oa21, row): LibraryBand => {
		const band = minutes[row] ?? null;
		if (band !== null && !BANDS.includes(band)) {
			throw new SourceError(context.source().path, `${oa21}: ${band} is none of the bands`);
		}
		return { oa21, band, isUnrouted: unrouted[row] === true };
	});
}
