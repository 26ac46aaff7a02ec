/** What a reader asks about where hubs should go, as query parameters. */
import { MODE_IDS, type ModeId } from '../access/travel.ts';
import { BUILDING_IDS, type BuildingId } from '../siting/buildings.ts';
import { HUB_KIND_IDS, HUB_KINDS, listsFor } from '../siting/hub-kinds.ts';
import { FOCUS_IDS, WHO_IDS } from '../siting/people.ts';
import { AIM_IDS, type Choice } from '../siting/question.ts';
import { makeCodec, oneOf, shorten, type Codec, type Field, type Fields } from './codec.ts';
import { MAP_CODEC, type Camera } from './map-state.ts';

export interface SitingState extends Choice {
	/** Sites of the reader's own plan, besides those that stand; null is the best the model finds. */
	plan: readonly string[] | null;
	/** Where the map rests; null is the whole region. */
	camera: Camera | null;
}

export const MOST_HUBS = 30;
export const MOST_TIMES = 10;

/** Lists of buildings in the order that addresses have them. */
export const inOrder = (ids: readonly BuildingId[]): BuildingId[] =>
	BUILDING_IDS.filter((id) => ids.includes(id));

/** The worked example that the plain address shows: hubs for families in Core20 and rural neighbourhoods, on foot. */
export const defaultSitingState = (): SitingState => ({
	kind: 'family',
	who: 'aged-0',
	focus: 'core20-or-rural',
	core20Weight: 1,
	ruralWeight: 1,
	aim: 'coverage',
	hubs: 5,
	measure: 'minutes',
	mode: 'walk',
	reach: 20,
	candidates: inOrder(listsFor('family')),
	verifiedOnly: false,
	standing: HUB_KINDS.family.standing,
	fixed: [],
	excluded: [],
	plan: null,
	camera: null
});

const amount = (what: string, least: number, most: number, whole: boolean): Field<number> => ({
	read(text) {
		const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
		const isGood = value >= least && value <= most && (!whole || Number.isInteger(value));
		return isGood
			? { value }
			: { complaint: `“${shorten(text)}” is not ${what} from ${least} to ${most}` };
	},
	write: String
});

const lists: Field<readonly BuildingId[]> = {
	read(text) {
		const asked = text === 'none' ? [] : text.split(',');
		const unknown = asked.find((id) => !BUILDING_IDS.some((known) => known === id));
		return {
			value: BUILDING_IDS.filter((id) => asked.includes(id)),
			...(unknown === undefined
				? {}
				: { complaint: `there is no list of buildings “${shorten(unknown)}”` })
		};
	},
	write: (ids) => (ids.length === 0 ? 'none' : ids.join(','))
};

const SITE_ID = /^[\w.:-]{1,80}$/;
const MOST_SITES = 200;

function readSites(text: string): { value?: string[]; complaint?: string } {
	const ids = [...new Set(text.split(',').filter((id) => id !== ''))].slice(0, MOST_SITES);
	const wrong = ids.find((id) => !SITE_ID.test(id));
	return {
		value: ids.filter((id) => SITE_ID.test(id)),
		...(wrong === undefined ? {} : { complaint: `“${shorten(wrong)}” is not the id of a building` })
	};
}

const sites: Field<readonly string[]> = { read: readSites, write: (ids) => ids.join(',') };

const FIELDS: Fields<SitingState> = {
	kind: oneOf(HUB_KIND_IDS, 'kind of hub'),
	who: oneOf(WHO_IDS, 'group of people'),
	focus: oneOf(FOCUS_IDS, 'kind of neighbourhoods'),
	core20Weight: amount('a factor', 0, MOST_TIMES, false),
	ruralWeight: amount('a factor', 0, MOST_TIMES, false),
	aim: oneOf(AIM_IDS, 'aim'),
	hubs: amount('a number of hubs', 0, MOST_HUBS, true),
	measure: oneOf(['minutes', 'kilometres'] as const, 'unit'),
	mode: oneOf<ModeId>(MODE_IDS, 'way to travel'),
	reach: amount('a reach', 0.5, 120, false),
	candidates: lists,
	verifiedOnly: {
		read: (text) =>
			text === 'yes' || text === 'no'
				? { value: text === 'yes' }
				: { complaint: `“${shorten(text)}” is not yes or no` },
		write: (value) => (value ? 'yes' : 'no')
	},
	standing: lists,
	fixed: sites,
	excluded: sites,
	plan: {
		read: (text) => (text === 'none' ? { value: [] } : readSites(text)),
		write: (ids) => (ids === null ? '' : ids.length === 0 ? 'none' : ids.join(','))
	},
	camera: {
		read(text) {
			const { state, notes } = MAP_CODEC.read(new URLSearchParams({ view: text }).toString());
			return state.camera && notes.length === 0
				? { value: state.camera }
				: { complaint: `“${shorten(text)}” is not a place on the map of England` };
		},
		write: (camera) =>
			camera === null
				? ''
				: (MAP_CODEC.parameters({ ...MAP_CODEC.defaults(), camera }).get('view') ?? '')
	}
};

/** Names of the parameters, in the order that addresses have them. */
const PARAMETERS: readonly (readonly [keyof SitingState, string])[] = [
	['kind', 'hub'],
	['who', 'who'],
	['focus', 'in'],
	['aim', 'aim'],
	['hubs', 'hubs'],
	['measure', 'unit'],
	['mode', 'mode'],
	['reach', 'reach'],
	['candidates', 'from'],
	['standing', 'standing'],
	['verifiedOnly', 'verified'],
	['core20Weight', 'core20'],
	['ruralWeight', 'rural'],
	['fixed', 'must'],
	['excluded', 'not'],
	['plan', 'plan'],
	['camera', 'view']
];

/** What reads and writes the address of the siting page. */
export const SITING_CODEC: Codec<SitingState> = makeCodec<SitingState>({
	defaults: defaultSitingState,
	fields: FIELDS,
	parameters: PARAMETERS,
	stated: ['who', 'focus', 'aim', 'hubs', 'measure', 'mode', 'reach', 'candidates', 'standing']
});

/** What the plain address asks, by the parameters of addresses. */
export const plainPlanQuestion = (): Record<string, string> => {
	const plain = defaultSitingState();
	return Object.fromEntries(
		PARAMETERS.flatMap(([name, parameter]) =>
			name === 'camera' ? [] : [[parameter, (FIELDS[name] as Field<unknown>).write(plain[name])]]
		)
	);
};
