/** The writer of a citation: who says what, of data of when, and where it can be opened again. */
import type { Document } from '../document/document.ts';
import { formatDay } from '../text/document-date.ts';

/** One paragraph, to be pasted into a list of references. */
export function toCitation({ title, sources, owner, address, made }: Document): string {
	const data = sources.map((source) => `${source.title}, ${source.publisher} (${source.period})`);
	const day = made === undefined ? '' : `Taken on ${formatDay(made)}. `;
	return [
		`Asset Gap Map: ${title}.`,
		...(data.length > 0 ? [`Data: ${data.join('; ')}.`] : []),
		...(owner === null ? [] : [owner]),
		`${day}${address ?? ''}`.trim()
	]
		.filter((part) => part !== '')
		.join(' ')
		.concat('\n');
}
