/**
 * `npm run -s analyse -- <question> [options]`: what the pages show, for other programs. Only
 * data go to the standard output; what is wrong goes to the standard error, in one line.
 */
import { analyse } from './analyse.ts';

// Who reads may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') throw error;
});
const { code, output, error } = await analyse(process.argv.slice(2));
process.stdout.write(output);
process.stderr.write(error);
process.exitCode = code;
