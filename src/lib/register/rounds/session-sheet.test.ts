import { read, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDirectory } from '../directory/directory.ts';
import { aClaim, AREAS, COLLECTIONS } from '../fixture.ts';
import { bytesOf } from '../intake/fixture.ts';
import { REGION } from './fixture.ts';
import { readTable } from '../intake/formats.ts';
import { readSessions } from './read-session.ts';
import {
	countingSheet,
	howToCount,
	isTheme,
	LEAST,
	mergeSessions,
	MOST_PLACES,
	saidInAll,
	SAID,
	sessionPlaces,
	sessionsCsv,
	sessionText,
	THEME_IDS,
	THEMES,
	type Counted,
	type SessionCounts
} from './session-sheet.ts';
import { sheetWorkbook } from './workbook.ts';

const { rows } = makeDirectory(
	[
		aClaim({ id: 'gp-1', name: 'Mill Surgery', kind: 'gp-practice' }),
		aClaim({ id: 'hub-1', name: 'Zion Family Hub', kind: 'family-hub' }),
		aClaim({ id: 'hall-1', name: 'Mill Hall' }),
		aClaim({ id: 'hub-2', name: 'Northtown Refuge', kind: 'family-hub' }),
		aClaim({ id: 'hub-3', name: 'Old Hub', kind: 'family-hub', status: 'closed' })
	],
	[],
	AREAS,
	COLLECTIONS
);
const SESSION = { region: 'exampleshire', on: '2026-11-02', code: 'ab12' };
const { places } = sessionPlaces(rows, []);
const sheet = countingSheet(places, SESSION);
const headings = sheet.columns.map(({ heading }) => heading);
const nameOf = (id: string) => places.find(({ lead }) => lead.id === id)?.lead.name ?? null;
const reading = { region: REGION, nameOf };
const csv = (more: Record<string, Record<string, string>>, columns = headings) =>
	[
		columns,
		...sheet.rows.map((cells) =>
			columns.map((heading) => {
				const id = cells[headings.indexOf('Identifier')] ?? '';
				return more[id]?.[heading] ?? cells[headings.indexOf(heading)] ?? '';
			})
		)
	]
		.map((cells) => cells.map((cell) => `"${cell}"`).join())
		.join('\n');
const readBack = async (name: string, bytes: Uint8Array) =>
	readSessions((await readTable({ name, bytes })).table, reading);
const bring = (text: string) => readBack('back.csv', bytesOf(text));

describe('the sheet of a session', () => {
	it('has what is useful with a baby, births and families first, and nothing that must not be found', () => {
		expect(places.map(({ lead }) => lead.name)).toEqual(['Zion Family Hub', 'Mill Surgery']);
		expect(sessionPlaces(rows, ['community-venue']).places.map(({ lead }) => lead.name)).toContain(
			'Mill Hall'
		);
	});

	it('has what fits on one page, and says how many there are', () => {
		const { rows: many } = makeDirectory(
			Array.from({ length: 50 }, (_, at) => aClaim({ id: `gp-${at}`, kind: 'gp-practice' })),
			[],
			AREAS,
			COLLECTIONS
		);
		const found = sessionPlaces(many, []);
		expect(found.places).toHaveLength(MOST_PLACES);
		expect(found.all).toBe(50);
	});

	it('is counted in a spreadsheet that takes whole numbers, and comes back from another program', async () => {
		const file = await sheetWorkbook(sheet, 'Counting sheet', howToCount(SESSION));
		const book = read(file);
		expect(book.SheetNames).toEqual(['Counting sheet', 'How to fill it in']);
		const first = book.Sheets['Counting sheet'] ?? {};
		utils.sheet_add_aoa(first, [[12, 5, 4]], { origin: { r: 1, c: headings.indexOf(SAID.use) } });
		const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
		const { sessions, small, problems } = await readBack('a.xlsx', bytes);
		expect({ small, problems }).toEqual({ small: 1, problems: [] });
		expect(sessions).toEqual([
			{
				session: sessionText(SESSION),
				counts: [
					{ id: 'hub-1', name: 'Zion Family Hub', use: 12, would: 5, wouldNot: null, missing: null }
				]
			}
		]);
	});
});

