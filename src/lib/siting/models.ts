/**
 * The four location models, in their standard formulations: `p-median` (Hakimi 1964),
 * `mclp`, the maximal covering location problem (Church & ReVelle 1974), `lscp`, the location
 * set covering problem (Toregas and others 1971), and `p-center` (Hakimi 1964). The results
 * are those of PySAL spopt. In all of them the weight that nobody serves is minimised before
 * anything else, and `p` counts the sites that stand already.
 */
import { availableSites, fixedSites, SitingError, type Instance } from './instance.ts';

export const MODEL_IDS = ['p-median', 'mclp', 'lscp', 'p-center'] as const;
export type ModelId = (typeof MODEL_IDS)[number];

export interface ModelInfo {
	/** What it finds, as a person asks for it. */
	title: string;
	/** Whether a larger objective is better. */
	maximise: boolean;
	/** Whether the number of sites is given. */
	takesP: boolean;
	/** What a reach is to it: needed, an upper limit to travel, or without meaning. */
	reach: 'needed' | 'cap';
	/** Whether sites with room for a limited number of people can be dealt with. */
	takesCapacity: boolean;
	/** What the objective is. */
	objective: string;
}

export const MODELS: Readonly<Record<ModelId, ModelInfo>> = {
	'p-median': {
		title: 'Least travel overall',
		maximise: false,
		takesP: true,
		reach: 'cap',
		takesCapacity: true,
		objective: 'sum of weight times cost over those who are served'
	},
	mclp: {
		title: 'Most people within reach',
		maximise: true,
		takesP: true,
		reach: 'needed',
		takesCapacity: true,
		objective: 'weight within reach'
	},
	lscp: {
		title: 'Fewest hubs to reach all who can be reached',
		maximise: false,
		takesP: false,
		reach: 'needed',
		takesCapacity: true,
		objective: 'number of sites'
	},
	'p-center': {
		title: 'Least worst journey',
		maximise: false,
		takesP: true,
		reach: 'cap',
		takesCapacity: false,
		objective: 'greatest cost of those who are served'
	}
};

/** A question: a model asked of an instance. */
export interface Problem {
	instance: Instance;
	model: ModelId;
	/** Sites to have in all, those that stand already among them; null for `lscp`. */
	p: number | null;
	/**
	 * Nobody is served from farther than this. `mclp` and `lscp` need it; for the others it is
	 * a cap on the worst travel, null where there is none.
	 */
	reach: number | null;
	/**
	 * Group of each demand point, such as its district (-1: none): `mclp` then first makes the
	 * share within reach of the least covered group as large as can be, and only then the
	 * weight within reach. Null: all are one.
	 */
	groups?: Int32Array | null;
}

/** Throws {@link SitingError} where the question has no meaning for the instance. */
export function checkProblem({ instance, model, p, reach, groups }: Problem): void {
	const info = MODELS[model];
	if (info.reach === 'needed' && reach === null) {
		throw new SitingError('reach', `${model} needs a reach`);
	}
	if (reach !== null && !(reach >= 0)) {
		throw new SitingError('reach', `the reach ${reach} is not 0 or more`);
	}
	if (groups && (model !== 'mclp' || instance.capacities)) {
		throw new SitingError('p', 'groups are for mclp without capacities');
	}
	if (!info.takesP) return;
	if (p === null) throw new SitingError('p', `${model} needs p, the number of sites`);
	if (!Number.isInteger(p) || p < 1) {
		throw new SitingError('p', `p must be a whole number of 1 or more, not ${p}`);
	}
	const available = availableSites(instance);
	if (p > available) {
		throw new SitingError('p', `p is ${p}, but there are only ${available} sites to choose from`);
	}
	const fixed = fixedSites(instance).length;
	if (p < fixed) {
		throw new SitingError('p', `p is ${p}, but ${fixed} sites are fixed, and p counts them`);
	}
}
