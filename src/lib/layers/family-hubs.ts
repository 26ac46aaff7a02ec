import { assetPoints } from './assets.ts';
import { deprivationPart } from '../facts/parts.ts';
import type { OverlayLayer } from './layer.ts';
import { POINT_SYMBOLS } from './shapes.ts';

export const familyHubs: OverlayLayer = {
	id: 'family-hubs',
	kind: 'points',
	title: 'Family hubs and children’s centres',
	question: 'Where are family hubs and children’s centres?',
	group: 'assets',
	about:
		'Places for families with young children that the Department for Education listed in early 2026. Each is to be confirmed: the register keeps centres long after councils change or close them. None listed does not mean none there. It lists nothing at all for Swindon.',
	alsoCalled: 'Sure Start, Start for Life, children’s centre',
	initially: false,
	parts: (edition) => ['family-hubs', deprivationPart(edition)],
	build: (context) =>
		assetPoints(context, {
			part: 'family-hubs',
			noun: 'family hub or children’s centre',
			plural: 'family hubs and children’s centres',
			symbol: POINT_SYMBOLS.familyHub,
			legendTitle: 'Family hubs and children’s centres',
			listedLabel: 'Listed by DfE, to confirm',
			listing: 'The Department for Education lists',
			complete: false,
			incomplete:
				'Each is to be confirmed: the register keeps centres long after councils change or close them.',
			caveats: [
				'Listed by the Department for Education and to be confirmed: councils change and close centres long before its register says so.',
				'A district for which it lists none may still have some.'
			]
		})
};
