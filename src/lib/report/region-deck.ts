/**
 * A whole region as slides, as local systems publish it: who lives there, Core20, births, lives, what is
 * listed, gaps, where hubs could go, and what could not be known.
 */
import { unitsOf } from '../areas/region.ts';
import { sourcesById } from '../catalogue/notes.ts';
import { compare, type ComparedRow, type Comparison } from '../compare/comparison.ts';
import type { Document, Source } from '../document/document.ts';
import { howToRead, shortened } from '../document/slides.ts';
import type { Bars, Slide } from '../document/document.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import type { PartReader } from '../facts/reader.ts';
import { numberOf } from '../facts/value.ts';
import { analyseGaps } from '../gaps/analysis.ts';
import { listed } from '../gaps/listed.ts';
import { DEFAULT_REQUEST } from '../gaps/request.ts';
import type { VariationsAnswer } from '../gaps/variations.ts';
import { Workbench } from '../gaps/workbench.ts';
import type { PlanOnMap } from '../picture/draw.ts';
import type { SitingReading } from '../siting/reading.ts';
import { defaultState } from '../url/map-state.ts';
import { gapsView } from '../view/gaps-view.ts';
import { buildView, type View } from '../view/view.ts';
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

/** Figures of a topic on one slide. */
const FIGURES = 4;
/** Years at which bars of lives begin: from nought on they would all look alike. */
const LIVES_FROM = 70;

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
		...topicSlides(districts, said),
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

/** A slide a topic of the comparison: a row a district, and bars where one figure is worth them. */
function topicSlides(comparison: Comparison, { sources }: Said): Slide[] {
	const { areas, topics, datasets } = comparison;
	return topics.flatMap(({ topic, title, rows }): Slide[] => {
		const shown = rows.slice(0, FIGURES);
		const first = shown[0];
		if (!first) return [];
		const table = {
			title: `${title}, by district`,
			columns: [
				{ label: 'District' },
				...shown.map(({ label }) => ({ label, isFigure: true as const }))
			],
			rows: [
				...areas.map(({ name }, at) => [
					name,
					...shown.map(({ cells }) => cells[at]?.text ?? null)
				]),
				['England', ...shown.map(({ england }) => england)]
			]
		};
		return [
			{
				title: `${title}, by district`,
				sentences: [],
				table,
				bars: barsOf(first, areas, topic === 'lives' ? LIVES_FROM : 0),
				notes: rows.map(({ label, of }) => `${label}: ${of}.`),
				sources: sourcesById(datasets, sources)
			}
		];
	});
}

function barsOf({ label, of, cells }: ComparedRow, areas: Comparison['areas'], from: number): Bars {
	const rows = areas.map(({ name }, at) => {
		const cell = cells[at];
		const value = cell?.value;
		const interval = value && 'interval' in value ? value.interval : undefined;
		return {
			label: name,
			value: value ? numberOf(value) : null,
			text: cell?.text ?? 'not known',
			...(interval && { interval: [interval.lower, interval.upper] as const })
		};
	});
	const notes = [
		`${of}.`,
		...(from > 0 ? [`Bars begin at ${from}.`] : []),
		...(rows.some(({ interval }) => interval) ? ['Lines over them: likely range (95%).'] : [])
	];
	return { title: label, rows, note: notes.join(' '), from };
}

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
		...(table
			? [{ title: 'The gaps', sentences: [], table: shortened(table), notes, sources }]
			: [])
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
		{ title: 'Areas to look in', sentences: [], table: hubsTable(reading), notes, sources }
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
