/** The shape of every method of checking. */
import type { Dataset } from '../catalogue/catalogue.ts';
import type { Facts } from '../facts/facts.ts';
import type { Outcome } from './result.ts';
import type { CheckMethod, SpecOf } from './spec.ts';

/** A column of figures that the site publishes, and the datasets it names as its source. */
export interface PublishedColumn {
	/** Which file or part it stands in. */
	where: string;
	column: string;
	datasets: readonly string[];
	values: readonly (number | null)[];
	/** The same by the code of the area, where the part says whose they are. */
	byCode?: ReadonlyMap<string, number>;
}

export interface CheckContext {
	facts: Facts;
	/** The printed figure, or the one that must come out; null where there is none. */
	expected: number | null;
	/** Entries of the catalogue: which tables may be shown how. */
	catalogue: readonly Pick<Dataset, 'id' | 'use'>[];
	published: readonly PublishedColumn[];
}

interface Said {
	/** Our figure in words. */
	figure: string;
	basis: string;
	why?: string;
}

/** Our figure, to be compared with the expected one; or the outcome, where there is none. */
export type Finding =
	| (Said & { value: number; ownFigures?: boolean })
	| (Said & { outcome: Outcome; value?: number });

export type Method<M extends CheckMethod> = (context: CheckContext, spec: SpecOf<M>) => Finding;

/** The figure of a check that has none. */
export const NO_FIGURE = '–';
