/**
 * A whole region as slides, as local systems publish it: who lives there, Core20, births, lives, what is
 * listed, gaps, where hubs could go, and what could not be known.
 */
import { unitsOf } from '../areas/region.ts';
import { sourcesById } from '../catalogue/notes.ts';
import { compare } from '../compare/comparison.ts';
import type { Document, Source } from '../document/document.ts';
import { howToRead, tableSlides } from '../document/slides.ts';
import type { Slide } from '../document/document.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import type { PartReader } from '../facts/reader.ts';
import { analyseGaps } from '../gaps/analysis.ts';
import { listed } from '../gaps/listed.ts';
import { DEFAULT_REQUEST } from '../gaps/request.ts';
import type { VariationsAnswer } from '../gaps/variations.ts';
import { Workbench } from '../gaps/workbench.ts';
import type { PlanOnMap } from '../picture/draw.ts';
import type { SitingReading } from '../siting/reading.ts';
import { AREAS_TO_LOOK_IN } from '../text/names.ts';
import { defaultState } from '../url/map-state.ts';
import { gapsView } from '../view/gaps-view.ts';
import { buildView, type View } from '../view/view.ts';
import { topicSlides } from './comparison-slides.ts';
import { gapsPaper } from './gaps-paper.ts';
import { gapsPictured, mapPictured, planPictured, type OnMap } from './picture-of.ts';
import { hubsTable, planPaper } from './plan-paper.ts';
import type { Said } from './said.ts';
import { viewPaper } from './view-paper.ts';

export interface RegionToTell {
	region: RegionSummary;
	reader: PartReader;
	/** Which parts the region has. */
	has: (part: string) => boolean;
	on: OnMap;
	/** What would change the answer of gaps. */
	answer: VariationsAnswer | null;
	/** The worked example of hubs; null where the region has none. */
	plan: { reading: SitingReading; scene: PlanOnMap } | null;
	said: Said;
}

/** The slides of a region as a document. */
export function regionDeck(told: RegionToTell): Document {
	const { region, reader, has, on, said } = told;
	const view = buildView(region, defaultState(), reader);
	if (!view) throw new Error(`${region.slug} has no areas`);
	const paper = viewPaper(view, said, null);
	const map = mapPictured(paper, view, on);
	const districts = compare(reader, unitsOf(view.areas, 'district').codes, has);
	const gaps = gapsSlides(told);
	const ground = buildView(region, { ...defaultState(), overlays: ['core20'] }, reader);
	const hubs = told.plan && ground ? hubsSlides(told, ground, told.plan) : [];
	const used = [...gaps, ...hubs].flatMap(({ sources }) => sources);
	const whole: Document = {
		...paper,
		title: `${region.name}: need, places and gaps`,
		asked: [],
		tables: [],
		sources: eachOnce([...paper.sources, ...sourcesById(districts.datasets, said.sources), ...used])
	};
	const slides: Slide[] = [
		{
			title: whole.title,
			sentences: map.sentences,
			notes: map.notes,
			sources: map.sources,
			...(map.picture && { picture: map.picture })
		},
		...topicSlides(districts, said, { rows: 'District', suffix: ', by district' }),
		...gaps,
		...hubs,
		unknownSlide(told),
		{ ...howToRead(whole) }
	];
	return { ...whole, slides };
}

const eachOnce = (sources: readonly Source[]): Source[] => [
	...new Map(sources.map((source) => [source.title, source])).values()
];

/** The gaps on the map, then as a list. */
function gapsSlides({ region, reader, on, answer, said }: RegionToTell): Slide[] {
	const analysis = analyseGaps(DEFAULT_REQUEST, new Workbench(region.name, reader));
	const view = gapsView(analysis, { cell: null, grid: false, answer, sites: null });
	const list = listed(analysis, answer, 'near');
	const paper = gapsPaper({ analysis, answer, list, chosen: null, evidence: [], flips: [] }, said);
	const { title, sentences, notes, sources, picture, tables } = gapsPictured(
		paper,
		{ view, analysis, answer, grid: false },
		on
	);
	const [table] = tables;
	return [
		{ title, sentences, notes, sources, ...(picture && { picture }) },
		...(table ? tableSlides('The gaps', table, { notes, sources }) : [])
	];
}

/** A plan of hubs on the map, then the buildings to ask. */
function hubsSlides(
	{ region, on, said }: RegionToTell,
	view: View,
	{ reading, scene }: NonNullable<RegionToTell['plan']>
): Slide[] {
	const { title, sentences, notes, sources, picture } = planPictured(
		planPaper(region.name, reading, said),
		{ view, reading, plan: scene },
		on
	);
	return [
		{ title, sentences, notes, sources, ...(picture && { picture }) },
		...tableSlides(AREAS_TO_LOOK_IN, hubsTable(reading), { notes, sources })
	];
}

/** What could not be checked or is not held: unknown is neither nought nor a gap. */
function unknownSlide({ region, plan, said }: RegionToTell): Slide {
	const lists = [
		{
			heading: 'Not held for all of the region',
			items: region.missing.map(({ sentence }) => sentence)
		},
		{ heading: 'Hubs today', items: plan?.reading.today ? [plan.reading.today] : [] },
		{
			heading: 'Nobody has been there for us',
			items: [
				'Places come from public lists. To be on one is a claim; a place on a list may have closed, and one that is on none is not counted.',
				'Journeys are estimates from straight lines. Opening hours, steps, rooms, rent and welcome are not known.',
				said.owner
			]
		},
		{ heading: 'What the area is and was', items: region.validity ? [region.validity] : [] }
	];
	return {
		title: 'What could not be checked',
		sentences: [],
		lists: lists.filter(({ items }) => items.length > 0),
		notes: [],
		sources: []
	};
}
