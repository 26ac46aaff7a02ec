/** Live births: published by district to mid-2019, and residents aged 0 in their stead. */
import { districtBirths, type DistrictBirths } from '../methods/births.ts';
import { formatCount, formatPercent } from '../text/format.ts';
import type { Method } from './method.ts';

const total = (districts: readonly DistrictBirths[], column: 'births' | 'aged0') =>
	districts.reduce((sum, district) => sum + district[column], 0);

function basis(districts: readonly DistrictBirths[]): string {
	const shared = districts.filter(({ estimate }) => estimate).map(({ name }) => name);
	return (
		'births to residents, year to mid-2019' +
		(shared.length > 0 ? ` (${shared.join(', ')} estimated)` : '') +
		'; residents aged 0, mid-2020'
	);
}

export const births: Method<'births'> = ({ facts }, { board }) => {
	const districts = districtBirths(facts, board);
	const value = total(districts, 'births');
	return {
		value,
		figure: `about ${formatCount(value)} births; ${formatCount(total(districts, 'aged0'))} aged 0`,
		basis: basis(districts)
	};
};

export const birthsShare: Method<'births-share'> = ({ facts }, spec) => {
	const districts = districtBirths(facts, spec.board);
	const found = districts.find(({ code }) => code === spec.district);
	if (!found) throw new Error(`${spec.district} is no district of ${spec.board}`);
	const share = found.births / total(districts, 'births');
	const most = largest(districts, ({ births }) => births);
	return {
		value: share * 100,
		figure: `${formatPercent(share)} of births; ${formatPercent(found.aged0 / total(districts, 'aged0'))} of those aged 0`,
		basis: basis(districts),
		why: most === found ? `${found.name} has the most here too.` : `${most.name} has the most here.`
	};
};

export const fewestBirths: Method<'fewest-births'> = ({ facts }, spec) => {
	const districts = districtBirths(facts, spec.board);
	const byBirths = largest(districts, ({ births }) => -births);
	const byAged0 = largest(districts, ({ aged0 }) => -aged0);
	const agree = [byBirths, byAged0].every(({ code }) => code === spec.district);
	return {
		outcome: agree ? 'same size, other base' : 'not reproduced',
		figure:
			`fewest births: ${byBirths.name} (${formatCount(byBirths.births)}); ` +
			`fewest aged 0: ${byAged0.name} (${formatCount(byAged0.aged0)})`,
		basis: basis(districts)
	};
};

function largest<T>(items: readonly T[], by: (item: T) => number): T {
	const [first, ...rest] = items;
	if (first === undefined) throw new Error('nothing to compare');
	return rest.reduce((most, item) => (by(item) > by(most) ? item : most), first);
}
