/** How provision is spread across need, for the question that was asked. */
import { meansOver } from '../access/resident-points.ts';
import { numberOf } from '../facts/value.ts';
import { type Inequality, inequalityOf } from './inequality.ts';
import { measureOf, MEASURES } from './measures.ts';
import type { NeedMeasure } from './need.ts';
import {
	catchmentByPoint,
	countByPoint,
	measureProvision,
	onlyVouched,
	type Variant
} from './provision.ts';
import { provisionUnit } from './provisions.ts';
import type { GapsRequest } from './request.ts';
import type { Workbench } from './workbench.ts';

/** Over neighbourhoods where the need is known of them, else over the units of the level. */
export function inequality(
	bench: Workbench,
	request: GapsRequest,
	need: NeedMeasure,
	values: ArrayLike<number>,
	residents: readonly number[]
): Inequality | null {
	const { areas, points, units } = bench.edition(request.edition);
	const of = { higherIsNeedier: need.higherIsNeedier };
	const isPublished = measureOf(request.measure).of === 'published';
	const only = onlyVouched(bench, request);
	if (isPublished || need.byArea === null || !MEASURES[request.measure].byReach) {
		return inequalityOf({
			...of,
			amounts: values,
			needs: need.values.map((value) => numberOf(value) ?? NaN),
			residents,
			shares: null,
			vouched: only && measureProvision(bench, request, units(request.level), only).values,
			of: isPublished
				? request.measure.includes('income')
					? 'income of registered charities'
					: 'registered charities'
				: provisionUnit(request.provision)
		});
	}
	if (request.provision.length > 1) return kindsAcross(bench, request, need);
	const counts = countByPoint(bench, request);
	const { members } = units('lsoa');
	const amounts = (variant: Variant) =>
		meansOver(
			points,
			request.measure === 'e2sfca'
				? catchmentByPoint(bench, request, variant)
				: countByPoint(bench, request, variant),
			members
		);
	return inequalityOf({
		...of,
		amounts: amounts({}),
		vouched: only && amounts(only),
		needs: need.byArea,
		residents: areas.residents,
		shares: meansOver(
			points,
			counts.map((count) => (Number.isNaN(count) ? NaN : Number(count >= request.k))),
			members
		),
		of: `${provisionUnit(request.provision)} in reach`
	});
}

/** Of several kinds: of how many a resident has at least k in reach. */
function kindsAcross(bench: Workbench, request: GapsRequest, need: NeedMeasure): Inequality | null {
	const { areas, points, units } = bench.edition(request.edition);
	const { members } = units('lsoa');
	const numbersOf = (variant: Variant) => {
		const each = request.provision.map((one) =>
			countByPoint(bench, { ...request, provision: [one] }, variant)
		);
		return Float64Array.from(points.area, (_, at) =>
			each.reduce((sum, counts) => {
				const count = counts[at] ?? NaN;
				return sum + (Number.isNaN(count) ? NaN : Number(count >= request.k));
			}, 0)
		);
	};
	const numbers = numbersOf({});
	const only = onlyVouched(bench, request);
	return inequalityOf({
		higherIsNeedier: need.higherIsNeedier,
		amounts: meansOver(points, numbers, members),
		vouched: only && meansOver(points, numbersOf(only), members),
		needs: need.byArea ?? [],
		residents: areas.residents,
		shares: meansOver(
			points,
			numbers.map((number) =>
				Number.isNaN(number) ? NaN : Number(number === request.provision.length)
			),
			members
		),
		of: `kinds with at least ${request.k} in reach`
	});
}
