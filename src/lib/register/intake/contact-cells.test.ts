/** Cells that other programs left their marks on: numbers, dates, markup, signs between cells. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cells } from './cells.ts';
import { readContacts } from './contact-cells.ts';
import { bring, bytesOf } from './fixture.ts';
import { readTable } from './formats.ts';
import type { Remark } from './remark.ts';

const read = (cells: Cells) => {
	const remarks: Remark[] = [];
	return { ...readContacts(cells, remarks), said: remarks.map(({ text }) => text).join(' ') };
};
const tableOf = async (text: string) =>
	(await readTable({ name: 'a.csv', bytes: bytesOf(text) })).table;

describe('a telephone number', () => {
	it.each([
		['01632 960001', '01632 960001'],
		['1632960001', '01632960001'],
		['1632960001.0', '01632960001'],
		['441632960001', '+441632960001'],
		['tel:01632960001', '01632960001'],
		['<a href="tel:01632960001">01632 960001</a>', '01632 960001'],
		['<a href="tel:01632960001">Call us</a>', '01632960001'],
		['111', '111'],
		['01632 960001 (mornings)', '01632 960001 (mornings)']
	])('%s is %s', (given, phone) => {
		const { phone: found, said } = read({ phone: given });
		expect(found).toBe(phone);
		expect(said === '').toBe(given === phone);
	});
	it.each(['4.41632E+11', '1,632E+09', 'see website'])(
		'%s is left out, and that is said',
		(given) => {
			const { phone, said } = read({ phone: given });
			expect(phone).toBeNull();
			expect(said).toContain(`“${given}”`);
		}
	);
	it('that is sound is never changed', () => {
		const digits = fc.stringMatching(/^0\d{3} \d{3} \d{4}$/);
		fc.assert(
			fc.property(digits, (phone) => {
				expect(read({ phone })).toMatchObject({ phone, said: '' });
			})
		);
	});
});

describe('other contacts', () => {
	it.each([
		['email', 'mailto:a@example.org?subject=x', 'a@example.org'],
		['email', '<a href="mailto:a@example.org">Write</a>', 'a@example.org'],
		['email', 'a@example.org; b@example.org', 'a@example.org; b@example.org'],
		['email', 'contact form', null],
		['charityNumber', '1012345', '1012345'],
		['charityNumber', '1012345.0', '1012345'],
		['charityNumber', '1,012,345', '1012345'],
		['charityNumber', 'Reg. charity no. SC012345', 'SC012345'],
		['charityNumber', '1.01E+06', null],
		['charityNumber', 'exempt', null],
		['companyNumber', '123456', '00123456'],
		['companyNumber', '01234567', '01234567']
	] as const)('%s %s is %s', (field, given, value) => {
		const found = read({ [field]: given });
		expect(found[field]).toBe(value);
		expect(found.said === '').toBe(given === value);
	});
});

describe('a text out of a web page', () => {
	it('loses its markup, and keeps signs that are no tags', async () => {
		const session = await bring(
			'Name,Postcode,Notes\nSmith &amp; Co <b>Hall</b>,NR3 1AA,"Tea<br>Cake &lt; 5 and 1 < 2"\n'
		);
		const [one] = session.result();
		expect(one?.asset).toMatchObject({ name: 'Smith & Co Hall', note: 'Tea Cake < 5 and 1 < 2' });
		expect(session.view(0).outcome).toBe('fixed');
	});
});

describe('dates of a column', () => {
	const csv = (...dates: string[]) =>
		`Name,Last checked\n${dates.map((date, i) => `Hall ${i},${date}`).join('\n')}`;
	it('are read with the month first where one of them shows it', async () => {
		const { rows, notes } = await tableOf(csv('06/21/2016', '03/04/2016', ''));
		expect(rows.map((row) => row[1])).toEqual(['2016-06-21', '2016-03-04', '']);
		expect(notes.join()).toContain(
			'month stands first in the dates of “Last checked” (such as 06/21/2016)'
		);
	});
	it('are read with the day first elsewhere, and it is said where both ways stand', async () => {
		const british = await tableOf(csv('21/06/2016', '03/04/2016'));
		expect(british.rows.map((row) => row[1])).toEqual(['21/06/2016', '03/04/2016']);
		const { rows, notes } = await tableOf(csv('21/06/2016', '06/21/2016', '03/04/2016'));
		expect(rows.map((row) => row[1])).toEqual(['21/06/2016', '06/21/2016', '03/04/2016']);
		expect(notes.join()).toContain('written in two ways, “21/06/2016” and “06/21/2016”');
	});
	it('are days whatever way a column writes them', async () => {
		const day = fc.date({
			min: new Date('1990-01-01'),
			max: new Date('2025-12-31'),
			noInvalidDate: true
		});
		await fc.assert(
			fc.asyncProperty(fc.array(day, { minLength: 1, maxLength: 5 }), async (days) => {
				const all = [...days, new Date('2016-06-21')];
				const iso = all.map((one) => one.toISOString().slice(0, 10));
				const american = iso.map((one) => {
					const [year, month, date] = one.split('-');
					return `${Number(month)}/${Number(date)}/${year}`;
				});
				const { rows } = await tableOf(csv(...american));
				expect(rows.map((row) => row[1])).toEqual(iso);
			}),
			{ numRuns: 40 }
		);
	});
});

describe('opening and closing times in columns of their own', () => {
	it('are put together for each day', async () => {
		const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
		const session = await bring(
			`Name,Postcode,${days.map((day) => `${day} opens,${day} closes`).join()}\nHall,NR3 1AA,09:00,17:00,09:00,17:00,,,,,,,,,,\n`
		);
		expect(session.result()[0]?.asset.openingTimes).toBe('Monday 09:00–17:00; Tuesday 09:00–17:00');
	});
});

describe('the sign between cells', () => {
	const rows = [
		['Name', 'Postcode', 'Phone'],
		['Hall', 'NR3 1AA', '01632 960001'],
		['Barn', 'NR3 1AB', '01632 960002']
	];
	it.each([',', ';', '\t', '|', '^', '~', '¦', '#', '*', '§', '\u001f', '||', '~|~', '::'])(
		'may be %j',
		async (sign) => {
			const { table } = await readTable({
				name: 'a.txt',
				bytes: bytesOf(rows.map((cells) => cells.join(sign)).join('\r\n'))
			});
			expect([table.headings, ...table.rows]).toEqual(rows);
			const usual = [',', ';', '\t', '|'].includes(sign);
			expect(table.notes.some((note) => note.includes('divided by'))).toBe(!usual);
		}
	);
	it('may be any, with any text between', async () => {
		const sign = fc.constantFrom(...',;\t|^~¦#§¬');
		const cell = fc
			.string({ unit: fc.constantFrom(...'abc "é1\n'), minLength: 1, maxLength: 12 })
			.filter((text) => /^[abcé1].*[abcé1]$/.test(text));
		await fc.assert(
			fc.asyncProperty(
				sign,
				fc.array(cell, { minLength: 2, maxLength: 6 }),
				async (between, cells) => {
					const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
					const lines = cells.map((text) => [text, 'NR3 1AA'].map(quoted).join(between));
					const { rows: found } = await tableOf(
						['Name', 'Postcode'].join(between) + `\n${lines.join('\n')}`
					);
					expect(found.map(([name]) => name)).toEqual(cells);
				}
			),
			{ numRuns: 60 }
		);
	});
	it('does not end a cell in which a quotation mark is written with a backslash', async () => {
		const { rows: found } = await tableOf(
			'"Name","Postcode"\n"The \\"Old, Big\\", Hall","NR3 1AA"\n"C:\\dir\\","NR3 1AB"\n'
		);
		expect(found[0]).toEqual(['The "Old, Big", Hall', 'NR3 1AA']);
	});
	it('does not end a cell with quotation marks inside', async () => {
		const { rows: found } = await tableOf(
			'Name,Postcode\n"The "Old" Hall, Town",NR3 1AA\nB,NR3 1AB\n'
		);
		expect(found.map(([name]) => name)).toEqual(['The "Old" Hall, Town', 'B']);
	});
});
