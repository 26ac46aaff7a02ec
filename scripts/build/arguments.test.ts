import { expect, it } from 'vitest';
import { buildCommand, type BuildArguments } from './arguments.ts';

it.each([
	[[], { regions: undefined, packsOnly: false }],
	[['--all'], { regions: null, packsOnly: false }],
	[['--regions', 'a, b,', '--packs-only'], { regions: ['a', 'b'], packsOnly: true }]
])('%j', async (args, expected) => {
	const asked: BuildArguments[] = [];
	await buildCommand(args, (one) => Promise.resolve(void asked.push(one)));
	expect(asked).toEqual([expected]);
});

it.each([
	[['--regions', ','], /names none/],
	[['--regions', 'a', '--all'], /exclude each other/],
	[['--fast'], /unknown option '--fast'. For help: npm run -s build -- --help/],
	[['norfolk'], /too many arguments.*For help/]
])('%j is refused in one line', async (args, message) => {
	await expect(buildCommand(args, () => Promise.reject(new Error('not asked')))).rejects.toThrow(
		message
	);
});
