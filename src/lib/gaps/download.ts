/** The analysis as files: every area, gaps first, with what was asked and what to mind inside. */
import {
	columnsOf,
	documentOf,
	withOwner,
	type Cell,
	type Document
} from '../document/document.ts';
import { toCsv } from '../export/csv.ts';
import { numberOf, type Value } from '../facts/value.ts';
import { LEVELS } from '../areas/region.ts';
import type { AreaResult, GapsAnalysis, Verdict } from './answer.ts';
import { orderOf } from './arranged.ts';
import { measureOf } from './measures.ts';
import { barOf } from './need-bar.ts';
import { needOf } from './needs.ts';
import { provisionWords } from './provisions.ts';
import { writeReach } from './request.ts';
import { areaSentence } from './sentences.ts';
import { inOrder } from './rule.ts';
import { isOfSome } from './served.ts';
import type { AreaVariations } from './variations.ts';

/** What an area is called in files. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
	gap: 'gap',
	'not-surveyed': 'not surveyed',
	'no-figure': 'no figure',
	enough: 'some provision',
	strength: 'good provision',
	below: 'below what counts as high need'
};
const ORDER = Object.keys(VERDICT_WORDS) as Verdict[];

type Variations = ReadonlyMap<string, AreaVariations> | null;

/** Every area: gaps first, strongest first, then by verdict in the same order. */
export function areasInOrder(analysis: GapsAnalysis): AreaResult[] {
	const { moreIsBetter } = analysis.bounds;
	const ordered = (area: AreaResult) => orderOf(area, moreIsBetter);
	return [...analysis.areas].sort(
		(a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || inOrder(ordered(a), ordered(b))
	);
}

/** What was asked, in the words of the address and in words. */
export function parametersOf({ request, regionName, rule, edition }: GapsAnalysis) {
	return {
		region: regionName,
		edition: edition.title,
		need: needOf(request.need).title,
		provision: `${provisionWords(request.provision)}${request.provision.length > 1 ? ', each kind counted by itself' : ''}`,
		measure: measureOf(request.measure).title,
		level: LEVELS[request.level].many,
		bar: barOf(request.bar).about,
		mode: request.mode,
		reach: writeReach(request.reach),
		k: request.k,
		verified_only: request.verifiedOnly,
		rule
	};
}

const rounded = (value: number | null, digits = 3): number | null =>
	value === null ? null : Number(value.toFixed(digits));
const figure = (value: Value): number | null => rounded(numberOf(value));

/** An area as a flat record. A figure that isn't known is null, and its status says why. */
function recordOf(area: AreaResult, analysis: GapsAnalysis, variations: Variations) {
	const varied = variations?.get(area.code);
	return {
		code: area.code,
		name: area.name,
		districts: area.districts.join('; '),
		verdict: VERDICT_WORDS[area.verdict],
		residents: area.residents,
		core20_residents: area.core20Residents,
		need: figure(area.need),
		need_status: area.need.kind,
		above_bar: area.above,
		provision: figure(area.provision),
		provision_status: area.provision.kind,
		provision_of: area.whole ? 'Core20 residents' : 'all residents',
		in_reach: rounded(area.count),
		share_with_none: rounded(area.none),
		nearest: rounded(area.nearest, 2),
		nearest_name: area.nearestSite?.name ?? null,
		e2sfca_per_10000: rounded(area.e2sfca),
		// Over all residents, where the figures before are of some of them, as for all others.
		...(isOfSome(analysis.request) && {
			provision_all_residents: area.whole ? rounded(area.whole.provision) : figure(area.provision),
			in_reach_all_residents: rounded((area.whole ?? area).count),
			share_with_none_all_residents: rounded((area.whole ?? area).none),
			nearest_all_residents: rounded((area.whole ?? area).nearest, 2),
			e2sfca_per_10000_all_residents: rounded((area.whole ?? area).e2sfca)
		}),
		...(area.published && {
			published_number: area.published.number,
			published_income_gbp: area.published.income,
			published_residents: area.published.residents
		}),
		// Of several kinds, the figures before are those of the one that there is least of.
		...(analysis.kinds.length > 0 && {
			little_of: provisionWords(area.little),
			...Object.fromEntries(analysis.kinds.flatMap((kind) => ofKind(kind, area.unit)))
		}),
		survey: area.survey,
		// Beside figures by car, of the households that have none.
		...(analysis.carsRegion !== null && { households_without_car_percent: rounded(area.noCar) }),
		share_at_edge: rounded(area.edge),
		...(variations && {
			variations_asked: varied?.asked ?? null,
			variations_found: varied?.found ?? null
		}),
		sentence: areaSentence(area, analysis)
	};
}

/** What an area has of one of several kinds, under names that end in the kind's. */
function ofKind({ areas, request }: GapsAnalysis, unit: number): [string, number | null][] {
	const area = areas[unit];
	const name = request.provision.join('_').replaceAll('-', '_');
	return [
		[`provision_${name}`, area ? figure(area.provision) : null],
		[`in_reach_${name}`, rounded(area?.count ?? null)],
		[`nearest_${name}`, rounded(area?.nearest ?? null, 2)],
		[`e2sfca_per_10000_${name}`, rounded(area?.e2sfca ?? null)]
	];
}

/** JSON text: what was asked, what was found, every area, and who looks after the listings. */
export function gapsJson(
	analysis: GapsAnalysis,
	owner: string,
	variations: Variations = null
): string {
	const { inequality } = analysis;
	return JSON.stringify(
		{
			asked: parametersOf(analysis),
			gaps: analysis.gaps.map((unit) => analysis.areas[unit]?.code),
			strengths: analysis.strengths.map((unit) => analysis.areas[unit]?.code),
			region_provision: rounded(
				Number.isFinite(analysis.regionProvision) ? analysis.regionProvision : null
			),
			concentration_index: rounded(inequality?.index.value ?? null, 4),
			erreygers: rounded(inequality?.bounded ?? null, 4),
			...(analysis.cars !== null && { cars: analysis.cars }),
			areas: areasInOrder(analysis).map((area) => ({
				...recordOf(area, analysis, variations),
				...(variations && { flips: variations.get(area.code)?.flips ?? [] })
			})),
			datasets: analysis.datasets,
			caveats: analysis.caveats,
			owner
		},
		null,
		'\t'
	);
}

/** The analysis as a document: a row an area, under the names of the record. */
function gapsDocument(analysis: GapsAnalysis, owner: string, variations: Variations): Document {
	const records = areasInOrder(analysis).map((area): Readonly<Record<string, Cell>> =>
		recordOf(area, analysis, variations)
	);
	const names = Object.keys(records[0] ?? {});
	const table = {
		columns: columnsOf(names),
		rows: records.map((record) => names.map((name) => record[name]))
	};
	return documentOf(`Gaps of ${analysis.regionName}`, withOwner(table, owner));
}

/** CSV text: a header and a row an area, which says last who looks after the listings. */
export const gapsCsv = (
	analysis: GapsAnalysis,
	owner: string,
	variations: Variations = null
): string => toCsv(gapsDocument(analysis, owner, variations));
