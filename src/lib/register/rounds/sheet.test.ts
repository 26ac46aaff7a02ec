/** The sheet goes out, is filled in by another program, and comes back. */
import { parse } from 'csv-parse/sync';
import { read, utils, write, type WorkBook } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bring, bytesOf } from '../intake/fixture.ts';
import { VERIFIER_ROLES } from '../kinds.ts';
import { ASKED, items, listed, OWNER, REGION, ROUND_TEXT, ROWS, TODAY } from './fixture.ts';
import { readTable } from '../intake/formats.ts';
import { readAnswers } from './read-answers.ts';
import { roundOf } from './round.ts';
import { checkSheet, checkSheetCsv, CHOICES, CORRECT, howToFillIn, roundWords } from './sheet.ts';
import { splitBetween } from './teams.ts';
import { sheetWorkbook } from './workbook.ts';

const { round } = roundOf(ROWS, { ...ASKED, way: 'stalest' });
const all = items({ way: 'stalest' });
const sheet = checkSheet(splitBetween(all, 2), round, OWNER);
const headings = sheet.columns.map(({ heading }) => heading);
const reading = { region: REGION, today: TODAY, listed };

const workbook = () => sheetWorkbook(sheet, 'Field check', howToFillIn(round));
const readBack = async (bytes: Uint8Array, name = 'team-a.xlsx') =>
	readAnswers((await readTable({ name, bytes })).table, reading);
const register = (id: string) => {
	const asset = listed(id);
	return asset && { asset, own: false, place: asset.id };
};

/** What a team writes into a row of the spreadsheet with another program. */
function fill(book: WorkBook, row: number, cells: Record<string, string | number | Date>): void {
	const first = book.Sheets['Field check'] ?? expect.fail('no sheet');
	for (const [heading, value] of Object.entries(cells)) {
		utils.sheet_add_aoa(first, [[value]], { origin: { r: row, c: headings.indexOf(heading) } });
	}
}
const saved = (book: WorkBook) =>
	new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);

describe('the sheet of a check as a spreadsheet', () => {
	it('has every place, the words to choose from, and how to fill it in', async () => {
		const book = read(await workbook());
		expect(book.SheetNames).toEqual(['Field check', 'How to fill it in', 'Choices']);
		const rows = utils.sheet_to_json<string[]>(book.Sheets['Field check'] ?? {}, {
			header: 1,
			defval: ''
		});
		expect(rows[0]).toEqual(headings);
		expect(rows.slice(1)).toEqual(sheet.rows);
		const how = utils.sheet_to_json<string[]>(book.Sheets['How to fill it in'] ?? {}, {
			header: 1
		});
		expect(how.flat()).toEqual(howToFillIn(round));
	});

	it('carries a rule for each column to choose in, at its place among the parts of a sheet', async () => {
		const parts = unzipSync(await workbook());
		const xml = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
		const rules = [
			...xml.matchAll(/<dataValidation [^>]*sqref="([A-Z]+)2:[A-Z]+6"[^>]*><formula1>([^<]*)</g)
		];
		const columns = sheet.columns.flatMap(({ takes }, at) => (takes ? [at] : []));
		expect(rules.map(([, column = '']) => utils.decode_col(column))).toEqual(columns);
		expect(xml).toContain(`<dataValidations count="${columns.length}">`);
		// The order in which a program expects the parts, or it calls the file damaged.
		const order = ['sheetViews', 'cols', 'sheetData', 'dataValidations', 'pageSetup'];
		const found = order.map((tag) => xml.indexOf(`<${tag}`)).filter((at) => at !== -1);
		expect(found).toEqual([...found].sort((a, b) => a - b));
		expect(found.length).toBeGreaterThan(2);
		expect(strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())).not.toContain(
			'dataValidation'
		);

		// Each list points at its own words.
		const book = read(await workbook());
		const choices = book.Sheets['Choices'] ?? {};
		rules.forEach(([, , formula = ''], at) => {
			const takes = sheet.columns[columns[at] ?? -1]?.takes ?? 'day';
			if (takes === 'day' || takes === 'count') return;
			const range = utils.decode_range(formula.replace('Choices!', '').replaceAll('$', ''));
			const words = utils.sheet_to_json<string[]>(choices, { header: 1, range }).flat();
			expect(words).toEqual(CHOICES[takes]);
		});
	});

	it('comes back through the import as it went out, with nothing changed and nothing refused', async () => {
		const session = await bring(await workbook(), 'check.xlsx', { register });
		expect(session.table.rows).toHaveLength(5);
		for (const row of session.table.rows.keys()) {
			expect(session.view(row).changes, session.view(row).name).toEqual([]);
		}
		expect(session.summary().counts).toMatchObject({ refused: 0, look: 0 });
	});

	it('comes back filled in by another program: through the import, and to be put together', async () => {
		const book = read(await workbook());
		const at = (name: string) => sheet.rows.findIndex((cells) => cells.includes(name)) + 1;
		fill(book, at('Mill Hall'), {
			[CORRECT]: 'no',
			Status: 'open',
			'Last verified': new Date(Date.UTC(2026, 10, 12)),
			'Verified by': VERIFIER_ROLES.volunteer,
			Telephone: '01603 999999'
		});
		fill(book, at('North Library'), {
			[CORRECT]: 'yes',
			Status: 'open',
			'Last verified': '12/11/2026',
			'Verified by': VERIFIER_ROLES.council
		});
		fill(book, at('Quay Centre'), { [CORRECT]: 'not checked' });
		const bytes = saved(book);

		const back = await readBack(bytes);
		expect(back).toMatchObject({ unanswered: 3, problems: [], passedOver: [] });
		expect(back.answers).toMatchObject([
			{ id: 'place-0', correct: 'no', role: 'volunteer', on: '2026-11-12' },
			{ id: 'place-1', correct: 'yes', role: 'council', on: '2026-11-12' }
		]);
		expect(back.answers[0]?.says).toMatchObject({ phone: '01603 999999', status: 'open' });

		const session = await bring(bytes, 'check.xlsx', { register });
		const changes = session.table.rows.flatMap((_, row) => session.view(row).changes);
		expect(changes).toMatchObject([{ field: 'phone', after: '01603 999999' }]);
		await session.apply(session.decisionsFor('accept-changes'));
		expect(session.result().find(({ asset }) => asset.id === 'place-1')?.asset).toMatchObject({
			status: 'verified',
			verified: '2026-11-12',
			verifiedBy: 'council'
		});
	});

	it('of a random check says the seed and the frame', () => {
		const random = roundOf(ROWS, ASKED).round;
		const words = 'Random check: 3 places drawn from 5 with seed 7, on 2 November 2026.';
		expect(roundWords(random)).toBe(words);
		expect(howToFillIn(random)[0]).toBe(words);
		expect(ROUND_TEXT).toContain('from 5');
	});
});

