/** How provision is spread across need, for the question that was asked. */
import { meansOver } from '../access/resident-points.ts';
import { numberOf } from '../facts/value.ts';
import { type Inequality, inequalityOf } from './inequality.ts';
import { measureOf, MEASURES } from './measures.ts';
import type { NeedMeasure } from './need.ts';
import { catchmentByPoint, countByPoint } from './provision.ts';
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
	if (isPublished || need.byArea === null || !MEASURES[request.measure].byReach) {
		return inequalityOf({
			...of,
			amounts: values,
			needs: need.values.map((value) => numberOf(value) ?? NaN),
			residents,
			shares: null,
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
	const amounts = request.measure === 'e2sfca' ? catchmentByPoint(bench, request) : counts;
	return inequalityOf({
		...of,
		amounts: meansOver(points, amounts, members),
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
	const each = request.provision.map((one) =>
		countByPoint(bench, { ...request, provision: [one] })
	);
	const numbers = Float64Array.from(points.area, (_, at) =>
		each.reduce((sum, counts) => {
			const count = counts[at] ?? NaN;
			return sum + (Number.isNaN(count) ? NaN : Number(count >= request.k));
		}, 0)
	);
	return inequalityOf({
		higherIsNeedier: need.higherIsNeedier,
		amounts: meansOver(points, numbers, members),
		needs: need.byArea ?? [],
		residents: areas.residents,
		shares: meansOver(
			points,
			numbers.map((number) => (Number.isNaN(number) ? NaN : Number(number === each.length))),
			members
		),
		of: `kinds with at least ${request.k} in reach`
	});
}
