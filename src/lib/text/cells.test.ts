import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guarded, withoutGuard } from './cells.ts';

const piece = fc.oneof(
	fc.constantFrom(
		...'=+-@＝﹢\'"; \t|,\n\r\v\u2028\u00a0\u202e\u00ad\u2003\ufe0f\x9b\0\x1f\x7f',
		'1',
		'-2.5',
		'\r\n',
		'\u{e0001}'
	),
	fc.string({ maxLength: 4 })
);
const hostile = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

/** As readers of files see it: each of them takes any line break for one. */
const evened = (text: string) => text.replace(/\r\n?|\u2028|\u2029/g, '\n');

describe('guarded', () => {
	it('comes back as it was, also where a reader made all line breaks alike', () => {
		fc.assert(
			fc.property(hostile, (cell) => {
				expect(withoutGuard(guarded(cell))).toBe(cell);
				expect(withoutGuard(evened(guarded(cell)))).toBe(evened(cell));
			}),
			{ numRuns: 2000 }
		);
	});

	it('leaves no place at which a formula could begin', () => {
		fc.assert(
			fc.property(hostile, (cell) => {
				expect(guarded(cell)).not.toMatch(/^[\t\r\n]/);
				const found = guarded(cell);
				for (const { index } of found.matchAll(/^|[;|\t\n\r\v\f\u0085\u2028\u2029]/g)) {
					const rest = found.slice(index).replace(/^[;|\t\n\r\v\f\u0085\u2028\u2029]/, '');
					// eslint-disable-next-line no-control-regex -- passed over before a number too
					if (/^[\s"\0-\x1f\x7f]*[-+]?\d+(\.\d+)?\s*$/.test(rest)) continue;
					// eslint-disable-next-line no-control-regex -- these are what is looked for
					expect(rest).not.toMatch(/^[ "\u00a0\0-\x08\x0e-\x1f\x7f]*[=+\-@＝＋－＠﹦﹢﹣﹫]/);
				}
			}),
			{ numRuns: 2000 }
		);
	});

	it.each([
		['=HYPERLINK("http://example.org","x")', '\'=HYPERLINK("http://example.org","x")'],
		["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
		['\0=1+1', "\0'=1+1"],
		['\x1f=1+1', "\x1f'=1+1"],
		['\x9b=1+1', "\x9b'=1+1"],
		['\u202e=1+1', "\u202e'=1+1"],
		['\u200e\u2066＝1+1', "\u200e\u2066'＝1+1"],
		['\u00ad@SUM(1)', "\u00ad'@SUM(1)"],
		['\u2003\u202f+44 1', "\u2003\u202f'+44 1"],
		['x;\ufe0f\u{e0001}=1+1', "x;\ufe0f\u{e0001}'=1+1"],
		['x;\x07 \x1b@SUM(1)', "x;\x07 \x1b'@SUM(1)"],
		['x;=1+1', "x;'=1+1"],
		['x; "=1+1"', 'x; "\'=1+1"'],
		['x\n@SUM(1)', "x\n'@SUM(1)"],
		['x|\t-2+3', "x|\t'-2+3"],
		["-2\n*cmd|' /C calc'!A0", "'-2\n*cmd|' /C calc'!A0"],
		["it's; 'quoted'", "it's; 'quoted'"],
		['x;', "x;'"],
		["x; '", "x; ''"],
		['x|"', 'x|"\'']
	])('makes %j to %j', (cell, expected) => {
		expect(guarded(cell)).toBe(expected);
	});

	it.each(['-1.25', '+3', '1;-2', '', 'a-b; c', 'https://example.org/?view=52.6,-1.2,9'])(
		'leaves %j as it is',
		(cell) => {
			expect(guarded(cell)).toBe(cell);
		}
	);
});
