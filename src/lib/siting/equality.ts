/**
 * For whom a plan of hubs is nearer or further than today's: residents by where they live, not users.
 * Evidence for people who assess what a plan means for equality; no conclusion is drawn from it.
 */
import { groupOf } from '../areas/region.ts';
import { factNumbers } from '../facts/figures.ts';
import type { NameOf } from '../facts/parts.ts';
import { PartReader, type PartSource } from '../facts/reader.ts';
import { AGE_GROUPS, ETHNIC_MEASURES } from '../indicators/people.ts';
import { CARS_PART } from '../indicators/plus-groups.ts';
import { isTold, isWithin, type Measure } from './journeys.ts';
import { costToNearest, type Question } from './question.ts';

/** From how much on a journey is called shorter or longer: estimates tell no finer. */
export const CHANGE: Readonly<Record<Measure, number>> = { minutes: 1, kilometres: 0.1 };

const PARTS = {
	ages: 'ages-2025',
	babies: 'residents-aged-0-2025',
	females: 'females-15-44-2025',
	cars: CARS_PART,
	plus: 'plus-groups-2025',
	ethnic: 'ethnic-groups-2025'
} as const satisfies Record<string, NameOf<'facts'>>;

/** Parts of a pack that the evidence is made of, as far as the pack has them. */
export const EQUALITY_PARTS: readonly NameOf<'facts'>[] = Object.values(PARTS);

/** What a plan means for some people; null where it is not known which hubs stand today. */
export interface EqualityRow {
	label: string;
	/** Residents, or households where the set says so. */
	people: number;
	nearer: number | null;
	further: number | null;
	withinToday: number | null;
	within: number;
}

export interface EqualitySet {
	id: 'fifth' | 'rural' | 'age' | 'maternity' | 'sex' | 'disability' | 'cars' | 'ethnic';
	title: string;
	/** What is counted: "Residents". */
	counted: string;
	period: string;
	rows: EqualityRow[];
	datasets: readonly string[];
}

interface Group {
	label: string;
	/** People by neighbourhood. */
	people: readonly number[];
}

/** For whom a plan is nearer or further, by every grouping that the packs hold. */
export function equalityOf(
	question: Question,
	open: readonly number[],
	source: PartSource | PartReader
): EqualitySet[] {
	const parts = PartReader.of(source);
	const rowsOf = rowMaker(question, open);
	return setsOf(question, parts).flatMap(({ groups, ...set }) => {
		const rows = groups.map(rowsOf).filter(({ people }) => people > 0);
		return rows.length > 0 ? [{ ...set, rows }] : [];
	});
}

type SetOfGroups = Omit<EqualitySet, 'rows'> & { groups: Group[] };

