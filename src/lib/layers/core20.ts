import { isCore20 } from '../indicators/core20.ts';
import { groupOf, residentsOf } from '../region/region.ts';
import { formatCount, formatPercent, formatQuantity } from '../report/format.ts';
import { deprivationColumn, deprivationPart } from './deprivation.ts';
import type { OverlayLayer } from './layer.ts';

export const core20: OverlayLayer = {
	id: 'core20',
	kind: 'marking',
	title: 'Core20 neighbourhoods',
	question: 'Which neighbourhoods are among England’s most deprived fifth?',
	group: 'need',
	about:
		'Neighbourhoods (LSOAs) in deciles 1 and 2 of the Index of Multiple Deprivation in England; a community (MSOA) with at least one is a Core20 community. Deciles count neighbourhoods, so this is a fifth of neighbourhoods, not exactly of people.',
	initially: true,
	parts: (edition) => [deprivationPart(edition)],

	build({ areas, edition, facts, marking, regionName }) {
		const deciles = deprivationColumn(facts(deprivationPart(edition)), 'imd_decile');
		const within = deciles.map(isCore20);
		const members = [...areas.codes.keys()].filter((area) => within[area]);
		const residents = residentsOf(areas, members);
		const share = residents / residentsOf(areas, [...areas.codes.keys()]);
		const communities = new Set(members.map((area) => groupOf(areas, 'msoa', area)));

		return {
			drawing: { kind: 'marking', marking, areas: members },
			legend: {
				title: `Core20, ${edition.short}`,
				counted: 'neighbourhoods',
				classes: [
					{
						label: 'Neighbourhoods in deciles 1 and 2',
						short: 'Core20',
						symbol: { kind: 'marking', marking },
						count: members.length,
						areas: new Set(members)
					}
				],
				note: `${formatCount(residents)} residents, ${formatQuantity(communities.size, 'community', 'communities')}.`,
				reference: null,
				histogram: false,
				ends: null
			},
			columns: [
				{
					id: 'core20',
					label: 'Core20',
					description: `In the most deprived fifth of England’s LSOAs, ${edition.short}`,
					align: 'start',
					values: within,
					format: (value) => (value === true ? 'Yes' : 'No')
				}
			],
			findings: [
				{
					id: 'core20-communities',
					text: `${formatPercent(share)} of residents of ${regionName} live in the ${formatQuantity(members.length, 'Core20 neighbourhood')}.`,
					area: null
				}
			],
			details(area) {
				const community = groupOf(areas, 'msoa', area);
				const there = community.members.filter((member) => within[member]);
				return [
					{
						label: 'Core20',
						value: within[area] ? 'Yes' : 'No',
						note:
							there.length === 0
								? `${community.name} is not a Core20 community.`
								: `${community.name} is a Core20 community: ${formatCount(residentsOf(areas, there))} of its ${formatCount(residentsOf(areas, community.members))} residents live in ${formatQuantity(there.length, 'Core20 neighbourhood')}.`
					}
				];
			},
			label: (area) => (within[area] ? 'Core20' : 'not Core20'),
			datasets: [edition.dataset, ...areas.datasets],
			period: edition.title,
			caveats: [
				'NHS England words Core20 as the most deprived 20% of the population; deciles divide neighbourhoods, so shares of people differ a little from 20%.'
			]
		};
	}
};
