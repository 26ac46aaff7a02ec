/** Primary care networks: their link workers, and the approximate areas of 2020. */
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { ordinaryCase } from '../../../src/lib/register/names.ts';
import type { AssetsPart } from '../../../src/lib/register/parts.ts';
import type { OutlinesPart } from '../../../src/lib/geometry/parts.ts';
import { weightedMean } from '../../../src/lib/stats/weighted.ts';
import {
	numbers,
	optionalNumbers,
	optionalStrings,
	strings
} from '../../../src/lib/facts/table.ts';
import { boundaryFeatures } from '../boundaries.ts';
import { outlinesPart } from '../outlines.ts';
import type { PartBuilder, PartContext } from '../part.ts';
import { roundCoordinate } from '../points.ts';
import { held } from '../selection.ts';

const WORKERS = 'link-workers-pcn';
const PRACTICES = 'pcn-practices-2022-23';
/** Has the score of IMD 2019 where a practice's patients live, as averaged by its publisher. */
const SCORES = 'gp-practices';
/** Stands for a network without a code of its own: figures under it belong to nobody in particular. */
const PLACEHOLDER = 'U00000';

interface Practice {
	patients: number;
	/** IMD 2019; null where none is published. */
	score: number | null;
	/** Null where its postcode is not known: it counts, and has no part in where the network stands. */
	point: readonly [longitude: number, latitude: number] | null;
	lsoa21: string;
}

/** A network by its code: what is known of it. */
interface Network {
	code: string;
	name: string;
	/** Those that have patients; null where no practice of it is in the list of the year. */
	practices: Practice[] | null;
}

/** What the census says of a network. */
interface Reported {
	name: string;
	fte: number;
}

/**
 * Networks of 2022/23 with their registered patients and the link workers they reported in
 * the last census of the table. A network is a set of practices: it stands at the centre of
 * its practices, weighted by their patients. One without a row in the census has no figure;
 * one without a practice that has patients and a point has no place, and counts all the same.
 */
export const linkWorkersPart: PartBuilder<AssetsPart> = {
	part: 'link-workers',
	async build(context): Promise<AssetsPart> {
		const { geodata } = context;
		const practices = await practicesOf(context);
		const { last, reported } = await reportedBy(context, practices);
		const networks = [...new Set([...practices.keys(), ...reported.keys()])]
			.sort()
			.map((code): Network => ({
				code,
				name: practices.get(code)?.name ?? reported.get(code)?.name ?? code,
				practices: practices.get(code)?.practices ?? null
			}));
		const placed = networks.flatMap((network) => {
			const place = centreOf(network.practices ?? []);
			return place === null ? [] : [{ ...network, place }];
		});
		const known = new Set(placed.map(({ code }) => code));
		const unplaced = networks.filter(({ code }) => !known.has(code));
		const { ids, names, figures } = named(placed, reported);
		const none = placed.map(() => null);
		const to2011 = lsoa11Finder(context);
		return {
			kind: 'assets',
			part: 'link-workers',
			datasets: [WORKERS, PRACTICES, SCORES],
			collected: last,
			reachKm: 0,
			ids,
			names,
			kindOf: placed.map(() => 0),
			kinds: [{ id: 'network', label: 'Primary care network' }],
			status: placed.map(() => 0),
			statuses: ['unverified'],
			longitude: placed.map(({ place }) => place[0]),
			latitude: placed.map(({ place }) => place[1]),
			lsoa21: none,
			lsoa11: none,
			addresses: none,
			postcodes: none,
			lastSeen: none,
			claims: placed.map(() => [0]),
			sources: [{ id: WORKERS, title: geodata.dataset(WORKERS).publisher }],
			figures,
			members21: placed.map(({ practices: own }) =>
				(own ?? []).flatMap(({ point, lsoa21 }) => (point === null ? [] : [lsoa21]))
			),
			members11: placed.map(({ practices: own }) =>
				(own ?? []).flatMap((practice) => to2011(practice) ?? [])
			),
			...(unplaced.length > 0 && { unplaced: named(unplaced, reported) })
		};
	}
};

/** Codes, names and figures of networks, which need no place. */
function named(networks: readonly Network[], reported: ReadonlyMap<string, Reported>) {
	return {
		ids: networks.map(({ code }) => code),
		names: networks.map(({ name }) => ordinaryCase(name)),
		figures: {
			fte: networks.map(({ code }) => {
				const fte = reported.get(code)?.fte;
				return fte === undefined ? null : Number(fte.toFixed(4));
			}),
			patients: networks.map(({ practices }) =>
				practices === null
					? null
					: Math.round(practices.reduce((sum, { patients }) => sum + patients, 0))
			),
			practices: networks.map(({ practices }) => practices?.length ?? null),
			imd_score: networks.map(({ practices }) => listWeightedScore(practices ?? []))
		}
	};
}

/** The centre of practices by their patients; null where none has both a point and patients. */
function centreOf(practices: readonly Practice[]): [longitude: number, latitude: number] | null {
	const placed = practices.flatMap(({ point, patients }) =>
		point === null ? [] : [{ point, patients }]
	);
	const weights = placed.map(({ patients }) => patients);
	const mean = (axis: 0 | 1) =>
		weightedMean(
			placed.map(({ point }) => point[axis]),
			weights
		);
	const [longitude, latitude] = [mean(0), mean(1)];
	return longitude === null || latitude === null
		? null
		: [roundCoordinate(longitude), roundCoordinate(latitude)];
}

