import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT } from './paths.ts';

const running = (work: string) =>
	spawnSync(
		process.execPath,
		[
			'--import',
			'tsx',
			'--input-type=module',
			'--eval',
			`const { runCommand } = await import('./scripts/lib/run-command.ts');
			await runCommand('thing', ${work});`
		],
		{ cwd: join(PROJECT), encoding: 'utf8' }
	);

it.each([
	['is done', "async () => console.log('x')", 0, ''],
	['fails', "async () => { throw new Error('no\\nway') }", 2, 'thing: no way\n'],
	['never settles', '() => new Promise(() => {})', 2, 'thing: came to an end before its work']
])('a command that %s ends so', (_, work, status, message) => {
	const ended = running(work);
	expect(ended.status).toBe(status);
	if (message === '') expect(ended.stderr).toBe('');
	// Node 22 has a word of its own on what never settles, and says it first.
	else expect(ended.stderr).toContain(message);
});
