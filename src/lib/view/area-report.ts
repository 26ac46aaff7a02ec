/**
 * Everything that all layers know of one area, not only those on the map: by the question it
 * answers, with class, place among its like, period and source; and why where nothing is known.
 */
import type { PartName } from '../facts/parts.ts';
import { ABSENCE_TEXT } from '../facts/value.ts';
import { EDITIONS, type EditionId } from '../facts/editions.ts';
import { available, layersIn, whyUnavailable } from '../layers/available.ts';
import { LAYERS } from '../layers/index.ts';
import { yours } from '../layers/yours.ts';
import type { AreaLayer, Contribution, DetailRow, Layer, TableValue } from '../layers/layer.ts';
import type { RegionSummary } from '../facts/manifest.ts';
import { centreOfPeople, LEVELS, unitHolding, type Selection } from '../areas/region.ts';
import { formatCount } from '../text/format.ts';
import { haveNone } from '../text/without-figure.ts';
import { formatDistance, nearest } from '../search/nearest.ts';
import type { NamedSource } from '../catalogue/notes.ts';
import { areasPart } from '../facts/parts.ts';
import { placesAllowed } from './place-among.ts';
import { buildView, type View } from './view.ts';
import type { PartReader, PartSource } from '../facts/reader.ts';

export interface KnownRow {
	label: string;
	/** In words; "not available" where there is none. */
	value: string;
	/** Why there is none, or what the value is of. */
	note: string | null;
	/** The class of the legend, where the area is or lies in one area of the layer. */
	class: string | null;
	/** "12th of 624 neighbourhoods, highest first". */
	place: string | null;
	period: string;
	/** Titles of the datasets, the one that matters most first. */
	sources: string[];
}

export interface KnownGroup {
	question: string;
	rows: KnownRow[];
}

/** Layers that say something of an area; lines on the map do not. */
const SPEAKING: readonly Layer[] = LAYERS.filter(
	({ kind }) => kind !== 'borders' && kind !== 'outlines'
);

/** Every part that is read for {@link knownOf}, of a region that has some parts. */
export function partsOfEverything(id: EditionId, here: readonly string[]): PartName[] {
	const edition = EDITIONS[id];
	const parts = layersIn(SPEAKING, id, here)
		.filter((layer) => available(layer, id))
		.flatMap((layer) => layer.parts(edition));
	return [...new Set([areasPart(edition), ...parts])];
}

/** Views of every layer on its own level, of which any area can be asked: see {@link knownOf}. */
export function everyView(
	region: RegionSummary,
	edition: EditionId,
	source: PartSource | PartReader
): ReadonlyMap<string, View> {
	const [anyArea] = SPEAKING.filter(isAreaLayer);
	const views = new Map<string, View>();
	const overlays = SPEAKING.filter((layer) => !isAreaLayer(layer)).map(({ id }) => id);
	for (const layer of SPEAKING) {
		const main = isAreaLayer(layer) ? layer : anyArea;
		if (!main) continue;
		const view = buildView(
			region,
			{
				layer: main.id,
				edition,
				// All overlays at once over the first layer; each area layer alone.
				overlays: main === anyArea ? overlays : [],
				marking: 'outline',
				breaks: null
			},
			source
		);
		if (view && !views.has(main.id)) views.set(main.id, view);
		if (view && !isAreaLayer(layer)) views.set(layer.id, view);
	}
	return views;
}

const isAreaLayer = (layer: Layer): layer is AreaLayer => layer.kind === 'areas';

/** What every layer says of an area, grouped by the questions of the layers. */
export function knownOf(
	views: ReadonlyMap<string, View>,
	edition: EditionId,
	selection: Selection,
	sources: readonly NamedSource[]
): KnownGroup[] {
	const groups = new Map<string, KnownRow[]>();
	for (const layer of SPEAKING) {
		const view = views.get(layer.id);
		// A register that was not imported, or a page that no reader brought places to, is no gap in
		// what is known of an area.
		if ((layer.optional || layer === yours) && !view?.layers.some((shown) => shown.layer === layer))
			continue;
		const rows = groups.get(layer.question) ?? [];
		groups.set(layer.question, rows);
		rows.push(...rowsOf(layer, view, edition, selection, sources));
	}
	return [...groups].map(([question, rows]) => ({ question, rows }));
}

function rowsOf(
	layer: Layer,
	view: View | undefined,
	edition: EditionId,
	selection: Selection,
	sources: readonly NamedSource[]
): KnownRow[] {
	const contribution = view?.layers.find((shown) => shown.layer === layer)?.contribution;
	const absent = (why: string): KnownRow => ({
		label: layer.title,
		value: NOT_AVAILABLE,
		note: why,
		class: null,
		place: null,
		period: contribution?.period ?? EDITIONS[edition].title,
		sources: titles(contribution, sources)
	});
	if (!available(layer, edition)) return [absent(`${whyUnavailable(layer, edition)}.`)];
	if (!view || !contribution) {
		return [absent('Its data could not be loaded.')];
	}
	const unit = isAreaLayer(layer) ? unitHolding(view.units, selection) : null;
	const value = unit === null ? undefined : contribution.measure?.values[unit];
	const details = contribution.details(selection);
	if (value && !('value' in value)) {
		return [
			absent(`${details[0]?.note ?? contribution.legend.title}: ${ABSENCE_TEXT[value.kind]}.`)
		];
	}
	if (details.length === 0) {
		const { one } = LEVELS[selection.level];
		return [absent(`Nothing is published about this ${one}.`)];
	}
	const rows = details.map((row: DetailRow, i): KnownRow => ({
		...row,
		note: i === 0 ? withScale(row.note, unit, contribution) : row.note,
		class: i === 0 && unit !== null ? classOf(contribution, unit, row.value) : null,
		place: i === 0 && unit !== null ? placeOf(view, contribution, unit, row.label) : null,
		period: row.period ?? contribution.period,
		sources: titles(contribution, sources)
	}));
	const near = nearestRow(layer, view, contribution, selection);
	return near ? [...rows, { ...near, sources: titles(contribution, sources) }] : rows;
}

