import { expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

it.each([
	[[], { regions: undefined, packsOnly: false }],
	[['--all'], { regions: null, packsOnly: false }],
	[['--regions', 'a, b,', '--packs-only'], { regions: ['a', 'b'], packsOnly: true }]
])('%j', (args, expected) => expect(readArguments(args)).toEqual(expected));

it.each([
	[['--regions', ','], /names none/],
	[['--regions', 'a', '--all'], /exclude each other/],
	[['--fast'], /Unknown option.*npm run build/],
	[['norfolk'], /Unexpected argument.*npm run build/]
])('%j is refused in one line', (args, message) => {
	expect(() => readArguments(args)).toThrow(message);
});
