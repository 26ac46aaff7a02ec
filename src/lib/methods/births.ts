/** Live births by district of a board. */
import type { Facts } from '../facts/facts.ts';
import { groupRows } from '../stats/grouped.ts';
import { numbersAlong, spineOf } from '../facts/along.ts';
import { numbersBy, strings, valueOf } from '../facts/table.ts';
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
	return groupBirths(
		facts,
		areas.groups.district.map(({ code, name, members }) => ({
			code,
			name,
			lsoas: members.map((area) => areas.codes[area] ?? '')
		}))
	);
}

/**
 * Births by any groups of 2011 LSOAs, as {@link districtBirths}: a group has all the births of
 * the published districts that lie in it, and its share of those of which it has a part.
 */
export function groupBirths(
	facts: Facts,
	groups: readonly { code: string; name: string; lsoas: readonly string[] }[],
	/** The year to whose June the births are, 2002 to 2019; shares of a district are of mid-2019. */
	year = 2019
): DistrictBirths[] {
	const published = numbersBy(facts.table(BIRTHS), 'lad20', `births_${year}`);
	const areas = facts.table(AREAS);
	const spine = spineOf(areas, 'lsoa11');
	const aged0Of = (dataset: string) => numbersAlong(spine, facts.table(dataset), 'aged_0');
	const [aged0In2019, aged0In2020] = [
		aged0Of('residents-2019-lsoa11'),
		aged0Of('residents-2020-lsoa11')
	];
	const sum = (values: readonly number[], positions: readonly number[]) =>
		positions.reduce((total, position) => total + (values[position] ?? NaN), 0);
	// The district that births of April 2020 were published for: that of 2018, or what it became.
	const lad22 = strings(areas, 'lad22');
	const districtOf = strings(areas, 'lad18').map((before, position) =>
		published.has(before) ? before : (lad22[position] ?? '')
	);
	const wholes = groupRows(districtOf);
	return groups.map(({ code, name, lsoas }) => {
		const { positions: within } = spine.sliceOf(lsoas);
		const parts = new Map<string, number[]>();
		for (const position of within) {
			const district = districtOf[position] ?? '';
			const part = parts.get(district);
			if (part) part.push(position);
			else parts.set(district, [position]);
		}
		let births = 0;
		let estimate = false;
		for (const [district, part] of parts) {
			const whole = wholes.get(district) ?? [];
			const share = sum(aged0In2019, part) / sum(aged0In2019, whole);
			births += valueOf(published, district, BIRTHS) * share;
			estimate ||= whole.length > part.length;
		}
		return { code, name, births, estimate, aged0: sum(aged0In2020, within) };
	});
}
