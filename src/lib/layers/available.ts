/** Which layers there are in which edition, and what is said of one that there isn't. */
import { notImported } from '../catalogue/held.ts';
import { EDITION_IDS, EDITIONS, type Edition, type EditionId } from '../facts/editions.ts';
import { whyEmpty, type Missing } from '../facts/missing.ts';
import { LEVELS } from '../areas/region.ts';
import { formatList } from '../text/format.ts';
import type { Contribution, Layer, LayerContext } from './layer.ts';

/** Whether a layer has figures on the areas of an edition. */
export function available(layer: Layer, edition: EditionId): boolean {
	return layer.editions?.includes(edition) ?? true;
}

/** The layers that a region has, by the names of its parts: all but optional ones without their parts. */
export const layersIn = <L extends Layer>(
	layers: readonly L[],
	edition: EditionId,
	parts: readonly string[]
): L[] =>
	layers.filter(
		(layer) =>
			!layer.optional || layer.parts(EDITIONS[edition]).every((part) => parts.includes(part))
	);

/** Why a layer has nothing to show in an edition, in words for the reader. */
export function whyUnavailable(layer: Layer, edition: EditionId): string {
	const others = EDITION_IDS.filter((id) => available(layer, id));
	return (
		`“${layer.title}” is not published on the neighbourhoods of ${EDITIONS[edition].vintage} that ${EDITIONS[edition].short} uses` +
		(others.length > 0 ? `; it is in edition ${formatList(others)}` : '')
	);
}

/** What a region's pack has. */
export interface Held {
	/** The region's name. */
	name: string;
	/** Names of its parts. */
	parts: ReadonlySet<string>;
	/** Datasets that don't have it. */
	missing: readonly Missing[];
}

/** Why there is nothing of a layer in a region, in one sentence; null where there is something. */
export function whyNotHeld(layer: Layer, edition: EditionId, held: Held): string | null {
	const needed = layer.parts(EDITIONS[edition]);
	const empty = needed.flatMap((part) => whyEmpty(held.missing, part) ?? [])[0];
	if (empty !== undefined) return empty;
	if (needed.every((part) => held.parts.has(part))) return null;
	return layer.optional === undefined
		? `We have no data on “${layer.title}” for ${held.name}.`
		: notImported(layer.optional, held.name);
}

/** What a layer would be shown with. */
export interface Beside {
	edition: EditionId;
	/** What the region has; null where that isn't known. */
	held: Held | null;
	/** The other layers on the map. */
	shown: readonly Layer[];
}

/**
 * Why a layer is not offered beside others, in words for the reader; null where it is. The one
 * predicate of which layers make sense together. What a link asks for is shown all the same.
 */
export function whyNotOffered(layer: Layer, { edition, held, shown }: Beside): string | null {
	if (!available(layer, edition)) return `${whyUnavailable(layer, edition)}.`;
	const notHeld = held && whyNotHeld(layer, edition, held);
	if (notHeld) return notHeld;
	const clash = shown.find((other) => other !== layer && !goTogether(layer, other));
	return clash
		? `“${layer.title}” and “${clash.title}” can’t be shown on one map. Hide one to see the other.`
		: null;
}

/** Whether two layers can be read on one map: an area is filled once, and named once. */
export function goTogether(one: Layer, other: Layer): boolean {
	if (one === other) return true;
	if (one.kind === 'areas') return other.kind !== 'areas';
	return !(one.kind === 'outlines' && other.kind === 'outlines');
}

/** What a page shows of an area layer that has nothing in its edition: that, and why. */
export function unavailableContribution(
	layer: Layer,
	{ units, edition }: Pick<LayerContext, 'units' | 'edition'> & { edition: Edition }
): Contribution {
	const reason = 'not published on these neighbourhoods';
	return {
		drawing: { kind: 'fill', colours: units.names.map(() => null) },
		legend: {
			title: `${layer.title}, ${edition.short}`,
			counted: LEVELS[units.level].many,
			classes: [
				{
					label: 'Not published on these neighbourhoods',
					short: 'none',
					symbol: { kind: 'no-data' },
					count: units.count,
					units: new Set(units.names.keys())
				}
			],
			note: null,
			reference: null,
			histogram: false,
			ends: null
		},
		columns: [],
		sortedBy: null,
		findings: [
			{ id: `${layer.id}-unavailable`, text: `${whyUnavailable(layer, edition.id)}.`, area: null }
		],
		details: () => [{ label: layer.title, value: reason, note: edition.short }],
		label: () => reason,
		measure: null,
		datasets: [],
		period: edition.title,
		caveats: []
	};
}
