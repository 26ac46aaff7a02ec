/** How our journeys agree with published ones, as tables for a terminal. */
import { FAR, type Agreement, type CarModel } from '../../src/lib/access/car-model.ts';
import { SETTLEMENTS } from '../../src/lib/access/travel.ts';
import {
	LIMITS,
	NETWORK_SPEED,
	type WalkAgreement,
	type WalkModel
} from '../../src/lib/access/walk-model.ts';
import { SETTLEMENT_WORDS, signedPercent } from '../../src/lib/checks/model-words.ts';

/** Rows of cells as lines: the first column to the left, figures to the right. */
function lined(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
	const widths = header.map((cell, at) =>
		Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0))
	);
	const line = (row: readonly string[]) =>
		row
			.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
			.join('  ');
	return [header, ...rows].map(line);
}

const percent = (share: number | undefined): string => `${(100 * (share ?? NaN)).toFixed(1)}%`;

const cells = ({ areas, published, ours, bias, meanError, ...far }: Agreement): string[] => [
	String(areas),
	published.toFixed(1),
	ours.toFixed(1),
	signedPercent(bias),
	meanError.toFixed(1),
	percent(far.publishedFar),
	percent(far.oursFar)
];

/** Journeys by car: the held-out districts together, by settlement, and every district. */
export function printCarModel({ heldOut, bySettlement, districts }: CarModel): string {
	const measures = ['Areas', 'Published', 'Ours', 'Bias', 'Mean error', `Over ${FAR} min`, 'Ours'];
	return [
		'Minutes by car to the nearest acute stroke unit: published, and by our model',
		'Districts that the speeds were not fitted on, together and by settlement',
		'',
		...lined(
			['Where', ...measures],
			[
				['all', ...cells(heldOut)],
				...SETTLEMENTS.map((one) => [SETTLEMENT_WORDS[one], ...cells(bySettlement[one])])
			]
		),
		'',
		...lined(
			['District', ...measures, 'Speeds'],
			districts.map((one) => [one.name, ...cells(one), one.heldOut ? 'held out' : 'fitted'])
		),
		''
	].join('\n');
}

/** Journeys on foot: each detour, of all output areas and by settlement. */
export function printWalkModels(models: readonly WalkModel[]): string {
	const row = (where: string, detour: number, one: WalkAgreement): string[] => [
		where,
		detour.toFixed(1),
		String(one.areas),
		percent(one.same),
		percent(one.withinOne),
		...LIMITS.flatMap((_, at) => [
			percent(one.agree[at]),
			percent(one.network[at]),
			percent(one.ours[at])
		])
	];
	return [
		`Minutes on foot to the nearest library at ${NETWORK_SPEED} km an hour: on the network of paths, and by our model`,
		'Shares of output areas: in the same band of minutes, at most one apart, with the same yes or no; within it on the network, and by ours',
		'',
		...lined(
			[
				'Where',
				'Detour',
				'Areas',
				'Same band',
				'Within one',
				...LIMITS.flatMap((limit) => [`Same at ${limit}`, 'Network', 'Ours'])
			],
			models.flatMap(({ detour, all, bySettlement }) => [
				row('all', detour, all),
				...SETTLEMENTS.map((one) => row(SETTLEMENT_WORDS[one], detour, bySettlement[one]))
			])
		),
		''
	].join('\n');
}
