/** A small made-up region for tests: eight neighbourhoods in a row, a kilometre apart. */
import type { AreasPart } from '../areas/parts.ts';
import type { AssetsPart, CoveragePart } from '../register/parts.ts';
import type { FactsPart, ResidentPointsPart, ResidentsBeyondPart } from '../facts/parts.ts';
import { toSteps } from '../stats/steps.ts';
import { Workbench } from './workbench.ts';

/** A kilometre of longitude at 52° north, in degrees. */
export const KM = 1 / 68.46;
const COUNT = 8;
const lsoa = (at: number) => `E0100000${at + 1}`;
const row = <T>(make: (at: number) => T): T[] => Array.from({ length: COUNT }, (_, at) => make(at));

/** Residents are 1,000, 1,100, …; the first are the most deprived. */
export const AREAS: AreasPart = {
	kind: 'areas',
	part: 'areas-2021',
	vintage: '2021',
	datasets: ['residents'],
	lsoa: {
		codes: row(lsoa),
		names: row((at) => `Town 00${at + 1}A`),
		residents: row((at) => 1000 + 100 * at),
		longitude: row((at) => 1 + at * KM),
		latitude: row(() => 52)
	},
	msoa: {
		codes: ['E02000001', 'E02000002', 'E02000003', 'E02000004'],
		names: ['Alder', 'Birch', 'Cedar', 'Damson'],
		of: row((at) => at >> 1)
	},
	district: {
		codes: ['E07000001', 'E07000002'],
		names: ['East', 'West'],
		of: row((at) => at >> 2),
		partOf: [null, 'Whole West'],
		notes: [null, null]
	},
	place: { codes: ['E38000001'], names: ['All'], of: row(() => 0) }
};

const facts = (part: string, columns: Record<string, number[]>, more: Partial<FactsPart> = {}) => ({
	kind: 'facts' as const,
	part,
	vintage: '2021' as const,
	level: 'lsoa' as const,
	datasets: [part],
	columns: Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, { values }])),
	england: {},
	...more
});

export const POINTS: ResidentPointsPart = {
	kind: 'resident-points',
	part: 'resident-points',
	datasets: [],
	codes: toSteps(row((at) => at + 1)),
	lsoa21: toSteps(row((at) => at)),
	lsoa11: toSteps(row((at) => at)),
	longitude: toSteps(AREAS.lsoa.longitude, 1e9),
	latitude: toSteps(AREAS.lsoa.latitude, 1e9),
	detour: { urban: 1.7, 'larger-rural': 1.5, 'smaller-rural': 1.3 }
};

/** Neighbours across the border, by kilometre of the row: as many in either edition. */
export const beyondPart = (
	neighbours: readonly { at: number; residents: number }[]
): ResidentsBeyondPart => {
	const residents = toSteps(neighbours.map((one) => one.residents));
	return {
		kind: 'residents-beyond',
		part: 'residents-beyond',
		datasets: [],
		km: 100,
		longitude: toSteps(
			neighbours.map(({ at }) => 1 + at * KM),
			1e9
		),
		latitude: toSteps(neighbours.map(() => 52)),
		settlement: toSteps(neighbours.map(() => 0)),
		residents: { '2025': residents, '2019': residents }
	};
};

/** A venue at a kilometre of the row; `lists` name it. */
export interface Venue {
	id: string;
	at: number;
	lists: number[];
	verified?: boolean;
}

/** Venues at kilometres 0.1 (twice, one building), 2.2, 6 and 6.1, by two lists. */
export const VENUES: readonly Venue[] = [
	{ id: 'a', at: 0.1, lists: [0] },
	{ id: 'b', at: 2.2, lists: [0] },
	{ id: 'c', at: 6, lists: [0, 1] },
	{ id: 'd', at: 6.1, lists: [1], verified: true }
];

export const venuesPart = (venues: readonly Venue[]): AssetsPart => ({
	kind: 'assets',
	part: 'community-venues',
	datasets: ['venues'],
	collected: '2024-05',
	reachKm: 10,
	ids: venues.map(({ id }) => id),
	names: venues.map(({ id }) => `Hall ${id.toUpperCase()}`),
	kindOf: venues.map(() => 0),
	kinds: [{ id: 'community-venue/village-hall', label: 'Village hall' }],
	status: venues.map(({ verified }) => (verified ? 1 : 0)),
	statuses: ['unverified', 'verified'],
	longitude: venues.map(({ at }) => 1 + at * KM),
	latitude: venues.map(() => 52),
	lsoa21: venues.map(({ at }) => lsoa(Math.min(COUNT - 1, Math.round(at)))),
	lsoa11: venues.map(({ at }) => lsoa(Math.min(COUNT - 1, Math.round(at)))),
	addresses: venues.map(() => null),
	postcodes: venues.map(() => null),
	lastSeen: venues.map(() => '2024-05-01'),
	claims: venues.map(({ lists }) => lists),
	sources: [
		{ id: 'one', title: 'List one' },
		{ id: 'two', title: 'List two' }
	]
});

export const coverage = (west: 'listed' | 'not-surveyed'): CoveragePart => ({
	kind: 'coverage',
	part: 'coverage',
	datasets: [],
	rows: ['E07000001', 'E07000002'].map((district, i) => ({
		source: 'one',
		title: 'List one',
		kinds: ['community-venue'],
		district,
		period: '2024',
		assets: 1,
		survey: i === 0 ? 'listed' : west
	}))
});

export interface Fixture {
	venues?: readonly Venue[];
	/** How the western district was surveyed; absent: nobody says. */
	west?: 'listed' | 'not-surveyed';
	/** Who lives across the border; absent: nobody. */
	beyond?: Parameters<typeof beyondPart>[0];
}

/** The parts of the region by name. Core20 are the first three neighbourhoods (2019: the first). */
export function fixtureParts({ venues = VENUES, west, beyond = [] }: Fixture = {}): Map<
	string,
	object
> {
	const deciles = (core20: number) => row((at) => (at < core20 ? 1 : Math.min(10, at + 2)));
	const deprivation = (id: string, core20: number) =>
		facts(`deprivation-${id}`, {
			imd_score: row((at) => 50 - 5 * at),
			imd_rank: row((at) => 100 + 1000 * at),
			imd_decile: deciles(core20)
		});
	const charities = {
		...facts('charities', {}, { level: 'district', vintage: null }),
		codes: ['E07000001', 'E07000002'],
		columns: {
			registered_charities: { values: [10, null] },
			total_income_gbp: { values: [50_000, null] },
			residents_2020: { values: [4600, 5400] }
		}
	};
	return new Map<string, object>([
		['areas-2021', AREAS],
		['areas-2011', { ...AREAS, part: 'areas-2011', vintage: '2011' }],
		['resident-points', POINTS],
		['residents-beyond', beyondPart(beyond)],
		['rural-urban-2025', facts('rural-urban-2025', { class: row((at) => (at < 4 ? 0 : 4)) })],
		['rural-urban-2019', facts('rural-urban-2019', { class: row((at) => (at < 4 ? 2 : 6)) })],
		['deprivation-2025', deprivation('2025', 3)],
		['deprivation-2019', deprivation('2019', 1)],
		['community-venues', venuesPart(venues)],
		['charities', charities],
		...(west ? [['coverage', coverage(west)] as const] : [])
	]);
}

/** A workbench of the region. */
export function fixtureBench(fixture: Fixture = {}): Workbench {
	const parts = fixtureParts(fixture);
	return new Workbench('Testshire', (part) => parts.get(part));
}
