/** Which figures a part of a pack publishes, for the checks that look at what is published. */

import { levelsMayBePublished, type Catalogue } from '../catalogue/catalogue.ts';
import { unpackColumns } from '../facts/packed-columns.ts';
import type { PublishedColumn } from './method.ts';

/**
 * The numbers of one part, as it is or as its file holds it, where it names a dataset whose levels
 * may not be published.
 */
export function columnsOfPart(
	where: string,
	stored: object,
	{ catalogue }: { catalogue: Catalogue }
): PublishedColumn[] {
	const part = unpackColumns(stored) as object;
	const restricted = new Set(
		catalogue.datasets.filter((entry) => !levelsMayBePublished(entry)).map(({ id }) => id)
	);
	const datasets = datasetsOf(part).filter((id) => restricted.has(id));
	if (datasets.length === 0) return [];
	return [...numbersIn(part)].map(([column, values]) => {
		const byCode = numbersByCode(part, column);
		return { where, column, datasets, values, ...(byCode && { byCode }) };
	});
}

/** The numbers of a column of facts by the code of their area; null where it is none, or has no codes. */
function numbersByCode(part: object, path: string): Map<string, number> | null {
	const [, name = '', list = ''] = /^columns\.([^.]+)\.(values|lower|upper)\[\]$/.exec(path) ?? [];
	const { codes, columns } = part as {
		codes?: string[];
		columns?: Record<string, Record<string, (number | null)[]>>;
	};
	const numbers = columns?.[name]?.[list];
	if (!codes || !numbers) return null;
	return new Map(
		codes.flatMap((code, i): [string, number][] => {
			const value = numbers[i] ?? null;
			return value === null ? [] : [[code, value]];
		})
	);
}

function datasetsOf(part: object): string[] {
	return 'datasets' in part && Array.isArray(part.datasets) ? part.datasets.map(String) : [];
}

/** Numbers of any JSON by where they stand: those of a list together, as `columns.males[]`. */
export function numbersIn(json: unknown, path = ''): Map<string, number[]> {
	const found = new Map<string, number[]>();
	const visit = (value: unknown, at: string): void => {
		if (typeof value === 'number') {
			const list = found.get(at);
			if (list) list.push(value);
			else found.set(at, [value]);
		} else if (Array.isArray(value)) {
			for (const item of value) visit(item, `${at}[]`);
		} else if (typeof value === 'object' && value !== null) {
			for (const [key, item] of Object.entries(value))
				visit(item, at === '' ? key : `${at}.${key}`);
		}
	};
	visit(json, path);
	return found;
}
