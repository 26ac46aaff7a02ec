import { isCore20 } from '../indicators/core20.ts';
import { factNumbers } from '../facts/figures.ts';
import { groupOf, LEVELS, residentsOf, type Selection } from '../areas/region.ts';
import { formatCount, formatPercent, formatQuantity } from '../text/format.ts';
import { numberColumn, sumByUnit } from './columns.ts';
import { deprivationPart } from '../facts/parts.ts';
import type { DetailRow, OverlayLayer, TableColumn } from './layer.ts';

export const core20: OverlayLayer = {
	id: 'core20',
	kind: 'marking',
	title: 'Core20 neighbourhoods',
	question: 'Which neighbourhoods are among England’s most deprived fifth?',
	group: 'need',
	alsoCalled: 'Core20 communities Core20PLUS5 priority neighbourhoods',
	about:
		'The most deprived fifth of England’s neighbourhoods (LSOAs), by the Index of Multiple Deprivation. A community (MSOA) with at least one of them is a Core20 community. Deciles count neighbourhoods, so this is a fifth of neighbourhoods, not exactly of people.',
	initially: true,
	parts: (edition) => [deprivationPart(edition)],

	build({ areas, units, edition, facts, marking, regionName }) {
		const deciles = factNumbers(facts(deprivationPart(edition)), 'imd_decile');
		const within = deciles.map(isCore20);
		const members = [...areas.codes.keys()].filter((area) => within[area]);
		const residents = residentsOf(areas, members);
		const share = residents / residentsOf(areas, [...areas.codes.keys()]);
		const communities = new Set(members.map((area) => groupOf(areas, 'msoa', area)));
		const within20 = within.map(Number);

		const columns: TableColumn[] =
			units.level === 'lsoa'
				? [
						{
							id: 'core20',
							label: 'Core20',
							description: `In the most deprived fifth of England’s LSOAs, ${edition.short}`,
							align: 'start',
							values: within,
							format: (value) => (value === true ? 'Yes' : 'No')
						}
					]
				: [
						numberColumn(
							{
								id: 'core20_residents',
								label: 'Core20 residents',
								description: `Residents of Core20 neighbourhoods, ${edition.residentsPeriod}, ${edition.short}`
							},
							sumByUnit(
								units.members,
								areas.residents.map((count, area) => (within[area] ? count : 0))
							)
						),
						numberColumn(
							{
								id: 'core20_lsoas',
								label: 'Core20 neighbourhoods',
								description: `LSOAs in the most deprived fifth of England’s, ${edition.short}`
							},
							sumByUnit(units.members, within20)
						)
					];

		function details({ level, name, members }: Selection): DetailRow[] {
			const there = members.filter((area) => within[area]);
			const [only] = members;
			if (level === 'lsoa' && only !== undefined) {
				const community = groupOf(areas, 'msoa', only);
				const in20 = community.members.filter((area) => within[area]);
				return [
					{
						label: 'Core20',
						value: within[only] ? 'Yes' : 'No',
						note:
							in20.length === 0
								? `${community.name} is not a Core20 community.`
								: `${community.name} is a Core20 community: ${formatCount(residentsOf(areas, in20))} of its ${formatCount(residentsOf(areas, community.members))} residents live in ${formatQuantity(in20.length, 'Core20 neighbourhood')}.`
					}
				];
			}
			const all = residentsOf(areas, members);
			const core = residentsOf(areas, there);
			return [
				{
					label: 'Core20 residents',
					value: `${formatCount(core)} (${formatPercent(core / all)})`,
					note: `${formatCount(there.length)} of the ${formatCount(members.length)} neighbourhoods in the ${LEVELS[level].one} ${name} ${there.length === 1 ? 'is' : 'are'} Core20`
				}
			];
		}

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
						units: units.level === 'lsoa' ? new Set(members) : null
					}
				],
				note: `${formatCount(residents)} residents, ${formatQuantity(communities.size, 'community', 'communities')}.`,
				reference: null,
				histogram: false,
				ends: null
			},
			columns,
			sortedBy: null,
			findings: [
				{
					id: 'core20-communities',
					text: `${formatPercent(share)} of residents of ${regionName} live in the ${formatQuantity(members.length, 'Core20 neighbourhood')}.`,
					area: null
				}
			],
			details,
			label: units.level === 'lsoa' ? (unit) => (within[unit] ? 'Core20' : 'not Core20') : null,
			measure: null,
			datasets: [edition.dataset, ...areas.datasets],
			period: edition.title,
			caveats: [
				'NHS England describes Core20 as the most deprived 20% of people in England. Deciles divide England’s neighbourhoods, not its people, so the share of its people in Core20 neighbourhoods differs a little from 20%. The share of a region can be far higher or lower.'
			]
		};
	}
};
