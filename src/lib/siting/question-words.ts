/** A question as one sentence under its heading, "Where could new hubs go?" */
import { MODES } from '../access/travel.ts';
import { capitalise, formatNumber } from '../text/format.ts';
import { HUB_KINDS } from './hub-kinds.ts';
import { FOCUS, WHO } from './people.ts';
import { nearWords, type Choice } from './question.ts';

type Asked = Pick<Choice, 'kind' | 'who' | 'focus' | 'aim' | 'hubs' | 'measure' | 'mode' | 'reach'>;

/** "Five new maternity and family hubs, so that as many … as possible are within a 20-minute walk." */
export function questionSentence(choice: Asked): string {
	const { kind, who, focus, aim, hubs, measure, mode } = choice;
	const { words, word } = HUB_KINDS[kind];
	const { noun } = WHO[who];
	const people = focus === 'all' ? noun : `${noun} in ${FOCUS[focus].words}`;
	const where = `${capitalise(formatNumber(hubs))} new ${hubs === 1 ? word : words}`;
	const near = nearWords(choice);
	const way = measure === 'minutes' ? ` ${MODES[mode].words}` : '';
	switch (aim) {
		case 'coverage':
			return `${where}, so that as many ${people} as possible are within ${near}.`;
		case 'fair':
			return `${where}, so that the district with the smallest share of ${people} within ${near} gets as many as possible.`;
		case 'travel':
			return `${where}, so that ${people} have the least travel in all${way}.`;
		case 'worst':
			return `${where}, so that the longest journey of any ${people}${way} is as short as possible.`;
		case 'fewest':
			return `The fewest new ${words} that put all ${people} who can be reached within ${near}.`;
	}
}
