import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { expect, it } from 'vitest';
import { isRunning, processOf } from './process-facts.ts';

/** A server as npm starts it: behind a shell, and with a word that it is there. */
const SERVER = `
import { endWithCommand } from ${JSON.stringify(new URL('./process-facts.ts', import.meta.url).pathname)};
endWithCommand();
setInterval(() => undefined, 1000);
console.log('ready ' + process.pid);
`;
/** What calls itself as npm does, and starts that. */
const COMMAND = `
process.title = 'npm start';
const shell = require('node:child_process').spawn('sh', ['-c', process.argv[1] + '; :'], {
	env: { ...process.env, ...JSON.parse(process.argv[2]) },
	stdio: ['ignore', 'inherit', 'inherit']
});
`;

const folder = mkdtempSync(join(tmpdir(), 'process-facts-'));
const file = join(folder, 'server.mjs');

/** The command, and the process of the server behind it. */
async function start(variables: Record<string, string>) {
	const server = `"${process.execPath}" "${file}"`;
	const command = spawn(process.execPath, ['-e', COMMAND, server, JSON.stringify(variables)], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [said] = (await once(command.stdout, 'data')) as [Buffer];
	return { command, server: processOf(Number(/^ready (\d+)/.exec(said.toString())?.[1])) };
}

it.skipIf(process.platform === 'win32')('ends a server whose command was killed', async () => {
	try {
		buildSync({
			stdin: { contents: SERVER, loader: 'ts', resolveDir: folder },
			outfile: file,
			bundle: true,
			platform: 'node',
			format: 'esm'
		});
		const { command, server } = await start({ npm_lifecycle_event: 'start' });
		expect(isRunning(server)).toBe(true);
		// Its end of the pipe is the server’s too, so that it is closed when both are gone.
		const closed = once(command.stdout, 'close');
		command.kill('SIGKILL');
		await closed;
		expect(isRunning(server)).toBe(false);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
