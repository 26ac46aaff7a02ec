/**
 * Social prescribing: what the patients of a network need against the link workers it
 * reports. A network is a set of practices, not of neighbourhoods. One that reported nothing
 * is not one that has none.
 */
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

export interface NetworkResult {
	code: string;
	name: string;
	patients: number;
	practices: number;
	/** List-weighted score of IMD 2019 of its practices; null where none has one. */
	score: number | null;
	/** Whole-time link workers; null where it reported none of its staff. */
	fte: number | null;
	/** Per 10,000 patients; null where it did not report. */
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
	findings: string[];
	datasets: string[];
	caveats: string[];
}

/** Throws where the part has no figures of patients. */
export function linkWorkers(part: AssetsPart, regionName: string): LinkWorkersAnalysis {
	const figure = (name: string) => {
		const found = part.figures?.[name];
		if (!found) throw new Error(`${part.part} has no figure ${name}`);
		return found;
	};
	const [fte, patients, practices, score] = [
		figure('fte'),
		figure('patients'),
		figure('practices'),
		figure('imd_score')
	];
	const read = part.ids.map((code, at) => {
		const people = patients[at] ?? 0;
		const staff = fte[at] ?? null;
		return {
			code,
			name: part.names[at] ?? code,
			patients: people,
			practices: practices[at] ?? 0,
			score: score[at] ?? null,
			fte: staff,
			rate: staff === null || people === 0 ? null : (staff / people) * PER_PATIENTS
		};
	});
	const reported = read.flatMap((one) => (one.rate === null ? [] : [{ ...one, rate: one.rate }]));
	const mean = (of: readonly { value: number | null; patients: number }[]) => {
		const known = of.flatMap(({ value, patients }) =>
			value === null ? [] : [{ value, patients }]
		);
		return weightedMean(
			known.map(({ value }) => value),
			known.map((one) => one.patients)
		);
	};
	const regionRate = mean(reported.map((one) => ({ value: one.rate, patients: one.patients })));
	const regionScore = mean(read.map((one) => ({ value: one.score, patients: one.patients })));
	const networks = read
		.map((one): NetworkResult => ({
			...one,
			gap:
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
	const notReported = networks.filter(({ rate }) => rate === null).map(({ name }) => name);
	const spread = reported.flatMap(({ rate, score: need, patients: population }) =>
		need === null || population === 0 ? [] : [{ amount: rate, order: -need, population }]
	);
	return {
		networks,
		regionRate,
		regionScore,
		gaps: gaps.map(({ code }) => code),
		notReported,
		concentration: spread.length < 2 ? null : concentrationIndex(spread).value,
		collected: part.collected,
		findings: findingsOf({
			networks,
			gaps,
			notReported,
			regionRate,
			regionScore,
			regionName,
			collected: part.collected
		}),
		datasets: part.datasets,
		caveats: [
			'What networks reported of their staff in one census. A network without a figure did not report: it need not be without link workers, who may also be employed by others.',
			'Need is the average IMD 2019 score of its practices, weighted by their patients; patients of a practice need not live near it.'
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
}): string[] {
	const { networks, gaps, notReported, regionRate, regionScore } = found;
	if (regionRate === null) return ['No network reported its link workers.'];
	const reported = networks.length - notReported.length;
	const said = [
		`In ${formatMonth(found.collected)}, ${formatQuantity(reported, 'network')} of ${formatCount(networks.length)} in ${found.regionName} reported ${formatDecimal(regionRate)} link workers (whole-time) per 10,000 patients.`
	];
	const [first] = gaps;
	if (first && regionScore !== null) {
		said.push(
			`${capitalise(formatQuantity(gaps.length, 'network'))} ${gaps.length === 1 ? 'is' : 'are'} needier than the region’s patients on average (score ${formatDecimal(regionScore)}) and reported fewer: ${formatList(gaps.map(({ name, rate }) => `${name} (${formatDecimal(rate ?? NaN)})`))}.`
		);
	} else {
		said.push('None of the needier networks reported fewer than the region as a whole.');
	}
	if (notReported.length > 0) {
		said.push(`Not reported, which is not zero: ${formatList(notReported)}.`);
	}
	return said;
}
