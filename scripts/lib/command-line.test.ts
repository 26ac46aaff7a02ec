import { describe, expect, it } from 'vitest';
import { carryOut, commandLine } from './command-line.ts';

/** A command with two parts, and what was done. */
function made() {
	const done: unknown[] = [];
	const command = commandLine('zzyzx', 'Does things.', [
		['', 'does all'],
		['go --far', 'goes']
	]);
	command
		.command('go')
		.description('go there')
		.option('--far')
		.action((values: object) => void done.push(values));
	command.command('fail').action(() => Promise.reject(new Error('no way')));
	return { command, done };
}

describe('a command line', () => {
	it('does what was typed', async () => {
		const { command, done } = made();
		await carryOut(command, ['go', '--far']);
		expect(done).toEqual([{ far: true }]);
	});

	it.each([[['--help']], [['go', '--help']], [['help']]])('%j prints help', async (args) => {
		const { command, done } = made();
		let printed = '';
		await carryOut(command, args, (text) => (printed += text));
		expect(printed).toMatch(/^Usage: npm run -s zzyzx -- /);
		expect(printed).toContain(args[0] === 'go' ? 'go there' : '\n  npm run -s zzyzx -- go --far\n');
		expect(done).toEqual([]);
	});

	it.each([
		[[], 'say what to do: go, fail. For help: npm run -s zzyzx -- --help'],
		[['walk'], "unknown command 'walk'; there are: go, fail. For help: npm run -s zzyzx -- --help"],
		[['go', '--near'], "unknown option '--near'. For help: npm run -s zzyzx -- --help"],
		[['fail'], 'no way']
	])('%j is refused in one line', async (args, message) => {
		await expect(carryOut(made().command, args)).rejects.toThrow(new Error(message));
	});
});
