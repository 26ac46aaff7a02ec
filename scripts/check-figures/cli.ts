/**
 * `npm run check:figures [-- --format json] [-- --geodata <folder>]`: what the local documents
 * say beside what the tables of `geodata/` give.
 */
import { checkFigures } from './command.ts';

const { code, output, error } = await checkFigures(process.argv.slice(2));
process.stdout.write(output);
process.stderr.write(error);
process.exitCode = code;
