/** Residents around a region, as those who share what stands near its border. */
import type { EditionId } from '../facts/editions.ts';
import type { ResidentsBeyondPart } from '../facts/parts.ts';
import { fromSteps } from '../stats/steps.ts';
import type { Origins } from './costs.ts';
import { SETTLEMENTS } from './travel.ts';

export interface ResidentsBeyond extends Origins {
	/** Residents that each point stands for. */
	residents: readonly number[];
}

/** The points of a part, with their residents in an edition. */
export function residentsBeyond(part: ResidentsBeyondPart, edition: EditionId): ResidentsBeyond {
	return {
		longitude: fromSteps(part.longitude),
		latitude: fromSteps(part.latitude),
		settlement: fromSteps(part.settlement).map((at) => SETTLEMENTS[at] ?? 'urban'),
		residents: fromSteps(part.residents[edition])
	};
}
