/** What came back of each round, in sentences: the random checks first, each with its share. */
import { findArea, type RegionAreas } from '../../areas/region.ts';
import { capitalise, formatCount, formatList, formatQuantity } from '../../text/format.ts';
import type { DirectoryRow } from '../directory/directory.ts';
import { ASSET_KINDS } from '../kinds.ts';
import { checkedPlaces, type Answer, type Choice, type Listed } from './answers.ts';
import { lastBefore, rateOf, rateSentences } from './rate.ts';
import { drawnAgain, frameOf, readRound, type Round } from './round.ts';
import { roundWords } from './sheet.ts';

export interface RoundReport {
	/** The round as it is written. */
	key: string;
	heading: string;
	sentences: string[];
}

/** A report of every round that answers are of, the newest first. */
export function roundReports(
	answers: readonly Answer[],
	rows: readonly DirectoryRow[],
	areas: RegionAreas,
	listed: Listed,
	choices: readonly Choice[]
): RoundReport[] {
	const rounds = [...new Set(answers.map(({ round }) => round))].flatMap((key) => {
		const read = readRound(key);
		if (!('round' in read)) return [];
		const own = answers.filter((answer) => answer.round === key);
		const places = checkedPlaces(own, listed, choices);
		const drawn = drawnAgain(read.round, frameOf(rows, read.round, areas));
		return [
			{ key, round: read.round, own, places, rate: rateOf(read.round, places, drawn), drawn }
		];
	});
	const rates = rounds.flatMap(({ rate }) => rate ?? []);
	const isRandom = (round: Round) => (round.way === 'random' ? 0 : 1);
	return rounds
		.sort(
			(a, b) =>
				isRandom(a.round) - isRandom(b.round) ||
				b.round.on.localeCompare(a.round.on) ||
				(a.key < b.key ? -1 : 1)
		)
		.map(({ key, round, own, places, rate, drawn }) => {
			const teams = [...new Set(own.map(({ team }) => team))].sort();
			const from = `${capitalise(formatQuantity(own.length, 'answer'))} on ${formatQuantity(places.length, 'place')}, from ${teams.length === 1 ? 'team' : 'teams'} ${formatList(teams)}.`;
			return {
				key,
				heading: headingOf(round, areas),
				sentences: [
					...(rate === null ? [] : rateSentences(rate, lastBefore(round, rates))),
					from,
					roundWords(round),
					...(rate !== null && drawn === null
						? [
								'The list here is no longer the one that the sample was drawn from, so it cannot be drawn again. The rows that came back are taken for the sample.'
							]
						: [])
				]
			};
		});
}

function headingOf({ way, place, kinds }: Round, areas: RegionAreas): string {
	const where = place === null ? 'the whole region' : (findArea(areas, place)?.name ?? place);
	const what =
		kinds.length === 0 ? 'all kinds' : formatList(kinds.map((kind) => ASSET_KINDS[kind].plural));
	return `${way === 'random' ? 'Random check' : 'Check'}: ${where}, ${kinds.length > 3 ? `${formatCount(kinds.length)} kinds` : what}`;
}
