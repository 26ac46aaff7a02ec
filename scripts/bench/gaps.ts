/**
 * How long the analysis of gaps takes, without a browser: what a changed control costs the page,
 * all variations, and how both grow when a region has ten times the areas and the assets.
 */
import { analyseGaps } from '../../src/lib/gaps/analysis.ts';
import { DEFAULT_REQUEST, type GapsRequest } from '../../src/lib/gaps/request.ts';
import { varyAll } from '../../src/lib/gaps/variations.ts';
import { partsNeeded, Workbench } from '../../src/lib/gaps/workbench.ts';
import { EDITION_IDS } from '../../src/lib/facts/editions.ts';
import { fromSteps, toSteps, type Steps } from '../../src/lib/stats/steps.ts';
import type { AreasPart, ParentColumn } from '../../src/lib/areas/parts.ts';
import type { AssetsPart } from '../../src/lib/register/parts.ts';
import type {
	FactsPart,
	ResidentPointsPart,
	ResidentsBeyondPart
} from '../../src/lib/facts/parts.ts';
import { openRegion } from '../analyse/region-parts.ts';
import { median, type Figure } from './figures.ts';

export const GAPS_BARS = {
	control: { title: 'gaps: a changed control', bar: 100, unit: 'ms' },
	variations: { title: 'gaps: all variations of neighbourhoods', bar: 1, unit: 's' },
	growth: { title: 'gaps: ten times the areas and assets', bar: 1.5, unit: 'x linear' }
} as const satisfies Record<string, Pick<Figure, 'title' | 'bar' | 'unit'>>;

const TIMES = 9;
const NEIGHBOURHOODS: GapsRequest = { ...DEFAULT_REQUEST, level: 'lsoa' };
/** What a reader might do, one after the other: each is asked of a fresh workbench's memory. */
const CONTROLS: readonly Partial<GapsRequest>[] = [
	{ reach: { cost: 10, unit: 'minutes' } },
	{ reach: { cost: 30, unit: 'minutes' } },
	{ provision: ['community-venue', 'food-bank', 'library', 'pharmacy'] },
	{ need: 'income', bar: 'share-20' },
	{ measure: 'e2sfca' },
	{ level: 'msoa' },
	{ k: 5 }
];

/** The figures of a region. */
export async function gapsFigures(slug: string): Promise<Figure[]> {
	const region = await openRegion(slug);
	const requests = [
		NEIGHBOURHOODS,
		...CONTROLS.map((change) => ({ ...NEIGHBOURHOODS, ...change }))
	];
	const names = requests.flatMap((request) =>
		EDITION_IDS.flatMap((edition) => partsNeeded({ ...request, edition }))
	);
	const parts = new Map<string, object>();
	for (const name of new Set(names)) parts.set(name, await region.part(name));
	const bench = () => new Workbench(region.name, (part) => parts.get(part));

	const controls: number[] = [];
	for (let turn = 0; turn < TIMES; turn++) {
		const on = bench();
		analyseGaps(NEIGHBOURHOODS, on);
		for (const change of CONTROLS) {
			controls.push(timed(() => void analyseGaps({ ...NEIGHBOURHOODS, ...change }, on)));
		}
	}
	const variations: number[] = [];
	let asked = 0;
	for (let turn = 0; turn < 3; turn++) {
		const on = bench();
		analyseGaps(NEIGHBOURHOODS, on);
		const start = performance.now();
		const answer = await varyAll(NEIGHBOURHOODS, on, () => true);
		variations.push((performance.now() - start) / 1000);
		asked = answer?.asked.length ?? 0;
	}
	return [
		{
			...GAPS_BARS.control,
			value: median(controls),
			detail: `worst ${Math.max(...controls).toFixed(0)} ms of ${controls.length}, on the main thread`
		},
		{
			...GAPS_BARS.variations,
			value: median(variations),
			detail: `${asked} variations, in a worker`
		},
		growthFigure(region.name, parts)
	];
}

