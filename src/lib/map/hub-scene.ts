/** What of a siting plan the map shows. */
export interface HubMark {
	id: string;
	number: number;
	name: string;
	longitude: number;
	latitude: number;
	/** It is a hub already: it cannot be moved. */
	standing: boolean;
	/** It stays where it is, though no hub stands there yet. */
	stays?: true;
}

export interface HubScene {
	hubs: readonly HubMark[];
	/** From hubs to neighbourhoods, in degrees. */
	lines: readonly { from: [number, number]; to: [number, number]; people: number }[];
	/** Buildings that could be hubs. */
	candidates: readonly { longitude: number; latitude: number }[];
}

export interface HubEvents {
	/** A hub was dragged to a point; `plan` has the ids of the new hubs that were shown by then. */
	moved: (id: string, longitude: number, latitude: number, plan: readonly string[]) => void;
}
