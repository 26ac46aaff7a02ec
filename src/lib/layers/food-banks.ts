import { assetPoints } from './assets.ts';
import { deprivationPart } from '../facts/parts.ts';
import type { OverlayLayer } from './layer.ts';
import { POINT_SYMBOLS } from './shapes.ts';

export const foodBanks: OverlayLayer = {
	id: 'food-banks',
	kind: 'points',
	title: 'Food banks',
	question: 'Where are the food banks?',
	group: 'assets',
	about:
		'Food banks known to Give Food in spring 2024, each at its main or office address. Food is handed out in more places than these.',
	initially: false,
	parts: (edition) => ['food-banks', deprivationPart(edition)],
	build: (context) =>
		assetPoints(context, {
			part: 'food-banks',
			noun: 'food bank',
			kindPrefix: 'Food bank: ',
			symbol: POINT_SYMBOLS.foodBank,
			legendTitle: 'Food banks',
			listing: 'Give Food lists',
			complete: false,
			incomplete:
				'Each is shown at its main or office address, and may hand out food in other places too.',
			caveats: [
				'A food bank is shown at its main or office address, not at each place where it hands out food.',
				'The list dates from spring 2024, and food banks open and close.'
			]
		})
};