function setsOf({ facts }: Question, parts: PartReader): SetOfGroups[] {
	const { areas, decile, rural } = facts;
	const { residents } = areas;
	const where = (has: (area: number) => boolean) =>
		residents.map((count, area) => (has(area) ? count : 0));
	/** Columns of a part by neighbourhood; null where the pack has no such part. */
	const columns = (part: NameOf<'facts'>) => {
		const found = parts.find(part);
		return found ? (name: string) => factNumbers(found, name) : null;
	};
	const less = (all: readonly number[], some: readonly number[]) =>
		all.map((count, area) => count - (some[area] ?? 0));
	const [ages, babies, females, cars, plus, ethnic] = [
		columns(PARTS.ages),
		columns(PARTS.babies),
		columns(PARTS.females),
		columns(PARTS.cars),
		columns(PARTS.plus),
		columns(PARTS.ethnic)
	];
	const fifths = ['Most deprived', 'Second', 'Third', 'Fourth', 'Least deprived'];
	return [
		{
			id: 'fifth',
			title: 'By deprivation: fifths of England’s neighbourhoods',
			counted: 'Residents',
			period: 'Census 2021; Indices of Deprivation 2025',
			datasets: ['deprivation-2025', 'residents-2021-age'],
			groups: fifths.map((words, at) => ({
				label: `${words} fifth`,
				people: where((area) => Math.ceil((decile[area] ?? NaN) / 2) === at + 1)
			}))
		},
		{
			id: 'rural',
			title: 'By town and country',
			counted: 'Residents',
			period: 'Census 2021; Rural Urban Classification 2021',
			datasets: ['areas-lsoa21', 'residents-2021-age'],
			groups: [
				{ label: 'Rural neighbourhoods', people: where((area) => rural[area] === true) },
				{ label: 'Urban neighbourhoods', people: where((area) => rural[area] !== true) }
			]
		},
		...ifHeld(cars, (of): SetOfGroups => ({
			id: 'cars',
			title: 'By car ownership',
			counted: 'Households',
			period: 'Census 2021',
			datasets: ['plus-groups-2021'],
			groups: [
				{ label: 'Households with no car or van', people: of('no_car') },
				{ label: 'Households with one or more', people: less(of('households_cars'), of('no_car')) }
			]
		})),
		...ifHeld(plus, (of): SetOfGroups => ({
			id: 'disability',
			title: 'By disability, as the Census asks',
			counted: 'Residents',
			period: 'Census 2021',
			datasets: ['plus-groups-2021'],
			groups: [
				{ label: 'Disabled residents', people: of('disabled') },
				{ label: 'Other residents', people: less(of('residents_disability'), of('disabled')) }
			]
		})),
		...ifHeld(ages, (of): SetOfGroups => ({
			id: 'age',
			title: 'By age',
			counted: 'Residents',
			period: 'Census 2021',
			datasets: ['residents-2021-age'],
			groups: AGE_GROUPS.map(({ column, title }) => ({ label: title, people: of(column) }))
		})),
		...ifHeld(babies, (of): SetOfGroups => ({
			id: 'maternity',
			title: 'Babies under one, who stand for births',
			counted: 'Residents aged 0',
			period: 'mid-2020, partly estimated',
			datasets: ['residents-2021-crosswalk', 'residents-2020-lsoa11'],
			groups: [{ label: 'Babies under one', people: of('aged_0') }]
		})),
		...ifHeld(females, (of): SetOfGroups => ({
			id: 'sex',
			title: 'Females aged 15 to 44',
			counted: 'Residents',
			period: 'Census 2021, estimated',
			datasets: ['females-15-44-lsoa21'],
			groups: [{ label: 'Females aged 15 to 44', people: of('females_15_44') }]
		})),
		...ifHeld(ethnic, (of): SetOfGroups => ({
			id: 'ethnic',
			title: 'By ethnic group, district by district',
			counted: 'Residents',
			period: 'Census 2021',
			datasets: ['residents-2021-ethnic-group'],
			groups: areas.groups.district.flatMap(({ code, name }) =>
				ETHNIC_MEASURES.filter(({ groups }) => groups.length === 1).map(({ groups, title }) => ({
					label: `${name}: ${title}`,
					people: of(groups[0] ?? '').map((count, area) =>
						groupOf(areas, 'district', area).code === code ? count : 0
					)
				}))
			)
		}))
	];
}

type ColumnOf = (name: string) => readonly number[];
const ifHeld = (of: ColumnOf | null, make: (of: ColumnOf) => SetOfGroups): SetOfGroups[] =>
	of ? [make(of)] : [];

/** Counts what a plan means for the people of a group, each sharing the journeys of their output area. */
function rowMaker(question: Question, open: readonly number[]) {
	const { facts, choice, standing, todayUnknown } = question;
	const { points, areas } = facts;
	const told = (cost: number | undefined) =>
		cost !== undefined && isTold(cost, choice.measure) ? cost : Infinity;
	const today = todayUnknown === null ? costToNearest(question, standing) : null;
	const proposed = costToNearest(question, open);
	const step = CHANGE[choice.measure];
	return ({ label, people }: Group): EqualityRow => {
		const row = { people: 0, nearer: 0, further: 0, withinToday: 0, within: 0 };
		points.area.forEach((area, at) => {
			const all = areas.residents[area] ?? 0;
			const here = all > 0 ? ((people[area] ?? 0) * (points.residents[at] ?? 0)) / all : 0;
			if (!(here > 0)) return;
			row.people += here;
			const after = told(proposed[at]);
			if (isWithin(after, choice.reach)) row.within += here;
			if (!today) return;
			const before = told(today[at]);
			if (isWithin(before, choice.reach)) row.withinToday += here;
			// Out of reach before and after is no change: the difference is no number then.
			if (before - after >= step) row.nearer += here;
			if (after - before >= step) row.further += here;
		});
		return today
			? { label, ...row }
			: { label, ...row, nearer: null, further: null, withinToday: null };
	};
}
