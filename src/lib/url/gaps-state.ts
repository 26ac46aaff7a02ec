/**
 * What a person would want to share of the page of gaps: the question asked, what is chosen
 * in the answer, and where the map rests. A link that asks for nonsense is told why.
 */
import { MODE_IDS } from '../access/travel.ts';
import { EDITION_IDS } from '../facts/editions.ts';
import { ORDERS, type Order } from '../gaps/listed.ts';
import { MEASURE_IDS } from '../gaps/measures.ts';
import { BAR_IDS, usualBar } from '../gaps/need-bar.ts';
import { NEEDS } from '../gaps/needs.ts';
import { PROVISIONS } from '../gaps/provisions.ts';
import {
	DEFAULT_REQUEST,
	MAX_K,
	readReach,
	writeReach,
	type GapsRequest
} from '../gaps/request.ts';
import {
	DEFAULT_MATERNITY,
	SERVICES,
	WHO_IDS,
	type MaternityRequest,
	type ServiceId
} from '../gaps/maternity-answer.ts';
import { mended, mismatch, usualMeasure } from '../gaps/together.ts';
import { LEVELS, type Level } from '../areas/region.ts';
import {
	areaCode,
	makeCodec,
	oneOf,
	saidOnce,
	shorten,
	type Codec,
	type Field,
	type Fields
} from './codec.ts';
import { cameraField, type Camera } from './map-state.ts';

/** The views of the page, in their order; the plain page shows the first. */
export const GAPS_VIEWS = [
	'list',
	'areas',
	'districts',
	'inequality',
	'maternity',
	'link-workers',
	'documents'
] as const;
export type GapsViewId = (typeof GAPS_VIEWS)[number];

/** The view that a heading of the page lay in when all stood below one another: links to it were shared. */
export const VIEW_OF_ANCHOR: Readonly<Record<string, GapsViewId>> = {
	'#charts': 'inequality',
	'#births': 'maternity',
	'#maternity': 'maternity',
	'#social-prescribing': 'link-workers'
};

export interface GapsState extends GapsRequest {
	/** Which of its views the page shows. */
	show: GapsViewId;
	/** How the list is ordered. */
	order: Order;
	/** Whether the map is coloured by need and provision, three by three. */
	grid: boolean;
	/** Code of the selected area. */
	area: string | null;
	/** Cell of need and provision whose areas stand out (see cellIndex); null is none. */
	cell: number | null;
	/** Whether what is counted is on the map, too. */
	sites: boolean;
	/** What is asked of maternity; its edition is the page's. */
	maternity: MaternityChoice;
	/** Where the map rests; null is the whole region. */
	camera: Camera | null;
}

export type MaternityChoice = Omit<MaternityRequest, 'edition'>;

/** Minutes beyond which a maternity unit is far, that a reader may choose from. */
export const FAR_MINUTES = [15, 20, 30, 40, 45, 60, 90] as const;

const usualMaternity = (): MaternityChoice => {
	const { who, services, unverified, mode, minutes } = DEFAULT_MATERNITY;
	return { who, services, unverified, mode, minutes };
};

const yes: Field<boolean> = {
	read: (text) =>
		text === 'yes' || text === 'no'
			? { value: text === 'yes' }
			: { complaint: `“${shorten(text)}” is neither yes nor no` },
	write: (value) => (value ? 'yes' : 'no')
};

/** A whole number between two. */
const whole = (least: number, most: number, what: string): Field<number> => ({
	read: (text) => {
		const value = /^\d{1,3}$/.test(text) ? Number(text) : NaN;
		return value >= least && value <= most
			? { value }
			: { complaint: `${what} is a whole number from ${least} to ${most}, not “${shorten(text)}”` };
	},
	write: String
});

const cellNumber = whole(1, 9, 'a cell of need and provision');

const PROVISION_IDS = PROVISIONS.map(({ id }) => id);

