/**
 * Charities, community interest companies and societies at their registered offices, as their
 * registers have them. They come with an import for publication (docs/import-assets.md): a region
 * whose pack has no such part has no such layer.
 */
import { assetPoints } from './assets.ts';
import { deprivationPart } from '../facts/parts.ts';
import type { OverlayLayer } from './layer.ts';
import { POINT_SYMBOLS, type PointSymbol } from './shapes.ts';

interface Register {
	/** The dataset; its part is called after it. */
	dataset: 'charities' | 'community-interest-companies' | 'community-societies';
	title: string;
	/** "office of a charity", "offices of charities". */
	noun: string;
	plural: string;
	/** Who has a registered office there: "charities". */
	who: string;
	listing: string;
	symbol: PointSymbol;
}

const REGISTERS: readonly Register[] = [
	{
		dataset: 'charities',
		title: 'Registered offices: charities',
		noun: 'registered office of a charity',
		plural: 'registered offices of charities',
		who: 'charities',
		listing: 'The Charity Commission’s register has',
		symbol: POINT_SYMBOLS.charityOffice
	},
	{
		dataset: 'community-interest-companies',
		title: 'Registered offices: community interest companies',
		noun: 'registered office of a community interest company',
		plural: 'registered offices of community interest companies',
		who: 'community interest companies',
		listing: 'The register of companies has',
		symbol: POINT_SYMBOLS.cicOffice
	},
	{
		dataset: 'community-societies',
		title: 'Registered offices: community societies',
		noun: 'registered office of a community society',
		plural: 'registered offices of community societies',
		who: 'societies',
		listing: 'The register of mutual societies has',
		symbol: POINT_SYMBOLS.societyOffice
	}
];

const NOT_HELP =
	'A registered office is not where help is given. It may be an accountant’s office or a home, and the work may be in another district or all over the country.';

export const officeLayers: readonly OverlayLayer[] = REGISTERS.map(
	({ dataset, title, noun, plural, who, listing, symbol }): OverlayLayer => {
		const part = `${dataset}-offices` as const;
		return {
			id: part,
			kind: 'points',
			title,
			question: 'Where are charities, companies and societies registered?',
			group: 'assets',
			about: `Where ${who} have their registered office. ${NOT_HELP} Each is shown at the middle of its postcode.`,
			initially: false,
			optional: plural,
			parts: (edition) => [part, deprivationPart(edition)],
			build: (context) =>
				assetPoints(context, {
					part,
					noun,
					plural,
					kindPrefix: 'Registered office, not where help is given: ',
					symbol,
					legendTitle: title,
					listing,
					complete: false,
					incomplete: NOT_HELP,
					caveats: [NOT_HELP, 'Groups that are not registered are not on these lists.']
				})
		};
	}
);
