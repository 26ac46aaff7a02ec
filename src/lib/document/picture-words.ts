/** A legend in words. */
import type { Key } from './picture.ts';

/** What a key says, in a line: for those who do not see it. */
export function keyWords({ title, strip, rows, grid }: Key): string {
	const parts = [
		...(strip?.steps.map(({ short, count }) => `${short}: ${count}`) ?? []),
		...rows.map(({ label, count }) => (count === null ? label : `${label}: ${count}`)),
		...(grid?.rows.map(
			({ label, about, cells }) =>
				`${label}, ${about}: ${cells.map(({ count }, at) => `${grid.columns[at] ?? ''} ${count}`).join(', ')}`
		) ?? [])
	];
	return `${title}: ${parts.join('; ')}.`;
}
