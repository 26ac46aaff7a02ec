/** How far neighbourhoods moved between the editions of the Indices of Deprivation, by decile in England. */
import { factNumbers, factValues } from '../facts/figures.ts';
import { EDITIONS, type Edition } from '../facts/editions.ts';
import { deprivationOtherPart, deprivationPart } from '../facts/parts.ts';
import { known, numberOf, type Value } from '../facts/value.ts';
import { formatCount, formatQuantity } from '../text/format.ts';
import { indicesWhere, valueColumn } from './columns.ts';
import type { AreaLayer } from './layer.ts';
import { measured } from './measured.ts';
import { CHANGE_COLOURS } from './palettes.ts';

const [FAR_WORSE, WORSE] = CHANGE_COLOURS.worse;
const [BETTER, FAR_BETTER] = CHANGE_COLOURS.better;

/** In the order of the legend, the last for areas that were drawn anew. */
const CLASSES = [
	{ label: 'Two deciles or more towards most deprived', brief: '2+', colour: FAR_WORSE },
	{ label: 'One decile towards most deprived', brief: '1', colour: WORSE },
	{ label: 'In the same decile', brief: 'same', colour: CHANGE_COLOURS.same },
	{ label: 'One decile towards least deprived', brief: '1', colour: BETTER },
	{ label: 'Two deciles or more towards least deprived', brief: '2+', colour: FAR_BETTER },
	{ label: 'Boundary changed: not compared', brief: 'other', colour: CHANGE_COLOURS.redrawn }
] as const;
const SAME = 2;
const REDRAWN = CLASSES.length - 1;

/** Deciles of both editions by area, the earlier first; one that was drawn anew has no other. */
function decilesOf(edition: Edition, own: readonly number[], other: readonly Value[]) {
	const others = other.map((value): Value =>
		numberOf(value) === null ? { kind: 'not-published' } : value
	);
	return edition.id === '2025'
		? { before: others, after: known(own) }
		: { before: known(own), after: others };
}

export const deprivationChange: AreaLayer = {
	id: 'deprivation-change',
	kind: 'areas',
	level: 'lsoa',
	family: 'deprivation',
	measure: 'Change between 2019 and 2025',
	title: 'Deprivation: change between 2019 and 2025',
	question: 'Which neighbourhoods moved up or down England’s list?',
	group: 'need',
	about:
		'Compares each neighbourhood’s decile in England in the Indices of Deprivation 2019 with its decile in those of 2025. Only neighbourhoods whose boundary did not change are compared.',
	ownBreaks: false,
	parts: (edition) => [deprivationPart(edition), deprivationOtherPart(edition)],

	build(context) {
		const { areas, edition, regionName } = context;
		const facts = context.facts(deprivationPart(edition));
		const others = context.facts(deprivationOtherPart(edition));
		const { before, after } = decilesOf(
			edition,
			factNumbers(facts, 'imd_decile'),
			factValues(others, 'imd_decile')
		);
		const moves = after.map((value, area): number | null => {
			const now = numberOf(value);
			const then = numberOf(before[area] ?? { kind: 'missing' });
			return now === null || then === null ? null : now - then;
		});
		const classOf = (move: number | null) =>
			move === null ? REDRAWN : SAME + Math.max(-SAME, Math.min(SAME, move));
		const compared = indicesWhere(moves, (move) => move !== null);
		const count = (test: (move: number) => boolean) =>
			formatCount(indicesWhere(moves, (move) => move !== null && test(move)).length);
		const redrawn = areas.count - compared.length;
		const ofEditions = `${EDITIONS['2019'].short} and ${EDITIONS['2025'].short}`;
		const column = (id: '2019' | '2025', values: readonly Value[]) =>
			valueColumn(
				{
					id: `imd_decile_${id}`,
					label: `Decile ${id}`,
					description: `Deprivation decile in England, ${EDITIONS[id].short}; 1 is most deprived`
				},
				values
			);
		return measured(
			context,
			{
				id: 'imd_decile_change',
				title: 'Deprivation: change of decile between 2019 and 2025',
				label: 'Change of decile',
				unit: 'deciles between the editions',
				values: known(moves.map(classOf)),
				scale: {
					kind: 'categories',
					categories: CLASSES,
					ends: ['towards most', 'towards least deprived'],
					detailNote: `by the deciles of ${ofEditions}`
				},
				datasets: [edition.dataset, ...others.datasets, ...areas.datasets],
				period: `${EDITIONS['2019'].title} and ${EDITIONS['2025'].title}`,
				caveats: [
					'Ranks and deciles are relative. A neighbourhood can move because others did, so a change does not mean that it got better or worse.',
					'The two editions use some different indicators. A move of one decile can be a move of only a few ranks.'
				]
			},
			{
				columns: [column('2019', before), column('2025', after)],
				findings: [
					{
						id: 'deprivation-change',
						text: `${count((move) => move < 0)} of the ${formatCount(compared.length)} neighbourhoods of ${regionName} that can be compared moved towards the most deprived end of England’s list by a decile or more between 2019 and 2025; ${count((move) => move > 0)} moved away from it.`,
						area: null
					},
					...(redrawn > 0
						? [
								{
									id: 'deprivation-change-redrawn',
									text: `The boundaries of ${formatQuantity(redrawn, 'neighbourhood')} changed between the two, so ${redrawn === 1 ? 'it is' : 'they are'} not compared.`,
									area: null
								}
							]
						: [])
				]
			}
		);
	}
};