/**
 * A place up to this many times as far as the nearest is about as near: the average position of an
 * area's residents says no more, and for most of them the other may be the nearer.
 */
const AS_NEAR = 1.05;
/** So many are named at most. */
const MOST_NEAREST = 3;

/** The place of a layer of points that is nearest to where the people of an area live, and those about as near. */
function nearestRow(
	{ title }: Layer,
	{ areas }: View,
	{ drawing, period }: Contribution,
	selection: Selection
): Omit<KnownRow, 'sources'> | null {
	if (drawing.kind !== 'points') return null;
	const [longitude, latitude] = centreOfPeople(areas, selection.members);
	const counted = drawing.points.filter(({ isUncounted }) => !isUncounted);
	const [found, ...others] = nearest(counted, { longitude, latitude }, MOST_NEAREST);
	// How far the middle of several places is says nothing of any of them.
	if (!found || found.item.isMiddle) return null;
	const alike = others.filter(({ kilometres }) => kilometres <= found.kilometres * AS_NEAR);
	const words = ({ item, kilometres }: typeof found): string =>
		`${item.name}${item.doubt ? ` (${item.doubt})` : ''}, ${formatDistance(kilometres)}` +
		(item.area === null ? ' (outside the region)' : '');
	return {
		label: `${title}: the nearest`,
		value: [
			words(found),
			...(alike.length > 0 ? [`about as near: ${alike.map(words).join('; ')}`] : [])
		].join('; '),
		note:
			`In a straight line from the average position of this ${LEVELS[selection.level].one}’s residents. The journey is longer.` +
			' We look only at what is listed, so there may be one nearer.',
		class: null,
		place: null,
		period
	};
}

export const NOT_AVAILABLE = 'not available';

function titles(contribution: Contribution | undefined, sources: readonly NamedSource[]): string[] {
	return (contribution?.datasets ?? []).flatMap(
		(id) => sources.find((source) => source.id === id)?.title ?? []
	);
}

/** The class of a unit, where that says more than its value. */
function classOf({ legend }: Contribution, unit: number, value: string): string | null {
	const found = legend.classes.find(
		({ units, symbol }) => units?.has(unit) && symbol.kind === 'fill'
	);
	return found && found.label !== value ? found.label : null;
}

/** A note, with which end of its scale is the worse, and that the ends of several values are not exact. */
function withScale(
	note: string | null,
	unit: number | null,
	{ legend, measure }: Contribution
): string | null {
	if (note === null) return null;
	const [direction] = /Higher is (?:worse|better)(?=\.)/.exec(legend.note ?? '') ?? [];
	const hasIntervals = measure?.values.some((value) => 'interval' in value && value.interval);
	return [
		note,
		...(direction ? [`higher is ${direction.slice('Higher is '.length)}`] : []),
		...(unit === null && hasIntervals
			? ['each has a likely range of its own, so the ends are in part chance']
			: [])
	].join('; ');
}

/** The place of a unit among those of the region, in the order that the table opens in. */
function placeOf(
	{ units }: View,
	{ columns, sortedBy, measure }: Contribution,
	unit: number,
	label: string
): string | null {
	const column = columns.find(({ id }) => id === sortedBy?.column);
	const own = column?.values[unit];
	if (!column || !sortedBy || typeof own !== 'number') return null;
	const isNumber = (value: TableValue): value is number => typeof value === 'number';
	const known = column.values.filter(isNumber);
	const before = known.filter((other) => (sortedBy.descending ? other > own : other < own)).length;
	const alike = known.filter((other) => other === own).length;
	const what = LEVELS[units.level].many;
	// So that a place among fewer areas than elsewhere has its reason beside it.
	const some = known.length < column.values.length ? ' with a figure' : '';
	const none = haveNone(units.names.filter((_, at) => typeof column.values[at] !== 'number'));
	const by = column.label === label ? '' : ` by “${column.label}”`;
	const allowed =
		measure && measure.id === column.id
			? placesAllowed(measure.values, unit, sortedBy.descending)
			: null;
	// Of figures that are not exact, a place is not either.
	const range =
		allowed && allowed.best < allowed.worst
			? `; the likely ranges allow ${ordinal(allowed.best)} to ${ordinal(allowed.worst)}`
			: '';
	return `${alike > 1 ? 'joint ' : ''}${ordinal(before + 1)} of ${some && 'the '}${formatCount(known.length)} ${what}${some}${by}, ${sortedBy.descending ? 'highest' : 'lowest'} first${range}${none === null ? '' : `; ${none}`}`;
}

const RULES = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const SUFFIXES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** 21 → "21st". */
function ordinal(count: number): string {
	return formatCount(count) + (SUFFIXES[RULES.select(count)] ?? 'th');
}
