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
		'Food banks known to Give Food in spring 2024, each at its main or office address. The places where food is handed out are more, and are not in these data.',
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
			incomplete: 'Each stands at its main or office address; it may hand out food in more places.',
			caveats: [
				'A food bank stands at its main or office address, not at each place where it hands out food.',
				'The list is of spring 2024; food banks open and close.'
			]
		})
};
