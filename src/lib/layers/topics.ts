/**
 * The topics of the map as its panel lists them: what people come for, in few words. One topic
 * colours the areas at a time; the others lie on top, as many as one likes. Every layer belongs
 * to one topic; one that nobody named here stands with the further ones.
 */
import type { EditionId } from '../facts/editions.ts';
import { AREA_LAYERS, OVERLAYS } from './index.ts';
import { LAYER_GROUPS, type AreaLayer, type OverlayLayer } from './layer.ts';

interface TopicBase {
	id: string;
	title: string;
	/** Under this heading of the further topics; null stands in the panel at once. */
	under: string | null;
	/** What the figures or the list are of, in a year or two; null where there are many or none. */
	when: (edition: EditionId) => string | null;
	/** The datasets whose periods have those years. */
	datasets: readonly string[];
	/** Ids of layers that are offered with it and lie on top. */
	extras: readonly string[];
}

/** Colours the areas: a family of measures, of which one is shown. */
export interface ColouringTopic extends TopicBase {
	kind: 'colours';
	family: string;
	/** Id of the measure that it opens with; the first that is available where it doesn't say. */
	opensWith?: string;
}

/** Lies on top: switched on, all its layers are shown. */
export interface MarkingTopic extends TopicBase {
	kind: 'marks';
	layers: readonly string[];
}

export type Topic = ColouringTopic | MarkingTopic;

const of = (years: string) => () => years;
const byEdition = (edition: EditionId): string => edition;
const none = () => null;

const colours = (
	family: string,
	title: string,
	more: Partial<Omit<ColouringTopic, 'kind' | 'family' | 'title'>> = {}
): ColouringTopic => ({
	kind: 'colours',
	id: family,
	family,
	title,
	under: null,
	when: none,
	datasets: [],
	extras: [],
	...more
});
const marks = (
	layers: readonly string[],
	title: string,
	more: Partial<Omit<MarkingTopic, 'kind' | 'layers' | 'title'>> = {}
): MarkingTopic => ({
	kind: 'marks',
	id: layers[0] ?? title,
	layers,
	title,
	under: null,
	when: none,
	datasets: [],
	extras: [],
	...more
});

const PEOPLE = 'People and places';
const HELP = 'Help and community';
const HEALTH = 'Health';
const HOSTS = 'Places that could host a hub';
const LINES = 'Boundaries';

