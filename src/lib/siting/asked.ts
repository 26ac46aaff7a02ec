/** What was asked, for print and downloads. */
import { formatCount, formatList } from '../text/format.ts';
import { BUILDINGS } from './buildings.ts';
import { HUB_KINDS } from './hub-kinds.ts';
import { FOCUS, WHO } from './people.ts';
import { AIMS, type Question, reachWords } from './question.ts';

/** Every choice of a question that is not left out, in words. */
export function parameters({
	choice,
	standing,
	candidates
}: Question): { label: string; value: string }[] {
	const lists = (ids: Question['choice']['candidates']) =>
		ids.length === 0 ? 'none' : formatList(ids.map((id) => BUILDINGS[id].title));
	const { noun } = WHO[choice.who];
	const weights = [
		...(choice.core20Weight === 1
			? []
			: [`${noun} in the most deprived neighbourhoods count ${choice.core20Weight} times`]),
		...(choice.ruralWeight === 1
			? []
			: [`${noun} in rural neighbourhoods count ${choice.ruralWeight} times`])
	];
	return [
		{ label: 'Kind of hub', value: HUB_KINDS[choice.kind].title },
		{
			label: 'For whom',
			value: `${WHO[choice.who].title} (${WHO[choice.who].period}), ${choice.focus === 'all' ? 'everywhere' : `in ${FOCUS[choice.focus].words}`}`
		},
		...(weights.length === 0 ? [] : [{ label: 'Weights', value: formatList(weights) }]),
		{ label: 'Aim', value: AIMS[choice.aim].title },
		...(choice.aim === 'fewest' ? [] : [{ label: 'New hubs', value: String(choice.hubs) }]),
		{ label: 'Within reach', value: reachWords(choice) },
		{
			label: 'Buildings to choose from',
			value: `${lists(choice.candidates)}${choice.verifiedOnly ? ', official register only' : ''}: ${formatCount(candidates)} buildings`
		},
		{
			label: 'Counted as a hub today',
			value: `${lists(choice.standing)}: ${formatCount(standing.length)}`
		},
		...(choice.fixed.length === 0 ? [] : [{ label: 'Must be in', value: choice.fixed.join(', ') }]),
		...(choice.excluded.length === 0
			? []
			: [{ label: 'Left out', value: choice.excluded.join(', ') }])
	];
}
