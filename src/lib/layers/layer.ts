/**
 * The shape every map layer has. A layer is pure: from facts it makes one
 * contribution, and the map, the legend, the table, the sentences, the details of an
 * area, the downloads and the notes on sources all read that same contribution.
 */
import type { NameOf, PartName } from '../facts/parts.ts';
import type { Edition, EditionId } from '../facts/editions.ts';
import type { AssetsPart } from '../register/parts.ts';
import type { FactsPart } from '../facts/parts.ts';
import type { OutlinesPart } from '../geometry/parts.ts';
import type { BreaksChoice } from '../indicators/classes.ts';
import type { EnglandClasses } from '../facts/parts.ts';
import type { Value } from '../facts/value.ts';
import type { GroupLevel, Level, RegionAreas, Selection, Units } from '../areas/region.ts';
import type { LineStyle } from './palettes.ts';
import type { PointShape } from './shapes.ts';

/** What a layer may look at. */
export interface LayerContext {
	regionName: string;
	edition: Edition;
	/** The areas of the edition's vintage. */
	areas: RegionAreas;
	/** The areas of the shown area layer's level: a row of the table each. */
	units: Units;
	/** How the reader wants continuous measures divided; null is the layer's own way. */
	breaks: BreaksChoice | null;
	/** How England's values of a measure are divided; null where that is not loaded or known. */
	england(measure: string): EnglandClasses | null;
	/** Facts of a part that the layer names in `parts`. */
	facts(part: NameOf<'facts'>): FactsPart;
	/** Assets of a part that the layer names in `parts`. */
	assets(part: NameOf<'assets'>): AssetsPart;
	/** Outlines of a part that the layer names in `parts`. */
	outlines(part: NameOf<'outlines'>): OutlinesPart;
	/** Why a part that the layer names has nothing of the region, in a sentence; null where it has. */
	notHeld(part: PartName): string | null;
	/** How communities are marked: `outline` or `hatch`. */
	marking: Marking;
}

export const MARKINGS = ['outline', 'hatch'] as const;
export type Marking = (typeof MARKINGS)[number];

/** Where a layer stands in the panel; also the order of the panel. */
export const LAYER_GROUPS = {
	need: 'Who is here, and what they face',
	assets: 'What communities have',
	health: 'Health and maternity services',
	hosts: 'Places that could host a hub',
	boundaries: 'Boundaries'
} as const;
export type LayerGroup = keyof typeof LAYER_GROUPS;

export interface PointMark {
	id: string;
	name: string;
	/** Kind of asset in words. */
	kind: string;
	longitude: number;
	latitude: number;
	/** LSOA index in the edition's areas, or null outside the region. */
	area: number | null;
	/** It is the middle of several places, and in no neighbourhood of its own. */
	isMiddle?: true;
	/** Drawn hollow; the legend says what that means. */
	hollow: boolean;
	/** Why it is not to be relied on, beside its name: "not confirmed". */
	doubt?: string | null;
	/** Named as what it is not confirmed to be: shown, and never said to be the nearest. */
	isUncounted?: true;
	/** Lines of the popup after the name. */
	lines: string[];
}

/** What the map draws for a layer. */
export type Drawing =
	/** One colour a unit; null is drawn as "no data". */
	| { kind: 'fill'; colours: readonly (string | null)[] }
	/** LSOAs marked over any fill. */
	| { kind: 'marking'; marking: Marking; areas: readonly number[] }
	/** Lines between the areas of a level. */
	| { kind: 'borders'; level: GroupLevel; line: LineStyle }
	/** Areas with geometry of their own, outlined and named. */
	| { kind: 'outlines'; outlines: OutlinesPart; line: LineStyle }
	/** Circles in proportion to an amount, one an area of the level; null where there is none. */
	| { kind: 'circles'; level: Level; colour: string; amounts: readonly (number | null)[] }
	/** Clustered points. */
	| { kind: 'points'; shape: PointShape; colour: string; points: readonly PointMark[] };

export type LegendSymbol =
	| { kind: 'fill'; colour: string }
	| { kind: 'no-data' }
	| { kind: 'marking'; marking: Marking }
	| { kind: 'point'; shape: PointShape; colour: string; hollow: boolean }
	| { kind: 'line'; line: LineStyle }
	/** A circle as large as on the map, radius in pixels. */
	| { kind: 'circle'; colour: string; radius: number };

