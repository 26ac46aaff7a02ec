/** The figures that go into the packs, built from `geodata/` without writing anything. */
import { levelsMayBePublished } from '../../src/lib/catalogue/catalogue.ts';
import type { PublishedColumn } from '../../src/lib/checks/method.ts';
import { partsOf } from '../build/parts/index.ts';
import { selectRegion } from '../build/selection.ts';
import { builtRegion, publishedRegions } from '../lib/built-region.ts';
import type { Geodata } from '../lib/geodata.ts';

/**
 * All numbers, of every region, in parts that name a dataset whose levels may not be
 * published; the parts are built anew from the facts.
 */
export async function publishedColumns(geodata: Geodata): Promise<PublishedColumn[]> {
	const found: PublishedColumn[] = [];
	for (const region of geodata.regions()) {
		const selection = await selectRegion(geodata, region);
		for (const { part, build } of partsOf(geodata)) {
			const made = await build({ geodata, region, selection });
			found.push(...columnsOfPart(`${region.slug}/${part}`, made, geodata));
		}
	}
	return found;
}

/** The same of the packs that the build keeps: the very figures that are published. */
export function columnsOfPacks(geodata: Pick<Geodata, 'catalogue'>): Promise<PublishedColumn[]> {
	return Promise.resolve(
		publishedRegions().flatMap((slug) => {
			const { summary, part } = builtRegion(slug);
			return summary.files
				.filter(({ path }) => path.endsWith('.json'))
				.flatMap((file) => columnsOfPart(`${slug}/${file.part}`, part(file.part), geodata));
		})
	);
}

/** The numbers of one part, where it names a dataset whose levels may not be published. */
export function columnsOfPart(
	where: string,
	part: object,
	{ catalogue }: Pick<Geodata, 'catalogue'>
): PublishedColumn[] {
	const restricted = new Set(
		catalogue.datasets.filter((entry) => !levelsMayBePublished(entry)).map(({ id }) => id)
	);
	const datasets = datasetsOf(part).filter((id) => restricted.has(id));
	if (datasets.length === 0) return [];
	return [...numbersIn(part)].map(([column, values]) => ({ where, column, datasets, values }));
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
