/**
 * From a measure to everything that is shown of it: the one place where colours, legend, table,
 * details, label and download of a value are made, so that they are one and the same value.
 */
import type { Measure, MeasureOn, Scale } from '../indicators/measure.ts';
import { LEVELS } from '../areas/region.ts';
import { amounts } from './amounts.ts';
import { categories } from './categories.ts';
import { deciles } from './deciles.ts';
import type { Contribution, LayerContext } from './layer.ts';
import type { Said, Scaled } from './scaled.ts';

type ScaledBy<S extends Scale> = (
	context: LayerContext,
	measure: MeasureOn<S>,
	said: Said
) => Scaled;

/** How each scale is read: a new one is a line here. */
const SCALES: { [Kind in Scale['kind']]: ScaledBy<Extract<Scale, { kind: Kind }>> } = {
	amounts,
	deciles,
	categories
};

/** The contribution of an area layer with one measure by unit of the context. */
export function measured(context: LayerContext, measure: Measure, said: Said): Contribution {
	const { units } = context;
	// A measure's scale and the function of its kind belong together, which types can't follow here.
	const scaled = (SCALES[measure.scale.kind] as ScaledBy<Scale>)(context, measure, said);
	const colours = units.names.map((): string | null => null);
	for (const { colour, members } of scaled.classes) {
		for (const unit of members) colours[unit] = colour;
	}
	return {
		drawing: { kind: 'fill', colours },
		legend: {
			title: measure.title,
			counted: LEVELS[units.level].many,
			classes: scaled.classes.map(({ label, short, brief, colour, members }) => ({
				label,
				short,
				...(brief && { brief }),
				symbol: colour === null ? { kind: 'no-data' } : { kind: 'fill', colour },
				count: members.length,
				units: new Set(members)
			})),
			note: scaled.note,
			reference: scaled.reference,
			histogram: scaled.histogram,
			ends: scaled.ends,
			...(scaled.edges && { edges: scaled.edges })
		},
		columns: scaled.columns,
		sortedBy: scaled.sortedBy,
		findings: said.findings,
		details: scaled.details,
		label: scaled.label,
		measure: scaled.isNumeric
			? { id: measure.id, unit: measure.unit, values: measure.values }
			: null,
		datasets: measure.datasets,
		period: measure.period,
		caveats: measure.caveats
	};
}
