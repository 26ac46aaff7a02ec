/** What no page and no card says of ethnic groups, so that nobody is pointed at. */
import { ETHNIC_MEASURES } from '../indicators/people.ts';
import type { KnownGroup, KnownRow } from './area-report.ts';

const ALL = new Set(ETHNIC_MEASURES.map(({ title }) => title));
const SINGLE = new Set(
	ETHNIC_MEASURES.filter(({ groups }) => groups.length === 1).map(({ title }) => title)
);

/** In place of the single groups of a neighbourhood. */
const NOT_TOLD: Pick<KnownRow, 'label' | 'value' | 'note'> = {
	label: 'Each ethnic group by itself',
	value: 'not given for a neighbourhood',
	note: 'Some would be a handful of people, and the Census changes such small counts. The page of the community has them.'
};

/**
 * The rows of an area without the place of any area in an order of ethnic groups; and of a
 * neighbourhood, without each group by itself.
 */
export function withoutSmallGroups(
	groups: readonly KnownGroup[],
	level: string
): readonly KnownGroup[] {
	return groups.map(({ question, rows }) => {
		const [first] = rows.filter(({ label }) => SINGLE.has(label));
		const told = rows
			.filter((row) => level !== 'lsoa' || row === first || !SINGLE.has(row.label))
			.map((row) => {
				if (!ALL.has(row.label)) return row;
				const unplaced = { ...row, place: null };
				return level === 'lsoa' && row === first ? { ...unplaced, ...NOT_TOLD } : unplaced;
			});
		return { question, rows: told };
	});
}
