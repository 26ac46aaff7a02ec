import { describe, expect, it } from 'vitest';
import { AREAS } from '../fixture.ts';
import { anAnswer, ASKED, items, listed, ROWS } from './fixture.ts';
import { roundReports } from './reports.ts';
import { roundOf, roundText, type Asked } from './round.ts';

/** Answers of a round, one a place. */
const answersOf = (asked: Partial<Asked>, correct: 'yes' | 'no') =>
	items(asked).map(({ asset }) =>
		anAnswer({
			id: asset.id,
			correct,
			round: roundText(roundOf(ROWS, { ...ASKED, ...asked }).round)
		})
	);
const reports = (...answers: ReturnType<typeof answersOf>[]) =>
	roundReports(answers.flat(), ROWS, AREAS, listed, []);

describe('what came back of each round', () => {
	it('has the random checks first, the newest before the one that it stands beside', () => {
		const found = reports(
			answersOf({ way: 'stalest' }, 'no'),
			answersOf({ on: '2026-05-04', seed: 3 }, 'no'),
			answersOf({}, 'yes')
		);
		expect(found.map(({ heading, sentences }) => [heading, sentences[0]])).toEqual([
			[
				'Random check: the whole region, all kinds',
				'Of 3 places checked, 3 were listed correctly (60% to 100%); last round 0 of 3.'
			],
			[
				'Random check: the whole region, all kinds',
				'Of 3 places checked, 0 were listed correctly (0% to 40%).'
			],
			['Check: the whole region, all kinds', 'Five answers on five places, from team A.']
		]);
		expect(found[2]?.sentences.join(' ')).not.toMatch(/\d%/);
	});

	it('counts no place that was added to the sheets of a sample, where that can be told', () => {
		const drawn = new Set(items().map(({ asset }) => asset.id));
		const other = ROWS.find(({ lead }) => !drawn.has(lead.id))?.lead.id ?? expect.fail();
		const [report] = reports(answersOf({}, 'yes'), [anAnswer({ id: other })]);
		expect(report?.sentences[0]).toMatch(/^Of 3 places checked/);
		expect(report?.sentences).toContain(
			'One place came back that was not drawn; it is not counted.'
		);
	});

	it('says where the sample cannot be drawn again', () => {
		const [report] = roundReports(answersOf({}, 'yes'), ROWS.slice(1), AREAS, listed, []);
		expect(report?.sentences.at(-1)).toContain('cannot be drawn again');
	});
});
