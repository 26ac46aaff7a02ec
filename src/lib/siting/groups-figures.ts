/** What a plan means for a group, as figures for programs. */
import type { OutcomeRow, Outcome } from './outcome.ts';
import type { SitingReading } from './reading.ts';

type Steps = Pick<SitingReading, 'steps' | 'unit' | 'beyond'>;

/** A group's people, those within reach and within each step, and the median journey; today's, too, where known. */
export const groupFigures = ({ id, label, people, today, proposed }: OutcomeRow, steps: Steps) => ({
	id,
	label,
	people,
	proposed: figuresOf(proposed, steps),
	today: today && figuresOf(today, steps)
});

const figuresOf = ({ within, bySteps, told }: Outcome, { steps, unit }: Steps) => ({
	within,
	[`within_${unit}`]: Object.fromEntries(steps.map((step, at) => [step, bySteps[at] ?? 0])),
	[`median_${unit}`]: told
});
