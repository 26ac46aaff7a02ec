/** Counts taken from 2011 to 2021 LSOAs: nobody may be lost or made up on the way. */
import { formatCount } from '../text/format.ts';
import { numbers } from '../facts/table.ts';
import type { Method } from './method.ts';

const BEFORE = {
	aged_0: { dataset: 'residents-2020-lsoa11', noun: 'residents aged 0' },
	females_15_44: { dataset: 'females-15-44-lsoa11', noun: 'females aged 15 to 44' }
} as const;

/** Fractions of a person are kept to the hundredth; sums of them are compared as such. */
const hundredths = (values: readonly number[]): number =>
	values.reduce((sum, value) => sum + Math.round(value * 100), 0);

export const crosswalkTotal: Method<'crosswalk-total'> = ({ facts }, { column }) => {
	const { dataset, noun } = BEFORE[column];
	const before = hundredths(numbers(facts.table(dataset), column));
	const after = hundredths(numbers(facts.table('residents-2021-crosswalk'), column));
	return {
		value: after / 100,
		outcome: before === after ? 'reproduced' : 'not reproduced',
		figure: `${formatCount(after / 100)} against ${formatCount(before / 100)}`,
		basis: `${noun} of England, mid-2020, on 2021 and on 2011 LSOAs`,
		why: before === after ? '' : `The totals differ by ${((after - before) / 100).toFixed(2)}.`
	};
};
