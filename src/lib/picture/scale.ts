/** The line of a scale: a round number of kilometres that is about a fifth of the width. */
import type { DrawnMap } from '../document/picture.ts';
import type { Plane } from './plane.ts';

export function scaleOf({
	width,
	kilometres
}: Pick<Plane, 'width' | 'kilometres'>): NonNullable<DrawnMap['scale']> {
	const wanted = (width / 5) * kilometres;
	const ten = 10 ** Math.floor(Math.log10(wanted));
	const round = [5, 2, 1].map((step) => step * ten).find((step) => step <= wanted) ?? ten;
	return {
		length: round / kilometres,
		words: round < 1 ? `${Math.round(round * 1000)} m` : `${round} km`
	};
}
