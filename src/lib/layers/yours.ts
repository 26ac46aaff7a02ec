/** Assets that the reader brought, kept in their browser alone. */
import { OWN_PART } from '../register/own-part.ts';
import { assetPoints } from './assets.ts';
import { deprivationPart } from '../facts/parts.ts';
import type { Contribution, LayerContext, OverlayLayer } from './layer.ts';
import { POINT_SYMBOLS } from './shapes.ts';

export const yours: OverlayLayer = {
	id: 'yours',
	kind: 'points',
	title: 'Yours',
	question: 'Where are the places on your own lists?',
	group: 'assets',
	about:
		'Places and services from your own files. They are kept in this browser and sent nowhere. Someone who opens your link sees their own, or none. To add some, open the page “Bring your own”.',
	initially: false,
	parts: (edition) => [OWN_PART, deprivationPart(edition)],
	build(context) {
		const made = assetPoints(context, {
			part: OWN_PART,
			noun: 'place of your own',
			plural: 'places of your own',
			symbol: POINT_SYMBOLS.yours,
			kindPrefix: 'Yours: ',
			legendTitle: 'Yours',
			classLabels: ['Checked', 'Not checked'],
			listing: 'In this browser you have',
			complete: false,
			statusWords: {
				verified: 'Checked, as your list says',
				unverified: 'From your list; not checked',
				stale: 'From your list; not seen or checked for a long time'
			},
			caveats: [
				'Your own places are shown as in your files. They are kept in this browser only, and a link does not include them.'
			]
		});
		const isEmpty = context.assets(OWN_PART).ids.length === 0;
		// Its own rows have no dataset; the share in Core20 neighbourhoods has.
		return { ...(isEmpty ? nothingYet(made, context) : made), datasets: [context.edition.dataset] };
	}
};

function nothingYet(made: Contribution, { regionName }: LayerContext): Contribution {
	return {
		...made,
		findings: [
			{
				id: 'yours-none',
				text: `You have not added places of your own for ${regionName} in this browser. The page “Bring your own” takes a spreadsheet.`,
				area: null
			}
		]
	};
}
