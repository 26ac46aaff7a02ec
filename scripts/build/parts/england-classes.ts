import { kept } from '../../../src/lib/facts/kept.ts';
import { numbers, numbersBy, strings } from '../../../src/lib/facts/table.ts';
import { everyDivision } from '../../../src/lib/indicators/classes.ts';
import type { EnglandClasses } from '../../../src/lib/facts/parts.ts';
import { EDITION_IDS, EDITIONS, type EditionId } from '../../../src/lib/facts/editions.ts';
import { numberOf } from '../../../src/lib/facts/value.ts';
import { available } from '../../../src/lib/layers/available.ts';
import { AREA_LAYERS } from '../../../src/lib/layers/index.ts';
import type { AreaLayer, Contribution } from '../../../src/lib/layers/layer.ts';
import {
	ENGLAND_CLASSES,
	type EnglandClassesPart,
	type FactsPart
} from '../../../src/lib/facts/parts.ts';
import {
	makeAreas,
	unitsOf,
	type AreasSource,
	type RegionAreas
} from '../../../src/lib/areas/region.ts';
import type { Geodata, Region } from '../../../src/lib/server/geodata.ts';
import type { PartBuilder, PartContext } from '../part.ts';
import { residentsAlong } from '../residents.ts';
import { selectEngland, type Selected, type Selection } from '../selection.ts';
import { residentsAged0Part } from './births.ts';
import { deprivationPart } from './deprivation.ts';
import { agesPart, ethnicGroupsPart, femalesPart } from './people.ts';
import { storedParts } from './stored.ts';

/** What the layers of neighbourhoods with England's classes read: all of it is national. */
const SOURCES: readonly PartBuilder<FactsPart>[] = [
	agesPart('2025'),
	agesPart('2019'),
	femalesPart('2025'),
	femalesPart('2019'),
	ethnicGroupsPart,
	...storedParts,
	residentsAged0Part('2025'),
	residentsAged0Part('2019'),
	deprivationPart('2025'),
	deprivationPart('2019')
];

/**
 * How the values of all of England are divided, for each measure that readers may divide. The
 * layers themselves work the values out, on a selection that is all of England, so that they
 * are the same figures as those of a region; rates of whole districts come from their tables.
 */
export const englandClassesPart: PartBuilder<EnglandClassesPart> = {
	part: ENGLAND_CLASSES,
	build: ({ geodata }) => geodata.once(englandClasses)
};

/** How the values of all of England are divided, by edition. */
export const englandClasses = (geodata: Geodata): Promise<EnglandClassesPart> =>
	classesOf(
		geodata,
		AREA_LAYERS.filter(({ englandBreaks }) => englandBreaks)
	);

/** How the values of some layers are divided over all of England, and those of whole districts. */
export async function classesOf(
	geodata: Geodata,
	layers: readonly AreaLayer[]
): Promise<EnglandClassesPart> {
	const selection = await selectEngland(geodata);
	const districts = await districtMeasures(geodata);
	const datasets = new Set<string>();
	const editions: EnglandClassesPart['editions'] = { '2025': {}, '2019': {} };
	for (const id of EDITION_IDS) {
		const classes: Record<string, EnglandClasses> = {};
		for (const { dataset, measure, values } of districts) {
			classes[measure] = rounded(everyDivision(values));
			datasets.add(dataset);
		}
		const areas = allAreas(geodata, selection[EDITIONS[id].vintage], id);
		for (const layer of layers) {
			if (layer.level !== 'lsoa' || !available(layer, id)) continue;
			const contribution = await contributionOf(layer, geodata, selection, await areas, id);
			const values = contribution.measure?.values.map(numberOf).filter((value) => value !== null);
			if (!contribution.measure || !values) throw new Error(`${layer.id} has no measure`);
			classes[contribution.measure.id] = rounded(everyDivision(values));
			for (const dataset of contribution.datasets) datasets.add(dataset);
		}
		editions[id] = classes;
	}
	return { kind: ENGLAND_CLASSES, part: ENGLAND_CLASSES, datasets: [...datasets], editions };
}

/** Bounds to six figures: finer than any legend, and a third of the bytes. */
function rounded({ breaks, ...rest }: EnglandClasses): EnglandClasses {
	const six = (bounds: number[]) => bounds.map((bound) => Number(bound.toPrecision(6)));
	const all = (by: Record<number, number[]>) =>
		Object.fromEntries(Object.entries(by).map(([classes, bounds]) => [classes, six(bounds)]));
	const { quantile, natural } = breaks;
	return {
		...rest,
		breaks: { quantile: all(quantile), natural: all(natural) }
	};
}

/** All of England as areas: one community, one district, one place. */
async function allAreas(
	geodata: Geodata,
	{ vintage, codes, spine }: Selected,
	id: EditionId
): Promise<RegionAreas> {
	const one = (code: string) => ({ codes: [code], names: ['England'], of: codes.map(() => 0) });
	const source: AreasSource = {
		vintage,
		datasets: [],
		lsoa: {
			codes,
			names: codes,
			residents: await residentsAlong(geodata, spine, id),
			longitude: codes.map(() => 0),
			latitude: codes.map(() => 0)
		},
		msoa: one('E02000000'),
		district: { ...one('E07000000'), partOf: [null], notes: [null] },
		place: one('E38000000')
	};
	return makeAreas(source, 'England');
}

async function contributionOf(
	layer: AreaLayer,
	geodata: Geodata,
	selection: Selection,
	areas: RegionAreas,
	id: EditionId
): Promise<Contribution> {
	const edition = EDITIONS[id];
	// None of the sources asks for a region, which England isn't.
	const context: PartContext = { geodata, selection, region: {} as Region };
	const facts = new Map<string, FactsPart>();
	for (const part of layer.parts(edition)) {
		const source = SOURCES.find((candidate) => candidate.part === part);
		if (!source) throw new Error(`${layer.id} reads “${part}”, which is not known for England`);
		// Several layers read the same part, and in either edition.
		facts.set(part, await kept(selection, part, () => source.build(context)));
	}
	const other = (part: string) => {
		throw new Error(`${layer.id} reads “${part}”, which is not facts of neighbourhoods`);
	};
	return layer.build({
		regionName: 'England',
		edition,
		areas,
		units: unitsOf(areas, 'lsoa'),
		breaks: null,
		england: () => null,
		marking: 'outline',
		facts: (part) => facts.get(part) ?? other(part),
		assets: other,
		outlines: other,
		notHeld: () => null
	});
}

/** Measures of whole districts, the same in either edition. */
async function districtMeasures(
	geodata: Geodata
): Promise<{ measure: string; dataset: string; values: readonly number[] }[]> {
	const births = await geodata.table('births-lad20');
	const females = numbersBy(await geodata.table('residents-lad21'), 'lad21', 'females_15_44');
	const counts = numbers(births, 'births_2019');
	// The seven districts that became two of Northamptonshire between the two lists have none.
	const rates = strings(births, 'lad20').flatMap((code, row) => {
		const of = females.get(code);
		return of === undefined ? [] : [Number(((1000 * (counts[row] ?? NaN)) / of).toFixed(2))];
	});
	return [
		{ measure: 'birth_rate', dataset: 'births-lad20', values: rates },
		{
			measure: 'life_expectancy',
			dataset: 'health-index-lad21',
			values: numbers(await geodata.table('health-index-lad21'), 'life_expectancy_2020')
		}
	];
}
