/**
 * Colours of a plan of hubs, each for one thing: orange is the edge of the most deprived areas, on
 * every map. They are told apart by lightness and shape too, over light and dark areas alike, and are
 * the same in light and dark. `--hub` and `--journey` of `app.css` are these.
 */
export const PLAN_COLOURS = {
	/** A new hub: a dark disc with a light number and edge. A hub of today is a light square. */
	hub: '#17171f',
	onHub: '#ffffff',
	/** From a hub to the neighbourhoods near it. */
	journey: '#2fd6c3',
	/** Edge of that, where areas below are as light as it is. */
	journeyEdge: '#17171f'
} as const;