/** Time for ten regions side by side over ten times that of one. */
function growthFigure(name: string, parts: ReadonlyMap<string, object>): Figure {
	const wanted = new Set(partsNeeded(NEIGHBOURHOODS) as readonly string[]);
	const one = new Map([...parts].filter(([part]) => wanted.has(part)));
	const ten = new Map([...one].map(([part, content]) => [part, repeated(content, 10)] as const));
	const time = (of: ReadonlyMap<string, object>) =>
		median(
			Array.from({ length: TIMES }, () => {
				const on = new Workbench(name, (part) => of.get(part));
				return timed(() => void analyseGaps(NEIGHBOURHOODS, on));
			})
		);
	const [small, large] = [time(one), time(ten)];
	return {
		...GAPS_BARS.growth,
		value: large / (10 * small),
		detail: `${small.toFixed(0)} ms, then ${large.toFixed(0)} ms, from nothing`
	};
}

function timed(act: () => void): number {
	const start = performance.now();
	act();
	return performance.now() - start;
}

/** Degrees between two copies of a region: far enough that nobody goes from one to the other. */
const APART = 6;

type Content = AreasPart | FactsPart | AssetsPart | ResidentPointsPart | ResidentsBeyondPart;

/** A part of so many copies of a region, side by side. */
function repeated(content: object, times: number): object {
	const part = content as Content;
	const copies = Array.from({ length: times }, (_, copy) => copy);
	const all = <T>(values: readonly T[], change: (value: T, copy: number) => T = (value) => value) =>
		copies.flatMap((copy) => values.map((value) => change(value, copy)));
	const moved = (values: readonly number[]) => all(values, (value, copy) => value + copy * APART);
	const named = (values: readonly string[]) => all(values, (value, copy) => `${value}-${copy}`);
	const shifted = (values: readonly number[], by: number) =>
		all(values, (value, copy) => value + copy * by);
	const grouped = <T extends ParentColumn>(column: T): T => ({
		...column,
		codes: named(column.codes),
		names: named(column.names),
		of: shifted(column.of, column.codes.length)
	});
	if (part.kind === 'areas') {
		const { codes, names, residents, longitude, latitude } = part.lsoa;
		return {
			...part,
			lsoa: {
				codes: named(codes),
				names: named(names),
				residents: all(residents),
				longitude: moved(longitude),
				latitude: all(latitude)
			},
			msoa: grouped(part.msoa),
			district: {
				...grouped(part.district),
				partOf: all(part.district.partOf),
				notes: all(part.district.notes)
			},
			place: grouped(part.place)
		};
	}
	if (part.kind === 'facts') {
		const columns = Object.entries(part.columns).map(
			([name, { values }]) => [name, { values: all(values) }] as const
		);
		return { ...part, columns: Object.fromEntries(columns) };
	}
	// Each copy shares its places with as many beyond it.
	if (part.kind === 'residents-beyond') {
		const more = (column: Steps, change = all<number>): Steps =>
			toSteps(change(fromSteps(column)), column.scale);
		return {
			...part,
			longitude: more(part.longitude, moved),
			latitude: more(part.latitude),
			settlement: more(part.settlement),
			residents: Object.fromEntries(
				Object.entries(part.residents).map(([edition, column]) => [edition, more(column)])
			)
		};
	}
	if (part.kind === 'resident-points') {
		const moreOf = (column: Steps) => {
			const of = fromSteps(column);
			return toSteps(shifted(of, Math.max(...of) + 1));
		};
		return {
			...part,
			codes: toSteps(all(fromSteps(part.codes), (code, copy) => code + copy * 1e6)),
			lsoa21: moreOf(part.lsoa21),
			lsoa11: moreOf(part.lsoa11),
			longitude: toSteps(moved(fromSteps(part.longitude)), part.longitude.scale),
			latitude: toSteps(all(fromSteps(part.latitude)), part.latitude.scale)
		};
	}
	return {
		...part,
		ids: named(part.ids),
		names: named(part.names),
		kindOf: all(part.kindOf),
		status: all(part.status),
		longitude: moved(part.longitude),
		latitude: all(part.latitude),
		lsoa21: all(part.lsoa21, (code, copy) => code && `${code}-${copy}`),
		lsoa11: all(part.lsoa11, (code, copy) => code && `${code}-${copy}`),
		lastSeen: all(part.lastSeen),
		claims: all(part.claims),
		...(part.merged && { merged: all(part.merged, (id, copy) => id && `${id}-${copy}`) })
	};
}
