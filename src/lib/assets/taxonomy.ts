/**
 * The taxonomy of the register, published in the form of Open Referral UK: a term a kind, and a
 * term a subkind below it. Identifiers are written as the standard asks of local lists, a short
 * name and a colon ("assetgapmap:library/community-run").
 *
 * Version 3 of the standard prescribes no list of service types, and the list of the Local
 * Government Association that directories often use (`esdServiceType`) could not be had whole,
 * so its numbers are not given here. The way from other directories' terms to these kinds is by
 * their names: {@link kindOfTerm}.
 */
import { ASSET_KINDS, ASSET_SUBKINDS, isAssetKind, subkindLabel, type AssetKind } from './kinds.ts';

export const TAXONOMY = {
	id: 'assetgapmap',
	name: 'Asset Gap Map kinds of community assets',
	description:
		'Kinds and more specific kinds of places and services that the asset register of Asset Gap Map holds.',
	version: '1'
} as const;

export interface TaxonomyTerm {
	/** "assetgapmap:charity/cic". */
	id: string;
	kind: AssetKind;
	subkind: string | null;
	name: string;
	description: string;
	/** Identifier of the kind's term, for a subkind. */
	parent: string | null;
}

/** Identifier of the term of a kind or subkind. */
export const termId = (kind: AssetKind, subkind: string | null = null): string =>
	`${TAXONOMY.id}:${kind}${subkind === null ? '' : `/${subkind}`}`;

/** All terms, each kind before its subkinds. */
export function taxonomyTerms(): TaxonomyTerm[] {
	const subkinds: Partial<Record<string, Record<string, string>>> = ASSET_SUBKINDS;
	return Object.entries(ASSET_KINDS).flatMap(([kind, { label, about }]) =>
		isAssetKind(kind)
			? [
					{ id: termId(kind), kind, subkind: null, name: label, description: about, parent: null },
					...Object.entries(subkinds[kind] ?? {}).map(([subkind, name]) => ({
						id: termId(kind, subkind),
						kind,
						subkind,
						name,
						description: `${label}: ${name}`,
						parent: termId(kind)
					}))
				]
			: []
	);
}

/** Words in the names of other taxonomies' terms, the more specific kinds first. */
const WORDS: readonly (readonly [RegExp, AssetKind])[] = [
	[/social prescri|link worker/i, 'link-worker'],
	[/food ?bank/i, 'food-bank'],
	[/family hub|children.?s cent(re|er)|sure start/i, 'family-hub'],
	[/maternity (unit|ward)|birth (centre|unit)/i, 'maternity-unit'],
	[/maternity|antenatal|midwi/i, 'maternity-hub-or-clinic'],
	[/\blibrar(y|ies)\b/i, 'library'],
	[/pharmac(y|ies)|\bchemist/i, 'pharmacy'],
	[/dentist|dental/i, 'dentist'],
	[/\bgp\b|general practi|doctor.?s surger/i, 'gp-practice'],
	[/hospital/i, 'hospital'],
	[/\b(primary|secondary|nursery|special)? ?schools?\b/i, 'school'],
	[/warm (space|hub|place)|village hall|community (centre|hall|venue|hub)/i, 'community-venue']
];

/** Kind and subkind of one of this taxonomy's own identifiers; null for any other text. */
export function ownTerm(id: string): { kind: AssetKind; subkind: string | null } | null {
	const [prefix, rest = ''] = id.split(':');
	const [kind = '', subkind = null] = rest.split('/');
	if (prefix !== TAXONOMY.id || !isAssetKind(kind)) return null;
	if (subkind === null) return { kind, subkind };
	return subkindLabel(kind, subkind) === undefined ? null : { kind, subkind };
}

/**
 * The kind that the name of another directory's taxonomy term speaks of; null where it speaks
 * of none.
 */
export function kindOfTerm(name: string): AssetKind | null {
	return ownTerm(name)?.kind ?? WORDS.find(([words]) => words.test(name))?.[1] ?? null;
}