describe('a file that comes back', () => {
	const row = (more: Record<string, string>, from = 0): string[] =>
		headings.map((heading, at) => more[heading] ?? sheet.rows[from]?.[at] ?? '');
	const csv = (rows: readonly (readonly string[])[], columns = headings) =>
		[columns, ...rows]
			.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join())
			.join('\n');
	const bringCsv = (text: string) => readBack(bytesOf(text), 'back.csv');
	const refused = (text: string) =>
		bringCsv(text).then(
			() => expect.fail('it was taken'),
			(error: Error) => error.message
		);

	it('as CSV answers as the spreadsheet does', async () => {
		const filled = parse(checkSheetCsv(sheet)) as string[][];
		(filled[1] ?? [])[0] = 'Yes';
		const { answers, unanswered } = await bringCsv(csv(filled.slice(1)));
		expect(answers).toHaveLength(1);
		expect(unanswered).toBe(4);
	});

	it('with a column for names of people is refused, and nothing of it is kept', async () => {
		for (const heading of [
			'Visitor name',
			'Name of checker',
			'Contact name',
			'Manager’s name',
			'Surname',
			'Signed by',
			'Checked by (name)',
			'staff_name'
		]) {
			expect(await refused(csv([[...row({}), 'x']], [...headings, heading]))).toContain(
				'is for names of people'
			);
		}
		// The name of a place is none.
		await expect(
			bringCsv(csv([[...row({}), 'x']], [...headings, 'Venue name']))
		).resolves.toMatchObject({
			passedOver: ['Venue name']
		});
	});

	it('with a name for a team or role has that row left out, and the name is not repeated', async () => {
		const { answers, problems } = await bringCsv(
			csv([
				row({ [CORRECT]: 'yes', Team: 'Jane Smith' }),
				row({ [CORRECT]: 'yes', 'Verified by': 'Jane Smith' }, 1),
				row({ [CORRECT]: 'yes' }, 2)
			])
		);
		expect(answers).toHaveLength(1);
		expect(problems.join(' ')).toMatch(/^Row 2: a team is a letter.* Row 3: .*none of the roles/);
		expect(problems.join(' ')).not.toContain('Jane');
	});

	it('that is foreign, old, of another region or of a newer page says so', async () => {
		expect(await refused('name,postcode\nMill Hall,NR3 1AA')).toContain(
			'not a field check from this site'
		);
		const columns = headings.filter((heading) => heading !== 'Round');
		expect(await refused(csv([row({})], columns))).toContain('which round');
		const elsewhere = row({
			[CORRECT]: 'yes',
			Round: ROUND_TEXT.replace('exampleshire', 'elsewhere')
		});
		expect(await refused(csv([elsewhere]))).toContain('of another region (elsewhere)');
		const { problems } = await bringCsv(
			csv([row({ [CORRECT]: 'yes', Round: ROUND_TEXT.replace('round 1', 'round 9') })])
		);
		expect(problems).toEqual([expect.stringContaining('newer version of this page')]);
	});

	it('that is damaged says so', async () => {
		const whole = await workbook();
		await expect(readBack(whole.slice(0, whole.length / 2))).rejects.toThrow(
			/damaged|could not be read/
		);
		await expect(readBack(new Uint8Array())).rejects.toThrow('empty');
	});

	it('has rows left out that say what cannot be, each with its line', async () => {
		const { answers, problems } = await bringCsv(
			csv([
				row({ [CORRECT]: 'perhaps' }),
				row({ [CORRECT]: 'yes', 'Last verified': '31/12/2026' }),
				row({ [CORRECT]: 'yes', 'Last verified': '2026' }),
				row({ [CORRECT]: 'yes', Status: 'half' }),
				row({ [CORRECT]: 'yes', Identifier: '=cmd()' }),
				row({ [CORRECT]: 'yes', Round: 'mine' }),
				row({ [CORRECT]: 'no', Address: 'x'.repeat(501) }),
				row({ Telephone: '01603 555555' })
			])
		);
		expect(answers).toEqual([]);
		expect(problems.map((text) => text.split(':')[0])).toEqual(
			[2, 3, 4, 5, 6, 7, 8, 9].map((line) => `Row ${line}`)
		);
		expect(problems.at(-1)).toContain('“Telephone” is not as listed now');
	});
});
