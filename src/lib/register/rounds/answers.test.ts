import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERIFIER_ROLES, type VerifierRole } from '../kinds.ts';
import {
	CHECK_FIELDS,
	checkedPlaces,
	choose,
	disagreements,
	mergeAnswers,
	type Answer
} from './answers.ts';
import { anAnswer, listed, OWNER, REGION, ROUND_TEXT, TODAY } from './fixture.ts';
import { answersCsv, settledCsv } from './outcome.ts';
import { readTable } from '../intake/formats.ts';
import { readAnswers } from './read-answers.ts';
import { TEAMS } from './teams.ts';
import { bring, bytesOf } from '../intake/fixture.ts';
import { parse } from 'csv-parse/sync';

/** Cells as people and programs leave them, with signs that files make trouble with. */
const cell = fc
	.string({ unit: fc.constantFrom(...'abc XYZ019,;"\'=+-@\t|é’&<>'), maxLength: 30 })
	.map((text) => text.replace(/\s+/g, ' ').trim())
	.filter((text) => text !== '');
const answer: fc.Arbitrary<Answer> = fc.record({
	round: fc.constant(ROUND_TEXT),
	id: fc.constantFrom('place-0', 'place-1', 'place-2', 'gone-9'),
	team: fc.constantFrom(...TEAMS),
	role: fc.option(fc.constantFrom(...(Object.keys(VERIFIER_ROLES) as VerifierRole[]))),
	on: fc.option(fc.constantFrom('2026-11-01', '2026-11-12')),
	correct: fc.constantFrom('yes', 'no'),
	says: fc.record(
		{
			...Object.fromEntries(CHECK_FIELDS.map((field) => [field, cell])),
			status: fc.constantFrom('open', 'closed')
		},
		{ requiredKeys: [] }
	)
});
const files = fc.array(answer, { maxLength: 8 });
const merged = (...all: (readonly Answer[])[]) => all.reduce(mergeAnswers, [] as readonly Answer[]);

describe('answers of several teams', () => {
	it('merge to the same set in whatever order and however often they come, and none is lost', () => {
		fc.assert(
			fc.property(files, files, files, (a, b, c) => {
				const all = merged(a, b, c);
				expect(merged(c, a, b)).toEqual(all);
				expect(merged(b, merged(c, a))).toEqual(all);
				expect(merged(all, a, all)).toEqual(all);
				for (const one of [...a, ...b, ...c]) expect(all).toContainEqual(one);
				for (const one of all) expect([...a, ...b, ...c]).toContainEqual(one);
			})
		);
	});

	it('come back from a file as they were saved, whatever stands in their cells', async () => {
		await fc.assert(
			fc.asyncProperty(files, async (some) => {
				fc.pre(some.length > 0);
				const all = merged(some);
				const file = { name: 'answers.csv', bytes: bytesOf(answersCsv(all, OWNER)) };
				const { table } = await readTable(file);
				const read = readAnswers(table, { region: REGION, today: TODAY, listed });
				expect(read.problems).toEqual([]);
				expect(merged(all, read.answers)).toEqual(all);
				expect(read.answers).toEqual(all);
			})
		);
	});

	it('every claim of every answer stands until somebody decides between them', () => {
		fc.assert(
			fc.property(files, (some) => {
				const points = disagreements(checkedPlaces(some, listed));
				for (const point of points) {
					expect(point.holds).toBeNull();
					const teams = some.filter(({ id }) => id === point.id).map(({ team }) => team);
					for (const claim of point.claims)
						for (const team of claim.teams) expect(teams).toContain(team);
				}
				const choices = points.map((point) => choose(point, point.claims.at(-1)?.value ?? ''));
				const after = disagreements(checkedPlaces(some, listed, choices));
				expect(after.map(({ holds }) => holds)).toEqual(choices.map(({ value }) => value));
			})
		);
	});

	it('agree where they say the same in other letters and spaces', () => {
		const said = (team: 'A' | 'B', phone: string) =>
			anAnswer({ team, correct: 'no', says: { phone } });
		const places = checkedPlaces([said('A', '01603 111111'), said('B', '01603111111')], listed);
		expect(disagreements(places)).toEqual([]);
		expect(places[0]?.changes).toMatchObject([
			{ matter: 'phone', holds: '01603 111111', claims: [{ teams: ['A', 'B'] }] }
		]);
	});

	it('that change something listed say that it is not listed correctly, also where they say yes', () => {
		const own = checkedPlaces([anAnswer({ says: { status: 'closed' } })], listed);
		expect(disagreements(own)).toMatchObject([
			{ matter: 'correct', claims: [{ value: 'no' }, { value: 'yes' }] }
		]);
		// What nobody knew before is no fault of the listing.
		const added = checkedPlaces([anAnswer({ says: { email: 'hall@example.org' } })], listed);
		expect(added[0]?.correct?.holds).toBe('yes');
	});

	it('a claim that comes after a decision opens it again', () => {
		const [a, b, c] = (['A', 'B', 'C'] as const).map((team, at) =>
			anAnswer({ team, correct: 'no', says: { phone: `01603 11111${at}` } })
		) as [Answer, Answer, Answer];
		const [point] = disagreements(checkedPlaces([a, b], listed));
		const choices = [choose(point ?? expect.fail(), '01603 111111')];
		expect(disagreements(checkedPlaces([b, a], listed, choices))[0]?.holds).toBe('01603 111111');
		expect(disagreements(checkedPlaces([a, b, c], listed, choices))[0]?.holds).toBeNull();
	});
});

describe('what holds', () => {
	it('goes through the import, and what is open does not', async () => {
		const answers = [
			anAnswer({ id: 'place-0', correct: 'no', says: { phone: '01603 222222' } }),
			anAnswer({
				id: 'place-0',
				team: 'B',
				correct: 'no',
				says: { phone: '01603 333333', openingTimes: 'Tu 10:00-12:00' }
			}),
			anAnswer({ id: 'place-1', correct: 'yes' }),
			anAnswer({ id: 'place-1', team: 'B', correct: 'no' }),
			anAnswer({ id: 'place-3', correct: 'no', says: { status: 'closed' } }),
			anAnswer({ id: 'gone-9', correct: 'yes' })
		];
		const csv = settledCsv(checkedPlaces(answers, listed), listed, OWNER);
		const session = await bring(csv, 'checked.csv', {
			register: (id) => {
				const asset = listed(id);
				return asset && { asset, own: false, place: asset.id };
			}
		});
		const { rows } = session.page(null, 0, 10);
		const changes = Object.fromEntries(
			rows.map((row) => [row.name, row.changes.map(({ label, after }) => `${label}: ${after}`)])
		);
		expect(changes).toEqual({
			'Mill Hall': ['Opening times: Tuesday 10:00–12:00'],
			'Quay Centre': ['Status: closed']
		});
		await session.apply(session.decisionsFor('accept-changes'));
		expect(session.summary().counts).toMatchObject({ refused: 0, look: 0 });
	});

	it('of places found right changes nothing, and says who checked them and when', () => {
		const csv = settledCsv(checkedPlaces([anAnswer()], listed), listed, OWNER);
		const [row] = parse(csv, { columns: true }) as Record<string, string>[];
		expect(row).toMatchObject({
			Name: 'Mill Hall',
			Telephone: '',
			'Last verified': '2026-11-10',
			'Verified by': 'council officer'
		});
	});
});
