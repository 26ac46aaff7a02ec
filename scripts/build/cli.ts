/** `npm run build`: data and pages, with compressed copies, into `build/`. */
import { runCommand } from '../lib/run-command.ts';
import { buildCommand } from './arguments.ts';
import { buildSite, ensurePacks } from './site.ts';

const log = (line: string): void => console.log(line);

await runCommand('build', () =>
	buildCommand(process.argv.slice(2), async ({ regions, packsOnly }) => {
		const request = { regions, log };
		await (packsOnly
			? ensurePacks(request)
			: buildSite({ ...request, compress: true, areaPages: true }));
	})
);
