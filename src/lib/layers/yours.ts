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
	question: 'Where are the assets that you brought?',
	group: 'assets',
	about:
		'Places and services from files of your own. They are kept in this browser and sent nowhere: whoever opens a link of yours sees their own, or none. To bring some, open the page “Bring your own”.',
	initially: false,
	parts: (edition) => [OWN_PART, deprivationPart(edition)],
	build(context) {
		const made = assetPoints(context, {
			part: OWN_PART,
			noun: 'asset of your own',
			plural: 'assets of your own',
			symbol: POINT_SYMBOLS.yours,
			kindPrefix: 'Yours: ',
			legendTitle: 'Yours',
			classLabels: ['Checked', 'Not checked'],
			listing: 'In this browser you have',
			complete: false,
			statusWords: {
				verified: 'Checked, as your list says',
				unverified: 'From your list; not checked',
				stale: 'From your list; not seen or checked for long'
			},
			caveats: [
				'Assets of your own are as your files have them, kept in this browser alone. A link does not take them along.'
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
				text: `You have brought no assets of your own for ${regionName} to this browser. The page “Bring your own” takes a spreadsheet.`,
				area: null
			}
		]
	};
}
