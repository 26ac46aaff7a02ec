/** Primary care networks: link workers for social prescribing, and where networks are. */
import { networksOf, workersPer, type Network } from '../register/networks.ts';
import {
	capitalise,
	formatCount,
	formatList,
	formatMonth,
	formatQuantity
} from '../text/format.ts';
import type { DetailRow, Finding, OverlayLayer, PointMark } from './layer.ts';
import { BORDER_LINES } from './palettes.ts';
import { POINT_SYMBOLS } from './shapes.ts';

/** Full-time equivalents and their rates are small: two decimals tell networks apart. */
const twoDecimals = new Intl.NumberFormat('en-GB', {
	minimumFractionDigits: 2,
	maximumFractionDigits: 2
});
const formatTwo = (value: number): string => twoDecimals.format(value);

const NO_AREA =
	'A network is a set of practices and has no official area. It is drawn at the centre of its practices, weighted by their patients.';

const PER_PATIENTS = 10_000;

const rateOf = (network: Pick<Network, 'fte' | 'patients'>): number | null =>
	workersPer(network, PER_PATIENTS);

export const linkWorkers: OverlayLayer = {
	id: 'link-workers',
	kind: 'points',
	title: 'Social prescribing link workers',
	question: 'How many link workers connect patients with local support?',
	group: 'health',
	alsoCalled: 'social prescribers prescribing',
	about:
		'Link workers that each primary care network (a group of GP practices) reported in September 2022, in whole-time equivalents, beside the patients of its practices. It is not where they work. A network that did not report may still have some.',
	initially: false,
	parts: () => ['link-workers'],

	build({ areas, assets, regionName }) {
		const part = assets('link-workers');
		const when = formatMonth(part.collected);
		const networks = networksOf(part);
		const points = networks.flatMap((network): PointMark[] => {
			const { at } = network;
			if (at === null) return [];
			return [
				{
					id: network.code,
					name: network.name,
					kind: 'Primary care network',
					longitude: part.longitude[at] ?? NaN,
					latitude: part.latitude[at] ?? NaN,
					area: null,
					isMiddle: true,
					hollow: network.fte === null,
					lines: [
						...linesOf(network, when),
						capitalise(
							`${formatQuantity(network.practices ?? 0, 'practice')}, ${formatCount(network.patients ?? 0)} registered patients in 2022/23`
						),
						NO_AREA
					]
				}
			];
		});
		const unplaced = unplacedWords(networks);
		const membersOf = areas.vintage === '2021' ? part.members21 : part.members11;
		const reported = networks.filter(({ fte }) => fte !== null).length;
		const symbol = (hollow: boolean) => ({
			kind: 'point' as const,
			...POINT_SYMBOLS.linkWorkers,
			hollow
		});
		return {
			drawing: { kind: 'points', ...POINT_SYMBOLS.linkWorkers, points },
			legend: {
				title: `Link workers by network, ${when}`,
				counted: 'networks',
				classes: [
					{
						label: 'Reported link workers',
						short: 'reported',
						symbol: symbol(false),
						count: reported,
						units: null
					},
					{
						label: 'Not reported, which does not mean none',
						short: 'not reported',
						symbol: symbol(true),
						count: networks.length - reported,
						units: null
					}
				],
				note: [
					'Each is at the centre of its practices. A network has no official area.',
					...unplaced
				].join(' '),
				reference: null,
				histogram: false,
				ends: null
			},
			columns: [],
			sortedBy: null,
			findings: findings(networks, regionName, when),
			details: ({ members }) => {
				const codes = new Set(members.map((area) => areas.codes[area] ?? ''));
				return details(
					networks.filter(({ at }) =>
						at === null ? false : (membersOf?.[at] ?? []).some((code) => codes.has(code))
					),
					when
				);
			},
			label: null,
			measure: null,
			datasets: part.datasets,
			period: `${when}; practices and patients of 2022/23`,
			caveats: [
				`${NO_AREA} We do not know where its link workers work.`,
				...unplaced,
				'A network without a row in the census reported no link worker. It may still have some, for instance employed by others. The figures are whole-time equivalents. The number of people cannot be counted, because contracted-in staff share blank identifiers.',
				'Rates are per 10,000 patients registered in 2022/23 with the practices of the network in that year.',
				'Networks formed later are not shown. The code U00000 in the list of networks is a placeholder, not a network’s own.'
			]
		};
	}
};

function linesOf(network: Network, when: string): string[] {
	const { fte } = network;
	if (fte === null) return [`Link workers not reported, ${when}, which does not mean none`];
	return [
		`${formatTwo(fte)} link workers in whole-time equivalents, ${when}`,
		rateWords(network, 'registered patients')
	];
}

function rateWords(network: Network, people: string): string {
	const rate = rateOf(network);
	return rate === null ? 'we do not know its patients' : `${formatTwo(rate)} per 10,000 ${people}`;
}

