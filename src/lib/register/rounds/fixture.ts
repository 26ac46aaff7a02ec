/** Invented checks for tests of rounds. */
import { NO_OWNER } from '../../catalogue/owner.ts';
import { fieldCheckList, type CheckItem } from '../directory/field-check.ts';
import { makeDirectory } from '../directory/directory.ts';
import { aClaim, AREAS, COLLECTIONS } from '../fixture.ts';
import type { Asset } from '../asset.ts';
import type { Answer } from './answers.ts';
import { roundOf, roundText, type Asked } from './round.ts';

export const CHOSEN = {
	way: 'random',
	region: 'exampleshire',
	on: '2026-11-02',
	place: null,
	kinds: [],
	source: null
} as const satisfies Partial<Asked>;
export const ASKED: Asked = {
	...CHOSEN,
	sample: 3,
	seed: 7
};
export const REGION = { slug: 'exampleshire', name: 'Exampleshire' };
export const TODAY = '2026-11-30';

const NAMES = ['Mill Hall', 'North Library', '=Cmd() "Café", Ltd', 'Quay Centre', 'Rose Rooms'];

export const { rows: ROWS } = makeDirectory(
	NAMES.map((name, at) =>
		aClaim({
			id: `place-${at}`,
			name,
			kind: at === 1 ? 'library' : 'community-venue',
			address: `${at + 1} Mill Lane`,
			postcode: 'NR3 1AA',
			longitude: 1.21,
			latitude: 52.61,
			phone: at === 0 ? '01603 000000' : null,
			openingTimes: at === 3 ? 'Mo 10:00-12:00' : null
		})
	),
	[],
	AREAS,
	COLLECTIONS
);

export const items = (asked: Partial<Asked> = {}): CheckItem[] => {
	const { rows } = roundOf(ROWS, { ...ASKED, ...asked });
	return fieldCheckList(rows, asked.way ?? ASKED.way, []);
};
export const ROUND_TEXT = roundText(roundOf(ROWS, ASKED).round);
export const OWNER = NO_OWNER;

export const listed = (id: string): Asset | null =>
	ROWS.find(({ lead }) => lead.id === id)?.lead ?? null;

export const anAnswer = (more: Partial<Answer> = {}): Answer => ({
	round: ROUND_TEXT,
	id: 'place-0',
	team: 'A',
	role: 'council',
	on: '2026-11-10',
	correct: 'yes',
	says: {},
	...more
});