/**
 * What networks of the region's boards reported in the last census. Of a board that the region has
 * only a part of, those that are the region's by their practices.
 */
async function reportedBy(
	{ geodata, selection }: PartContext,
	practices: ReadonlyMap<string, unknown>
): Promise<{ last: string; reported: Map<string, Reported> }> {
	const boards = held(selection['2021'], 'icb24');
	const workers = await geodata.table(WORKERS);
	const [census, board] = [strings(workers, 'census'), strings(workers, 'icb24')];
	const last = census.reduce((a, b) => (a > b ? a : b));
	const [names, fte] = [strings(workers, 'pcn_name'), numbers(workers, 'fte')];
	const reported = new Map<string, Reported>();
	strings(workers, 'pcn').forEach((code, row) => {
		if (census[row] !== last || code === PLACEHOLDER) return;
		const icb = board[row] ?? '';
		if (!boards.whole.has(icb) && !(boards.part.has(icb) && practices.has(code))) return;
		reported.set(code, { name: names[row] ?? code, fte: fte[row] ?? NaN });
	});
	return { last, reported };
}

/** Mean score of the practices that have one, weighted by their patients; null where none has. */
function listWeightedScore(practices: readonly Practice[]): number | null {
	const scored = practices.flatMap(({ score, patients }) =>
		score === null ? [] : [{ score, patients }]
	);
	const mean = weightedMean(
		scored.map(({ score }) => score),
		scored.map(({ patients }) => patients)
	);
	return mean === null ? null : Number(mean.toFixed(3));
}

/**
 * Networks of the region's boards with their practices that have patients. Of a board that the
 * region has only a part of, those most of whose patients are with practices in the region.
 */
async function practicesOf({ geodata, region, selection }: PartContext) {
	const icbs = await geodata.table('pcns');
	const boards = held(selection['2021'], 'icb24');
	const icb24 = strings(icbs, 'icb24');
	const odsOf = (codes: ReadonlySet<string>) =>
		new Set(strings(icbs, 'icb_ods').filter((_, row) => codes.has(icb24[row] ?? '')));
	const [whole, part] = [odsOf(boards.whole), odsOf(boards.part)];
	if (whole.size + part.size === 0) throw new Error(`no network belongs to ${region.name}`);
	const table = await geodata.table(PRACTICES);
	const [code, name] = [optionalStrings(table, 'pcn'), optionalStrings(table, 'pcn_name')];
	const [longitude, latitude] = [
		optionalNumbers(table, 'longitude'),
		optionalNumbers(table, 'latitude')
	];
	const [patients, lsoa21] = [numbers(table, 'patients'), optionalStrings(table, 'lsoa21')];
	const scores = await geodata.table(SCORES);
	const score = optionalNumbers(scores, 'imd_score');
	const scoreOf = new Map(
		strings(scores, 'practice_code').map((practice, row) => [practice, score[row] ?? null])
	);
	const practice = strings(table, 'practice_code');
	const networks = new Map<string, { name: string; practices: Practice[] }>();
	const shared = new Set<string>();
	const alive = new Set(code.filter((_, row) => (patients[row] ?? 0) > 0));
	strings(table, 'icb_ods').forEach((board, row) => {
		const network = code[row] ?? null;
		if (!(whole.has(board) || part.has(board))) return;
		if (network === null || network === PLACEHOLDER) return;
		const found = networks.get(network) ?? { name: name[row] ?? network, practices: [] };
		if (part.has(board)) shared.add(network);
		networks.set(network, found);
		const [x, y, people = 0] = [longitude[row] ?? null, latitude[row] ?? null, patients[row]];
		if (people === 0) return; // closed before the year
		found.practices.push({
			patients: people,
			score: scoreOf.get(practice[row] ?? '') ?? null,
			point: x === null || y === null ? null : [x, y],
			lsoa21: lsoa21[row] ?? ''
		});
	});
	// One whose patients are all with practices of another board is that board's.
	for (const [network, { practices }] of networks) {
		if (practices.length === 0 && alive.has(network)) networks.delete(network);
	}
	const inRegion = selection['2021'];
	const sumOf = (practices: readonly Practice[]) =>
		practices.reduce((sum, { patients }) => sum + patients, 0);
	for (const network of shared) {
		const { practices = [] } = networks.get(network) ?? {};
		const here = practices.filter(({ lsoa21 }) => inRegion.has(lsoa21));
		if (!(sumOf(here) > sumOf(practices) / 2)) networks.delete(network);
	}
	return networks;
}

/** The 2011 LSOA of the region that a practice lies in; undefined outside it. */
function lsoa11Finder(context: PartContext) {
	const features = boundaryFeatures(context, '2011');
	const inRegion = context.selection['2021'];
	return ({ lsoa21, point }: Practice): string | undefined => {
		if (point === null || !inRegion.has(lsoa21)) return undefined;
		if (features.has(lsoa21)) return lsoa21;
		return [...features].find(([, outline]) => booleanPointInPolygon([...point], outline))?.[0];
	};
}

const CATCHMENTS = {
	dataset: 'boundaries-pcn-catchments-2020',
	path: 'boundaries/pcn-catchments-2020.json',
	object: 'pcn20'
};

/** Approximate areas of networks: what practices declared in 2020. They overlap and leave gaps. */
export const networkAreasPart: PartBuilder<OutlinesPart> = {
	part: 'network-areas',
	build: (context) => outlinesPart('network-areas', CATCHMENTS, context, ordinaryCase)
};