const FIELDS: Fields<GapsState> = {
	need: oneOf(
		NEEDS.map(({ id }) => id),
		'need'
	),
	provision: {
		read(text) {
			const asked = text.split(',');
			const unknown = asked.find((id) => !PROVISION_IDS.includes(id));
			const known = PROVISION_IDS.filter((id) => asked.includes(id));
			return {
				...(known.length > 0 ? { value: known } : {}),
				...(unknown === undefined
					? {}
					: { complaint: `there is no provision “${shorten(unknown)}”` })
			};
		},
		write: (ids) => ids.join(',')
	},
	measure: oneOf(MEASURE_IDS, 'measure of provision'),
	level: oneOf(Object.keys(LEVELS) as Level[], 'level of areas'),
	bar: oneOf(BAR_IDS, 'need bar'),
	mode: oneOf(MODE_IDS, 'way to travel'),
	reach: {
		read: (text) => {
			const value = readReach(text);
			return value
				? { value }
				: { complaint: `“${shorten(text)}” is not a reach, such as 15 (minutes) or 2km` };
		},
		write: writeReach
	},
	k: whole(1, MAX_K, '“fewer than”'),
	edition: oneOf(EDITION_IDS, 'edition'),
	verifiedOnly: yes,
	show: oneOf(GAPS_VIEWS, 'view of this page'),
	order: oneOf(ORDERS, 'order of the list'),
	grid: yes,
	area: areaCode,
	cell: {
		read: (text) => {
			const { value, complaint } = cellNumber.read(text);
			return {
				...(value === undefined ? {} : { value: value - 1 }),
				...(complaint === undefined ? {} : { complaint })
			};
		},
		write: (cell) => (cell === null ? '' : String(cell + 1))
	},
	sites: yes,
	maternity: {
		read(text) {
			const [who, service, mode, minutes, checked] = text.split('.');
			const value = {
				who: WHO_IDS.find((id) => id === who),
				services: (Object.keys(SERVICES) as ServiceId[]).find((id) => id === service),
				mode: MODE_IDS.find((id) => id === mode),
				minutes: FAR_MINUTES.find((one) => String(one) === minutes),
				unverified: { all: true, verified: false }[checked ?? '']
			};
			return value.who &&
				value.services &&
				value.mode &&
				value.minutes &&
				value.unverified !== undefined
				? { value: value as MaternityChoice }
				: { complaint: `“${shorten(text)}” is not a question about maternity` };
		},
		write: ({ who, services, mode, minutes, unverified }) =>
			[who, services, mode, minutes, unverified ? 'all' : 'verified'].join('.')
	},
	camera: cameraField
};

const PARAMETERS: readonly (readonly [keyof GapsState, string])[] = [
	['need', 'need'],
	['provision', 'provision'],
	['measure', 'measure'],
	['level', 'level'],
	['bar', 'bar'],
	['reach', 'reach'],
	['mode', 'mode'],
	['k', 'k'],
	['edition', 'edition'],
	['verifiedOnly', 'verified'],
	['show', 'show'],
	['order', 'order'],
	['grid', 'grid'],
	['area', 'area'],
	['cell', 'cell'],
	['sites', 'sites'],
	['maternity', 'maternity'],
	['camera', 'view']
];

const CODEC = makeCodec<GapsState>({
	defaults: () => ({
		...DEFAULT_REQUEST,
		show: 'list',
		order: 'near',
		grid: false,
		area: null,
		cell: null,
		sites: false,
		maternity: usualMaternity(),
		camera: null
	}),
	fields: FIELDS,
	parameters: PARAMETERS,
	// What a link leaves out takes its usual value for the rest, so links state it.
	stated: ['need', 'provision', 'measure', 'level', 'bar', 'reach', 'edition']
});

/** What the plain address asks, by the parameters of addresses. */
export const plainQuestion = (): Record<string, string> =>
	Object.fromEntries(
		PARAMETERS.flatMap(([name, parameter]) =>
			name in DEFAULT_REQUEST
				? [
						[
							parameter,
							(FIELDS[name] as Field<unknown>).write(DEFAULT_REQUEST[name as keyof GapsRequest])
						]
					]
				: []
		)
	);

/** What of a state is asked. */
export const requestOf = ({
	edition,
	need,
	provision,
	measure,
	level,
	bar,
	mode,
	reach,
	k,
	verifiedOnly
}: GapsState): GapsRequest => ({
	edition,
	need,
	provision,
	measure,
	level,
	bar,
	mode,
	reach,
	k,
	verifiedOnly
});

/**
 * What reads and writes the address of the page of gaps. Measure and bar that a link leaves
 * out are the usual ones; what doesn't go together is put right, and the reader told why.
 */
export const GAPS_CODEC: Codec<GapsState> = {
	...CODEC,
	read(query) {
		const { state, notes } = CODEC.read(query);
		const given = new URLSearchParams(query);
		if (!given.has('measure')) state.measure = usualMeasure(state.provision, state.level);
		if (!given.has('bar')) state.bar = usualBar(state.need, state.level);
		const asked = requestOf(state);
		const wrong = mismatch(asked);
		if (!wrong) return { state, notes };
		return {
			state: { ...state, ...mended(asked, DEFAULT_REQUEST) },
			notes: saidOnce([...notes, `This link asks for what can’t be answered. ${wrong.why}`])
		};
	}
};
