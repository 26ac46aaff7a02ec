/** Life expectancy of 2021 to 2023: official levels by district and board, estimates by community. */
import { groupRows } from '../../../src/lib/stats/grouped.ts';
import { strings } from '../../../src/lib/facts/table.ts';
import type { Facts } from '../../../src/lib/facts/facts.ts';
import type { BesideArea, FactsColumn, FactsPart } from '../../../src/lib/facts/parts.ts';
import type { Status } from '../../../src/lib/facts/value.ts';
import { lsoaAreas } from '../../../src/lib/methods/areas.ts';
import {
	boardsOf,
	communityLevels,
	ESTIMATE_DATASETS,
	ESTIMATED_SEXES,
	OFFICIAL,
	officialLevel,
	officialName,
	type CommunityLevels,
	type EstimatedSex,
	type Level
} from '../../../src/lib/methods/life-expectancy-estimate.ts';
import { factsOf } from '../../../src/lib/server/facts.ts';
import type { Geodata } from '../../../src/lib/server/geodata.ts';
import type { PartBuilder } from '../part.ts';
import { partsOf2021 } from './life-expectancy.ts';

const ENGLAND = 'E92000001';

const round = (value: number): number => Number(value.toFixed(2));

/** Official levels of the region's whole districts, and of the boards of 2024 that it was part of. */
export const lifeExpectancy2023Part: PartBuilder<FactsPart> = {
	part: 'life-expectancy-2023',
	async build({ geodata, region, selection }): Promise<FactsPart> {
		const facts = await factsOf(geodata, [OFFICIAL, 'areas-lsoa21']);
		const selected = selection['2021'];
		const listed = selected.listed(region.districts.vintage);
		const districts = wholeDistricts(facts);
		const codes = region.districts.items.map(({ code }) => {
			const lsoas = selected.codes.filter((_, i) => listed[i] === code);
			return districts(lsoas);
		});
		return {
			kind: 'facts',
			part: 'life-expectancy-2023',
			vintage: null,
			level: 'district',
			codes: region.districts.items.map(({ code }) => code),
			datasets: [OFFICIAL, 'areas-lsoa21'],
			columns: Object.fromEntries(
				ESTIMATED_SEXES.map((sex) => [
					sex,
					column(
						codes.map((code) => (code === null ? null : officialLevel(facts, code, sex))),
						() => 'not-published'
					)
				])
			),
			england: Object.fromEntries(
				ESTIMATED_SEXES.map((sex) => [sex, officialLevel(facts, ENGLAND, sex)?.value ?? NaN])
			),
			beside: boardsOf(facts, selected.codes).flatMap((board): BesideArea[] => {
				const name = officialName(facts, board);
				return name === null ? [] : [{ code: board, name, figures: figuresOf(facts, board) }];
			})
		};
	}
};

/** Of some LSOAs the district of April 2024 that they are all of; null where they are none. */
function wholeDistricts(facts: Facts): (lsoas: readonly string[]) => string | null {
	const areas = facts.table('areas-lsoa21');
	const districts = strings(areas, 'lad24');
	const of = new Map(strings(areas, 'lsoa21').map((code, row) => [code, districts[row] ?? '']));
	const counts = groupRows(districts);
	return (lsoas) => {
		const [only, ...others] = new Set(lsoas.map((code) => of.get(code) ?? ''));
		if (only === undefined || others.length > 0) return null;
		return counts.get(only)?.length === lsoas.length ? only : null;
	};
}

const figuresOf = (facts: Facts, area: string): Record<string, number> =>
	Object.fromEntries(
		ESTIMATED_SEXES.flatMap((sex) => {
			const level = officialLevel(facts, area, sex);
			if (!level) return [];
			return [
				[sex, level.value],
				[`${sex}_lower`, level.lower],
				[`${sex}_upper`, level.upper]
			];
		})
	);

/** What is England's once, however many regions ask. */
const estimates = async (geodata: Geodata): Promise<CommunityLevels> =>
	communityLevels(await factsOf(geodata, ESTIMATE_DATASETS));

/**
 * Estimated levels of communities, where the gate lets them through: codes of 2011, and of the 2021
 * communities that are parts of one, which have its value.
 */
export const lifeExpectancyEstimatesPart: PartBuilder<FactsPart> = {
	part: 'life-expectancy-estimates',
	async build(context): Promise<FactsPart> {
		const { geodata, selection } = context;
		const { gate, levels } = await geodata.once(estimates);
		const facts = await factsOf(geodata, ['areas-lsoa11', 'residents-2020-lsoa11']);
		const areas = lsoaAreas(facts, selection['2011'].codes, '2019');
		const parts = await partsOf2021(context);
		const codes = [
			...areas.groups.msoa.map(({ code }) => code).sort(),
			...[...parts.keys()].sort()
		];
		return {
			kind: 'facts',
			part: 'life-expectancy-estimates',
			vintage: null,
			level: 'msoa',
			codes,
			datasets: [...ESTIMATE_DATASETS],
			columns: Object.fromEntries(
				ESTIMATED_SEXES.map((sex) => [sex, estimatesOf(codes, parts, levels[sex], gate.passes)])
			),
			england: {
				gate_passes: gate.passes ? 1 : 0,
				...Object.fromEntries(
					ESTIMATED_SEXES.flatMap((sex: EstimatedSex) => [
						[sex, gate.official[sex]],
						[`${sex}_average`, round(gate.average[sex])]
					])
				)
			}
		};
	}
};

/** A withdrawn estimate is not published; one that the publisher withholds is suppressed. */
function estimatesOf(
	codes: readonly string[],
	parts: ReadonlyMap<string, string>,
	levels: ReadonlyMap<string, Level>,
	passes: boolean
): FactsColumn {
	const found = codes.map((code) => levels.get(parts.get(code) ?? code) ?? null);
	const made = column(found, () => (passes ? 'suppressed' : 'not-published'));
	const status = { ...made.status };
	found.forEach((level, i) => {
		if (level !== null) status[i] = 'estimate';
	});
	return { ...made, status };
}

function column(levels: readonly (Level | null)[], absent: () => Status): FactsColumn {
	const pick = (bound: keyof Level) => levels.map((level) => level && round(level[bound]));
	const status: Record<number, Status> = {};
	levels.forEach((level, i) => {
		if (level === null) status[i] = absent();
	});
	return {
		values: pick('value'),
		lower: pick('lower'),
		upper: pick('upper'),
		...(Object.keys(status).length > 0 && { status })
	};
}
