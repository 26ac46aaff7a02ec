/** Live births by district of a board. */
import { numbersBy, valueOf, type Facts } from '../facts/tables.ts';
import { boardAreas } from './areas.ts';

const BIRTHS = 'births-lad20';
const AREAS = 'areas-lsoa11';

export interface DistrictBirths {
	/** District of April 2018. */
	code: string;
	name: string;
	/** Live births to residents, July 2018 to June 2019. */
	births: number;
	/** Whether only a part of the published district, whose births are shared out. */
	estimate: boolean;
	/** Residents aged 0 at mid-2020. */
	aged0: number;
}

/**
 * Births by district of a board. A district that lies only partly in it, or has since become
 * part of another, gets the published district's births times its share of that district's
 * residents aged 0 at mid-2019: an estimate. Throws where a district has no published births.
 */
export function districtBirths(facts: Facts, board: string): DistrictBirths[] {
	const areas = boardAreas(facts, board, '2019');
	const published = numbersBy(facts, BIRTHS, 'lad20', 'births_2019');
	const aged0In2019 = numbersBy(facts, 'residents-2019-lsoa11', 'lsoa11', 'aged_0');
	const aged0In2020 = numbersBy(facts, 'residents-2020-lsoa11', 'lsoa11', 'aged_0');
	const lsoas = facts.texts(AREAS, 'lsoa11');
	const sum = (values: ReadonlyMap<string, number>, codes: readonly string[]) =>
		codes.reduce((total, code) => total + valueOf(values, code, 'residents aged 0'), 0);

	return areas.groups.district.map(({ code, name, members }) => {
		const within = members.map((area) => areas.codes[area] ?? '');
		const successor = (): string =>
			facts.texts(AREAS, 'lad22')[lsoas.indexOf(within[0] ?? '')] ?? '';
		const [column, district] = published.has(code) ? ['lad18', code] : ['lad22', successor()];
		const districts = facts.texts(AREAS, column ?? '');
		const whole = lsoas.filter((_, row) => districts[row] === district);
		const share = sum(aged0In2019, within) / sum(aged0In2019, whole);
		return {
			code,
			name,
			births: valueOf(published, district ?? '', BIRTHS) * share,
			estimate: whole.length > within.length,
			aged0: sum(aged0In2020, within)
		};
	});
}