/** Those with a name and a place of their own, in the order of the panel. */
const NAMED: readonly Topic[] = [
	colours('deprivation', 'Deprivation', {
		when: byEdition,
		datasets: ['deprivation-2025', 'deprivation-2019']
	}),
	colours('births', 'Births', {
		when: of('2023'),
		datasets: ['births-2023'],
		extras: ['births-2023', 'births']
	}),
	colours('life-expectancy', 'Life expectancy', {
		when: of('2016–2023'),
		datasets: ['life-expectancy-msoa11', 'life-expectancy-2023']
	}),
	colours('charities', 'Charities', {
		// Districts differ in size: their counts alone say little.
		opensWith: 'charities-per-10000',
		when: of('2021–22'),
		datasets: ['published-charities-by-district'],
		extras: [
			'charities-offices',
			'community-interest-companies-offices',
			'community-societies-offices'
		]
	}),
	colours('people', 'People: age and ethnic group', { under: PEOPLE }),
	colours('under-fives', 'Children under five', {
		under: PEOPLE,
		when: of('2021'),
		datasets: ['residents-2021-bands']
	}),
	colours('plus-groups', 'People who may need more support', {
		under: PEOPLE,
		when: of('2021'),
		datasets: ['plus-groups-2021']
	}),
	colours('place', 'Rural or urban, bus stops, getting around', { under: PEOPLE }),
	colours('coverage', 'Which districts have a list of venues', {
		under: PEOPLE,
		when: of('2022–2026'),
		datasets: ['venue-directories']
	}),
	marks(['core20'], 'Core20: most deprived fifth', {
		when: byEdition,
		datasets: ['deprivation-2025', 'deprivation-2019']
	}),
	marks(['community-venues'], 'Community venues', {
		when: of('2022–2026'),
		datasets: ['community-venues']
	}),
	marks(['link-workers'], 'Social prescribing', {
		when: of('2022'),
		datasets: ['link-workers-pcn'],
		extras: ['network-areas']
	}),
	marks(['maternity-units', 'maternity-hubs'], 'Maternity', {
		when: of('2018–2026'),
		datasets: ['maternity-sites']
	}),
	marks(['food-banks'], 'Food banks', { under: HELP, when: of('2024'), datasets: ['food-banks'] }),
	marks(['family-hubs'], 'Family hubs and children’s centres', {
		under: HELP,
		when: of('2026'),
		datasets: ['family-hubs']
	}),
	marks(['yours'], 'Your own places', { under: HELP }),
	marks(['gp-practices'], 'GP practices', {
		under: HEALTH,
		when: of('2026'),
		datasets: ['gp-practices']
	}),
	marks(['pharmacies'], 'Pharmacies', {
		under: HEALTH,
		when: of('2026'),
		datasets: ['pharmacies']
	}),
	marks(['dentists'], 'Dental practices', {
		under: HEALTH,
		when: of('2026'),
		datasets: ['dentists']
	}),
	marks(['hospitals'], 'Hospitals and clinics', {
		under: HEALTH,
		when: of('2024'),
		datasets: ['hospitals']
	}),
	marks(['libraries'], 'Libraries', { under: HOSTS, when: of('2023'), datasets: ['libraries'] }),
	marks(['schools'], 'Schools and colleges', {
		under: HOSTS,
		when: of('2025'),
		datasets: ['schools']
	}),
	marks(['district-borders'], 'Districts', { under: LINES }),
	marks(['place-borders'], 'Localities', { under: LINES }),
	marks(['community-borders'], 'Communities', { under: LINES }),
	marks(['ward-borders'], 'Wards', {
		under: LINES,
		when: of('2022'),
		datasets: ['boundaries-wards22']
	})
];

const isNamed = (layer: string): boolean =>
	NAMED.some((topic) => topic.kind === 'marks' && topic.layers.includes(layer)) ||
	NAMED.some(({ extras }) => extras.includes(layer));
const families = new Map(
	AREA_LAYERS.filter(
		({ family }) => !NAMED.some((topic) => topic.kind === 'colours' && topic.family === family)
	).map((layer) => [layer.family, layer])
);

/** All topics: whatever layer has none of its own stands with the further ones, by its title. */
export const TOPICS: readonly Topic[] = [
	...NAMED,
	...[...families].map(([family, { title }]) => colours(family, title, { under: PEOPLE })),
	...OVERLAYS.filter(({ id }) => !isNamed(id)).map(({ id, title, group }) =>
		marks([id], title, { under: LAYER_GROUPS[group] })
	)
];

/** The measures of a topic that colours the areas. */
export const measuresOf = ({ family }: ColouringTopic): AreaLayer[] =>
	AREA_LAYERS.filter((layer) => layer.family === family);

/** Its measures, the one that it opens with before the others. */
export const opening = (topic: ColouringTopic): AreaLayer[] =>
	[...measuresOf(topic)].sort(
		(a, b) => Number(b.id === topic.opensWith) - Number(a.id === topic.opensWith)
	);

/** Layers by their ids, in the order of the registry. */
export const overlaysNamed = (ids: readonly string[]): OverlayLayer[] =>
	OVERLAYS.filter(({ id }) => ids.includes(id));

/** The further topics of some, under their headings. */
export const headed = <T extends Topic>(topics: readonly T[]) =>
	[...new Set(topics.flatMap(({ under }) => under ?? []))].map((title) => ({
		title,
		topics: topics.filter(({ under }) => under === title)
	}));
