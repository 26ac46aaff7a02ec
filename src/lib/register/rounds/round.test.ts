import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASSET_KINDS, type AssetKind } from '../kinds.ts';
import { ASKED, ROWS } from './fixture.ts';
import { drawSample, isSameQuestion, markOf, readRound, roundOf, roundText } from './round.ts';
import { readTeam, splitBetween, TEAMS } from './teams.ts';

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { maxLength: 60 });
const seed = fc.integer({ min: 0, max: 999_999 });

describe('a random sample', () => {
	it('is drawn of the frame without replacement, and is the same for the same seed in any order', () => {
		fc.assert(
			fc.property(ids, fc.integer({ min: 0, max: 80 }), seed, (frame, size, from) => {
				const drawn = drawSample(frame, size, from);
				expect(drawn.size).toBe(Math.min(size, frame.length));
				for (const id of drawn) expect(frame).toContain(id);
				expect(drawSample(frame.toReversed(), size, from)).toEqual(drawn);
				expect(markOf(frame.toReversed())).toBe(markOf(frame));
			})
		);
	});

	it('draws every place about equally often', () => {
		const frame = Array.from({ length: 10 }, (_, at) => `p${at}`);
		const times = new Map<string, number>();
		const rounds = 4_000;
		for (let from = 1; from <= rounds; from++) {
			for (const id of drawSample(frame, 3, from)) times.set(id, (times.get(id) ?? 0) + 1);
		}
		// Three in ten; five standard deviations of a count are 145.
		for (const id of frame) expect(Math.abs((times.get(id) ?? 0) - 1_200)).toBeLessThan(145);
	});

	it('is another one for another seed, and another mark for another frame', () => {
		const frame = Array.from({ length: 50 }, (_, at) => `p${at}`);
		expect(drawSample(frame, 10, 1)).not.toEqual(drawSample(frame, 10, 2));
		expect(markOf(frame)).not.toBe(markOf(frame.slice(1)));
	});
});

describe('a round', () => {
	it('asks about the places that were drawn, and says from how many', () => {
		const { round, rows } = roundOf(ROWS, ASKED);
		expect(round).toMatchObject({ frame: 5, asked: 3, seed: 7 });
		expect(rows).toHaveLength(3);
		expect(roundOf(ROWS, { ...ASKED, way: 'stalest' })).toMatchObject({
			round: { frame: 5, asked: 5, seed: null },
			rows: ROWS
		});
	});

	it('comes back from its text as it was', () => {
		const kinds = Object.keys(ASSET_KINDS) as AssetKind[];
		fc.assert(
			fc.property(
				fc.constantFrom('random', 'stalest', 'need'),
				fc.option(fc.stringMatching(/^E\d{8}$/)),
				fc.subarray(kinds),
				fc.option(fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/).filter((word) => word !== 'all')),
				seed,
				(way, place, chosen, source, from) => {
					const asked = {
						...ASKED,
						way: way as 'random',
						place,
						kinds: chosen,
						source,
						seed: from
					};
					const { round } = roundOf(ROWS, asked);
					expect(readRound(roundText(round))).toEqual({ round });
				}
			)
		);
	});

	it('is not guessed from a text that was changed', () => {
		const text = roundText(roundOf(ROWS, ASKED).round);
		expect(readRound(text.replace('round 1', 'round 2'))).toEqual({ fault: 'newer' });
		for (const broken of [
			'',
			'random',
			text.replace('way random', 'way stalest'),
			text.replace('asked 3', 'asked 6'),
			text.replace('asked 3', 'asked -3'),
			text.replace('2026-11-02', '2026-13-02'),
			text.replace('kinds all', 'kinds castle'),
			`${text}, seed 8`,
			text
				.slice(0, -3)
				.trimEnd()
				.replace(/, seed.*$/, '')
		]) {
			expect(readRound(broken), broken).toEqual({ fault: 'broken' });
		}
		fc.assert(
			fc.property(fc.string(), (any) => {
				expect('fault' in readRound(any)).toBe(true);
			})
		);
	});

	it('asks the same as another only where way, place, kinds and source are the same', () => {
		const { round } = roundOf(ROWS, ASKED);
		expect(isSameQuestion(round, { ...round, on: '2026-05-02', seed: 9, frame: 9 })).toBe(true);
		expect(isSameQuestion(round, { ...round, source: 'libraries' })).toBe(false);
		expect(isSameQuestion(round, { ...round, kinds: ['library'] })).toBe(false);
	});
});

describe('teams', () => {
	it('get every place once, in order, and nearly as many as the others', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer(), { maxLength: 50 }),
				fc.integer({ min: 1, max: 8 }),
				(list, teams) => {
					const parts = splitBetween(list, teams);
					expect(parts.flatMap(({ items }) => items)).toEqual(list);
					const sizes = parts.map(({ items }) => items.length);
					expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
					expect(parts).toHaveLength(Math.min(teams, Math.max(1, list.length)));
				}
			)
		);
	});

	it('are letters, and nobody’s name', () => {
		expect(TEAMS.map((team) => readTeam(` team ${team.toLowerCase()} `))).toEqual(TEAMS);
		for (const other of ['', 'Jane Smith', 'AB', 'I', 'Team Jane']) {
			expect(readTeam(other)).toBeNull();
		}
	});
});
