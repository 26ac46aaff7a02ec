/** Lists that people wrote or divided in some manner: every place comes in, where it is, with what is said of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bring } from './fixture.ts';
import { delimited } from './fixture-layouts.ts';

interface Place {
	name: string;
	street: string;
	postcode: string;
	phone: string;
}
const BETWEEN = { bullets: ['-', '•', '*', '1.'], dashes: [', ', ' - ', ' – '] };

const parts = (rows: readonly (readonly string[])[]) =>
	rows.map(([name = '', ...rest]) => [name, ...rest]);
const inRows = (places: readonly Place[]) => [
	['Hall', 'Street', 'Postcode', 'Telephone'],
	...places.map(({ name, street, postcode, phone }) => [name, street, postcode, phone])
];

/** Manners of writing, each a text of the places. */
const MANNERS: Readonly<Record<string, (places: readonly Place[], draw: number) => string>> = {
	'columns kept apart by spaces': (places, draw) => {
		const rows = inRows(places);
		const widths = [0, 1, 2, 3].map(
			(column) => Math.max(...rows.map((row) => (row[column] ?? '').length)) + 2 + (draw % 3)
		);
		const lines = rows.map((row) =>
			row
				.map((cell, at) => cell.padEnd(widths[at] ?? 0))
				.join('')
				.trimEnd()
		);
		return [...(draw % 2 === 0 ? ['Our halls', ''] : []), ...lines].join('\n');
	},
	'a list with bullets': (places, draw) => {
		const bullet = BETWEEN.bullets[draw % BETWEEN.bullets.length] ?? '-';
		const dash = BETWEEN.dashes[draw % BETWEEN.dashes.length] ?? ', ';
		return [
			'Hello,',
			'',
			...places.map(
				({ name, street, postcode, phone }) =>
					`${bullet} ${name}${dash}${street}, ${postcode}${phone === '' ? '' : ` - ${phone}`}`
			),
			'',
			'Thank you'
		].join('\n');
	},
	'a paragraph for each': (places, draw) =>
		places
			.map(({ name, street, postcode, phone }) =>
				[
					draw % 2 === 0 ? name : `Name: ${name}`,
					street,
					postcode,
					...(phone === '' ? [] : [draw % 3 === 0 ? phone : `Tel: ${phone}`])
				].join('\n')
			)
			.join('\n\n'),
	'a table on its side': (places) => {
		const rows = inRows(places);
		return delimited([0, 1, 2, 3].map((column) => rows.map((row) => row[column] ?? '')));
	},
	'the postcode in two columns': (places) =>
		delimited([
			['Hall', 'Street', 'Outcode', 'Incode', 'Telephone'],
			...parts(inRows(places).slice(1)).map(
				([name = '', street = '', postcode = '', phone = '']) => [
					name,
					street,
					...postcode.split(' '),
					phone
				]
			)
		]),
	'all in one row': (places, draw) =>
		delimited([
			places.flatMap((_, at) =>
				['name', 'address', 'postcode', 'telephone'].map((word) =>
					draw % 2 === 0 ? `Site ${at + 1} ${word}` : `Site ${word} ${at + 1}`
				)
			),
			inRows(places).slice(1).flat()
		])
};

const NAMES = ['Bell Hall', 'Fair Hall', 'St Mary’s Hall', 'Café Hall'];
const CODES = ['NR3 1AA', 'NR3 1AB', 'NR3 2AD'];
const STREETS = ['2 Bell Road', 'Fair Green', 'The Quay'];
const list = fc.record({
	names: fc.shuffledSubarray(NAMES, { minLength: 2, maxLength: 3 }),
	codes: fc.shuffledSubarray(CODES, { minLength: 3 }),
	streets: fc.shuffledSubarray(STREETS, { minLength: 3 }),
	phones: fc.array(fc.constantFrom('', '01603 100001', '01362 100 002'), {
		minLength: 3,
		maxLength: 3
	}),
	draw: fc.nat(11)
});

test.each(Object.entries(MANNERS))('%s: nothing is lost or moved', async (_, write) => {
	await fc.assert(
		fc.asyncProperty(list, async ({ names, codes, streets, phones, draw }) => {
			const places = names.map((name, at) => ({
				name,
				postcode: codes[at] ?? '',
				street: streets[at] ?? '',
				phone: phones[at] ?? ''
			}));
			const text = write(places, draw);
			const session = await bring(text, 'village halls.txt');
			expect(session.questions(), text).toEqual([]);
			const brought = session.result().map(({ asset: { name, postcode, address, phone } }) => ({
				name,
				postcode,
				street: (address ?? '').replace(/,? [A-Z]{2}\d \d[A-Z]{2}$/, ''),
				phone: phone ?? ''
			}));
			expect(brought, text).toEqual(places);
		}),
		{ numRuns: 12 }
	);
});
