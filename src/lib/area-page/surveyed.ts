/** Which lists look for what, and what none looks for in an area. */
import { groupOf } from '../areas/region.ts';
import type { NameOf } from '../facts/parts.ts';
import { surveyOf } from '../register/coverage.ts';
import type { AssetKind } from '../register/kinds.ts';
import type { Book } from './book.ts';
import type { PageArea } from './page-area.ts';
import type { MessageId } from './translator.ts';

/** The list whose places a message counts: "count.libraries". */
type PartOf<Id> = Id extends `count.${infer Part}` ? Part : never;
type CountedPart = NameOf<'assets'> & PartOf<MessageId>;

/** Lists whose places are counted in an area. */
export const COUNTED: readonly {
	part: CountedPart;
	/** The kind that it is surveyed by; without one where a register has all of England. */
	kind?: AssetKind;
	/** What several are called. */
	many: MessageId;
}[] = [
	{ part: 'community-venues', kind: 'community-venue', many: 'kinds.venues' },
	{ part: 'libraries', kind: 'library', many: 'kinds.library' },
	{ part: 'family-hubs', kind: 'family-hub', many: 'kinds.family' },
	{ part: 'food-banks', kind: 'food-bank', many: 'kinds.food' },
	{ part: 'gp-practices', many: 'kinds.gp' },
	{ part: 'pharmacies', many: 'kinds.pharmacy' }
];

/** What several of a surveyed kind are called. */
export const MANY: Readonly<Partial<Record<AssetKind, MessageId>>> = Object.fromEntries(
	COUNTED.flatMap(({ kind, many }) => (kind === undefined ? [] : [[kind, many]]))
);

/** The kind that places near are surveyed by, by the kind that people look for. */
export const SURVEYED: Readonly<Record<string, AssetKind>> = {
	food: 'food-bank',
	library: 'library',
	family: 'family-hub'
};

/** A kind that no list covers, and in which districts of an area; null for all of them. */
export interface Unseen {
	kind: AssetKind;
	districts: readonly string[] | null;
}

/** What no list covers in all of an area or in a part of it. */
export function notSurveyed(book: Book, { members }: PageArea): Unseen[] {
	if (!book.has('coverage')) return [];
	const coverage = book.reader.get('coverage');
	const districts = new Map(
		members.map((member) => {
			const { code, name } = groupOf(book.areas, 'district', member);
			return [code, name];
		})
	);
	return COUNTED.flatMap(({ kind }): Unseen[] => {
		if (kind === undefined) return [];
		const without = [...districts].filter(
			([code]) => surveyOf(coverage, kind, code).survey === 'not-surveyed'
		);
		if (without.length === 0) return [];
		return [
			{
				kind,
				districts: without.length === districts.size ? null : without.map(([, name]) => name).sort()
			}
		];
	});
}