function findings(networks: readonly Network[], regionName: string, when: string): Finding[] {
	const reporting = networks.filter(
		(network): network is Network & { fte: number } => network.fte !== null
	);
	const silent = networks.filter(({ fte }) => fte === null).map(({ name }) => name);
	if (reporting.length === 0) {
		return [
			{
				id: 'link-workers-total',
				text: `No network of ${regionName} reported link workers in ${when}, which does not mean that there were none.`,
				area: null
			}
		];
	}
	const sum = (of: readonly number[]) => of.reduce((before, value) => before + value, 0);
	const fte = sum(reporting.map((network) => network.fte));
	const byRate = reporting.flatMap((network) => {
		const rate = rateOf(network);
		return rate === null ? [] : [{ ...network, rate, patients: network.patients ?? NaN }];
	});
	const known = {
		fte: sum(byRate.map((network) => network.fte)),
		patients: sum(byRate.map(({ patients }) => patients))
	};
	const together = rateOf(known);
	const whose =
		byRate.length === reporting.length
			? 'these networks'
			: `the ${formatCount(byRate.length)} of them whose patients are known`;
	return [
		{
			id: 'link-workers-total',
			text:
				`In ${when}, ${formatCount(reporting.length)} of the ${formatCount(networks.length)} networks of ${regionName} reported link workers: ${formatTwo(fte)} whole-time equivalents` +
				(together === null
					? '.'
					: `, ${formatTwo(together)} for every 10,000 patients of ${whose}.`) +
				' Staff may have changed since, so we single out no network.' +
				(silent.length > 0
					? ` ${capitalise(formatQuantity(silent.length, 'network'))} did not report, which does not mean that ${silent.length === 1 ? 'it has' : 'they have'} none.`
					: ''),
			area: null
		},
		...(silent.length > 0
			? [{ id: 'link-workers-silent', text: `Not reported: ${formatList(silent)}.`, area: null }]
			: [])
	];
}

/** How many networks the map cannot show, and why; nothing where it shows all. */
function unplacedWords(networks: readonly Network[]): string[] {
	const names = networks.filter(({ at }) => at === null).map(({ name }) => name);
	if (names.length === 0) return [];
	const [are, them] = names.length === 1 ? ['is', 'it'] : ['are', 'them'];
	return [
		`${capitalise(formatQuantity(names.length, 'network'))} ${are} counted but not on the map, because the list of 2022/23 has no practice of ${them} with patients and a known place: ${formatList(names)}.`
	];
}

/** The networks with a practice in an area. */
function details(networks: readonly Network[], when: string): DetailRow[] {
	const label = 'Link workers of its networks';
	if (networks.length === 0) {
		return [
			{
				label,
				value: 'no practice here',
				note: 'No practice of a network has its main site in this area. Patients use practices elsewhere.'
			}
		];
	}
	return [
		{
			label,
			value: formatQuantity(networks.length, 'network'),
			note: `${networks
				.map(
					(network) =>
						`${network.name}: ${network.fte === null ? 'not reported' : `${formatTwo(network.fte)} whole-time equivalents, ${rateWords(network, 'patients')}`}`
				)
				.join('; ')}. Networks with a practice here, whole networks, ${when}`
		}
	];
}

export const networkAreas: OverlayLayer = {
	id: 'network-areas',
	kind: 'outlines',
	title: 'Areas of GP networks, approximate',
	question: 'Roughly which area does each GP network serve?',
	group: 'health',
	about:
		'The areas from which the practices of each network said they took patients in early 2020. Networks have no official area. These overlap and leave gaps, and several networks have changed since.',
	initially: false,
	parts: () => ['network-areas'],

	build({ outlines, regionName, notHeld }) {
		const part = outlines('network-areas');
		const line = BORDER_LINES.network;
		const count = part.ids.length;
		return {
			drawing: { kind: 'outlines', outlines: part, line },
			legend: {
				title: 'Areas of GP networks, approximate, 2020',
				counted: 'networks',
				classes: [
					{
						label: 'Area of a network',
						short: 'network',
						symbol: { kind: 'line', line },
						count,
						units: null
					}
				],
				note: 'Declared by practices in early 2020. The areas overlap, leave gaps and are not official.',
				reference: null,
				histogram: false,
				ends: null
			},
			columns: [],
			sortedBy: null,
			findings: [
				{
					id: 'network-areas',
					text:
						count === 0
							? (notHeld('network-areas') ?? `We have no areas of GP networks for ${regionName}.`)
							: `Approximate areas of ${formatCount(count)} GP networks of ${regionName}, from what practices declared in early 2020: they overlap and leave gaps, and several networks have changed since.`,
					area: null
				}
			],
			details: () => [],
			label: null,
			measure: null,
			datasets: part.datasets,
			period: 'January to March 2020, membership of 2020/21',
			caveats: [
				'Networks have no official boundary. These areas join the inner catchments that member practices declared in early 2020. They overlap and leave a part of the region uncovered. The members are those of 2020/21.'
			]
		};
	}
};
