/**
 * Whether a place is useful in pregnancy or with a baby, as far as what it is says so. A list of
 * places seldom says what goes on in them: then it is not known.
 */
import type { AssetKind } from '../kinds.ts';
import type { Asset } from '../asset.ts';
import type { DirectoryRow } from './directory.ts';
import type { Known } from './known.ts';

export interface ForBabies {
	known: Known;
	/** Why, in a sentence. */
	reason: string;
}

const yes = (reason: string): ForBabies => ({ known: 'yes', reason });
const no = (reason: string): ForBabies => ({ known: 'no', reason });
const unknown = (reason: string): ForBabies => ({ known: 'unknown', reason });

/** What each kind says of itself. */
const BY_KIND: Readonly<Record<AssetKind, ForBabies>> = {
	'maternity-unit': yes('It is listed as a place where babies are born.'),
	'maternity-hub-or-clinic': yes('It is listed as giving care before and after birth.'),
	'family-hub': yes('It is for families with young children.'),
	'gp-practice': yes('GP practices see people in pregnancy, and check and vaccinate babies.'),
	'maternity-named-site': unknown(
		'Its name speaks of maternity, but the list does not say what care is given here.'
	),
	pharmacy: unknown('The list does not say whether it has a counter or only delivers.'),
	dentist: unknown('The list does not say whether it takes new NHS patients.'),
	hospital: unknown(
		'It has services for children, but the list does not say if any are for babies.'
	),
	library: unknown('The list does not say whether it has anything for babies.'),
	'food-bank': unknown('The list does not say whether it has milk, food or nappies for babies.'),
	school: unknown('The list does not say whether it has anything for babies.'),
	'community-venue': unknown('The list does not say whether it has anything for babies.'),
	charity: unknown('The list does not say whom it helps.'),
	'link-worker': unknown('The list does not say whom the link worker sees.'),
	'other-service': unknown('The list does not say whom it helps.')
};

/** Where the more specific kind says more. */
const BY_SUBKIND: Readonly<Record<string, ForBabies>> = {
	'school/secondary': no('It teaches young people aged 11 or over.'),
	'school/college-or-university': no('It teaches young people and adults.'),
	'community-venue/children-and-families': unknown(
		'Its name speaks of children or families, but the list does not say of what age.'
	)
};

/** What is known of a place of some kind. */
export const forBabiesBy = ({ kind, subkind }: Pick<Asset, 'kind' | 'subkind'>): ForBabies =>
	BY_SUBKIND[`${kind}/${subkind ?? ''}`] ?? BY_KIND[kind];

/**
 * What is known of a place by all that it is: yes where anything open in it is, no where nothing is
 * and all of that is known.
 */
export function forBabies({ claims, kinds }: Pick<DirectoryRow, 'claims' | 'kinds'>): ForBabies {
	const said = claims
		.filter(({ asset }) => asset.status !== 'closed' && kinds.includes(asset.kind))
		.map(({ asset }) => forBabiesBy(asset));
	return (
		said.find(({ known }) => known === 'yes') ??
		said.find(({ known }) => known === 'unknown') ??
		said[0] ??
		unknown('Its source says that it has closed.')
	);
}
