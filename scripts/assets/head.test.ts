import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readHead } from './head.ts';

const headOf = (text: string) =>
	readHead({
		name: 'x.json',
		member: 'x.json',
		path: 'x.json',
		bytes: text.length,
		head: Buffer.from(text),
		open: () => Promise.resolve(Readable.from([text]))
	});
const many = (make: (id: number) => unknown, count = 300) =>
	Array.from({ length: count }, (_, id) => make(id));

describe('the beginning of a file of JSON', () => {
	it.each([
		['a list of small objects', JSON.stringify(many((id) => ({ id, n: 'x' }))), ['id', 'n']],
		['a page of empty ones', JSON.stringify({ contents: many(() => ({})) }), []],
		['a list of empty lists', JSON.stringify(many(() => [], 20_000)), []],
		['a list of numbers', JSON.stringify(many((id) => id)), []],
		['small lines', many((id) => JSON.stringify({ id })).join('\n'), ['id']],
		['a list that breaks off', '[{"id":1,"n":', []],
		['broken signs', '[}', []],
		['lists in lists', '['.repeat(50_000), []]
	])('of %s is read to its end', async (_, text, names) => {
		expect(await headOf(text)).toMatchObject({ kind: 'json', names });
	});
});