export interface LegendClass {
	label: string;
	/** The label under a bar of the histogram. */
	short: string;
	/** In a word, where the small legend is to draw the class in a strip; neighbours of one word stand together. */
	brief?: string;
	symbol: LegendSymbol;
	/** How many areas or assets are in this class. */
	count: number;
	/** Units in the class, for the marker of the selected area. */
	units: ReadonlySet<number> | null;
}

export interface Legend {
	title: string;
	/** What is counted: "neighbourhoods", "venues". */
	counted: string;
	classes: LegendClass[];
	/** A sentence on how to read it. */
	note: string | null;
	/** A line across the bars, with what it stands for, where one helps. */
	reference: { count: number; label: string } | null;
	/** Drawn as bars: only where the counts are to be compared. */
	histogram: boolean;
	/** How many of what is counted are of each kind, where there are several. */
	kinds?: { label: string; count: number }[];
	/** What the two ends of a histogram mean. */
	ends: [string, string] | null;
	/** The values between the classes, where they are of numbers. */
	edges?: readonly string[];
}

export type TableValue = string | number | boolean | null;

export interface TableColumn {
	id: string;
	label: string;
	/** Spelled out, for the header's description and the download. */
	description: string;
	align: 'start' | 'end';
	/** By unit. */
	values: readonly TableValue[];
	/** By unit, where not all are plain values. */
	statuses?: readonly Value['kind'][];
	format: (value: TableValue, status?: Value['kind']) => string;
	/** What files have in place of the value: words for a code, no more decimals than mean something. */
	inFiles?: (value: TableValue) => TableValue;
}

export interface Finding {
	id: string;
	text: string;
	/** Areas the sentence is about, if a reader may want to go there. */
	area: string | null;
}

/** A finding among those of several layers. */
export interface FindingOf extends Finding {
	layer: Pick<Layer, 'id' | 'title'>;
}

export interface DetailRow {
	label: string;
	value: string;
	note: string | null;
	/** Where it is not the layer's. */
	period?: string;
}

export interface Contribution {
	drawing: Drawing;
	legend: Legend;
	columns: TableColumn[];
	/** How the table opens when this is the area layer; null for overlays. */
	sortedBy: { column: string; descending: boolean } | null;
	findings: Finding[];
	/** Rows about an area of any level. */
	details: (area: Selection) => DetailRow[];
	/** The value of one unit in a few words, for hovering; null where nothing is said. */
	label: ((unit: number) => string) | null;
	/** The measure that is mapped, for the download; null where there is none. */
	measure: { id: string; unit: string; values: readonly Value[] } | null;
	/** Catalogue ids, first the one that matters most. */
	datasets: string[];
	/** What period the figures are of, in words. */
	period: string;
	caveats: string[];
}

interface LayerBase {
	/** In the address bar; never changes, or old links break. */
	id: string;
	title: string;
	/** The question a person comes with. */
	question: string;
	group: LayerGroup;
	/** Editions whose areas it has figures on; all where it doesn't say. */
	editions?: readonly EditionId[];
	/** What it is and isn't, in one sentence. */
	about: string;
	/** What else people call it: found by search, nowhere shown. */
	alsoCalled?: string;
	/**
	 * Its facts come with an import: a region whose pack has no part of it has no such layer. What
	 * it would list, as it stands after “We hold no”.
	 */
	optional?: string;
	/** Pack parts it needs, besides the areas and their boundaries. */
	parts: (edition: Edition) => PartName[];
	build: (context: LayerContext) => Contribution;
}

/** One area layer is shown at a time. */
export interface AreaLayer extends LayerBase {
	kind: 'areas';
	/** The level of its areas. */
	level: Level;
	/** Layers of a family share a question; the reader chooses the measure within it. */
	family: string;
	/** What this measure is called within its family. */
	measure: string;
	/** Whether the reader may choose how its values are divided into classes. */
	ownBreaks: boolean;
	/** What its classes are before the reader chooses: at fixed, meaningful values, if it doesn't say. */
	classesAre?: string;
	/** Whether the packs have England's classes of it too; no where it doesn't say. */
	englandBreaks?: true;
}

/** Any number of overlays may lie over it. */
export interface OverlayLayer extends LayerBase {
	kind: 'marking' | 'points' | 'borders' | 'outlines' | 'circles';
	/** Shown before the reader has chosen. */
	initially: boolean;
}

export type Layer = AreaLayer | OverlayLayer;
