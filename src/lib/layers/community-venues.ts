import { assetPoints } from './assets.ts';
import { deprivationPart } from '../facts/parts.ts';
import type { OverlayLayer } from './layer.ts';
import { POINT_SYMBOLS } from './shapes.ts';

export const communityVenues: OverlayLayer = {
	id: 'community-venues',
	kind: 'points',
	title: 'Community venues',
	question: 'Where can people meet, keep warm and find help?',
	group: 'assets',
	alsoCalled: 'VCSE assets voluntary community social enterprise warm spaces',
	about:
		'Halls, libraries, churches, cafés and other places that a list of warm or welcoming spaces has named. The lists are of December 2022 to August 2026. It is not a list of every venue, and we have not checked it on the ground.',
	initially: true,
	parts: (edition) => ['community-venues', deprivationPart(edition)],
	build: (context) =>
		assetPoints(context, {
			part: 'community-venues',
			noun: 'community venue',
			symbol: POINT_SYMBOLS.communityVenue,
			legendTitle: 'Community venues',
			listing: 'Directories of warm and welcoming spaces have listed',
			complete: false,
			incomplete:
				'Some districts have better directories than others, so do not compare areas by these counts.',
			caveats: [
				'Venues come from directories of warm or welcoming spaces. Some districts have a directory of their own and others have none. So few venues on the map may mean few directories.',
				'Listings of one venue are joined where we can tell; some venues still count twice. A venue may have closed since.'
			]
		})
};
