/** GPX: a row a waypoint. Routes and tracks are ways, not places, and are passed over. */
import { gpx } from '@tmcw/togeojson';
import { capitalise, formatQuantity } from '../../../text/format.ts';
import type { Content } from '../content.ts';
import { ImportError } from '../import-error.ts';
import { object, type Json } from '../json.ts';
import type { ImportTable } from '../table.ts';
import { tableOfFeatures } from './features.ts';
import { DEGREES } from './grids.ts';
import { xmlPieces } from './xml.ts';

export function parse({ text }: Content): ImportTable {
	const points: Json[] = [];
	let ways = 0;
	for (const piece of xmlPieces(text ?? '', 'This GPX')) {
		for (const one of gpx(piece).features as unknown as Json[]) {
			if (object(one['geometry'])['type'] === 'Point') points.push(renamed(one));
			else ways++;
		}
	}
	if (points.length === 0) {
		throw new ImportError(
			ways > 0
				? 'This GPX holds tracks or routes and no waypoints: there are no places in it.'
				: 'This GPX has no waypoints in it.',
			'Save the places as waypoints, and export them again.'
		);
	}
	return tableOfFeatures(points, {
		grid: DEGREES,
		lineWord: 'waypoint',
		what: 'This GPX',
		notes:
			ways > 0
				? [
						`${capitalise(formatQuantity(ways, 'track or route was', 'tracks or routes were'))} passed over: only waypoints are places.`
					]
				: []
	});
}

/** GPX's own words, of which some are short for others. */
function renamed(feature: Json): Json {
	const { name, desc, cmt, type, links, time, sym } = object(feature['properties']);
	const [link] = Array.isArray(links) ? (links as unknown[]) : [];
	return {
		...feature,
		properties: {
			name,
			description: desc ?? cmt,
			...(desc !== undefined && cmt !== desc && { comment: cmt }),
			kind: type,
			url: object(link)['href'],
			symbol: sym,
			updated: time
		}
	};
}
