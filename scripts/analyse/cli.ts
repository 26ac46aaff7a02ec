/**
 * `npm run -s analyse -- <question> [options]`: what the pages show, for other programs. Only
 * data go to the standard output; what is wrong goes to the standard error, in one line.
 */
import { analyse } from './analyse.ts';

const { code, output, error } = await analyse(process.argv.slice(2));
process.stdout.write(output);
process.stderr.write(error);
process.exitCode = code;
