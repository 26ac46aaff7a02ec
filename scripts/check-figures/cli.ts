/** `npm run check:figures`: see `npm run -s check:figures -- --help`. */
import { ensurePacks } from '../build/site.ts';
import { checkFigures } from './command.ts';

const { code, output, error } = await checkFigures(process.argv.slice(2), {
	prepare: () => ensurePacks({ log: (line) => console.error(line) })
});
process.stdout.write(output);
process.stderr.write(error);
process.exitCode = code;
