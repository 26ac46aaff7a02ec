/** What there can be too little of. Adding a kind of asset is a line here. */
import { lackOf, whyEmpty, type Missing } from '../facts/missing.ts';
import type { NameOf } from '../facts/parts.ts';
import { ASSET_KINDS, type AssetKind } from '../register/kinds.ts';
import { formatList } from '../text/format.ts';

interface ProvisionWords {
	/** In the address and on the command line. */
	id: string;
	/** "community venue", "community venues". */
	one: string;
	many: string;
	title: string;
	about: string;
	caveats: readonly string[];
}

export type Provision = ProvisionWords &
	(
		| {
				/** The kind of assets on the map. */
				kind: AssetKind;
				/** Parts of a pack that it is in. */
				parts: readonly NameOf<'assets'>[];
		  }
		/** A figure published by area. */
		| { kind: null; parts: readonly NameOf<'facts'>[] }
	);

const LISTED = 'A place that is on no list is not counted, and a place on a list may have closed.';

/** Names that keep their capital inside a sentence. */
const inSentence = (label: string) =>
	/^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);

const assets = (kind: AssetKind, part: NameOf<'assets'>, ...caveats: string[]): Provision => ({
	id: kind,
	one: inSentence(ASSET_KINDS[kind].label),
	many: inSentence(ASSET_KINDS[kind].plural),
	title: ASSET_KINDS[kind].plural,
	about: ASSET_KINDS[kind].about,
	parts: [part],
	kind,
	caveats
});

export const CHARITIES = 'charities';

export const PROVISIONS: readonly Provision[] = [
	assets(
		'community-venue',
		'community-venues',
		`Venues are those in directories of warm spaces, and directories differ by district. ${LISTED}`
	),
	assets('food-bank', 'food-banks', `Food banks are shown at their main address. ${LISTED}`),
	assets('library', 'libraries'),
	assets(
		'family-hub',
		'family-hubs',
		`Family hubs and children’s centres are listed by the Department for Education, to be confirmed. ${LISTED}`
	),
	assets(
		'gp-practice',
		'gp-practices',
		'A practice is shown at its main site. We do not know its branches.'
	),
	assets('pharmacy', 'pharmacies'),
	assets('dentist', 'dentists', 'A dental practice may not take new NHS patients.'),
	assets('school', 'schools'),
	assets('maternity-unit', 'maternity-units'),
	assets('maternity-hub-or-clinic', 'maternity-hubs', LISTED),
	{
		id: CHARITIES,
		one: 'registered charity',
		many: 'registered charities',
		title: 'Registered charities',
		about:
			'Registered charities by the district of their registered office, as the local needs assessment prints them.',
		parts: ['charities'],
		kind: null,
		caveats: [
			'A charity is counted where its registered office is, which may not be where it works.',
			'Charities per head are a criticised measure. They leave out small groups that are not registered, and one large charity counts as much as one small one.'
		]
	}
];

/** The provision with this id; undefined where there is none. */
export const provisionById = (id: string): Provision | undefined =>
	PROVISIONS.find((provision) => provision.id === id);

/** Ids of those that a region has data on. */
export const offeredProvisions = ({ parts: there, missing }: ProvisionsHeld): ReadonlySet<string> =>
	new Set(
		PROVISIONS.filter(({ parts }) =>
			parts.every((part) => there.has(part) && whyEmpty(missing, part) === null)
		).map(({ id }) => id)
	);

/** What a region lacks of the provisions, in sentences. */
export const lackOfProvisions = (missing: readonly Missing[]): string[] =>
	lackOf(
		missing,
		PROVISIONS.flatMap(({ parts }) => parts)
	);

interface ProvisionsHeld {
	/** Names of the parts that the region has. */
	parts: ReadonlySet<string>;
	missing: readonly Missing[];
}

/** The provisions of a request. Throws on an id that isn't known. */
export function provisionsOf(ids: readonly string[]): Provision[] {
	return ids.map((id) => {
		const found = provisionById(id);
		if (!found) throw new Error(`there is no provision "${id}"`);
		return found;
	});
}

/** "community venues and food banks". */
export const provisionWords = (ids: readonly string[]): string =>
	formatList(provisionsOf(ids).map(({ many }) => many));

/** A number of them: "0.5 community venues", "1.0 community venues or food banks". */
export const provisionUnit = (ids: readonly string[]): string =>
	provisionsOf(ids)
		.map(({ many }) => many)
		.join(' or ');