describe('what comes back of a session', () => {
	it('is no count below five, and no word of anybody, whatever the file holds', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.oneof(
						fc.integer({ min: 0, max: 30 }).map(String),
						fc.constantFrom('', 'Jane', '-3', '7.5', '1e9', '900')
					),
					{
						minLength: 4,
						maxLength: 4
					}
				),
				async ([use = '', would = '', wouldNot = '', missing = '']) => {
					const read = await bring(
						csv({
							'hub-1': {
								[SAID.use]: use,
								[SAID.would]: would,
								[SAID.wouldNot]: wouldNot,
								Missing: missing
							}
						})
					);
					for (const { counts } of read.sessions) {
						for (const one of counts) {
							for (const count of [one.use, one.would, one.wouldNot, one.missing]) {
								if (count !== null) expect(count).toBeGreaterThanOrEqual(LEAST);
							}
						}
					}
					expect(JSON.stringify(read)).not.toContain('Jane');
				}
			)
		);
	});

	it('is kept under the names that are listed here, and the themes that are fixed', async () => {
		const { sessions } = await bring(
			csv({
				'gp-1': { Name: 'What Jane said', [SAID.wouldNot]: '9' },
				'missing-bus': { Name: 'Jane', Missing: '6' }
			})
		);
		expect(sessions[0]?.counts.map(({ name }) => name)).toEqual([
			'Mill Surgery',
			THEMES['missing-bus']
		]);
	});

	it('says what it left out, and refuses what is no counting sheet', async () => {
		const strange = csv({
			'gp-1': { Identifier: 'refuge-9', [SAID.use]: '9' },
			'hub-1': { Session: 'mine' }
		});
		expect((await bring(strange)).problems).toEqual([
			expect.stringMatching(/^Row 2: the column “Session”/),
			expect.stringMatching(/^Row 3: no place/)
		]);
		const comments = await bring(
			csv({ 'gp-1': { [SAID.use]: '9', Comments: 'Jane' } }, [...headings, 'Comments'])
		);
		expect(comments.passedOver).toEqual(['Comments']);
		expect(JSON.stringify(comments.sessions)).not.toContain('Jane');
		await expect(bring('name,postcode\nHall,NR3 1AA')).rejects.toThrow('not a counting sheet');
		await expect(bring(csv({}, [...headings, 'First name']))).rejects.toThrow('names of people');
		await expect(bring(csv({}).replaceAll('exampleshire', 'elsewhere'))).rejects.toThrow(
			'another region (elsewhere)'
		);
	});
});

const count = fc.option(fc.integer({ min: LEAST, max: 60 }));
const counted: fc.Arbitrary<Counted> = fc
	.record({
		id: fc.constantFrom('hub-1', 'gp-1', ...THEME_IDS),
		use: count,
		would: count,
		wouldNot: count,
		missing: count
	})
	.map(({ use, would, wouldNot, missing, id }): Counted => {
		const none = { use: null, would: null, wouldNot: null, missing: null };
		return isTheme(id)
			? { ...none, id, name: THEMES[id], missing }
			: { ...none, id, name: nameOf(id) ?? '', use, would, wouldNot };
	});
const sessions = fc.uniqueArray(
	fc
		.record({
			session: fc
				.constantFrom('aaaa', 'bbbb', 'cccc')
				.map((code) => sessionText({ ...SESSION, code })),
			counts: fc
				.uniqueArray(counted, { selector: ({ id }) => id, minLength: 1 })
				.map((all) =>
					all
						.filter(({ use, would, wouldNot, missing }) =>
							[use, would, wouldNot, missing].some((one) => one !== null)
						)
						.sort((a, b) => (a.id < b.id ? -1 : 1))
				)
		})
		.filter(({ counts }) => counts.length > 0),
	{ selector: ({ session }) => session }
);

describe('several sessions', () => {
	it('are counted once each, however often they are brought, and come back from a file as they were', async () => {
		await fc.assert(
			fc.asyncProperty(sessions, async (some) => {
				fc.pre(some.length > 0);
				const all = mergeSessions([], some).sessions;
				expect(mergeSessions(all, some)).toEqual({ sessions: all, clashes: [] });
				expect(mergeSessions(some.toReversed(), all).sessions).toEqual(all);
				expect((await bring(sessionsCsv(all))).sessions).toEqual(all);
			})
		);
	});

	it('of which one comes again with other counts keep the first, and say so', () => {
		const one: SessionCounts = {
			session: 'a',
			counts: [{ id: 'gp-1', name: 'x', use: 9, would: null, wouldNot: null, missing: null }]
		};
		const other = { session: 'a', counts: [{ ...(one.counts[0] as Counted), use: 10 }] };
		expect(mergeSessions([one], [other])).toEqual({ sessions: [one], clashes: ['a'] });
	});

	it('add up to the least that they can be where a count was not kept', () => {
		const of = (session: string, use: number | null, would: number | null): SessionCounts => ({
			session,
			counts: [{ id: 'gp-1', name: 'Mill Surgery', use, would, wouldNot: null, missing: null }]
		});
		expect(saidInAll([of('a', 9, 6), of('b', 8, null)])[0]?.said).toEqual({
			use: '17',
			would: 'at least 6',
			wouldNot: 'fewer than 5 in each',
			missing: 'fewer than 5 in each'
		});
	});
});
