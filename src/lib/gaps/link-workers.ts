/**
 * Social prescribing: what the patients of a network need against the link workers it
 * reports. A network is a set of practices, not of neighbourhoods. One that reported nothing
 * is not one that has none.
 */
import { isOlderFigure } from '../register/freshness.ts';
import { networksOf, workersPer, type Network } from '../register/networks.ts';
import type { AssetsPart } from '../register/parts.ts';
import { concentrationIndex } from '../stats/concentration.ts';
import { weightedMean } from '../stats/weighted.ts';
import {
	capitalise,
	formatCount,
	formatDecimal,
	formatList,
	formatMonth,
	formatQuantity
} from '../text/format.ts';

export const LINK_WORKERS_PART = 'link-workers' as const;
/** Rates are per this many patients. */
export const PER_PATIENTS = 10_000;

export interface NetworkResult extends Network {
	/** Per 10,000 patients; null where it did not report, or its patients are not known. */
	rate: number | null;
	/** Needier than the region's networks together, with less than they have. */
	gap: boolean;
}

export interface LinkWorkersAnalysis {
	/** Most needy first. */
	networks: NetworkResult[];
	/** Of the networks that reported, together. */
	regionRate: number | null;
	regionScore: number | null;
	/** Codes of the networks needier than the region with fewer link workers, fewest first. */
	gaps: string[];
	/** Names of the networks that did not report. */
	notReported: string[];
	/** Of those that reported; negative: needier networks have more. Null with fewer than two. */
	concentration: number | null;
	/** Month of the census. */
	collected: string;
	/** Older than three years when the newest lists here were collected: no network is singled out. */
	older: boolean;
	findings: string[];
	datasets: string[];
	caveats: string[];
}

/**
 * Throws where the part has no figures of patients.
 *
 * @param on the day that the age of the figures is counted to: when the venues beside were collected
 */
export function linkWorkers(part: AssetsPart, regionName: string, on: string): LinkWorkersAnalysis {
	const older = isOlderFigure(part.collected, on);
	const read = networksOf(part).map((network) => ({
		...network,
		rate: workersPer(network, PER_PATIENTS)
	}));
	const rated = read.flatMap((one) => (one.rate === null ? [] : [{ ...one, rate: one.rate }]));
	const mean = (of: readonly { value: number | null; patients: number | null }[]) => {
		const known = of.flatMap(({ value, patients }) =>
			value === null || patients === null ? [] : [{ value, patients }]
		);
		return weightedMean(
			known.map(({ value }) => value),
			known.map((one) => one.patients)
		);
	};
	const regionRate = mean(rated.map((one) => ({ value: one.rate, patients: one.patients })));
	const regionScore = mean(read.map((one) => ({ value: one.score, patients: one.patients })));
	const networks = read
		.map((one): NetworkResult => ({
			...one,
			gap:
				!older &&
				one.rate !== null &&
				one.score !== null &&
				regionRate !== null &&
				regionScore !== null &&
				one.score > regionScore &&
				one.rate < regionRate
		}))
		.sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.code < b.code ? -1 : 1));
	const gaps = networks
		.filter(({ gap }) => gap)
		.sort((a, b) => (a.rate ?? 0) - (b.rate ?? 0) || (a.code < b.code ? -1 : 1));
	const notReported = networks.filter(({ fte }) => fte === null).map(({ name }) => name);
	const spread = rated.flatMap(({ rate, score: need, patients: population }) =>
		need === null || !population ? [] : [{ amount: rate, order: -need, population }]
	);
	return {
		networks,
		regionRate,
		regionScore,
		gaps: gaps.map(({ code }) => code),
		notReported,
		concentration: spread.length < 2 ? null : concentrationIndex(spread).value,
		collected: part.collected,
		older,
		findings: findingsOf({
			networks,
			gaps,
			notReported,
			regionRate,
			regionScore,
			regionName,
			collected: part.collected,
			on: older ? on : null
		}),
		datasets: part.datasets,
		caveats: [
			'These are the staff that networks reported in one census. A network without a figure did not report. It may still have link workers, and others may employ them too.',
			'A network’s need is the average IMD 2019 score of its practices, weighted by their patients. Patients of a practice may not live near it.'
		]
	};
}

function findingsOf(found: {
	networks: readonly NetworkResult[];
	gaps: readonly NetworkResult[];
	notReported: readonly string[];
	regionRate: number | null;
	regionScore: number | null;
	regionName: string;
	collected: string;
	/** What they are older than three years on; null where they are not. */
	on: string | null;
}): string[] {
	const { networks, gaps, notReported, regionRate, regionScore } = found;
	const reported = networks.length - notReported.length;
	if (reported === 0) return [`No network of ${found.regionName} reported its link workers.`];
	const unrated = networks.filter(({ fte, rate }) => fte !== null && rate === null);
	const said = [
		`In ${formatMonth(found.collected)}, ${formatQuantity(reported, 'primary care network')} of ${formatCount(networks.length)} in ${found.regionName} reported link workers${regionRate === null ? '' : `: ${formatDecimal(networks.reduce((sum, { fte }) => sum + (fte ?? 0), 0))} whole-time equivalents, or ${formatDecimal(regionRate)} per 10,000 of their patients. In this source, whole-time equivalents can exceed the number of people`}.`
	];
	if (unrated.length > 0) {
		const they = unrated.length === 1 ? 'it has' : 'they have';
		said.push(
			`We do not know the patients of ${formatQuantity(unrated.length, 'network')} that reported link workers, so ${they} no rate: ${formatList(unrated.map(({ name }) => name))}.`
		);
	}
	if (found.on !== null) {
		said.push(
			`These figures were more than three years old in ${formatMonth(found.on)}, when the lists of community venues were last collected. Staff have changed since, so we single out no network.`
		);
	}
	const [first] = gaps;
	if (first && regionScore !== null) {
		said.push(
			`${capitalise(formatQuantity(gaps.length, 'network'))} ${gaps.length === 1 ? 'has' : 'have'} higher need than the region’s patients on average (score ${formatDecimal(regionScore)}) and reported fewer link workers per 10,000 patients: ${formatList(gaps.map(({ name, rate }) => `${name} (${formatDecimal(rate ?? NaN)})`))}.`
		);
	} else if (regionRate !== null && found.on === null) {
		said.push(
			'No network with higher need than the region reported fewer link workers than the region as a whole.'
		);
	}
	if (notReported.length > 0) {
		said.push(
			`${capitalise(formatQuantity(notReported.length, 'network'))} did not report, which does not mean none: ${formatList(notReported)}.`
		);
	}
	return said;
}
